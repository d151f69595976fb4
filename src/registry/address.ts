/** E-mail addresses: plain ASCII, nothing around them, nothing a mail header could trip over. */
const PLAIN =
  /^(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/

/** The address to write to, in lower case, or null where the cell holds anything but one plain address. */
export function toAddress(cell: string): string | null {
  const address = cell.trim().toLowerCase()
  return address.length <= 254 && PLAIN.test(address) ? address : null
}
