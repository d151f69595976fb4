/** What people typed, fit to be pasted anywhere: no controls, no addresses, no links to meetings. Pure. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
/** Half an emoji. */
const BROKEN = /\p{Surrogate}/gu
const MEETINGS =
  'zoom.us|zoom.com|zoomgov.com|meet.google.com|teams.microsoft.com|teams.live.com|webex.com|gotomeeting.com|goto.com|whereby.com|meet.jit.si'.split(
    '|',
  )

/** An address, or a link to a meeting. Word by word: texts may be long, and patterns that look back over them slow. */
function isPrivate(word: string): boolean {
  const at = word.indexOf('@')
  if (at > 0 && at < word.length - 1) return true
  const lower = word.toLowerCase()
  return MEETINGS.some((host) => lower.includes(host))
}

export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(BROKEN, '')
    .split('\n')
    .map((line) =>
      line
        .split(/\s+/)
        .filter((word) => word && !isPrivate(word))
        .join(' '),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

/** Ends as a sentence does. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) || text === '' ? text : `${text}.`)

/** Slack takes these three for its own; an `@` would call people. */
export const forSlack = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/[@＠]/g, '')
