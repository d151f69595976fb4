/** The made-up sheet's half of the mapping page: covers that are really set, outlines of a few districts. */
import type { Answer, GroupCard, Params } from '../../src/contract'
import { encodeShape, type Point } from '../../src/districts/shape'

type Districts = Answer<'districts'>['districts']
type Outlines = Answer<'outlines'>['outlines']

const outline = (geoid: string, districts: string[], ring: Point[]): Outlines[number] => ({
  geoid,
  name: districts.length ? `District ${districts.join(', ')}` : 'Not defined',
  districts,
  lines: '2026',
  shape: encodeShape([[ring]]),
})

/** Four House districts around (-90, 40), a piece of water beside them; one Senate district under two of them. */
export const OUTLINES: Record<'upper' | 'lower', Outlines> = {
  lower: [
    outline(
      '99012',
      ['12B'],
      [
        [-90.4, 40.1],
        [-90.4, 40.4],
        [-90.05, 40.4],
        [-90.1, 40.15],
        [-90.4, 40.1],
      ],
    ),
    outline(
      '99031',
      ['31'],
      [
        [-90.05, 40.4],
        [-89.6, 40.4],
        [-89.6, 40.18],
        [-90.1, 40.15],
        [-90.05, 40.4],
      ],
    ),
    outline(
      '99114',
      ['114'],
      [
        [-90.4, 40.1],
        [-90.1, 40.15],
        [-90, 39.8],
        [-90.4, 39.8],
        [-90.4, 40.1],
      ],
    ),
    outline(
      '99014',
      ['14A'],
      [
        [-90.1, 40.15],
        [-89.6, 40.18],
        [-89.6, 39.8],
        [-90, 39.8],
        [-90.1, 40.15],
      ],
    ),
    outline(
      '99ZZZ',
      [],
      [
        [-89.6, 39.8],
        [-89.6, 40.4],
        [-89.5, 40.4],
        [-89.5, 39.8],
        [-89.6, 39.8],
      ],
    ),
  ],
  upper: [
    outline(
      '99U14',
      ['14'],
      [
        [-90.4, 39.8],
        [-90.4, 40.4],
        [-89.6, 40.4],
        [-89.6, 39.8],
        [-90.4, 39.8],
      ],
    ),
  ],
}

type Set = Pick<GroupCard, 'covers' | 'mapping' | 'why' | 'next' | 'point'>

/** What the page set, and what tests say besides. */
export interface MapNow {
  set: Record<string, Set>
  /** Grows with every change of a group's covers, by whomever. */
  version: Record<string, number>
  /** Whatever else cards are to say. */
  about: Partial<GroupCard>
  outdated: Answer<'districts'>['outdated']
}
export const startMap = (): MapNow => ({ set: {}, version: {}, about: {}, outdated: [] })

/** The card with what was set. */
export const withSet = (card: GroupCard, now: MapNow): GroupCard => ({
  ...card,
  ...now.about,
  ...now.set[card.id],
  seal: `seal ${now.version[card.id] ?? 0}`,
})

const refuse = (code: string, message: string, next: string, field?: string) => {
  throw { fault: { code, message, next, ...(field && { field }) } }
}

/** As the sheet does it: all covers, each named and seated; the mapping by `back`, `confirm`, or what was set by hand. */
export function setCovers(
  { covers, confirm, point, back, seal }: Params<'setCovers'>,
  card: GroupCard,
  districts: Districts,
  now: MapNow,
): void {
  if (seal !== card.seal)
    refuse(
      'COVERS_CHANGED',
      'Somebody changed what this group covers, or its address; the card shows it now.',
      'Look at it again. Nothing of yours was written.',
    )
  const rows = covers.map((cover): GroupCard['covers'][number] => {
    const row = districts.find((one) => one.chamber === cover.chamber && one.district === cover.district)
    const standing = card.covers.find((one) => one.chamber === cover.chamber && one.district === cover.district)
    if (!row && !standing) refuse('UNKNOWN_DISTRICT', `${cover.district} is not a district.`, 'Choose one.', 'district')
    return {
      ...cover,
      label: row?.label ?? standing?.label ?? '',
      oddity: row?.oddity ?? '',
      seats: row?.legislators ?? standing?.seats ?? [],
      mappedOn: cover.mappedOn ?? '2026-11-23T17:58:00.000Z',
      confirmedBy: confirm ? 'checked by maya@franklin.example.org on Nov 23, 2026' : cover.confirmedBy,
    }
  })
  const byHand = new Set(rows.filter((row) => row.source !== 'census').map((row) => row.chamber))
  const settled = confirm || byHand.size === 2
  now.set[card.id] = {
    covers: rows,
    mapping: back ? back.mapping : settled ? 'mapped' : card.mapping,
    why: back ? back.why : settled ? '' : card.why,
    next: back ? back.next : settled ? '' : card.next,
    point: point === undefined ? card.point : (point as typeof card.point),
  }
  now.version[card.id] = (now.version[card.id] ?? 0) + 1
}
