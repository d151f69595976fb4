/** Searchable lists with a tick box for each legislator, district and committee. */
import { useMemo, useState } from 'preact/hooks'
import type { AlertChoices, Draft } from '../../../src/contract'
import { Field } from '../../parts/field'
import { districtWords, matches, searchWords } from '../../search'
import { change } from '../../state/draft'
import { count, glued, groupsOf, partyMark } from '../../words'

interface Option {
  key: string
  name: string
  detail: string
  groups: number
  words: string[]
  chosen: (draft: Draft) => boolean
  toggled: (draft: Draft) => Partial<Draft>
}

const MOST_SHOWN = 50

/** Legislators first, then districts, in the order the sheet gives. */
function optionsOf(choices: AlertChoices): Option[] {
  const legislators = choices.legislators.map(
    (one): Option => ({
      key: one.id,
      name: `${one.name}${partyMark(one.party)}`,
      detail: glued(one.label),
      groups: one.groups,
      words: [...searchWords(`${one.name} ${one.label}`), ...districtWords(one.chamber, one.district)],
      chosen: (draft) => draft.legislatorIds.includes(one.id),
      toggled: ({ legislatorIds: ids }) => ({
        legislatorIds: ids.includes(one.id) ? ids.filter((id) => id !== one.id) : [...ids, one.id],
      }),
    }),
  )
  const districts = choices.districts.map((one): Option => {
    const same = (other: { chamber: string; district: string }) =>
      other.chamber === one.chamber && other.district === one.district
    return {
      key: `${one.chamber} ${one.district}`,
      name: glued(one.label),
      detail: one.vacant ? 'whole district, vacant seat' : 'whole district',
      groups: one.groups,
      words: [...searchWords(`${one.label} district`), ...districtWords(one.chamber, one.district)],
      chosen: (draft) => draft.districts.some(same),
      toggled: ({ districts: refs }) => ({
        districts: refs.some(same)
          ? refs.filter((other) => !same(other))
          : [...refs, { chamber: one.chamber, district: one.district }],
      }),
    }
  })
  return [...legislators, ...districts]
}

export function Picker({ choices, draft, error }: { choices: AlertChoices; draft: Draft; error: string }) {
  const options = useMemo(() => optionsOf(choices), [choices])
  return (
    <PickList
      label="Find a legislator or district"
      hint="Part of a name, or a district such as HD 14A."
      legend="Legislators and districts"
      none={
        options.length
          ? 'Nobody and no district is like this.'
          : 'There are no legislators yet. Import them in Districts first.'
      }
      {...{ options, draft, error }}
    />
  )
}

/** Committees with their members and the groups in the members’ districts. */
export function CommitteePicker({ choices, draft, error }: { choices: AlertChoices; draft: Draft; error: string }) {
  const options = useMemo(
    () =>
      (choices.committees ?? []).map(
        ({ key, label, members, groups, unknown }): Option => ({
          key,
          name: label,
          detail: [
            count(members, 'sitting member'),
            unknown.length ? `${unknown.length} not found: ${unknown.slice(0, 2).join(', ')}` : '',
          ]
            .filter(Boolean)
            .join(' · '),
          groups,
          words: searchWords(label),
          chosen: ({ committees = [] }) => committees.includes(key),
          toggled: ({ committees = [] }) => ({
            committees: committees.includes(key) ? committees.filter((one) => one !== key) : [...committees, key],
          }),
        }),
      ),
    [choices],
  )
  return (
    <PickList
      label="Find a committee"
      hint="Every sitting member is called."
      legend="Committees"
      none={
        options.length
          ? 'No committee is like this.'
          : 'There are no committees yet. Fill the Committees tab: one row a member, with the legislator’s name or ID.'
      }
      {...{ options, draft, error }}
    />
  )
}

interface PickProps {
  label: string
  hint: string
  legend: string
  none: string
  options: Option[]
  draft: Draft
  error: string
}

function PickList({ label, hint, legend, none, options, draft, error }: PickProps) {
  const [query, setQuery] = useState('')
  const found = options.filter((option) => matches(query, option.words))
  return (
    <>
      <Field label={label} hint={hint} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autocomplete="off"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        )}
      </Field>
      <output class="unseen">{`${found.length} found`}</output>
      {found.length === 0 && <p>{none}</p>}
      {found.length > 0 && (
        <fieldset class="picker">
          <legend class="unseen">{legend}</legend>
          {found.slice(0, MOST_SHOWN).map((option) => (
            <label class="pick" key={option.key}>
              <input type="checkbox" checked={option.chosen(draft)} onChange={() => change(option.toggled(draft))} />
              <span>
                {option.name}
                <small>{`${option.detail} · ${groupsOf(option.groups)}`}</small>
              </span>
            </label>
          ))}
          {found.length > MOST_SHOWN && (
            <p class="muted">{`${found.length - MOST_SHOWN} more: type to narrow the list.`}</p>
          )}
        </fieldset>
      )}
    </>
  )
}
