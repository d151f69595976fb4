/**
 * An instant as its readers’ clocks show it. Where a state straddles two zones nobody knows in which a group lives, so both
 * are told: `5:00 pm Eastern / 4:00 pm Central on Monday, November 23`. Pure.
 */
import type { StateFacts } from './states'
import { clockText, local, type Style, zoneName } from './when'

/** The network’s own zone first, then the others of its state. */
export const zonesFor = (timeZone: string, state: StateFacts | null): string[] => [
  ...new Set([timeZone, ...(state?.zones ?? [])]),
]

const LONG: Style = { weekday: 'long', month: 'long', day: 'numeric' }
const SHORT: Style = { weekday: 'short', month: 'short', day: 'numeric' }

interface Told {
  readonly clock: string
  readonly name: string
  readonly day: string
}

/** The clocks of these zones, each that differs once. Zones of one name that differ today are called by their letters. */
function clocks(at: Date, zones: readonly string[], style: Style): Told[] {
  const told = zones.map((zone) => {
    const short = local(at, zone, { hour: 'numeric', timeZoneName: 'short' }).split(/\s/).pop() ?? zone
    return { clock: clockText(at, zone), name: zoneName(at, zone), short, day: local(at, zone, style) }
  })
  const differ = told.filter(
    (one, i) => !told.slice(0, i).some((before) => before.clock === one.clock && before.day === one.day),
  )
  return differ.map(({ clock, name, short, day }) => {
    const isShared = differ.filter((other) => other.name === name).length > 1
    return { clock, name: isShared ? short : name, day }
  })
}

const sameDay = (told: readonly Told[]): boolean => told.every((one) => one.day === told[0]?.day)
const each = (told: readonly Told[]): string => told.map(({ clock, name }) => `${clock} ${name}`).join(' / ')

/** Stays true whenever and wherever it is read. */
export function actByText(at: Date, zones: readonly string[]): string {
  const told = clocks(at, zones, LONG)
  return sameDay(told)
    ? `${each(told)} on ${told[0]?.day ?? ''}`
    : told.map(({ clock, name, day }) => `${clock} ${name} on ${day}`).join(' / ')
}

/** `Mon, Nov 23, 5:00 pm Eastern / 4:00 pm Central` */
export function actByShort(at: Date, zones: readonly string[]): string {
  const told = clocks(at, zones, SHORT)
  return sameDay(told)
    ? `${told[0]?.day ?? ''}, ${each(told)}`
    : told.map(({ clock, name, day }) => `${day}, ${clock} ${name}`).join(' / ')
}
