/** Remembers that mapping all was begun and how far it is, so that `tick` goes on when the sidebar was closed. */
import { deleteProperty, getProperty, setProperty } from '../google/properties'

const KEY = 'mapping all'
/** Whoever began still goes on: a lot or a block of the menu’s run takes no longer. */
const BUSY_MS = 3 * 60_000
/** The geocoder did not answer: `tick` comes every five minutes, and a day has only so many fetches. */
const DOWN_MS = 30 * 60_000
/** Nobody waits for it any more. */
const FORGOTTEN_MS = 7 * 86_400_000

export interface Begun {
  readonly by: string
  /** When it began, as `Date.now()` counts. */
  readonly at: number
  /** All groups up to this ID are through. */
  readonly last: string
  /** Before this time `tick` leaves it alone. */
  readonly from: number
}

export function begun(): Begun | null {
  try {
    const kept: Begun | null = JSON.parse(getProperty(KEY))
    return kept && typeof kept.last === 'string' && Date.now() - kept.at < FORGOTTEN_MS ? kept : null
  } catch {
    return null
  }
}

/** Puts down how far it is; `down`: nothing answers now. */
export const goOn = ({ by, at }: Pick<Begun, 'by' | 'at'>, last: string, down = false): void =>
  setProperty(KEY, JSON.stringify({ by, at, last, from: Date.now() + (down ? DOWN_MS : BUSY_MS) }))

export const end = (): void => deleteProperty(KEY)
