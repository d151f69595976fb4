/** What the quota of an account means: 100 people a day for a consumer, 1,500 in Workspace. */
import { type Addressed, toMessages } from '../../../src/alerts/draft/cohorts'
import { dailyRoom, forecastOf } from '../../../src/alerts/draft/forecast'
import { roomOf } from '../../../src/mail/lots'

const RESERVE = 10
const someone = (n: number, about: Partial<Addressed> = {}): Addressed => ({
  address: `p${String(n).padStart(5, '0')}@example.org`,
  name: '',
  groups: [],
  targetIds: [`t${n % 50}`],
  rank: 0,
  wording: { subject: 's', body: `b ${n % 50}` },
  ...about,
})
const crowd = (size: number) => Array.from({ length: size }, (_, n) => someone(n))
const forecast = (size: number, left: number, accounts = 1, mode: 'cohort' | 'personal' = 'cohort') => {
  const rooms = [roomOf(left, RESERVE), dailyRoom(left, RESERVE)] as const
  return forecastOf(toMessages('A-1', crowd(size), mode, ...rooms), mode, left, RESERVE, accounts)
}

test.each([
  [100, 100, 10, 1],
  [1_000, 100, 910, 11],
  [10_000, 100, 9_910, 111],
  [100, 1_500, 0, 0],
  [1_000, 1_500, 0, 0],
  [10_000, 1_500, 8_510, 6],
])('%i people, %i mails a day: %i wait, for so many days to come: %i', (size, left, waits, days) => {
  const f = forecast(size, left)
  expect([f.needed, f.waits, f.waiting.length]).toEqual([size, waits, days])
  if (days > 1) expect(f.forecast).toContain(`within ${days} days,`)
  if (days === 1) expect(f.forecast).toContain('within 24 hours,')
  if (days === 0) expect(f.forecast).not.toMatch(/wait/)
})

test('the same by one mail a person', () => {
  expect(forecast(10_000, 1_500, 1, 'personal').waiting).toHaveLength(6)
})

test('several accounts share it: said in days', () => {
  expect(forecast(1_000, 100, 1).forecast).not.toMatch(/share/)
  // 90 go now, 90 by each of the others today, then 270 a day.
  expect(forecast(1_000, 100, 3).forecast).toContain('If all 3 accounts that may approve share it: within 3 days.')
  expect(forecast(150, 100, 2).forecast).toContain('If both accounts that may approve share it: it is done today.')
  expect(forecast(10_000, 1_500, 2).forecast).toContain('within 6 days.')
})

test('in order of need: target districts, then the first of each group, then leads before backups', () => {
  const people = [
    someone(1, { need: 1 }),
    someone(2, { need: 0, rank: 1 }),
    someone(3, { need: 0, backup: true }),
    someone(4, { need: 0 }),
    someone(5, { need: 1, rank: 1 }),
  ]
  expect(toMessages('A-1', people, 'personal').map((m) => Number(m.to[0]?.slice(1, 6)))).toEqual([4, 3, 2, 1, 5])
})
