/** Web services that lie, break or dawdle: what is said of it, and that nothing half-known gets into the sheet. */
import type { Handler, NetAnswer } from '../../workbench/workspace/network'
import { bringIn } from '../support/bring-in'
import { type Desk, openDesk } from '../support/desk'
import { importFault, importLegislators } from '../support/import-legislators'

const MAYA = 'maya@example.org'
const UPPER = '2024 State Legislative Districts - Upper'
const LOWER = '2024 State Legislative Districts - Lower'

let web: Handler = () => 'unreachable'

function ready(groups: readonly (readonly string[])[] = [['1 Elm St'], ['2 Elm St'], ['3 Elm St']]): Desk {
  const desk = openDesk(MAYA, { network: [(request) => web(request)] })
  desk.ask(MAYA, 'setUp', { state: 'MN' })
  const rows = groups.map(([address = '', town = 'Oak', zip = '55401'], i) => [`Group ${i + 1}`, town, address, zip])
  bringIn(desk, MAYA, { kind: 'groups', header: ['Group', 'Town', 'Address', 'ZIP'], rows })
  return desk
}
const says = (body: unknown, more: Partial<NetAnswer> = {}): Handler => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return () => ({ status: 200, body: text, ms: 100, ...more })
}
const places = (...geographies: unknown[]) => ({
  result: { addressMatches: geographies.map((g, i) => ({ matchedAddress: `${i} ELM ST`, geographies: g })) },
})
const outlines = (fips: string, upper: string, lower: string) => ({
  [UPPER]: [{ GEOID: `${fips}0${upper}`, BASENAME: upper, NAME: `State Senate District ${upper}`, SLDU: `0${upper}` }],
  [LOWER]: [{ GEOID: `${fips}${lower}`, BASENAME: lower, NAME: `State House District ${lower}`, SLDL: lower }],
})
const HERE = outlines('27', '14', '14A')
const WISCONSIN = outlines('55', '14', '14A')

const rowsIn = (desk: Desk, tab: string) =>
  (desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === tab)?.cells ?? [])
    .slice(1)
    .filter((row) => row?.some((cell) => cell !== null && cell !== ''))

