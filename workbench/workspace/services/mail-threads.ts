/** Which conversation a message belongs to, in one mailbox. */
import { type Field, fieldValue, fieldValues, splitMessage } from './mail-headers'
import type { Mailbox, MailMessage } from './mail-state'
import { decodeWords } from './mail-words'

const known = new WeakMap<MailMessage, readonly Field[]>()

/** Header fields of a stored message, read once: a message never changes. */
export function fieldsOf(message: MailMessage): readonly Field[] {
  let fields = known.get(message)
  if (!fields) known.set(message, (fields = splitMessage(message.raw).fields))
  return fields
}

const ids = (text: string): string[] => text.match(/<[^<>\s]+>/g) ?? []

/** `Re: Fwd: AW: Vote` → `vote`. */
const baseSubject = (fields: readonly Field[]): string =>
  decodeWords(fieldValue(fields, 'Subject'))
    .replace(/^(\s*(re|fwd?|aw|wg|rv|sv)\s*(\[\d+\])?:)+/i, '')
    .trim()
    .toLowerCase()

/** As Gmail does it: the same subject and a reference to a message of the thread; null where there is no such thread. */
export function findThread(box: Mailbox, fields: readonly Field[]): string | null {
  const wanted = new Set([...fieldValues(fields, 'References'), ...fieldValues(fields, 'In-Reply-To')].flatMap(ids))
  if (wanted.size === 0) return null
  const subject = baseSubject(fields)
  for (const message of box.messages) {
    const own = fieldsOf(message)
    if (ids(fieldValue(own, 'Message-ID')).some((id) => wanted.has(id)) && baseSubject(own) === subject)
      return message.threadId
  }
  return null
}
