/** The mail as one group gets it, and a copy to oneself. */
import { useState } from 'preact/hooks'
import type { AlertPreview } from '../../../src/contract'
import { Field } from '../../parts/field'
import { Card } from '../../parts/page'
import { previewFor } from '../../state/preview-for'
import { useStore } from '../../state/store'
import { people } from '../../words'

export function MailPreview({ preview }: { preview: AlertPreview }) {
  const { groupId } = useStore(previewFor)
  const { groups, mails } = preview
  const shown = groups.some((group) => group.id === groupId) ? groupId : (groups[0]?.id ?? '')
  const mail = mails.find((one) => one.groupIds.includes(shown)) ?? mails[0]
  if (!mail) return null
  return (
    <section>
      {groups.length > 0 && (
        <Field
          label="Preview for"
          hint={`${mails.length === 1 ? 'Everyone gets the same text' : `${mails.length} different texts`}; this one goes to ${people(mail.people)}.`}
        >
          {(wiring) => (
            <select
              {...wiring}
              value={shown}
              onChange={(event) => previewFor.set({ groupId: event.currentTarget.value })}
            >
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Card soft>
        <h3>{mail.subject}</h3>
        <MailText text={mail.body} />
      </Card>
    </section>
  )
}

const LONG = 1200

function MailText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false)
  const long = text.length > LONG
  return (
    <>
      <p class="mail">{long && !whole ? `${text.slice(0, LONG)}…` : text}</p>
      {long && (
        <button type="button" class="button link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show the whole text'}
        </button>
      )}
    </>
  )
}
