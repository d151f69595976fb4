/** The builders behind ScriptApp.newTrigger: they only collect what `create` then stores. */

import { strict } from '../errors'
import type { Execution } from '../execution'
import type { TimerRecord } from '../timers-state'
import { enumOf } from './enums'
import { refuse } from './refuse'
import { instantOf, isZone } from './zone'

export type TriggerPlan = Pick<TimerRecord, 'kind' | 'spec'>
type Trigger = GoogleAppsScript.Script.Trigger
type Clock = GoogleAppsScript.Script.ClockTriggerBuilder

export const WEEK_DAY = enumOf('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY')
const MINUTES = [1, 5, 10, 15, 30]

/**
 * `spec` of a clock's trigger: `every` (minutes, hours, days or weeks), `hour`, `minute`, `weekDay` (SUNDAY …),
 * `monthDay`, `at` (ms since 1970), `zone`; null where not said.
 */
export function clockBuilder(execution: Execution, create: (plan: TriggerPlan) => Trigger): Clock {
  const spec: Record<string, number | string | null> = {
    every: null,
    hour: null,
    minute: null,
    weekDay: null,
    monthDay: null,
    at: null,
    zone: execution.workspace.options.manifest.timeZone,
  }
  let kind: TimerRecord['kind'] | null = null
  const { clock } = execution.workspace

  const whole = (value: number, low: number, high: number, name: string): number => {
    if (!(Number.isInteger(value) && value >= low && value <= high)) throw refuse(execution, 'invalidArgument', name)
    return value
  }
  const set = (next: TimerRecord['kind'] | null, values: typeof spec): Clock => {
    if (next) kind = next
    Object.assign(spec, values)
    return builder
  }

  const builder: Clock = strict('ClockTriggerBuilder', {
    everyMinutes(n) {
      if (!MINUTES.includes(n)) throw refuse(execution, 'invalidArgument', 'n')
      return set('everyMinutes', { every: n })
    },
    everyHours: (n) => set('everyHours', { every: whole(n, 1, 24, 'n') }),
    everyDays: (n) => set('everyDays', { every: whole(n, 1, 365, 'n') }),
    everyWeeks: (n) => set('everyWeeks', { every: whole(n, 1, 52, 'n') }),
    // A day of the week alone means every week.
    onWeekDay: (day) => set('everyWeeks', { weekDay: String(day), every: spec.every ?? 1 }),
    onMonthDay: (day) => set('onMonthDay', { monthDay: whole(day, 1, 31, 'day') }),
    atHour: (hour) => set(null, { hour: whole(hour, 0, 23, 'hour') }),
    nearMinute: (minute) => set(null, { minute: whole(minute, 0, 59, 'minute') }),
    at: (date) => set('at', { at: date.getTime() }),
    after: (ms) => set('at', { at: clock.now + whole(ms, 0, Number.MAX_SAFE_INTEGER, 'durationMilliseconds') }),
    atDate(year, month, day) {
      const zone = String(spec.zone)
      return set('at', { at: instantOf(zone, { year, month, day, hour: 0, minute: 0, second: 0 }) })
    },
    inTimezone(zone) {
      if (!isZone(zone)) throw refuse(execution, 'invalidArgument', 'timezone')
      return set(null, { zone })
    },
    create() {
      if (!kind) throw refuse(execution, 'invalidArgument', 'trigger')
      return create({ kind, spec })
    },
  } satisfies Clock)
  return builder
}

export function spreadsheetBuilder(
  create: (plan: TriggerPlan) => Trigger,
  execution: Execution,
): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
  type Builder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder
  let kind: TimerRecord['kind'] | null = null
  const on = (next: TimerRecord['kind']) => (): Builder => {
    kind = next
    return builder
  }
  const builder: Builder = strict('SpreadsheetTriggerBuilder', {
    onOpen: on('onOpen'),
    onEdit: on('onEdit'),
    onChange: on('onChange'),
    onFormSubmit: on('onFormSubmit'),
    create() {
      if (!kind) throw refuse(execution, 'invalidArgument', 'trigger')
      return create({ kind, spec: {} })
    },
  })
  return builder
}
