/**
 * Is a mail from whom it says? Stands on what Gmail itself wrote down when it took the mail: the topmost
 * `Authentication-Results`, of `mx.google.com`. Whatever stands below came with the mail and proves nothing. Pure.
 */
export interface Header {
  readonly name: string
  readonly value: string
}

export const headersOf = (headers: readonly Header[], name: string): string[] =>
  headers.filter((h) => h.name.toLowerCase() === name).map((h) => h.value)
export const headerOf = (headers: readonly Header[], name: string): string => headersOf(headers, name)[0] ?? ''

const LONGEST = 10_000
const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,190}\.[a-z][a-z0-9-]*$/
const QUOTED = /^"(?:[^"\\]|\\.)*"$/

/**
 * The one address of a From header; '' where there are several, or none. What is one quoted text may hold anything. Any other
 * name with an address in it may be a second author: Gmail may have confirmed that one.
 */
export function soleAddress(values: readonly string[]): string {
  if (values.length !== 1) return ''
  const text = (values[0] ?? '').slice(0, LONGEST).toLowerCase().trim()
  const open = text.endsWith('>') ? text.lastIndexOf('<') : -1
  const name = text.slice(0, Math.max(0, open)).trim()
  const address = open < 0 ? text.replace(/\([^()<>"@]*\)$/, '').trim() : text.slice(open + 1, -1).trim()
  const isAlone = !name.includes('@') || name === address || QUOTED.test(name)
  return isAlone && ADDRESS.test(address) ? address : ''
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
/** Relaxed alignment: the signing domain is the author’s, or one above it. */
const covers = (signer: string, author: string): boolean =>
  signer.includes('.') && (author === signer || author.endsWith(`.${signer}`))

interface Result {
  readonly method: string
  readonly verdict: string
  readonly about: ReadonlyMap<string, string>
}

/**
 * Without comments, and with nothing in its quoted texts: a sender chooses what some of them hold, `; dkim=pass` for example.
 * '' where it cannot be told for certain where one ends.
 */
function bare(text: string): string {
  let out = ''
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    const end = char === '"' ? text.indexOf('"', i + 1) : i
    if (char === '\\' || end < 0 || (depth > 0 && end > i)) return ''
    if (text.slice(i, end).includes('\\')) return ''
    if (char === '(') depth += 1
    if (char === ')' && --depth < 0) return ''
    if (depth === 0) out += end > i || char === ')' ? ' ' : char
    i = end
  }
  return depth === 0 ? out : ''
}

/** `mx.google.com; dkim=pass header.i=@example.org …; dmarc=pass (p=NONE) header.from=example.org` → its parts. */
function resultsIn(header: string): { server: string; results: Result[] } {
  const [server = '', ...rest] = bare(header.slice(0, LONGEST).toLowerCase())
    .split(';')
    .map((part) => part.trim())
  const results = rest.map((part): Result => {
    const [first = '', ...more] = part.split(/\s+/)
    const [method = '', verdict = ''] = first.split('=')
    return { method, verdict, about: new Map(more.map((m) => [m.split('=')[0] ?? '', m.split('=')[1] ?? ''])) }
  })
  return { server: server.split(/\s+/)[0] ?? '', results }
}

function passes(header: string, author: string): boolean {
  const { server, results } = resultsIn(header)
  if (server !== 'mx.google.com') return false
  const domain = domainOf(author)
  const [dmarc, another] = results.filter((r) => r.method === 'dmarc')
  if (another) return false
  if (dmarc && dmarc.verdict !== 'pass' && dmarc.verdict !== 'none') return false
  if (dmarc?.verdict === 'pass' && dmarc.about.get('header.from') === domain) return true
  return results.some(({ method, verdict, about }) => {
    const signer = about.get('header.d') ?? domainOf(about.get('header.i') ?? '')
    return method === 'dkim' && verdict === 'pass' && covers(signer, domain)
  })
}

export interface Author {
  /** Lower case; '' where the mail names not exactly one. */
  readonly address: string
  readonly authentic: boolean
  /** It came by this Google Group. */
  readonly via: string
}

/**
 * Who wrote it. A post of a Google Group carries the group’s own proof; of the author, the group says what it saw. That is
 * believed of `group` alone (the network’s, '' for none), whose members trust it anyway.
 */
export function authorOf(headers: readonly Header[], group: string): Author {
  const from = soleAddress(headersOf(headers, 'from'))
  const seen = headerOf(headers, 'authentication-results')
  const lists = headersOf(headers, 'list-id')
  if (lists.length === 0) return { address: from, authentic: from !== '' && passes(seen, from), via: '' }
  const mark = `<${group.replace('@', '.')}>`
  const isOurs = group !== '' && lists.length === 1 && (lists[0] ?? '').toLowerCase().includes(mark)
  const original = headersOf(headers, 'x-original-from')
  const address = from === group || from === '' ? soleAddress(original) : from
  const told = headersOf(headers, 'x-original-authentication-results')
  const { server, results } = resultsIn(seen)
  const fromGroup =
    server === 'mx.google.com' &&
    results.some(
      ({ method, verdict, about }) =>
        method === 'dkim' &&
        verdict === 'pass' &&
        (about.get('header.d') ?? domainOf(about.get('header.i') ?? '')) === domainOf(group),
    )
  const authentic = isOurs && fromGroup && address !== '' && told.length === 1 && passes(told[0] ?? '', address)
  return { address, authentic, via: isOurs ? group : (lists[0] ?? '').slice(0, 100) }
}
