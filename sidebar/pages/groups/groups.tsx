/** Bringing groups and people in, and mapping groups to districts. */
import { FaultNotice } from '../../parts/notice'
import { PageFrame } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { groups, useAnswer } from '../../state/answers'
import { count, people } from '../../words'
import { AllGroups } from './all-groups'
import { BringIn } from './bring-in'

export function GroupsPage() {
  const { value, fault, busy } = useAnswer(groups)
  return (
    <PageFrame foot={value && <p>{`${count(value.total, 'group')} · ${people(value.people)}`}</p>}>
      <BringIn mapFirst={Boolean(value && value.none > 0)} />
      <Waiting on={busy} over={value !== null} what="Reading the groups…" />
      <FaultNotice fault={fault} retry={groups.load} />
      {value && value.total > 0 && <AllGroups view={value} />}
    </PageFrame>
  )
}
