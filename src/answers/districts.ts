/** Districts, outlines, coverage, legislators. */
import * as z from 'zod/mini'
import { CHAMBERS } from '../registry/words'
import { Seat } from './groups'
import { chamber, instant, n, nullable, s } from './kinds'

export const DistrictRow = z.object({
  chamber,
  district: s,
  label: s,
  seats: n,
  legislators: z.array(Seat),
  groups: z.array(z.object({ id: s, name: s })),
  oddity: s,
})

export const DistrictsView = z.object({
  chambers: z.array(z.object({ chamber, name: s, title: s })),
  districts: z.array(DistrictRow),
  asOf: nullable(instant),
  /** Outlines in the sheet, and how many there should be; 0 of 0 where the state has no list. */
  outlines: z.object({ kept: n, of: n, asOf: nullable(instant) }),
  /** Groups mapped on lines that no longer count. */
  outdated: z.array(z.object({ groupId: s, group: s, why: s })),
})

export type DistrictsView = z.infer<typeof DistrictsView>

/** One outline and the districts it stands for: several where seats share it or floterials lie over it. */
export const Outline = z.object({
  geoid: s,
  name: s,
  districts: z.array(s),
  lines: s,
  /** As `districts/shape.ts` reads it. */
  shape: s,
})

export type Outline = z.infer<typeof Outline>

export const OutlineLot = z.object({
  /** Outlines written so far and in all. */
  done: n,
  of: n,
  last: s,
  /** What could not be fetched, and what to do; '' where all went well. */
  problem: s,
})

export const CoverageView = z.extend(DistrictsView, {
  state: s,
  committees: z.array(z.object({ name: s, chamber: z.union([chamber, z.literal('')]), legislatorIds: z.array(s) })),
  /** Members of committees that are no legislator of the Legislators tab. */
  unknown: z.array(s),
  /** Where groups are: a dot on the map where the point is known. `led`: a lead of theirs is in People. */
  places: z.array(z.object({ groupId: s, town: s, led: z.boolean(), point: nullable(z.tuple([n, n])) })),
})

export type CoverageView = z.infer<typeof CoverageView>

/** What an import of legislators is planned with. */
export const LegislatorTables = z.object({
  /** The answer of Open States as it came. `broken`: there was none. */
  file: z.object({ status: n, body: s, broken: z.boolean() }),
  /** As `registry/states.ts` knows it. */
  state: z.object({
    code: s,
    name: s,
    fips: s,
    zones: z.readonly(z.array(s)),
    timeZone: s,
    chambers: z.readonly(
      z.array(z.object({ chamber, name: s, label: s, title: s, prefix: s, districts: n, seats: n, plan: s })),
    ),
    nested: z.boolean(),
  }),
  /** The Legislators tab, without what an import neither reads nor changes. */
  standing: z.array(
    z.object({
      id: s,
      name: s,
      chamber: z.enum(['', ...CHAMBERS]),
      district: s,
      party: s,
      email: s,
      districtPhone: s,
      leaves: s,
      source: s,
    }),
  ),
  now: instant,
  /** Whose day it is: the first of these that exists. */
  zones: z.array(s),
})

export type LegislatorTables = z.infer<typeof LegislatorTables>
