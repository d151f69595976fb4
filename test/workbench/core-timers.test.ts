/** The clock’s triggers: when they run, as whom, and what happens when they fail. */
import { parseMime, textOf } from '../../workbench/workspace/services/mail-mime'
import { LEE, MAYA, NOON, small } from './core-support'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const CODE = `
function tick(e) { console.log(JSON.stringify(e)); SpreadsheetApp.getActive().getSheets()[0].appendRow([Session.getEffectiveUser().getEmail()]) }
function fail() { throw new Error('nothing goes') }
function slow() { for (var i = 0; i < 5; i++) Utilities.sleep(60000) }
function list() { return ScriptApp.getProjectTriggers().length }
`
const timer = (builder: string, handler = 'tick') =>
  `ScriptApp.newTrigger('${handler}').timeBased().${builder}.create()`

const times = (builder: string, forMs: number, seed = 1) => {
  const { workspace, script } = small(CODE, { seed })
  script(timer(builder))
  return workspace.advance(forMs).map((result) => result.execution.startedAt)
}

describe('when', () => {
  test('every five minutes: twelve runs an hour, five minutes apart', () => {
    const at = times('everyMinutes(5)', HOUR)
    expect(at).toHaveLength(12)
    for (const [i, t] of at.slice(1).entries()) expect(t - Number(at[i])).toBe(5 * MINUTE)
  })

  test.each([1, 2, 3, 4, 5])('atHour(9) is some minute between nine and ten, the same every day (seed %i)', (seed) => {
    const at = times('everyDays(1).atHour(9)', 4 * DAY, seed)
    expect(at).toHaveLength(4)
    for (const t of at) expect(new Date(t).getUTCHours()).toBe(14)
    expect(new Set(at.map((t) => new Date(t).getUTCMinutes())).size).toBe(1)
  })

  test('the hour is the wall clock’s: it stays when summer time ends', () => {
    const { workspace, script } = small(CODE, { now: Date.parse('2026-10-30T17:00:00Z') })
    script(timer('everyDays(1).atHour(9)'))
    const hours = workspace.advance(4 * DAY).map((result) => new Date(result.execution.startedAt).getUTCHours())
    expect(hours).toEqual([13, 14, 14, 14])
  })

  test.each([1, 2, 3])('nearMinute is at most a quarter of an hour off (seed %i)', (seed) => {
    for (const t of times('everyDays(1).atHour(9).nearMinute(30)', 2 * DAY, seed)) {
      const minutes = (t - Date.parse(`${new Date(t).toISOString().slice(0, 10)}T14:30:00Z`)) / MINUTE
      expect(Math.abs(minutes)).toBeLessThanOrEqual(15)
    }
  })

  test.each([1, 2, 3])('after(ms) is never early, runs once, and stays in the list (seed %i)', (seed) => {
    const { workspace, script } = small(CODE, { seed })
    script(timer('after(90000)'))
    const at = workspace.advance(DAY).map((result) => result.execution.startedAt)
    expect(at).toHaveLength(1)
    expect(Number(at[0]) - NOON).toBeGreaterThanOrEqual(90_000)
    expect(script('return list()')).toBe(1)
  })

  test('on a day of the week, and on a day of the month', () => {
    const weekly = times('onWeekDay(ScriptApp.WeekDay.TUESDAY).atHour(8)', 14 * DAY)
    expect(weekly.map((t) => new Date(t).getUTCDay())).toEqual([2, 2])
    const monthly = times('onMonthDay(31).atHour(8)', 70 * DAY)
    expect(monthly.map((t) => new Date(t).toISOString().slice(0, 10))).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
    ])
  })

  test('the next one can be asked for, and nothing runs before the clock is moved', () => {
    const { workspace, script } = small(CODE)
    expect(workspace.nextTimerAt()).toBeNull()
    script(timer('everyMinutes(15)'))
    const next = Number(workspace.nextTimerAt())
    expect(workspace.advance(next - workspace.clock.now - 1)).toHaveLength(0)
    expect(workspace.advance(1)).toHaveLength(1)
  })

  test('several run in the order of their time', () => {
    const { workspace, script } = small(CODE)
    script(timer('everyMinutes(10)'))
    script(timer('everyMinutes(1)'), { account: LEE })
    const at = workspace.advance(HOUR).map((result) => result.execution.startedAt)
    expect(at).toHaveLength(66)
    expect([...at].sort((a, b) => a - b)).toEqual(at)
  })
})

