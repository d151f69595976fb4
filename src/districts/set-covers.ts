/** Writes what a person says that a group covers: only this group's rows, under the lock. */
import type { Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { addressOf } from '../registry/group-rows'
import { log } from '../registry/log'
import { noteOf } from '../registry/mapping-note'
import { stateOfSheet } from '../registry/network'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { districtLabel } from '../registry/states'
import { appendRows, keyOf, readTable, removeRows, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { coverKey, isStale, rowsFor } from './covers'
import { groupColumns, isSettled } from './merge'
import { pointText } from './point'
import { recount } from './recount'

type Coverage = Row<'coverage'>

const WITHOUT_CHAMBER = (): string =>
  noteOf('In one chamber the group has no district any more.', 'Add one, or confirm that it is right like this.')

/**
 * The group covers these districts from now on. Asked for again after a run that died, it ends as one that did not.
 * Throws `GROUP_GONE`, `ID_TWICE`, `COVERS_CHANGED`, `UNKNOWN_DISTRICT`, `BAD_SHARE`, `BAD_POINT`, `NOTHING_TO_CONFIRM`
 * (each before anything is written), `NO_STATE`, `SHEET_BUSY`, `TAB_MISSING`, `COLUMN_MISSING`.
 */
export function writeCovers(asked: Params<'setCovers'>, { email, now }: Caller): void {
  const { groupId, seal, confirm, point, back } = asked
  const [latitude = Number.NaN, longitude = Number.NaN] = point ?? []
  alone(() => {
    const state = stateOfSheet()
    const groups = readTable('groups')
    const [group, twin] = groups.filter((g) => g.id === groupId)
    if (!group)
      throw new Fault('GROUP_GONE', `Group ${groupId} is no longer in the sheet.`, 'Select a row in the Groups tab.')
    if (twin)
      throw new Fault('ID_TWICE', `${groupId} stands in two rows of the Groups tab.`, 'Empty the ID of the copied row.')
    if (point && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      throw new Fault('BAD_POINT', 'This place is not on the map.', 'Choose another one.')
    const coverage = readTable('coverage')
    const isOurs = (row: Coverage): boolean => row.groupId.trim() === groupId && row.chamber !== ''
    const before = coverage.filter(isOurs)
    const timeZone = getSettings().timeZone || state.timeZone
    const day = now.toLocaleDateString('en-US', { timeZone, year: 'numeric', month: 'short', day: 'numeric' })
    const stamp = confirm ? `checked by ${email} on ${day}` : ''
    const rows = rowsFor(asked, group, before, readTable('districts'), state, stamp, now)
    if (confirm && rows.length === 0)
      throw new Fault('NOTHING_TO_CONFIRM', 'This group covers no district yet.', 'Add one first.')
    if (isStale(seal, group, before, rows))
      throw new Fault(
        'COVERS_CHANGED',
        'Somebody changed what this group covers, or its address; the card shows it now.',
        'Look at it again. Nothing of yours was written.',
      )

    const stood = new Set(before.map(coverKey))
    const stay = new Set(rows.map(coverKey))
    const [added, gone] = [rows.filter((r) => !stood.has(coverKey(r))), before.filter((r) => !stay.has(coverKey(r)))]
    appendRows('coverage', added)
    updateRows('coverage', new Map(rows.map((row) => [keyOf('coverage', row), row])))
    removeRows('coverage', new Set(gone.map((row) => keyOf('coverage', row))))

    const chambers = state.chambers.map((c) => c.chamber)
    const settled = confirm || isSettled(rows, chambers)
    const lost = group.mapping === 'mapped' && !settled && rows.length > 0
    const mapping = back ? back.mapping : settled ? 'mapped' : lost ? 'check' : group.mapping
    const note = back ? noteOf(back.why, back.next) : settled ? '' : lost ? WITHOUT_CHAMBER() : group.mappingNote
    updateRows(
      'groups',
      new Map([
        [
          groupId,
          {
            ...groupColumns(rows, mapping, note),
            ...(settled && { mappedAddress: addressOf(group) }),
            ...(point !== undefined && { point: point ? pointText([longitude, latitude]) : '' }),
          },
        ],
      ]),
    )
    recount([...coverage.filter((row) => !isOurs(row)), ...rows], groups)
    const named = (list: readonly Coverage[], did: string) =>
      list.map((row) => row.chamber && `${did} ${districtLabel(state, row.chamber, row.district)}`)
    const did = [...named(added, 'added'), ...named(gone, 'took away'), ...(confirm ? ['confirmed'] : [])]
    log(email, 'set districts', groupId, did.join(', '))
  })
}
