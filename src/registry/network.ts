/** Which state it is, what the network is called and which clocks it keeps, from its settings. */
import { Fault } from '../fault'
import { getSettings, type Settings } from './settings'
import { type StateFacts, stateOf } from './states'

/** The zone in which this network's times are told. */
export const zoneOf = (settings: Pick<Settings, 'timeZone' | 'state'>): string =>
  settings.timeZone || stateOf(settings.state)?.timeZone || 'America/New_York'

/** Signs every mail; '' where there is neither a name nor a state. */
export function networkNameOf({ networkName, state }: Pick<Settings, 'networkName' | 'state'>): string {
  const found = stateOf(state)
  return networkName || (found ? `Indivisible ${found.name}` : '')
}

/** The state the sheet is set up for. Throws `NO_STATE`. */
export function stateOfSheet(settings: Settings = getSettings()): StateFacts {
  const state = stateOf(settings.state)
  if (state) return state
  throw new Fault(
    'NO_STATE',
    'The sheet does not say for which state it is.',
    'Set the sheet up first, on the first page.',
  )
}
