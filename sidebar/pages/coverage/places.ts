/** What is known of a group besides its name. */
import type { CoverageView } from '../../../src/contract'

export type Places = ReadonlyMap<string, CoverageView['places'][number]>

/** `Elm Fork · has a lead · G-014`. */
export function groupDetail(places: Places, id: string): string {
  const place = places.get(id)
  const lead = place && (place.led ? 'has a lead' : 'nobody leads it yet')
  return [place?.town, lead, id].filter(Boolean).join(' · ')
}
