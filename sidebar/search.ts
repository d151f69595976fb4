/** Finding by what people type: parts of names, district codes, `HD 14A`. */
import type { Chamber } from '../src/registry/words'

/** Lower case without accents, split at everything that is neither letter nor digit. */
export function searchWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Words people use for a district besides its label: `hd14a`, `hd`, `house`, `rep`. */
export function districtWords(chamber: Chamber, district: string): string[] {
  const code = searchWords(district).join('')
  const kind = chamber === 'upper' ? ['sd', 'senate', 'sen'] : ['hd', 'house', 'rep']
  return [...searchWords(district), code, ...kind, `${kind[0]}${code}`]
}

/**
 * Does every word of the query begin one of the words? With an exact word for a number: `14` finds 14 and 14A, not 114,
 * and `1` alone finds 1 and 1A but not 14.
 */
export function matches(query: string, words: readonly string[]): boolean {
  return searchWords(query).every((asked) =>
    words.some((word) => {
      if (!word.startsWith(asked)) return false
      return !/\d$/.test(asked) || !/^\d/.test(word.slice(asked.length))
    }),
  )
}
