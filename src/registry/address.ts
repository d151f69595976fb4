/** E-mail addresses: plain ASCII, nothing around them, nothing a mail header could trip over. */
const PLAIN =
  /^(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/

/** The address to write to, in lower case, or null where the cell holds anything but one plain address. */
export function toAddress(cell: string): string | null {
  const address = cell.trim().toLowerCase()
  return address.length <= 254 && PLAIN.test(address) ? address : null
}

/** Every mailbox that a cell names, however it is written there: `Lee <lee@example.org>`, `mailto:…`, several in a row. */
export const mailboxesIn = (cell: string): string[] =>
  (cell.toLowerCase().match(/[\w!#$%&'*+/=?^`{|}~.-]{1,64}@[a-z0-9.-]{1,253}/g) ?? []).map((found) =>
    mailboxOf(found.replace(/^'+|\.+$/g, '')),
  )

/**
 * What two spellings of one mailbox have in common: `Lee.Park+x@googlemail.com` and `leepark@gmail.com` are one. Other
 * hosts may tell dots and tags apart, so theirs stay as they are.
 */
export function mailboxOf(address: string): string {
  const lower = address.trim().toLowerCase()
  const at = lower.lastIndexOf('@')
  const host = lower.slice(at + 1)
  if (host !== 'gmail.com' && host !== 'googlemail.com') return lower
  const name = (lower.slice(0, at).split('+')[0] ?? '').replace(/\./g, '')
  return `${name}@gmail.com`
}
