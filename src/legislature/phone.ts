import { Fault } from '../fault'

/** A phone number as it is dialled: `651-296-4123`, `651-296-4123 ext. 5`. '' stays ''. Throws `BAD_PHONE`. */
export function toPhoneNumber(typed: string): string {
  const text = typed.replace(/\s+/g, ' ').trim()
  if (text === '') return ''
  const [number = '', extension = ''] = text.split(/\s*(?:extension|ext\.?|x|#)\s*/i)
  const digits = number.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
  if (!/^\+?[\d\s().\-/]+$/.test(number) || digits.length !== 10 || !/^\d{0,6}$/.test(extension))
    throw new Fault(
      'BAD_PHONE',
      'That is not a phone number with area code.',
      'Type ten digits, such as 651-296-4123, with “ext. 12” behind it where there is one.',
      'phone',
    )
  const dialled = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
  return extension ? `${dialled} ext. ${extension}` : dialled
}
