/** Text measured and cut as people see it: an emoji of several code points is one character, and is never broken. Pure. */

interface Segmenter {
  segment(text: string): Iterable<{ readonly segment: string }>
}

const segmenter = ((): Segmenter | null => {
  const { Segmenter: Made } = Intl as unknown as { Segmenter?: new (locale: string) => Segmenter }
  return Made ? new Made('en') : null
})()

/** The characters of a text; whole code points where the browser cannot tell more. */
export const characters = (text: string): string[] =>
  segmenter ? Array.from(segmenter.segment(text), (one) => one.segment) : Array.from(text)

export const lengthOf = (text: string): number => characters(text).length

/** At most `most` characters; what is longer ends with `…`, between words where that costs little. */
export function cut(text: string, most: number): string {
  const all = characters(text)
  if (all.length <= most) return text
  if (most < 1) return ''
  const kept = all.slice(0, most - 1).join('')
  const space = kept.lastIndexOf(' ')
  const short = space > kept.length * 0.6 ? kept.slice(0, space) : kept
  return `${short.trimEnd()}…`
}
