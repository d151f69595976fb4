/** What it costs to fetch a real state’s outlines into the sheet; nothing where the real data is not beside the project. */
import { sharedData } from '../shared-data'
import { openDesk } from '../support/desk'
import { fetchOutlines, keptOutlines } from '../support/outlines'
import { type OutlinedState, realTigerWeb } from '../support/tigerweb'
import { type Measured, measure } from './measure'

const MAYA = 'maya@example.org'

export interface OutlinesMeasured extends Measured {
  outlines: number
  /** Requests to the map service; each lot asks for its outlines in one call. */
  fetched: number
  /** Of the answers, all together. */
  answered_characters: number
  sheet_characters: number
  longest_cell: number
}

export function outlinesOf(state: OutlinedState): OutlinesMeasured | null {
  if (!sharedData('districts/geojson')) return null
  const web = realTigerWeb([state])
  let answered = 0
  web.change = (body) => {
    answered += body.length
    return body
  }
  const desk = openDesk(MAYA, { network: web.network })
  desk.ask(MAYA, 'setUp', { state })
  const measured = measure(desk.workspace, (ask) =>
    fetchOutlines({ ...desk, ask: (...of) => ask(() => desk.ask(...of)) }, MAYA),
  )
  const lengths = [...keptOutlines(desk, MAYA).values()].map((outline) => outline.shape.length)
  return {
    ...measured,
    outlines: lengths.length,
    fetched: web.asked.length,
    answered_characters: answered,
    sheet_characters: lengths.reduce((sum, length) => sum + length, 0),
    longest_cell: Math.max(...lengths),
  }
}
