/** E-mail addresses as an alert uses them. */
export { toAddress } from '../registry/address'

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
