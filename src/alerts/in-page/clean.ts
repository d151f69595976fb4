/** What people typed, fit to be pasted anywhere: no controls, no addresses, no links to meetings. Pure. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
/** Half an emoji. */
const BROKEN = /\p{Surrogate}/gu
const ADDRESS = /(?:mailto:)?[^\s<>@,;:()]+@[^\s<>@,;:()]+/gi
const MEETING =
  /(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:zoom\.(?:us|com)|zoomgov\.com|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|gotomeeting\.com|goto\.com|whereby\.com|meet\.jit\.si)(?:\/\S*)?/gi

export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(BROKEN, '')
    .replace(ADDRESS, '')
    .replace(MEETING, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

/** Ends as a sentence does. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) || text === '' ? text : `${text}.`)

/** Slack takes these three for its own; an `@` would call people. */
export const forSlack = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/[@＠]/g, '')
