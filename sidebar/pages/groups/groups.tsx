/** Bringing groups and people in, and mapping groups to districts. */
import { FaultNotice } from '../../parts/notice'
import { PageFrame } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { groups, useAnswer } from '../../state/answers'
import { count, people } from '../../words'
import { AllGroups } from './all-groups'
import { BringIn } from './bring-in'

/** So that 60 groups brought in and 59 counted add up. */
const gone = (left = 0) => (left > 0 ? ` and ${left} that ${left === 1 ? 'has' : 'have'} left` : '')

export function GroupsPage() {
  const { value, fault, busy } = useAnswer(groups)
  return (
    <PageFrame foot={value && <p>{`${count(value.total, 'group')}${gone(value.left)} · ${people(value.people)}`}</p>}>
      <BringIn mapFirst={Boolean(value && value.none > 0)} />
      <Waiting on={busy} over={value !== null} what="Reading the groups…" />
      <FaultNotice fault={fault} retry={groups.load} />
      {value && value.total > 0 && <AllGroups view={value} />}
    </PageFrame>
  )
}
