/** One group: follows the selected row, or steps through those that a person should look at. */
import { useEffect } from 'preact/hooks'
import type { GroupsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { groups, useAnswer } from '../../state/answers'
import { showCurrent, showGroup, shown, showSelected } from '../../state/card'
import { useStore } from '../../state/store'
import { view } from '../../state/view'
import { count } from '../../words'
import { GroupCardView } from './group-card'

/** The groups a person should look at, in the order of the sheet. */
export function toCheck(all: GroupsView | null): string[] {
  if (!all) return []
  const named = new Set(all.problems.map((problem) => problem.groupId))
  return all.groups.filter((group) => group.mapping === 'check' || named.has(group.id)).map((group) => group.id)
}

/** The neighbours of the group among those to check; the shown group need not be one of them. */
export function neighbours(all: GroupsView | null, id: string | undefined): { before?: string; after?: string } {
  const order = all?.groups.map((group) => group.id) ?? []
  const at = id === undefined ? -1 : order.indexOf(id)
  const list = toCheck(all)
  const before = list.filter((other) => order.indexOf(other) < at).at(-1)
  const after = list.find((other) => order.indexOf(other) > at)
  return { ...(before && { before }), ...(after && { after }) }
}

function stateOf(all: GroupsView): string {
  const left = toCheck(all).length
  if (left) return `${left} to check`
  return all.none ? `${count(all.none, 'group')} not mapped yet` : 'No group needs to be checked.'
}

const AGAIN_MS = 1500

/** Asks for the selected row when the person comes back to the sidebar, never on a timer. */
function useFollow() {
  useEffect(() => {
    let last = Date.now()
    showCurrent()
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < AGAIN_MS || view.get().groupId !== null) return
      last = Date.now()
      showSelected()
    }
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
}

export function GroupPanel() {
  useFollow()
  const { card, asked, busy, fault } = useStore(shown)
  const { value: all } = useAnswer(groups)
  const { before, after } = neighbours(all, card?.id)
  return (
    <Section title="Group">
      <div class="row apart stepper">
        <Button onClick={() => before && showGroup(before)} off={!before && 'No group to check before this one.'}>
          ‹ Previous
        </Button>
        <span class="muted">{card ? `${card.id}, row ${card.row}` : ''}</span>
        <Button onClick={() => after && showGroup(after)} off={!after && 'No group to check after this one.'}>
          Next to check ›
        </Button>
      </div>
      {all && all.total > 0 && <p class="muted">{stateOf(all)}</p>}
      <Waiting on={busy} what="Reading the group…" />
      <FaultNotice fault={fault} retry={showCurrent} />
      {card && <GroupCardView card={card} />}
      {asked && !card && !fault && <p>Select a row in the Groups tab, then press Show selected row.</p>}
      <Button onClick={showSelected}>Show selected row</Button>
    </Section>
  )
}
