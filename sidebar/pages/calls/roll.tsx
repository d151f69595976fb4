/** The roll call by district: arrows go through the list, Space ticks. Ticks are saved as they are made. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { CallCard } from '../../../src/contract'
import type { CallFault } from '../../call'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/inputs'
import { Notice } from '../../parts/notice'
import { matches, searchWords } from '../../search'
import { calls } from '../../state/answers'
import { dayOf, goToScreen, opened } from '../../state/calls'
import { beginRoll, isHere, saveRoll, tick, unsaved, useRoll } from '../../state/roll'
import { useStore } from '../../state/store'
import { count, glued } from '../../words'
import { ScreenHeading } from './heading'

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Infinity }

function List({ districts, callId }: { districts: CallCard['roll']; callId: string }) {
  const list = useRef<HTMLFieldSetElement>(null)
  /** Where the keyboard stands: the one box of the list that Tab reaches. */
  const [at, setAt] = useState(0)
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
  const go = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = boxes()
    all[Math.min(all.length - 1, Math.max(0, all.indexOf(event.target as HTMLInputElement) + step))]?.focus()
  }
  const total = districts.reduce((sum, { groups }) => sum + groups.length, 0)
  let index = 0
  return (
    <fieldset ref={list} class="roll" onKeyDown={go}>
      <legend class="unseen">Groups by district</legend>
      {districts.map(({ label, groups }) => (
        <fieldset key={label}>
          <legend>{glued(label)}</legend>
          {groups.map(({ groupId, group }) => {
            const mine = index++
            return (
              <label class="pick" key={groupId}>
                <input
                  type="checkbox"
                  tabIndex={mine === Math.min(at, total - 1) ? 0 : -1}
                  checked={isHere(callId, groupId)}
                  onFocus={() => setAt(mine)}
                  onChange={(event) => tick(callId, groupId, event.currentTarget.checked)}
                />
                <span>{group}</span>
              </label>
            )
          })}
        </fieldset>
      ))}
    </fieldset>
  )
}

/** The network’s own faults say to try again, which is here; the sheet’s say what to do. */
const NETWORK = ['CALL_FAILED', 'NO_ANSWER', 'NOT_ASKED', 'TOO_LATE']

function NotSaved({ left, fault }: { left: number; fault: CallFault }) {
  return (
    <Notice kind="warn" live>
      <p>
        <b>{`${count(left, 'tick is', 'ticks are')} not in the sheet yet.`}</b> Nothing is lost: go on ticking.
      </p>
      <p>{NETWORK.includes(fault.code) ? fault.message : `${fault.message} ${fault.next}`}</p>
      <Button onClick={saveRoll}>Save again</Button>
    </Notice>
  )
}

const groupsIn = (card: CallCard) => [...new Set(card.roll.flatMap(({ groups }) => groups.map((one) => one.groupId)))]

export function RollFoot() {
  const { card } = useStore(opened)
  const { saving } = useRoll()
  if (!card) return null
  const { callId } = card.call
  const ids = groupsIn(card)
  const left = unsaved(callId)
  return (
    <p>
      {`${ids.filter((id) => isHere(callId, id)).length} of ${count(ids.length, 'group')} here · ${
        left ? `${count(left, 'tick')} not saved yet${saving ? ', saving…' : ''}` : 'all saved'
      }`}
    </p>
  )
}

export function RollCall() {
  const { card } = useStore(opened)
  const { fault } = useRoll()
  const [query, setQuery] = useState('')
  const id = card?.call.callId
  useEffect(() => {
    if (card) beginRoll(card)
  }, [id])
  const found = useMemo(
    () =>
      (card?.roll ?? [])
        .map(({ label, groups }) => ({
          label,
          groups: groups.filter(({ group }) => matches(query, searchWords(`${group} ${label}`))),
        }))
        .filter(({ groups }) => groups.length),
    [card, query],
  )
  if (!card || !id) return null
  const left = unsaved(id)
  return (
    <section>
      <ScreenHeading>{`Roll call, ${dayOf(card.call)}`}</ScreenHeading>
      <p class="muted">Arrows go through the list, Space ticks. A group stands under each of its districts.</p>
      {fault && left > 0 && <NotSaved left={left} fault={fault} />}
      <TextField label="Find a group or district" type="search" value={query} onValue={setQuery} />
      <output class="unseen">{query && `${count(found.length, 'district')} found`}</output>
      {!found.length && <p>No group is like this.</p>}
      <List districts={found} callId={id} />
      <div class="row">
        {card.call.state === 'planned' && (
          <Button kind="primary" onClick={() => goToScreen('close')}>
            Close the call
          </Button>
        )}
        <Button
          onClick={() => {
            goToScreen('calls')
            calls.load()
          }}
        >
          Back
        </Button>
      </div>
    </section>
  )
}
