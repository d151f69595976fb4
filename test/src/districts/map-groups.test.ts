/** Mapping through the front door: the pushed bundle in an emulated Workspace, with the recorded answers as its web. */
import type { Handler, Network } from '../../../workbench/workspace/network'
import { describeWithData, readSharedJson } from '../../shared-data'
import * as page from '../../support/bring-in'
import { type Desk, mapAll, openDesk } from '../../support/desk'
import { importLegislators } from '../../support/import-legislators'
import { recordedNetwork } from '../../support/recorded-network'

const MAYA = 'maya@example.org'

interface Place {
  state: string
  name: string
  address: string
  street: string
  city: string
  zip: string
  upper: { os_district: string; legislators: { name: string }[] }
  lower?: { os_district: string; legislators: { name: string }[] }
}

function desk(state: string, network: Network): Desk {
  const open = openDesk(MAYA, { network })
  open.ask(MAYA, 'setUp', { state })
  return open
}
const bringIn = (open: Desk, rows: string[][]) =>
  page.bringIn(open, MAYA, { kind: 'groups', header: ['Group', 'Town', 'Address', 'ZIP'], rows })
const rowsOf = (places: readonly Place[]) => places.map((p) => [p.name, p.city, p.street, p.zip])
const problemsOf = (open: Desk) => {
  const lot = open.ask(MAYA, 'mapLot', { after: '' })
  return lot.problems.map((p) => `${p.group}: ${p.why}`)
}

