/** One group: follows the selected row, or steps through those that a person should look at. */
import { useEffect } from 'preact/hooks'
import type { GroupsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { groups, useAnswer } from '../../state/answers'
import { showCurrent, shown, showSelected } from '../../state/card'
import { useStore } from '../../state/store'
import { view } from '../../state/view'
import { GroupCardView } from './group-card'
import { stepTo } from './step'

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

/** The next group without a mapping after this one, or else the first. */
export function nextUnmapped(all: GroupsView | null, id: string | undefined): string | undefined {
  const rows = all?.groups ?? []
  const at = rows.findIndex((group) => group.id === id)
  const open = rows.filter((group) => group.mapping === 'none' && group.id !== id)
  return (open.find((group) => rows.indexOf(group) > at) ?? open[0])?.id
}

function stateOf(all: GroupsView): string {
  // As Home counts: who could not be mapped is on the way of “Next to check”, and told as not mapped.
  const left = all.groups.filter((group) => group.mapping === 'check').length
  const parts = [left > 0 && `${left} to check`, all.none > 0 && `${all.none} not mapped`]
  return parts.filter(Boolean).join(' · ') || 'No group needs to be checked.'
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
  const unmapped = nextUnmapped(all, card?.id)
  return (
    <Section title="Group">
      <div class="row apart stepper">
        <Button
          onClick={({ detail }) => before && stepTo(before, detail === 0)}
          off={!before && 'No group to check before this one.'}
        >
          ‹ Previous
        </Button>
        <span class="muted">{card ? `${card.id}, row ${card.row}` : ''}</span>
        <Button
          id="next"
          onClick={({ detail }) => after && stepTo(after, detail === 0)}
          off={!after && 'No group to check after this one.'}
        >
          Next to check ›
        </Button>
      </div>
      {all && all.total > 0 && (
        <div class="row apart">
          <span class="muted">{stateOf(all)}</span>
          {all.none > 0 && (
            <Button
              id="next-unmapped"
              kind="link"
              onClick={({ detail }) => unmapped && stepTo(unmapped, detail === 0)}
              off={!unmapped && 'No other group is unmapped.'}
            >
              Next unmapped ›
            </Button>
          )}
        </div>
      )}
      <Waiting on={busy} what="Reading the group…" over={card !== null} />
      <FaultNotice fault={fault} retry={showCurrent} />
      {card && <GroupCardView card={card} after={after} />}
      {asked && !card && !fault && <p>Select a row in the Groups tab, then press Show selected row.</p>}
      <Button kind={card ? 'link' : 'plain'} onClick={showSelected}>
        Show selected row
      </Button>
    </Section>
  )
}
