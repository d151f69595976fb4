/** Imports, groups, and one group’s card. */
import * as z from 'zod/mini'
import { BASES, COVERAGE_SOURCES, MAPPINGS } from '../registry/words'
import { chamber, instant, n, nullable, s } from './kinds'

/** Who is there already, by what tells one from another. `people` is empty where groups are brought in. */
export const ImportTables = z.object({
  groups: z.array(z.object({ id: s, name: s, town: s })),
  people: z.array(z.object({ id: s, name: s, email: s, groupId: s })),
})

export type ImportTables = z.infer<typeof ImportTables>

/** The IDs of the first and the last row that was added. */
export const ImportDone = z.object({ added: n, first: s, last: s })

export type ImportDone = z.infer<typeof ImportDone>

export const Seat = z.object({ id: s, name: s, party: s, phone: s, vacant: z.boolean() })

export type Seat = z.infer<typeof Seat>

export const CoverageCard = z.object({
  chamber,
  district: s,
  /** `House 14A`. */
  label: s,
  basis: z.enum(BASES),
  share: nullable(n),
  source: z.enum(COVERAGE_SOURCES),
  lines: s,
  mappedOn: nullable(instant),
  confirmedBy: s,
  seats: z.array(Seat),
  /** What is special about this district, in one line; '' for most. */
  oddity: s,
})

export type CoverageCard = z.infer<typeof CoverageCard>

export const GroupCard = z.object({
  id: s,
  /** Where it stands in the Groups tab. */
  row: n,
  name: s,
  town: s,
  address: s,
  zip: s,
  status: s,
  mapping: z.enum(MAPPINGS),
  /** Why it is `check` or `none`, and what to do: empty when mapped. */
  why: s,
  next: s,
  covers: z.array(CoverageCard),
  leaders: n,
  /** Changes with what the group covers; goes back with `setCovers`. */
  seal: s,
  /** Latitude and longitude, where they are known. */
  point: nullable(z.tuple([n, n])),
  /** Places that fit the address and lie in different districts: only after mapping, for a person to choose one. */
  choices: z.array(z.object({ address: s, districts: z.array(s) })),
  /** What other groups of the same ZIP or town say, where the address does not do: `House 14A (2 groups)`. */
  hints: z.array(s),
  /** Mapped on lines that no longer count: `Mapped on the lines of 2024; those of 2026 count now.` */
  outdated: s,
})

export type GroupCard = z.infer<typeof GroupCard>

export const MapProblem = z.object({ groupId: s, group: s, why: s, next: s })

export type MapProblem = z.infer<typeof MapProblem>

export const MapLot = z.object({
  /** Groups this lot looked at. */
  tried: n,
  mapped: n,
  check: n,
  failed: n,
  /** Groups still without a mapping that this run has not tried. */
  left: n,
  problems: z.array(MapProblem),
  /** The geocoder does not answer now: no use in asking for the next lot at once. */
  paused: nullable(s),
})

export type MapLot = z.infer<typeof MapLot>

export const GroupsView = z.object({
  total: n,
  /** Groups that have left are in none of the other numbers. */
  left: z.optional(n),
  people: n,
  mapped: n,
  check: n,
  none: n,
  problems: z.array(MapProblem),
  groups: z.array(z.object({ id: s, name: s, town: s, mapping: z.enum(MAPPINGS) })),
})

export type GroupsView = z.infer<typeof GroupsView>
