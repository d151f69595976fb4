/** Why a group covers a district, and about how much of it lives there. */
import { BASES } from '../../../src/registry/words'
import { Field } from '../../parts/field'
import { setForm, work } from '../../state/covers'
import { useStore } from '../../state/store'

/** The share that was typed: null for none, NaN for what is no number. */
export function shareOf(typed: string): number | null {
  const text = typed.replace('%', '').trim()
  return text === '' ? null : Number(text.replace(',', '.'))
}

/** What is wrong with the share that was typed; '' for nothing. */
export function shareError(typed: string): string {
  const share = shareOf(typed)
  return share === null || (share >= 0 && share <= 100) ? '' : 'Type a number from 0 to 100, or leave it blank.'
}

const ABOUT = {
  'meeting place': 'Meeting place: it meets there',
  members: 'Members: they live there',
  declared: 'Declared: the group says so',
} as const

export function CoverFields({ error }: { error: string }) {
  const { form, fault } = useStore(work)
  return (
    <>
      <Field id="basis" label="Why">
        {(wiring) => (
          <select
            {...wiring}
            value={form.basis}
            onChange={({ currentTarget }) =>
              setForm({ basis: BASES.find((basis) => basis === currentTarget.value) ?? form.basis })
            }
          >
            {BASES.map((basis) => (
              <option key={basis} value={basis}>
                {ABOUT[basis]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Share % (may stay blank)"
        hint="About how much of the group lives there."
        error={error || (fault?.field === 'share' && `${fault.message} ${fault.next}`)}
      >
        {(wiring) => (
          <input
            {...wiring}
            inputMode="decimal"
            autocomplete="off"
            value={form.share}
            onInput={({ currentTarget }) => setForm({ share: currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}