describe('as whom', () => {
  test('a trigger runs as its owner, and only the owner sees it', () => {
    const { workspace, script, value } = small(CODE)
    script(timer('everyMinutes(5)'), { account: LEE })
    expect(script('return list()')).toBe(0)
    expect(script('return list()', { account: LEE })).toBe(1)
    workspace.advance(5 * MINUTE)
    expect(value(1, 1)).toBe(LEE)
  })

  test('the event has the time in UTC under hyphenated names', () => {
    const { workspace, script } = small(CODE)
    script(timer('everyMinutes(1)'))
    workspace.advance(MINUTE)
    const event = JSON.parse(String(workspace.runs.at(-1)?.lines[0]).replace('debug: ', ''))
    expect(event).toMatchObject({
      authMode: 'FULL',
      year: 2026,
      month: 11,
      'day-of-month': 23,
      'day-of-week': 1,
      hour: 17,
      timezone: 'UTC',
    })
    expect(event['week-of-year']).toBeGreaterThan(40)
    expect(typeof event.triggerUid).toBe('string')
  })

  test('without all scopes of the manifest granted it does not run at all', () => {
    const { workspace, script } = small(CODE)
    script(timer('everyMinutes(5)'))
    workspace.account(MAYA).granted = ['spreadsheets.currentonly', 'userinfo.email']
    expect(workspace.advance(5 * MINUTE)).toHaveLength(0)
    expect(workspace.mailbox(MAYA)).toHaveLength(1)
  })

  test('who has lost access to the document has triggers that fail', () => {
    const { workspace, script, book } = small(CODE)
    script(timer('everyMinutes(5)'), { account: LEE })
    book.editors = []
    expect(workspace.advance(5 * MINUTE)[0]?.error?.message).toMatch(/permission to access/)
  })
})

describe('when it fails', () => {
  test('Google mails the owner, and nobody else', () => {
    const { workspace, script } = small(CODE)
    script(timer('everyMinutes(30)', 'fail'), { account: LEE })
    workspace.advance(30 * MINUTE)
    const [mail] = workspace.mailbox(LEE)
    expect(mail?.raw).toMatch(/^From: .*noreply-apps-scripts-notifications@google\.com/m)
    expect(mail?.raw).toMatch(/^Subject: Summary of failures for Apps Script/m)
    expect(textOf(parseMime(String(mail?.raw)))).toMatch(/fail[\s\S]*nothing goes/)
    expect(workspace.mailbox(MAYA)).toHaveLength(0)
  })

  test('a consumer account has ninety minutes of trigger runtime a day, which belong to the owner', () => {
    const { workspace, script } = small(CODE)
    script(timer('everyMinutes(15)', 'slow'))
    const done = workspace.advance(20 * HOUR)
    expect(done).toHaveLength(18)
    expect(workspace.quotas.left(MAYA, 'trigger runtime ms')).toBe(0)
    expect(workspace.quotas.used(LEE, 'trigger runtime ms')).toBe(0)
    expect(textOf(parseMime(String(workspace.mailbox(MAYA).at(-1)?.raw)))).toMatch(/too much computer time/)
    expect(workspace.advance(10 * HOUR).length).toBeGreaterThan(5)
  })

  test('a trigger that Google has switched off does not run, and does not make up for it later', () => {
    const { workspace, script } = small(CODE)
    script(timer('everyMinutes(5)'))
    const [record] = workspace.state.timers.records
    if (record) record.disabled = true
    expect(workspace.advance(HOUR)).toHaveLength(0)
    expect(workspace.nextTimerAt()).toBeNull()
    if (record) record.disabled = false
    expect(workspace.advance(10 * MINUTE).length).toBeLessThanOrEqual(3)
  })
})
