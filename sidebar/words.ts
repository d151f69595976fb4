/** Small words for numbers, times and places, the same on every page. */
import type { Progress } from '../src/contract'

/** `1 group`, `57 groups`, `1,000 people`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}
/** `2 groups`, `no group`. */
export const groupsOf = (n: number) => (n ? count(n, 'group') : 'no group')
export const people = (n: number) => count(n, 'person', 'people')

/** `12 people were not asked (act by passed).`: nothing more is sent to them. */
export const notAsked = (state: string, n: number) =>
  `${count(n, 'person was', 'people were')} not asked (${state === 'expired' ? 'act by passed' : 'cancelled'}).`

/** `18 of 42 people have it`, `1 of 1 person has it`. */
export const peopleHaveIt = (sent: number, all: number) => `${sent} of ${people(all)} ${all === 1 ? 'has' : 'have'} it`

/** The same, `1 of 2 posts made`, or both: a post is no person. */
export function haveIt({ sent, people: all, posts = [] }: Pick<Progress, 'sent' | 'people' | 'posts'>): string {
  const made = posts.filter((post) => post.state === 'sent').length
  return [
    (all > 0 || posts.length === 0) && peopleHaveIt(sent, all),
    posts.length > 0 && `${made} of ${count(posts.length, 'post')} made`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Something of it is out: mail, or a post that people may have read. */
export const isOut = ({ sent, doubt, posts = [] }: Pick<Progress, 'sent' | 'doubt' | 'posts'>): boolean =>
  sent > 0 || doubt > 0 || posts.some(({ state }) => state === 'sent' || state === 'doubt')

/** A district's label with its number kept on the same line: `Senate 1`. */
export const glued = (label: string) => label.replace(/ (?=\S{1,6}$)/, '\u00a0')

/** As the sheet's own sentences have it: `5:00 pm`. */
const lower = (text: string) => text.replace(/[AP]M$/, (half) => half.toLowerCase())

/** An ISO instant as `Nov 23, 5:00 pm` in the zone; the text as it came where it is no instant. */
export function moment(instant: string, timeZone: string | undefined): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const options = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
  try {
    return lower(at.toLocaleString('en-US', { ...options, timeZone }))
  } catch {
    return lower(at.toLocaleString('en-US', options))
  }
}

/** An ISO instant as `Nov 23, 2026` in the zone. */
export function day(instant: string, timeZone: string | undefined): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const options = { month: 'short', day: 'numeric', year: 'numeric' } as const
  try {
    return at.toLocaleDateString('en-US', { ...options, timeZone })
  } catch {
    return at.toLocaleDateString('en-US', options)
  }
}

/** `America/Kentucky/Louisville` as `Eastern Time (Kentucky/Louisville)`. */
export function zoneName(timeZone: string): string {
  const place = timeZone.split('/').slice(1).join('/').replace(/_/g, ' ')
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      timeZoneName: 'longGeneric',
    } as Intl.DateTimeFormatOptions)
    const name = parts.formatToParts(new Date()).find((part) => part.type === 'timeZoneName')?.value
    return name ? `${name} (${place || timeZone})` : timeZone
  } catch {
    return timeZone
  }
}

/** `(D)` for `Democratic`; nothing for none. Parties are shown by their first letter, as legislatures print them. */
export const partyMark = (party: string) => (party ? ` (${party.slice(0, 1).toUpperCase()})` : '')
