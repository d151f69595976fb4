/** Adds a district: found by code, name or legislator. */
import { useState } from 'preact/hooks'
import type { GroupCard } from '../../../src/contract'
import { focusOn } from '../../focus'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { districts } from '../../state/answers'
import { coversOf, isSame, openForm, setCovers, setForm, work } from '../../state/covers'
import { useStore } from '../../state/store'
import { glued } from '../../words'
import { findDistricts } from './all-districts'
import { CoverFields, shareError, shareOf } from './cover-form'

const MOST_SHOWN = 8

export function AddDistrict({ card }: { card: GroupCard }) {
  const { form, busy, fault } = useStore(work)
  const { value } = useStore(districts.store)
  const [error, setError] = useState({ district: '', share: '' })
  const rows = (value?.districts ?? []).filter((row) => !card.covers.some((cover) => isSame(cover, row)))
  const chosen = rows.find((row) => isSame(row, form))
  const asked = form.query.trim()
  const found = asked ? findDistricts(rows, '', asked) : []
  const listed = chosen && !found.slice(0, MOST_SHOWN).includes(chosen) ? [chosen, ...found] : found
  const close = () => {
    openForm('no')
    focusOn('add-district')
  }
  const add = async () => {
    const wrong = { district: chosen ? '' : 'Find the district and choose it first.', share: shareError(form.share) }
    setError(wrong)
    if (!chosen || wrong.share) return
    const { chamber, district, label } = chosen
    const cover = {
      chamber,
      district,
      basis: form.basis,
      share: shareOf(form.share),
      source: 'hand' as const,
      lines: '',
      mappedOn: null,
      confirmedBy: '',
    }
    const well = await setCovers(card, [...coversOf(card), cover], { what: `add ${label}`, said: `${label} added.` })
    if (well) focusOn('add-district')
  }
  const name = chosen ? `Add ${chosen.label}` : 'Add the district'
  return (
    <form
      class="card"
      aria-label="Add a district"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Field
        id="find-district"
        label="Find the district"
        hint="A code such as HD 14A, a name, or a legislator."
        error={(!chosen && error.district) || (fault?.field === 'district' && `${fault.message} ${fault.next}`)}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autocomplete="off"
            value={form.query}
            onInput={({ currentTarget }) => {
              // One that is left is meant.
              const query = currentTarget.value
              const [only, more] = query.trim() ? findDistricts(rows, '', query) : []
              setForm({ query, ...(only && !more && { chamber: only.chamber, district: only.district }) })
            }}
          />
        )}
      </Field>
      <output class={asked && !found.length ? 'line' : 'unseen'}>
        {asked ? (found.length ? `${found.length} found` : 'No other district is like this.') : ''}
      </output>
      {listed.length > 0 && (
        <fieldset class="picker">
          <legend class="unseen">Districts</legend>
          {listed.slice(0, MOST_SHOWN).map((row) => (
            <label class="pick" key={`${row.chamber} ${row.district}`}>
              <input
                type="radio"
                name="district"
                checked={row === chosen}
                onChange={() => setForm({ chamber: row.chamber, district: row.district })}
              />
              <span>
                {glued(row.label)}
                <small>
                  {row.legislators.map((seat) => (seat.vacant ? 'vacant seat' : seat.name)).join(', ') ||
                    'No seat-holder is known'}
                </small>
                {row.oddity && <small>{row.oddity}</small>}
              </span>
            </label>
          ))}
          {listed.length > MOST_SHOWN && (
            <p class="muted">{`${listed.length - MOST_SHOWN} more: type to narrow the list.`}</p>
          )}
        </fieldset>
      )}
      <CoverFields error={error.share} />
      <div class="row">
        <Button kind="primary" type="submit" busy={busy}>
          {glued(name)}
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
