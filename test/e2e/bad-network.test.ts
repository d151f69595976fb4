/** A geocoder that is down, slow or answers HTML: said so, the rest goes on, a second run finishes. */
import { franklin } from '../../workbench/franklin'
import type { Handler } from '../../workbench/workspace/network'
import { bringIn } from '../support/bring-in'
import { mapAll, openDesk } from '../support/desk'
import { importFault, importLegislators } from '../support/import-legislators'
import { parseCsv } from '../support/parse-csv'

const MAYA = 'maya@example.org'

function deskWith(trouble: { handler: Handler | null }) {
  const made = franklin(1, 60)
  const network = [(request: Parameters<Handler>[0]) => trouble.handler?.(request) ?? null, ...made.network]
  const desk = openDesk(MAYA, { network, now: Date.parse(made.now) })
  desk.ask(MAYA, 'setUp', { state: 'fr' })
  const [header = [], ...rows] = parseCsv(made.groupsCsv)
  bringIn(desk, MAYA, { kind: 'groups', header, rows })
  importLegislators(desk, MAYA)
  return { desk, made }
}

const geocoder =
  (answer: ReturnType<Handler>): Handler =>
  (request) =>
    request.url.includes('geocoding.geo.census.gov') ? answer : null

test.each([
  ['is unreachable', 'unreachable' as const],
  ['answers an HTML page with status 503', { status: 503, body: '<html><body>Service Unavailable</body></html>' }],
  ['answers an HTML page with status 200', { status: 200, body: '<!DOCTYPE html><p>temporarily unavailable</p>' }],
  ['is asked too often (429)', { status: 429, body: 'Too Many Requests' }],
])('a geocoder that %s is said so, and a second run finishes', (_, answer) => {
  const trouble: { handler: Handler | null } = { handler: geocoder(answer) }
  const { desk, made } = deskWith(trouble)
  const first = mapAll(desk, MAYA)
  expect(first.mapped).toBe(0)
  expect(first.paused).toMatch(/geocoder/i)
  trouble.handler = null
  const second = mapAll(desk, MAYA)
  expect(second.paused).toBeNull()
  const view = desk.ask(MAYA, 'groups', {})
  expect(view.mapped + view.check + view.none).toBe(view.total)
  expect(view.total).toBe(made.groups.filter((group) => group.status !== 'left').length)
  expect(view.mapped).toBeGreaterThan(40)
  for (const problem of view.problems) expect(`${problem.why}${problem.next}`).not.toBe('')
})

test('a geocoder that fails for every third address maps the rest, and a second run finishes', () => {
  let n = 0
  const trouble: { handler: Handler | null } = {
    handler: (request) => (request.url.includes('geocoding') && ++n % 3 === 0 ? { status: 500, body: '<html>' } : null),
  }
  const { desk } = deskWith(trouble)
  mapAll(desk, MAYA)
  const half = desk.ask(MAYA, 'groups', {}).mapped
  trouble.handler = null
  mapAll(desk, MAYA)
  const whole = desk.ask(MAYA, 'groups', {}).mapped
  expect(half).toBeGreaterThan(0)
  expect(whole).toBeGreaterThanOrEqual(half)
  const clean = deskWith({ handler: null })
  mapAll(clean.desk, MAYA)
  expect(whole).toBe(clean.desk.ask(MAYA, 'groups', {}).mapped)
})

test('legislators: a list that is missing or is an HTML page changes nothing in the sheet', () => {
  const trouble: { handler: Handler | null } = { handler: null }
  const { desk } = deskWith(trouble)
  const before = desk.ask(MAYA, 'districts', {})
  for (const answer of [
    { status: 404, body: 'not found' },
    { status: 200, body: '<!doctype html><p>hello</p>' },
    'unreachable' as const,
  ]) {
    trouble.handler = (request) => (request.url.includes('openstates') ? answer : null)
    const fault = importFault(desk, MAYA)
    expect(fault.next).not.toBe('')
    expect(desk.ask(MAYA, 'districts', {})).toEqual(before)
  }
})
