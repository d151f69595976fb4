/** What the network is called and which clocks it keeps, from its settings. */
import type { Settings } from './settings'
import { stateOf } from './states'

/** The zone in which this network's times are told. */
export const zoneOf = (settings: Pick<Settings, 'timeZone' | 'state'>): string =>
  settings.timeZone || stateOf(settings.state)?.timeZone || 'America/New_York'

/** Signs every mail; '' where there is neither a name nor a state. */
export function networkNameOf({ networkName, state }: Pick<Settings, 'networkName' | 'state'>): string {
  const found = stateOf(state)
  return networkName || (found ? `Indivisible ${found.name}` : '')
}
