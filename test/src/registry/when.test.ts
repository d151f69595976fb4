import fc from 'fast-check'
import { dayText, instantOf, spanText, wallClock } from '../../../src/registry/when'

const EAST = 'America/New_York'
const ZONES = [
  EAST,
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
]
const iso = (wall: string, zone = EAST) => {
  const found = instantOf(wall, zone)
  return 'at' in found ? `${found.kind} ${found.at.toISOString()}` : found.kind
}

test('a wall clock is an instant of its zone, in winter and in summer', () => {
  expect(iso('2026-11-23T17:00')).toBe('once 2026-11-23T22:00:00.000Z')
  expect(iso('2026-07-04T17:00')).toBe('once 2026-07-04T21:00:00.000Z')
  expect(iso('2026-07-04T17:00', 'America/Phoenix')).toBe('once 2026-07-05T00:00:00.000Z')
  expect(iso('2026-12-31T23:59', 'Pacific/Honolulu')).toBe('once 2027-01-01T09:59:00.000Z')
})

test('the hour that the clocks jump over is no time', () => {
  expect(iso('2026-03-08T01:59')).toBe('once 2026-03-08T06:59:00.000Z')
  expect(iso('2026-03-08T02:30')).toBe('never')
  expect(iso('2026-03-08T03:00')).toBe('once 2026-03-08T07:00:00.000Z')
})

test('the hour that comes twice is taken the first time', () => {
  expect(iso('2026-11-01T00:59')).toBe('once 2026-11-01T04:59:00.000Z')
  expect(iso('2026-11-01T01:30')).toBe('twice 2026-11-01T05:30:00.000Z')
  expect(iso('2026-11-01T02:00')).toBe('once 2026-11-01T07:00:00.000Z')
})

test('there and back again, everywhere and always', () => {
  const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
      const at = new Date(minute * 60_000)
      const found = instantOf(wallClock(at, zone), zone)
      if (found.kind === 'once') expect(found.at).toEqual(at)
      else
        expect(found.kind === 'twice' && [0, 3_600_000]).toContain(at.getTime() - (found as { at: Date }).at.getTime())
    }),
    { numRuns: 300 },
  )
})

test.each(['', 'tomorrow', '2026-02-30T10:00', '2026-11-23T24:30', '2026-11-23 17:00', '2026-11-23T17:00Z'])(
  '“%s” is no wall clock',
  (wall) => expect(iso(wall)).toBe('unreadable'),
)

test('words for a time', () => {
  const at = new Date('2026-11-23T22:00:00Z')
  expect(dayText(at, new Date('2026-11-23T05:00:00Z'), EAST)).toBe('today 5:00 pm')
  expect(dayText(at, new Date('2026-11-23T04:59:00Z'), EAST)).toBe('tomorrow 5:00 pm')
  expect(dayText(at, new Date('2026-11-01T12:00:00Z'), EAST)).toBe('Mon Nov 23, 5:00 pm')
  expect([13_200_000, 25 * 60_000, 7_200_000, 10_000, 5 * 86_400_000].map(spanText)).toEqual([
    '3 h 40 min',
    '25 min',
    '2 h',
    '10 seconds',
    '5 days',
  ])
})
