/** Who gets it, and who decides: legislators, districts and committees, each with the number of groups that can move them. */
import { useId, useRef, useState } from 'preact/hooks'
import type { AlertChoices, Draft } from '../../../src/contract'
import type { AudienceKind, Callees } from '../../../src/registry/words'
import { Button } from '../../parts/button'
import { type Chip, Chips } from '../../parts/chips'
import { focusFirstError, LongField, SelectField } from '../../parts/inputs'
import { Section } from '../../parts/page'
import { asks, calleesOf, isWide, kindsOf, needsTargets, toggled, whoProblems } from '../../state/audience'
import { change, goToStep, save } from '../../state/draft'
import { count, glued, groupsOf, partyMark, people } from '../../words'
import { CommitteePicker, Picker } from './picker'

const districtKey = (one: { chamber: string; district: string }) => `${one.chamber} ${one.district}`

/** What was chosen, as chips; what has left the sheet since keeps its place and says so. */
export function chosenChips(choices: AlertChoices, draft: Draft): Chip[] {
  const legislators = draft.legislatorIds.map((id) => {
    const found = choices.legislators.find((one) => one.id === id)
    return found
      ? {
          key: id,
          name: `${found.name}${partyMark(found.party)}`,
          detail: `${glued(found.label)} · ${groupsOf(found.groups)}`,
        }
      : { key: id, name: 'A legislator who is no longer in the list', detail: id }
  })
  const districts = draft.districts.map((ref) => {
    const found = choices.districts.find((one) => districtKey(one) === districtKey(ref))
    return {
      key: districtKey(ref),
      name: glued(found?.label ?? ref.district),
      detail: found ? `all seats · ${groupsOf(found.groups)}` : 'no longer in the list',
    }
  })
  return [...legislators, ...districts]
}

const districtsAndCommittees = (choices: AlertChoices, draft: Draft): Chip[] => [
  ...(needsTargets(draft) ? chosenChips(choices, draft) : []),
  ...(asks(draft, 'committee') ? committeeChips(choices, draft) : []),
]

/** What the alert is about and who gets it, in a few words each. */
export function whoInWords(choices: AlertChoices, draft: Draft): string[] {
  const names = districtsAndCommittees(choices, draft).map((chip) => chip.name)
  const wide = kindsOf(draft).flatMap((kind) => WIDE[kind] ?? [])
  return [...names, ...wide]
}
const WIDE: Partial<Record<AudienceKind, string>> = {
  state: 'The whole state',
  'working group': 'The working group',
  list: 'A list',
}

function committeeChips(choices: AlertChoices, { committees = [] }: Draft): Chip[] {
  return committees.map((key) => {
    const found = choices.committees?.find((one) => one.key === key)
    return found
      ? { key, name: found.label, detail: `${count(found.members, 'member')} · ${groupsOf(found.groups)}` }
      : { key, name: key.split('|')[1] ?? key, detail: 'no longer in the Committees tab' }
  })
}

export function Who({ choices, draft }: { choices: AlertChoices; draft: Draft }) {
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const wrong = tried ? whoProblems(draft) : {}
  const chips = districtsAndCommittees(choices, draft)
  const remove = (key: string) =>
    change({
      legislatorIds: draft.legislatorIds.filter((id) => id !== key),
      districts: draft.districts.filter((one) => districtKey(one) !== key),
      ...(draft.committees && { committees: draft.committees.filter((one) => one !== key) }),
    })
  const onward = () => {
    setTried(true)
    if (Object.keys(whoProblems(draft)).length > 0) return focusFirstError(form.current)
    save()
    goToStep('what')
  }
  return (
    <div ref={form}>
      <Section title="Who gets it">
        <AudienceKinds choices={choices} draft={draft} error={wrong.audience ?? ''} />
      </Section>
      {isWide(draft) && (
        <SelectField
          label="Whom they call"
          hint={
            draft.callees === 'chosen'
              ? 'Everyone calls the legislators chosen below, wherever they live.'
              : 'Each mail names the legislators of the reader’s own districts.'
          }
          value={draft.callees ?? 'both'}
          options={calleesOf(choices)}
          onValue={(callees) => change({ callees: callees as Callees })}
        />
      )}
      {(needsTargets(draft) || asks(draft, 'committee')) && (
        <Section title="Who decides">
          {needsTargets(draft) && (
            <p>
              {asks(draft, 'targets')
                ? 'Choose legislators, or whole districts. Groups in their districts get the alert.'
                : 'Choose whom everyone calls.'}
            </p>
          )}
          {chips.length > 0 && <Chips label="Chosen" chips={chips} onRemove={remove} />}
          {needsTargets(draft) && <Picker choices={choices} draft={draft} error={wrong.targets ?? ''} />}
          {asks(draft, 'committee') && (
            <CommitteePicker choices={choices} draft={draft} error={wrong.committee ?? ''} />
          )}
        </Section>
      )}
      {asks(draft, 'list') && (
        <LongField
          label="The list"
          hint="E-mail addresses of people in People, group IDs or group names, one a line. Check names whatever is not known here."
          rows={6}
          error={wrong.list ?? ''}
          value={draft.list ?? ''}
          onValue={(list) => change({ list })}
        />
      )}
      <div class="row">
        <Button kind="primary" onClick={onward}>
          Continue
        </Button>
      </div>
    </div>
  )
}

/** A choice of whom, any of them together. */
function AudienceKinds({ choices, draft, error }: { choices: AlertChoices; draft: Draft; error: string }) {
  const { reach, committees = [] } = choices
  const id = useId()
  const options: { kind: AudienceKind; name: string; detail: string }[] = [
    { kind: 'targets', name: 'Legislators or districts', detail: 'the groups in their districts' },
    {
      kind: 'committee',
      name: 'A committee',
      detail: committees.length ? 'the groups in its members’ districts' : 'none in the Committees tab yet',
    },
    { kind: 'state', name: 'The whole state', detail: reach ? count(reach.groups, 'group') : 'every group' },
    {
      kind: 'working group',
      name: 'The working group',
      detail: reach ? people(reach.workingGroup) : 'whoever has that role',
    },
    { kind: 'list', name: 'A list', detail: 'people and groups that you paste' },
  ]
  return (
    <fieldset class="radios stacked" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="unseen">Who gets it</legend>
      {options.map(({ kind, name, detail }, index) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={asks(draft, kind)}
            aria-invalid={error && index === 0 ? 'true' : undefined}
            onChange={() => change(toggled(draft, kind))}
          />
          <span>
            {name}
            <small>{detail}</small>
          </span>
        </label>
      ))}
      <p class="hint">Several together: everyone is asked once.</p>
      <div role="alert" class={error ? 'field-error' : 'unseen'} id={`${id}-error`}>
        {error}
      </div>
    </fieldset>
  )
}