describe('a geocoder', () => {
  test.each<[string, Handler]>([
    ['that is down', () => 'unreachable'],
    ['whose answers take 40 seconds', says(places(HERE), { ms: 40_000 })],
    ['that answers HTML', says('<html>Sorry</html>')],
    ['that answers five megabytes of nothing', says('<'.repeat(5_000_000))],
    ['that answers JSON of another kind', says([1, 2, 3])],
    ['that answers null', says('null')],
    ['without a result', says({ result: null })],
    ['with matches that are no list', says({ result: { addressMatches: { length: 9 } } })],
    ['that asks for patience', says('', { status: 429 })],
    ['that is forbidden', says('<html>', { status: 403 })],
    ['that leads in circles', says('', { status: 302, headers: { Location: 'https://geocoding.geo.census.gov/x' } })],
  ])('%s: said, nothing written, and a second run finishes', (_, answer) => {
    web = answer
    const desk = ready()
    const before = desk.workspace.clock.now
    const lot = desk.ask(MAYA, 'mapLot', { after: '' })
    expect(lot).toMatchObject({ tried: 0, left: 3, paused: expect.stringMatching(/^The Census geocoder .*\.$/) })
    expect(desk.workspace.clock.now - before).toBeLessThan(120_000)
    expect(rowsIn(desk, 'Coverage')).toEqual([])
    expect(desk.faultOf(MAYA, 'mapGroup', { groupId: 'G-001' }).code).toBe('GEOCODER_DOWN')
    web = says(places(HERE))
    expect(desk.ask(MAYA, 'mapLot', { after: '' })).toMatchObject({ mapped: 3, left: 0, paused: null })
  })

  test.each<[string, unknown]>([
    ['no layers', places(null)],
    ['layers of text', places({ [UPPER]: 'abc', [LOWER]: 7 })],
    ['empty layers', places({ [UPPER]: [], [LOWER]: [{}] })],
    [
      'keys of JavaScript’s own',
      '{"__proto__":{"x":1},"result":{"addressMatches":[{"__proto__":{"geographies":1},"constructor":{}}]}}',
    ],
    [
      'water',
      places({
        [UPPER]: [{ GEOID: '27ZZZ', BASENAME: 'x', NAME: 'Senate Districts not defined', SLDU: 'ZZZ' }],
        [LOWER]: [{ GEOID: '27ZZZ', BASENAME: 'x', NAME: 'House Districts not defined', SLDL: 'ZZZ' }],
      }),
    ],
    ['a place in another state alone', places(WISCONSIN)],
    ['one outline of here and one of another state', places({ [UPPER]: WISCONSIN[UPPER], [LOWER]: HERE[LOWER] })],
  ])('that gives %s maps nothing and says why', (_, body) => {
    web = says(body)
    const desk = ready()
    const lot = desk.ask(MAYA, 'mapLot', { after: '' })
    expect(lot).toMatchObject({ mapped: 0, check: 0, failed: 3, left: 0 })
    for (const { why, next } of lot.problems) {
      expect(why).toMatch(/\.$/)
      expect(next).toMatch(/\.$/)
    }
    expect(rowsIn(desk, 'Coverage')).toEqual([])
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('that finds the address here and in another state is believed for here', () => {
    web = says(places(WISCONSIN, HERE))
    const desk = ready([['1 Elm St']])
    expect(desk.ask(MAYA, 'mapGroup', { groupId: 'G-001' }).covers.map((c) => c.district)).toEqual(['14', '14A'])
  })

  test('that names two places leaves the choice to a person', () => {
    web = says(places(HERE, outlines('27', '15', '15B')))
    const desk = ready([['1 Elm St']])
    const card = desk.ask(MAYA, 'mapGroup', { groupId: 'G-001' })
    expect(card).toMatchObject({ mapping: 'check', covers: [] })
    expect(card.why).toMatch(/2 places fit.*House 14A.*House 15B/)
  })

  test('is never asked for what is plainly elsewhere, nowhere or no street', () => {
    const asked: string[] = []
    web = (request) => {
      asked.push(new URL(request.url).searchParams.get('address') ?? '')
      return says(places(HERE))(request)
    }
    const desk = ready([
      ['1 Elm St, Madison, WI 53703'],
      ['1 Elm St, Madison, wi'],
      ['1 Elm St, Madison, Wisconsin'],
      ['PO Box 12'],
      ['P.O. Box 12, Oak'],
      ['55401'],
      [''],
      ['1 Elm St, Virginia', 'Virginia'],
      ['1 Elm St', 'Cambridge', '2139'],
    ])
    const lot = desk.ask(MAYA, 'mapLot', { after: '' })
    expect(asked).toEqual(['1 Elm St, Virginia, MN 55401', '1 Elm St, Cambridge, MN 02139'])
    expect(lot.problems.map((p) => p.why)).toEqual([
      ...new Array(3).fill('The address is in WI, not in MN.'),
      'A PO box has no district.',
      'A PO box has no district.',
      'A ZIP code alone can lie in several districts.',
      'There is no address.',
    ])
  })
})

test('a group whose row was copied with its ID is not mapped by the copy’s address, and a person is told', () => {
  web = says(places(HERE))
  const desk = ready()
  desk.ask(MAYA, 'mapLot', { after: '' })
  desk.workspace.edit(MAYA, 'Groups', 4, 1, 'G-001')
  web = says(places(outlines('27', '15', '15B')))
  const before = rowsIn(desk, 'Coverage')
  expect(desk.faultOf(MAYA, 'mapGroup', { groupId: 'G-001' })).toMatchObject({
    code: 'ROW_CHANGED',
    message: expect.stringMatching(/its ID stands twice/),
  })
  expect(rowsIn(desk, 'Coverage')).toEqual(before)
})

describe('the file of legislators', () => {
  const HEADER = 'id,name,current_party,current_district,current_chamber,email,capitol_voice,district_voice'
  const person = (id: string, name: string, chamber: string, district: string) =>
    `ocd-person/${id},${name},Blue,${district},${chamber},a@example.org,,`
  const senate = Array.from({ length: 67 }, (_, i) => person(`u${i}`, `Senator ${i}`, 'upper', `${i + 1}`))
  const house = Array.from({ length: 134 }, (_, i) =>
    person(`l${i}`, `Member ${i}`, 'lower', `${Math.floor(i / 2) + 1}${'AB'[i % 2]}`),
  )
  const whole = [HEADER, ...senate, ...house].join('\n')
  const elsewhere = [
    HEADER,
    ...Array.from({ length: 33 }, (_, i) => person(`w${i}`, `Senator ${i}`, 'upper', `${i + 1}`)),
    ...Array.from({ length: 99 }, (_, i) => person(`x${i}`, `Member ${i}`, 'lower', `${i + 1}`)),
  ].join('\n')

  test.each<[string, Handler]>([
    ['a web page', says('<!doctype html><html></html>')],
    ['an error in JSON', says('{"error":"no"}')],
    [
      'a page behind a redirect',
      ({ url }) =>
        url.includes('login')
          ? { status: 200, body: '<html>' }
          : { status: 302, body: '', headers: { Location: 'https://login.example.org/login' } },
    ],
    ['nothing', says('')],
    ['a header alone', says(HEADER)],
    ['a row cut in two', says(whole.slice(0, 4_000))],
    ['an open quotation mark', says(`${whole}\n"ocd-person/z,Foo`)],
    ['one chamber of two', says([HEADER, ...senate].join('\n'))],
    ['semicolons', says(whole.replace(/,/g, ';'))],
    ['another state’s list', says(elsewhere)],
    [
      'a list without end',
      says(
        [
          HEADER,
          ...Array.from({ length: 20_000 }, (_, i) => person(`${i}`, `P ${i}`, 'upper', `${(i % 67) + 1}`)),
        ].join('\n'),
      ),
    ],
  ])('that is %s changes nothing in the sheet', (_, answer) => {
    web = says(whole)
    const desk = ready()
    importLegislators(desk, MAYA)
    const before = JSON.stringify(rowsIn(desk, 'Legislators'))
    web = answer
    const fault = importFault(desk, MAYA)
    expect(fault.code).toMatch(/^OPEN_STATES_/)
    expect(fault.next).toMatch(/Nothing in the sheet was changed\.$/)
    expect(JSON.stringify(rowsIn(desk, 'Legislators'))).toBe(before)
  })

  test.each([
    ['with a byte order mark and Windows line ends', `\ufeff${whole.replace(/\n/g, '\r\n')}\r\n`],
    ['with the line ends of old Macs', whole.replace(/\n/g, '\r')],
  ])('is read %s', (_, body) => {
    web = says(body)
    expect(importLegislators(ready(), MAYA).total).toBe(201)
  })

  test('cannot bring a formula into the sheet', () => {
    web = says(whole.replace('Senator 0', '"=HYPERLINK(""https://example.org"")"').replace('Senator 1,', '+1,'))
    const desk = ready()
    importLegislators(desk, MAYA)
    const tab = desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Legislators')
    expect(Object.keys(tab?.formulas ?? {})).toEqual([])
    const [first] = desk.ask(MAYA, 'districts', {}).districts
    expect(first?.legislators[0]?.name).toBe('=HYPERLINK("https://example.org")')
  })
})
