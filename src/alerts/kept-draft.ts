/** A draft as its cell in the Alerts tab holds it: what the sidebar keeps, and what was tested. */
import * as z from 'zod/mini'
import { Draft } from '../contract'
import { Fault } from '../fault'

const Kept = z.extend(Draft, {
  /** ISO instant of the last test mail, and the words it held. */
  testedAt: z.optional(z.string()),
  testedWords: z.optional(z.string()),
  /** ISO instant at which approval was asked for. */
  askedAt: z.optional(z.string()),
  /** Everyone who changed words or audience since it was made, parted by commas. */
  changedBy: z.optional(z.string()),
})
export type Kept = z.infer<typeof Kept>

const DAY_MS = 24 * 3_600_000

/** A cell takes 50,000 characters. */
const LONGEST = 49_000

/** Null where the cell holds no draft, or was changed by hand into something else. */
export function readKept(cell: string): Kept | null {
  try {
    const parsed = z.safeParse(Kept, JSON.parse(cell))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What of it is the page’s. */
export const draftOf = (kept: Kept): Draft => z.parse(Draft, kept)

/** Throws `DRAFT_TOO_LONG`. */
export function writeKept(kept: Kept): string {
  const cell = JSON.stringify(kept)
  if (cell.length <= LONGEST) return cell
  throw new Fault(
    'DRAFT_TOO_LONG',
    'This alert is too long to keep.',
    'Choose fewer legislators and districts, or shorten the text.',
    'body',
  )
}

/** Asked for within the last day, whatever became of it since. Looks at the cell as it stands: `tick` asks at every run. */
export function isAskedFor({ draft }: { readonly draft: string }, now: Date): boolean {
  const at = /"askedAt":"([^"]+)"/.exec(draft)?.[1]
  return at !== undefined && Date.parse(at) + DAY_MS > now.getTime()
}
