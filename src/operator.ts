/** Setting the sheet up, and who its operator is: whose account runs `tick`. */
import type { Answer, Params } from './contract'
import { Fault } from './fault'
import { getProperty, setProperty } from './google/properties'
import { findTab, setSheetTimeZone } from './google/sheet'
import { hasTimer, removeTimers } from './google/triggers'
import type { Caller } from './registry/callers'
import { identified } from './registry/callers'
import { giveMissingIds } from './registry/hand-typed'
import { log } from './registry/log'
import { getSettings, type Settings, setSettings } from './registry/settings'
import { setUpSheet } from './registry/setup'
import { type StateFacts, stateOf } from './registry/states'
import { readTable } from './registry/table'
import { TABLES } from './registry/tables'
import { installTick } from './tick'

const SINCE = 'operator since'
/** When the operator changed last, and from whom: `src/incoming/world.ts` reads it. */
const TOOK_OVER = 'took over'

/** When the operator's timer was last started, in milliseconds since 1970; 0 where that is not known. */
export const operatorSince = (): number => Date.parse(getProperty(SINCE)) || 0

function startTick({ now }: Caller): void {
  installTick()
  setProperty(SINCE, now.toISOString())
}

/** Throws `UNKNOWN_STATE`. */
function chosenState(code: string): StateFacts | null {
  if (code.trim() === '') return null
  const state = stateOf(code)
  if (state) return state
  throw new Fault('UNKNOWN_STATE', `“${code.trim()}” is not a state.`, 'Use its two letters, such as MN.', 'state')
}

/** Legislators and coverage of one state make no sense in another. Throws `OTHER_STATE`. */
function keepState(settings: Settings, chosen: StateFacts): void {
  const standing = stateOf(settings.state)
  if (!standing || standing.code === chosen.code) return
  if (readTable('legislators').length === 0 && readTable('coverage').length === 0) return
  throw new Fault(
    'OTHER_STATE',
    `This sheet is set up for ${standing.name} and in use.`,
    `Take a new sheet for ${chosen.name}.`,
    'state',
  )
}

function nameRows(): string[] {
  const given = [
    ['Groups', giveMissingIds('groups')],
    ['People', giveMissingIds('people')],
    ['Channels', giveMissingIds('channels')],
  ] as const
  return given.filter(([, n]) => n > 0).map(([tab, n]) => `${tab}: ${n} rows without an ID have one now`)
}

/**
 * Makes or mends the tabs, remembers the state, makes the caller operator where there is none. A state or an operator
 * that stands is not replaced. Throws `UNKNOWN_STATE`, `OTHER_STATE`, `SHEET_NEWER`, `NO_IDENTITY`.
 */
export function setUpBy(caller: Caller, { state, timeZone }: Params<'setUp'>): Answer<'setUp'> {
  const { email } = identified(caller)
  const chosen = chosenState(state)
  const isNew = !findTab(TABLES.settings.tab)
  const { created, repaired, kept } = setUpSheet()
  const settings = getSettings()
  if (chosen) keepState(settings, chosen)
  const wanted: Record<string, string> = {}
  if (chosen && settings.state.toLowerCase() !== chosen.code) wanted.state = chosen.code.toUpperCase()
  const zone = chosen && (chosen.zones.includes(timeZone ?? '') ? timeZone : chosen.timeZone)
  if (zone && (wanted.state || !settings.timeZone || timeZone)) wanted.timeZone = zone
  if (!settings.operator) wanted.operator = email
  setSettings(wanted)
  // Only a new sheet: changing the zone later would shift every time that stands in it.
  if (isNew && zone) setSheetTimeZone(zone)
  repaired.push(...nameRows())
  log(email, 'set up', created.length > 0 ? created.join(', ') : 'the sheet', repaired.join('. '))
  if ((settings.operator || email) === email && !hasTimer('tick')) startTick(caller)
  return { created, repaired, kept }
}

/**
 * The caller takes over: their timer runs from now on, the former operator's stops itself at its next run. Who is
 * operator already gets a new timer: Google may have switched the old one off, and does not tell.
 */
export function makeOperator(caller: Caller): void {
  const { email, now } = identified(caller)
  const { operator } = getSettings()
  if (operator === email) removeTimers('tick')
  startTick(caller)
  if (operator === email) return
  if (operator) setProperty(TOOK_OVER, `${now.toISOString()} ${operator}`)
  setSettings({ operator: email })
  log(email, 'became operator', operator ? `instead of ${operator}` : '')
}
