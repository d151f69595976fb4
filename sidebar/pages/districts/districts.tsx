/** The selected group with its districts and seat-holders; the legislators; every district. */
import { FaultNotice } from '../../parts/notice'
import { PageFrame } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { districts, useAnswer } from '../../state/answers'
import { shown } from '../../state/card'
import { useStore } from '../../state/store'
import { AllDistricts } from './all-districts'
import { GroupPanel } from './group-panel'
import { Legislators } from './legislators'
import { Outdated } from './outdated'

export function DistrictsPage() {
  const { value, fault, busy } = useAnswer(districts)
  const { card } = useStore(shown)
  const census = card?.covers.find((cover) => cover.source === 'census')
  return (
    <PageFrame
      foot={
        <p>
          {census
            ? `Source: US Census geocoder${census.lines && `, lines of ${census.lines}`}`
            : 'Districts come from the US Census geocoder'}
        </p>
      }
    >
      <GroupPanel />
      <Waiting on={busy} over={value !== null} what="Reading districts and legislators…" />
      <FaultNotice fault={fault} retry={districts.load} />
      {value && (
        <>
          <Outdated view={value} />
          <Legislators view={value} />
          <AllDistricts view={value} />
        </>
      )}
    </PageFrame>
  )
}
