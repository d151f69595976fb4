/** Which districts are looked at: all, those of a committee, or a pasted list. */
import type { CoverageView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { More } from '../../parts/more'
import { Notice } from '../../parts/notice'
import { announce } from '../../state/announce'
import { useStore } from '../../state/store'
import { count } from '../../words'
import type { Chosen } from './cover'
import { shown } from './state'
import { districtsOf, readTargets } from './targets'

type Committee = CoverageView['committees'][number]

/** `Housing (House)`, where the state has two chambers. */
export function committeeName(committee: Committee, view: CoverageView): string {
  const chamber = view.chambers.length > 1 && view.chambers.find((one) => one.chamber === committee.chamber)
  return chamber ? `${committee.name} (${chamber.name})` : committee.name
}

/** The districts that are looked at, and what they are called; '' for all. */
export function chosenBy(
  view: CoverageView,
  { show, targets }: ReturnType<typeof shown.get>,
): {
  chosen: Chosen
  name: string
} {
  if (show === 'list') return { chosen: targets?.chosen ?? null, name: targets ? 'Targets' : '' }
  const committee = view.committees[Number(show)]
  if (show === 'all' || !committee) return { chosen: null, name: '' }
  return { chosen: districtsOf(committee.legislatorIds, view.districts), name: committeeName(committee, view) }
}

export function Show({ view }: { view: CoverageView }) {
  const { show } = useStore(shown)
  const choose = (show: string) => {
    const chamber = view.committees[Number(show)]?.chamber
    shown.set({ show, ...(chamber && { chamber, open: null }) })
  }
  return (
    <Field label="Show">
      {(wiring) => (
        <select {...wiring} value={show} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="all">All districts</option>
          <option value="list">A list of targets</option>
          {view.committees.length > 0 && (
            <optgroup label="Committees">
              {view.committees.map((committee, i) => (
                <option key={`${committee.chamber} ${committee.name}`} value={String(i)}>
                  {committeeName(committee, view)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      )}
    </Field>
  )
}

export function TargetList({ view }: { view: CoverageView }) {
  const { show, list, targets } = useStore(shown)
  if (show !== 'list') return null
  const look = () => {
    const targets = readTargets(list, view.districts)
    shown.set({ targets })
    announce(`${count(targets.chosen.size, 'district')} shown, ${targets.unclear.length} not understood.`)
  }
  return (
    <div class="targets">
      <Field label="Targets" hint="Names or districts, one a line or with commas between them: Okafor, HD 14A, 31.">
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            value={list}
            onInput={(event) => shown.set({ list: event.currentTarget.value })}
          />
        )}
      </Field>
      <Button kind="primary" onClick={look}>
        Show these
      </Button>
      {targets && targets.unclear.length > 0 && (
        <Notice kind="warn" live>
          <p>{`Not understood (${targets.unclear.length}):`}</p>
          <More items={targets.unclear} first={5} noun="lines">
            {(one) => <li key={one.text}>{`“${one.text}”: ${one.why}.`}</li>}
          </More>
        </Notice>
      )}
    </div>
  )
}

/** Members that are in no list of legislators: a committee looks smaller than it is. */
export function UnknownMembers({ view }: { view: CoverageView }) {
  if (view.unknown.length === 0) return null
  return (
    <details class="blanks">
      <summary>{`${count(view.unknown.length, 'committee member')} not found among the legislators`}</summary>
      <p class="muted">In the Committees tab, write the ID from the Legislators tab, or the name as it stands there.</p>
      <More items={view.unknown} first={20} noun="members">
        {(one) => <li key={one}>{one}</li>}
      </More>
    </details>
  )
}
