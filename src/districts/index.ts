/** Districts: which groups cover which, and where nobody does. */
import type { CoverageView, DistrictsView, GroupCard, Home, Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { readGrid } from '../registry/grid'
import { stateOfSheet } from '../registry/network'
import { rowsOf } from '../registry/read'
import { selectedGroupId } from '../registry/selected'
import { getSettings } from '../registry/settings'
import { stateOf } from '../registry/states'
import { readTable } from '../registry/table'
import { countCoverage } from './coverage'
import { viewCoverage } from './coverage-view'
import { linesNow } from './lines'
import { mapOne } from './map-groups'
import { outlinesKept } from './outlines-kept'
import { writeCovers } from './set-covers'
import { viewDistricts, viewGroup } from './view'

export { type MapRun, mapAllUntil, mapLot, stopMapping, tickMapping } from './map-groups'
export { outlineLot, outlines } from './outlines'

function cardOf(groupId: string): GroupCard | null {
  const grid = readGrid('groups')
  const groups = rowsOf<'groups'>(grid)
  const group = groups.find((g) => g.id === groupId)
  if (!group) return null
  const settings = getSettings()
  return viewGroup(group, grid.keys.indexOf(groupId) + 2, stateOfSheet(settings), {
    groups,
    years: linesNow(settings.lines),
    people: readTable('people'),
    coverage: readTable('coverage'),
    districts: readTable('districts'),
    legislators: readTable('legislators'),
  })
}

/** One group’s card; null: the group of the selected row, or no card where none is selected. Throws `NO_STATE`. */
export function groupCard(groupId: string | null): { card: GroupCard | null } {
  const id = groupId ?? selectedGroupId()
  return { card: id ? cardOf(id) : null }
}

function cardNow(groupId: string): GroupCard {
  const card = cardOf(groupId)
  if (!card)
    throw new Fault('GROUP_GONE', `Group ${groupId} is no longer in the sheet.`, 'Select a row in the Groups tab.')
  return card
}

/** Maps one group now, and gives its new card, with choices where several places fit. Throws as `mapOne`. */
export function mapGroup(groupId: string, caller: Caller, pick?: string): GroupCard {
  const choices = mapOne(groupId, caller, pick)
  const found = choices.map(({ address, districts }) => ({ address, districts: [...districts] }))
  return { ...cardNow(groupId), choices: found }
}

/** Writes what the group covers from now on, and gives its new card. Throws as `writeCovers`. */
export function setCovers(params: Params<'setCovers'>, caller: Caller): GroupCard {
  writeCovers(params, caller)
  return cardNow(params.groupId)
}

/** All districts with members, vacant seats and groups. Throws `NO_STATE`, `TAB_MISSING`, `COLUMN_MISSING`. */
export function districtsView(): DistrictsView {
  const settings = getSettings()
  const state = stateOfSheet(settings)
  const coverage = readTable('coverage')
  const view = viewDistricts(state, {
    years: linesNow(settings.lines),
    groups: readTable('groups'),
    coverage,
    districts: readTable('districts'),
    legislators: readTable('legislators'),
  })
  return { ...view, outlines: outlinesKept(state, readTable('outlines'), coverage, settings.lines) }
}

/** Everything the coverage dialog shows but the outlines. Throws as `districtsView` does. */
export const coverageView = (): CoverageView =>
  viewCoverage(stateOfSheet(), districtsView(), {
    groups: readTable('groups'),
    people: readTable('people'),
    legislators: readTable('legislators'),
    committees: readTable('committees'),
  })

/** Covered and all districts per chamber; [] before the sheet knows its state. */
export function coverageSummary(): Home['coverage'] {
  const state = stateOf(getSettings().state)
  return state ? countCoverage(state, readTable('districts'), readTable('coverage'), readTable('groups')) : []
}
