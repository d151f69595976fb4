/** Installable triggers of every account, with when each is due. */
export interface TimerRecord {
  readonly id: string
  readonly owner: string
  readonly spreadsheetId: string
  readonly handler: string
  readonly kind:
    | 'everyMinutes'
    | 'everyHours'
    | 'everyDays'
    | 'everyWeeks'
    | 'onMonthDay'
    | 'at'
    | 'onOpen'
    | 'onEdit'
    | 'onChange'
    | 'onFormSubmit'
  /** The builder's numbers, such as minutes between runs or hour of the day. */
  readonly spec: Record<string, number | string | null>
  /** Virtual time of the next run; null where it does not run by the clock or has fired for good. */
  next: number | null
  /** Google sometimes switches a trigger off “for an unknown reason”. */
  disabled: boolean
}
export interface TimerState {
  records: TimerRecord[]
}
export const emptyTimers = (): TimerState => ({ records: [] })
