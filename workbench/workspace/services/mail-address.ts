/** Addresses in headers: `"Lee, A." <lee@example.org>, kim@example.org`. */
import { decodeWords, encodeWords } from './mail-words'

export interface Address {
  /** Display name, decoded; '' where there is none. */
  readonly name: string
  /** Lower case. */
  readonly email: string
}

/** One `@`, a domain with a dot, nothing that could end a header or a list. */
export const isEmail = (text: string): boolean =>
  /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/.test(text)

/** Splits at commas and semicolons outside quotes, comments and angle brackets. */
function splitList(header: string): string[] {
  const items: string[] = []
  let item = ''
  let quoted = false
  let angle = false
  let depth = 0
  for (let i = 0; i < header.length; i++) {
    const char = header.charAt(i)
    if (char === '\\' && (quoted || depth > 0)) {
      item += char + header.charAt(++i)
      continue
    }
    if (char === '"' && depth === 0) quoted = !quoted
    else if (!quoted && char === '(') depth++
    else if (!quoted && char === ')' && depth > 0) depth--
    else if (!quoted && depth === 0 && char === '<') angle = true
    else if (!quoted && depth === 0 && char === '>') angle = false
    else if (!quoted && depth === 0 && !angle && (char === ',' || char === ';')) {
      items.push(item)
      item = ''
      continue
    }
    item += char
  }
  return [...items, item].map((text) => text.trim()).filter(Boolean)
}

function parseOne(text: string): Address {
  // A named list (`Friends: a@x.org, b@x.org;`) leaves its name before the first address.
  const item = text.replace(/^[^"<@:]*:\s*/, '')
  const bracket = /^([\s\S]*)<([^<>]*)>[^<>]*$/.exec(item)
  if (!bracket)
    return {
      name: '',
      email: item
        .replace(/\([^()]*\)/g, '')
        .trim()
        .toLowerCase(),
    }
  const name = (bracket[1] ?? '')
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/\\(.)/g, '$1')
  return { name: decodeWords(name), email: (bracket[2] ?? '').trim().toLowerCase() }
}

/** Addresses in their order; what is no address comes back as it stands, for the caller to refuse. */
export const parseAddresses = (header: string): Address[] => splitList(header.replace(/[\r\n]+/g, ' ')).map(parseOne)

/** ASCII for a header: the name as encoded words where it must be. */
export function formatAddress({ name, email }: Address): string {
  if (name === '') return email
  const encoded = encodeWords(name)
  return encoded === name ? `"${name.replace(/["\\]/g, '\\$&')}" <${email}>` : `${encoded} <${email}>`
}
