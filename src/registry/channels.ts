/** The Channels tab, where there is one. */
import { Fault } from '../fault'
import { readTable } from './table'
import type { Row } from './tables'

/** A sheet that was set up before there were channels has none. */
export function readChannels(): Row<'channels'>[] {
  try {
    return readTable('channels')
  } catch (error) {
    if (error instanceof Fault && error.code === 'TAB_MISSING') return []
    throw error
  }
}
