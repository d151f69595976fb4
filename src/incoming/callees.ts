/** Whom an alert asks each of its groups to call, as its draft says. Pure. */
import { committeesOf } from '../registry/committees'
import { districtKey } from '../registry/district-rows'
import type { Row } from '../registry/tables'
import { type AudienceKind, CHAMBERS } from '../registry/words'
import type { Callee } from './answer-words'

export interface Tables {
  readonly coverage: readonly Row<'coverage'>[]
  readonly legislators: readonly Row<'legislators'>[]
  readonly committees: readonly Row<'committees'>[]
}

export interface Called {
  readonly callees: readonly Callee[]
  /** IDs of whom this group was asked to call. */
  of(groupId: string): string[]
}

/** What of an approved draft’s cell says whom to call; anything may be left out, and the cell may have been changed by hand. */
interface Choice {
  readonly legislatorIds: readonly string[]
  readonly districts: readonly { readonly chamber: 'upper' | 'lower'; readonly district: string }[]
  readonly committees: readonly string[]
  readonly audience: readonly AudienceKind[]
  readonly callees: string
}
function choiceIn(cell: string): Choice {
  const list = <T>(value: unknown, otherwise: T[] = []): T[] =>
    Array.isArray(value) ? value.filter(Boolean) : otherwise
  const read = (): Partial<Record<keyof Choice, unknown>> => {
    try {
      return JSON.parse(cell) ?? {}
    } catch {
      return {}
    }
  }
  const { legislatorIds, districts, committees, audience, callees = 'both' } = read()
  return {
    legislatorIds: list(legislatorIds),
    districts: list(districts),
    committees: list(committees),
    audience: list(audience, ['targets']),
    callees: String(callees),
  }
}

/** The Committees tab has to be read for it. */
export const namesCommittee = ({ draft }: Row<'alerts'>): boolean => choiceIn(draft).audience.includes('committee')

export function calledBy({ draft }: Row<'alerts'>, groupIds: readonly string[], t: Tables): Called {
  const { audience, callees, ...choice } = choiceIn(draft)
  // The same ones for everybody, wherever they live.
  const forAll = callees === 'chosen'
  const byName = forAll || audience.includes('targets')
  const named = new Set(byName ? choice.legislatorIds : [])
  const districts = new Set(byName ? choice.districts.map((d) => districtKey(d.chamber, d.district)) : [])
  const committees = committeesOf(audience.includes('committee') ? t.committees : [], t.legislators)
  for (const { key, legislatorIds } of committees)
    if (choice.committees.includes(key)) for (const id of legislatorIds) named.add(id)
  const isWide = audience.some((kind) => kind !== 'targets' && kind !== 'committee')
  const own = new Set<string>(!isWide || forAll ? [] : callees === 'both' ? CHAMBERS : [callees])

  const covered = new Map<string, Set<string>>()
  for (const { groupId, chamber, district } of t.coverage)
    covered.set(groupId, (covered.get(groupId) ?? new Set<string>()).add(districtKey(chamber, district)))
  const ofAnyone = new Set(groupIds.flatMap((id) => [...(covered.get(id) ?? [])]))
  const placeOf = (l: Row<'legislators'>): string => districtKey(l.chamber, l.district)
  const sitting = t.legislators.filter((l) => l.leaves.trim() === '')
  const isChosen = (l: Row<'legislators'>): boolean => named.has(l.id) || districts.has(placeOf(l))
  const called = sitting.filter((l) => isChosen(l) || (own.has(l.chamber) && ofAnyone.has(placeOf(l))))
  return {
    callees: called.map(({ id, name }) => ({ id, name })),
    of: (groupId) =>
      called.filter((l) => (forAll && isChosen(l)) || covered.get(groupId)?.has(placeOf(l))).map(({ id }) => id),
  }
}