describeWithData('mapping real places', () => {
  const truth = readSharedJson<Place[]>('places/ground-truth.json')
  const placesIn = (state: string) => truth.filter((p) => p.state === state)
  const recorded = recordedNetwork()

  /** The recorded web, of which `fault` may take a request for itself. */
  const withFault = (fault: Handler): Network => [fault, ...recorded]

  test.each(['mn', 'wa', 'ne', 'nh'])('every place in %s covers its true districts', (state) => {
    const open = desk(state, recorded)
    const places = placesIn(state)
    importLegislators(open, MAYA)
    bringIn(open, rowsOf(places))
    expect(mapAll(open, MAYA)).toMatchObject({ mapped: places.length, check: 0, failed: 0, paused: null })
    const { groups } = open.ask(MAYA, 'groups', {})
    for (const place of places) {
      const id = groups.find((g) => g.name === place.name && g.town === place.city)?.id ?? ''
      const { card } = open.ask(MAYA, 'groupCard', { groupId: id })
      const covers = card?.covers.map((c) => `${c.chamber} ${c.district}`)
      expect(covers).toContain(`upper ${place.upper.os_district}`)
      if (place.lower?.os_district) expect(covers).toContain(`lower ${place.lower.os_district}`)
      const seats = card?.covers.flatMap((c) => c.seats.map((s) => s.name)) ?? []
      for (const { name } of place.upper.legislators) expect(seats).toContain(name)
      expect(card).toMatchObject({ mapping: 'mapped', why: '', next: '' })
    }
    const [upper] = open.ask(MAYA, 'home', {}).coverage
    expect(upper?.covered).toBe(new Set(places.map((p) => p.upper.os_district)).size)
  })

  test('a second run asks for nothing that is mapped', () => {
    let fetches = 0
    const counting: Handler = ({ url }) => {
      if (url.includes('geocoding.geo.census.gov')) fetches += 1
      return null
    }
    const open = desk('mn', withFault(counting))
    bringIn(open, rowsOf(placesIn('mn')))
    mapAll(open, MAYA)
    expect(fetches).toBe(placesIn('mn').length)
    expect(mapAll(open, MAYA)).toMatchObject({ mapped: 0, failed: 0 })
    expect(fetches).toBe(placesIn('mn').length)
  })

  test('a Coverage tab that was deleted and made anew is filled again', () => {
    const open = desk('mn', recorded)
    bringIn(open, rowsOf(placesIn('mn')))
    const { mapped } = mapAll(open, MAYA)
    const { sheets } = open.workspace.spreadsheet()
    sheets.splice(
      sheets.findIndex((sheet) => sheet.name === 'Coverage'),
      1,
    )
    open.ask(MAYA, 'setUp', { state: 'mn' })
    expect(open.ask(MAYA, 'groups', {})).toMatchObject({ mapped: 0, none: mapped })
    expect(mapAll(open, MAYA)).toMatchObject({ mapped })
    expect(open.ask(MAYA, 'groups', {})).toMatchObject({ mapped, none: 0 })
  })

  test('a geocoder that is down is said so, loses nothing, and a second run finishes', () => {
    const html = { status: 200, body: '<!DOCTYPE html><body>The Geocoder is temporarily unavailable</body>', ms: 300 }
    for (const broken of ['unreachable', html, { ...html, status: 503 }, { ...html, status: 429 }] as const) {
      let isDown = true
      const open = desk(
        'mn',
        withFault(({ url }) => (isDown && url.includes('geocoding') ? broken : null)),
      )
      bringIn(open, rowsOf(placesIn('mn')))
      const first = open.ask(MAYA, 'mapLot', { after: '' })
      expect(first).toMatchObject({ tried: 0, mapped: 0, left: 13, last: '' })
      expect(first.paused).toMatch(/does not answer/)
      expect(open.faultOf(MAYA, 'mapGroup', { groupId: 'G-001' }).code).toBe('GEOCODER_DOWN')
      isDown = false
      expect(mapAll(open, MAYA)).toMatchObject({ mapped: 13, failed: 0, paused: null })
    }
  })

  test('a geocoder that is too slow does not keep a person waiting for minutes', () => {
    const open = desk(
      'mn',
      withFault(({ url }) => (url.includes('geocoding') ? { status: 200, body: '{}', ms: 300_000 } : null)),
    )
    bringIn(open, rowsOf(placesIn('mn')))
    const before = open.workspace.clock.now
    expect(open.ask(MAYA, 'mapLot', { after: '' })).toMatchObject({ mapped: 0, left: 13, paused: expect.any(String) })
    expect(open.workspace.clock.now - before).toBeLessThan(3 * 60_000)
  })

  test('what fails for some addresses only is told, the rest goes on, and a second run finishes', () => {
    let isDown = true
    const some: Handler = ({ url }) =>
      isDown && /Owatonna|Glenwood/i.test(url) ? { status: 500, body: '<html>', ms: 300 } : null
    const open = desk('mn', withFault(some))
    bringIn(open, rowsOf(placesIn('mn')))
    expect(mapAll(open, MAYA)).toMatchObject({ mapped: 11, failed: 2, paused: null })
    isDown = false
    expect(mapAll(open, MAYA)).toMatchObject({ mapped: 2, failed: 0 })
  })

  test('what cannot be mapped says why, and still says it after a reload', () => {
    const open = desk('mn', recorded)
    bringIn(open, [
      ['No address', 'Owatonna', '', '55060'],
      ['Box', 'Owatonna', 'PO Box 12', '55060'],
      ['Unknown', 'Owatonna', '99999 Nowhere Road', '55060'],
    ])
    const problems = problemsOf(open)
    expect(problems).toEqual([
      expect.stringMatching(/^No address: There is no address/),
      expect.stringMatching(/^Box: A PO box/),
      expect.stringMatching(/^Unknown: .*does not know/),
    ])
    for (const [i, why] of problems.entries()) {
      const { card } = open.ask(MAYA, 'groupCard', { groupId: `G-00${i + 1}` })
      expect(`${card?.name}: ${card?.why}`).toBe(why)
      expect(card?.next).not.toBe('')
    }
    const cell = [4, 4] as const
    open.workspace.edit(MAYA, 'Groups', ...cell, '<img src=x onerror=alert(1)> 105 N Elm Avenue\n(ring twice)')
    expect(open.ask(MAYA, 'mapGroup', { groupId: 'G-003' })).toMatchObject({ mapping: 'mapped', why: '', next: '' })
  })

  test('what a person added by hand stays when the group is mapped', () => {
    const open = desk('mn', recorded)
    bringIn(open, [['Ours', 'Owatonna', '105 N Elm Avenue', '55060']])
    const typed = ['G-001', 'Ours', 'lower', '20A', 'members', '', 'hand']
    typed.forEach((text, column) => {
      open.workspace.edit(MAYA, 'Coverage', 2, column + 1, text)
    })
    for (let time = 0; time < 2; time++) {
      const card = open.ask(MAYA, 'mapGroup', { groupId: 'G-001' })
      expect(card.covers.map((c) => `${c.chamber} ${c.district} ${c.source}`)).toEqual([
        'upper 19 census',
        'lower 19B census',
        'lower 20A hand',
      ])
    }
  })

  test('a thousand groups: one run, well within six minutes, two blocks, each with the same few calls of the sheet', () => {
    const runOf = (count: number) => {
      const open = desk('mn', recorded)
      const places = placesIn('mn')
      bringIn(
        open,
        rowsOf(Array.from({ length: count }, (_, i) => places[i % places.length] as Place)).map((row, i) => [
          `Group ${i}`,
          ...row.slice(1),
        ]),
      )
      const before = new Map([...open.workspace.meters].map(([key, line]) => [key, line.calls]))
      const start = open.workspace.clock.now
      open.workspace.clickMenu(MAYA, 'Statewide', 'Map all unmapped groups')
      const ms = open.workspace.clock.now - start
      const calls = [...open.workspace.meters].map(([key, line]) => [key, line.calls - (before.get(key) ?? 0)] as const)
      const sum = (service: string) => calls.reduce((n, [key, by]) => n + (key.startsWith(service) ? by : 0), 0)
      const { mapped } = open.ask(MAYA, 'groups', {})
      return { mapped, sheet: sum('SpreadsheetApp.'), fetch: sum('UrlFetchApp.fetchAll'), ms }
    }
    const [hundred, half, thousand] = [runOf(100), runOf(500), runOf(1_000)]
    expect(hundred).toMatchObject({ mapped: 100, fetch: 2 })
    expect(half).toMatchObject({ mapped: 500, sheet: hundred.sheet, fetch: 10 })
    expect(thousand).toMatchObject({ mapped: 1_000, fetch: 20 })
    // The second block costs no more than the first, with all that is read beforehand.
    expect(thousand.sheet).toBeLessThan(2 * half.sheet)
    expect(thousand.ms).toBeLessThan(6 * 60_000)
    console.info(`1,000 groups: ${thousand.sheet} calls of the sheet, ${Math.round(thousand.ms / 1000)} s modelled`)
  })
})
