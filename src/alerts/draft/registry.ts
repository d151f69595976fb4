/** The tables that a plan stands on. */

import { readChannels } from '../../registry/channels'
import { networkNameOf, zoneOf } from '../../registry/network'
import { getSettings, type Settings } from '../../registry/settings'
import { stateOf } from '../../registry/states'
import { readTable } from '../../registry/table'
import type { Registry } from './plan'

export function readRegistry(settings: Settings = getSettings()): Registry {
  const state = stateOf(settings.state)
  return {
    groups: readTable('groups'),
    people: readTable('people'),
    coverage: readTable('coverage'),
    legislators: readTable('legislators'),
    committees: committees(),
    state,
    timeZone: zoneOf(settings),
    networkName: networkNameOf(settings),
    channels: readChannels(),
  }
}

/** A sheet without the tab has no committees; an alert that needs none does not wait for it. */
function committees(): Registry['committees'] {
  try {
    return readTable('committees')
  } catch {
    return []
  }
}
