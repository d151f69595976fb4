/** What the server takes from whoever sends rows: all the page finds good, nothing that would break a table. */
import fc from 'fast-check'
import type { Params } from '../../../src/contract'
import { planImport, toCommit } from '../../../src/groups/in-page'
import { readRows } from '../../../src/groups/take-in'
import { bringIn, rowsOfPaste } from '../../support/bring-in'
import { type Desk, openDesk } from '../../support/desk'

const MAYA = 'maya@example.org'

let saved = ''
/** A desk that is set up and has the group Oak. */
function ready(): Desk {
  const desk = openDesk(MAYA)
  if (saved) Object.assign(desk.workspace.state, JSON.parse(saved))
  else {
    desk.ask(MAYA, 'setUp', { state: 'MN' })
    bringIn(desk, MAYA, { kind: 'groups', header: ['Group'], rows: [['Oak']] })
    saved = desk.workspace.save()
  }
  return desk
}
const sheetOf = (desk: Desk) => JSON.stringify(desk.workspace.state.spreadsheets)
const valuesIn = (desk: Desk, tab: string) =>
  (desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === tab)?.cells ?? [])
    .slice(1)
    .filter((row) => row?.some((cell) => cell !== null && cell !== ''))

const TEXTS = ['=1', "'=1", '<i>', '<3', 'a@b.org', 'a@b.org\nx', 'a\r\nb', '02139', '1432', 'about 40', '11/23/2026', 'active', 'dormant', 'Leader & organiser', 'working group', 'calls; RALLY', 'x', 'n', 'G-001', 'oak', '\u0000', "\u0000 '", '\ud800'] // biome-ignore format: a list
const cell = fc.oneof(fc.constantFrom(...TEXTS), fc.string(), fc.string({ unit: 'binary' }))
const HEADERS = {
  groups: ['Group', 'Town', 'ZIP', 'Status', 'Members', 'Can do', 'Consent', 'Last confirmed', 'Notes'],
  people: ['Name', 'Email', 'Phone', 'Group', 'Roles', 'Away until', 'Opted out', 'Notes'],
}

test('every row that the page finds good is taken, and says the same on the server', () => {
  const tables = { groups: [{ id: 'G-001', name: 'Oak', town: '' }], people: [] }
  let good = 0
  const rowOf = (width: number) =>
    fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: cell }), {
      minLength: width,
      maxLength: width,
    })
  fc.assert(
    fc.property(
      fc.constantFrom('groups' as const, 'people' as const).chain((kind) =>
        fc.record({
          kind: fc.constant(kind),
          rows: fc.array(
            rowOf(HEADERS[kind].length).map((cells) => [cells[0] || 'Name', ...cells.slice(1)]),
            { maxLength: 20 },
          ),
        }),
      ),
      ({ kind, rows }) => {
        const plan = planImport({ kind, header: HEADERS[kind], rows }, tables)
        const read = readRows(toCommit(kind, plan, []))
        expect(read).toHaveLength(plan.good.length)
        for (const [i, { values }] of plan.good.entries()) expect(read[i]).toMatchObject(values)
        good += read.length
      },
    ),
    { numRuns: 300 },
  )
  expect(good).toBeGreaterThan(100)
})

test.each<[string, 'groups' | 'people', Record<string, string>]>([
  ['an unknown status', 'groups', { status: 'asleep' }],
  ['one unknown word among known ones', 'groups', { canDo: 'calls, juggling' }],
  ['an unknown role', 'people', { roles: 'queen' }],
  ['a number that is none', 'groups', { members: 'many' }],
  ['a day that is none', 'groups', { confirmed: 'soon' }],
  ['HTML', 'groups', { town: '<script>alert(1)</script>' }],
  ['HTML in notes', 'groups', { notes: 'a\n<img src=x' }],
  ['a line break in a name', 'groups', { name: 'Ash\r\nElm' }],
  ['two addresses', 'people', { email: 'a@example.org, b@example.org' }],
  ['a header behind an address', 'people', { email: 'a@example.org\r\nBcc: b@example.org' }],
  ['an address like a formula', 'people', { email: '=cmd@example.org' }],
  ['a group that is not there', 'people', { groupId: 'G-999' }],
  ['a blank name', 'groups', { name: ' ' }],
  ['an ID of its own', 'groups', { id: 'G-500' }],
  ['districts', 'groups', { upper: '14' }],
  ['a mapping', 'groups', { mapping: 'mapped' }],
  ['a column of another tab', 'groups', { email: 'a@example.org' }],
  ['a column that every object has', 'groups', { constructor: 'x' }],
  ['the column __proto__', 'groups', JSON.parse('{"__proto__":"x"}')],
])('rows of which one has %s are refused whole, with what to do', (_, kind, bad) => {
  const desk = ready()
  const before = sheetOf(desk)
  const sound: Record<string, string> = { name: 'Ash', notes: '' }
  const fields = [...new Set([...Object.keys(sound), ...Object.keys(bad)])]
  const own = (of: Record<string, string>, field: string) => (Object.hasOwn(of, field) ? of[field] : undefined)
  const rowOf = (of: Record<string, string>) => fields.map((field) => own(of, field) ?? own(sound, field) ?? '')
  const request = { kind, fields, rows: [rowOf(sound), rowOf(bad)] }
  const fault = desk.faultOf(MAYA, 'commitImport', request)
  expect([fault.code, fault.next]).toEqual(['ROW_REFUSED', expect.stringMatching(/^Nothing was written\./)])
  expect(fault.message.length).toBeLessThan(120)
  expect(sheetOf(desk)).toBe(before)
})

test.each<[string, unknown]>([
  ['no kind', { fields: ['name'], rows: [['Ash']] }],
  ['a kind of its own', { kind: 'settings', fields: ['setting'], rows: [['x']] }],
  ['a cell that is no text', { kind: 'groups', fields: ['name'], rows: [[{ length: 3 }]] }],
  ['a cell longer than a cell', { kind: 'groups', fields: ['name'], rows: [['x'.repeat(50_001)]] }],
  ['a hundred columns', { kind: 'groups', fields: Array(100).fill('name'), rows: [] }],
  ['rows that are none', { kind: 'groups', fields: ['name'], rows: 'Ash' }],
])('a request with %s is not understood, and nothing is written', (_, params) => {
  const desk = ready()
  const before = sheetOf(desk)
  expect(desk.faultOf(MAYA, 'commitImport', params as Params<'commitImport'>).code).toBe('BAD_REQUEST')
  expect(sheetOf(desk)).toBe(before)
})

test('no row without a name gets in, even where there is no such column', () => {
  const fault = ready().faultOf(MAYA, 'commitImport', { kind: 'people', fields: ['email'], rows: [['a@example.org']] })
  expect(fault).toMatchObject({ code: 'ROW_REFUSED', message: 'A row has no name.' })
})

test('text that would be a formula is text, whoever sends it', () => {
  const desk = ready()
  const names = ['=1+1', '+1', '@SUM(A1)', "'=1", '\t=1']
  desk.ask(MAYA, 'commitImport', { kind: 'groups', fields: ['name'], rows: names.map((name) => [name]) })
  expect(desk.workspace.spreadsheet().sheets.flatMap((sheet) => Object.values(sheet.formulas))).toEqual([])
  expect(valuesIn(desk, 'Groups')).toHaveLength(1 + names.length)
})

test('a group that someone deletes between Check and Add refuses the people of it, and nobody comes in', () => {
  const desk = ready()
  bringIn(desk, MAYA, { kind: 'groups', header: ['Group'], rows: [['Elm']] })
  const header = ['Name', 'Email', 'Group']
  const rows = [
    ['Ada', 'ada@example.org', 'Oak'],
    ['Lee', 'lee@example.org', 'Elm'],
  ]
  const sent = rowsOfPaste(desk, MAYA, { kind: 'people', header, rows })
  const groups = desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Groups')
  groups?.cells.splice(2, 1)
  expect(desk.faultOf(MAYA, 'commitImport', sent)).toMatchObject({
    code: 'ROW_REFUSED',
    message: 'There is no group G-002.',
  })
  expect(valuesIn(desk, 'People')).toEqual([])
  // Checked again, it is told where it stands, and the other one comes in.
  expect(bringIn(desk, MAYA, { kind: 'people', header, rows })).toMatchObject({ added: 1, skipped: 1 })
})

test('people who came in stay in once although their group has left the sheet since', () => {
  const desk = ready()
  const sent = rowsOfPaste(desk, MAYA, {
    kind: 'people',
    header: ['Name', 'Email', 'Group'],
    rows: [['Ada', 'ada@example.org', 'Oak']],
  })
  desk.ask(MAYA, 'commitImport', sent)
  const groups = desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Groups')
  groups?.cells.splice(1, 1)
  expect(desk.ask(MAYA, 'commitImport', sent)).toEqual({ added: 0, first: '', last: '' })
})

test('two people who checked the same list before either added it add it once', () => {
  const desk = ready()
  const paste = { kind: 'groups' as const, header: ['Group', 'Town'], rows: [['Ash', 'Elm'], ['Fir', '']] } // biome-ignore format: a list
  const sent = [rowsOfPaste(desk, MAYA, paste), rowsOfPaste(desk, MAYA, paste)]
  expect(sent.map((rows) => desk.ask(MAYA, 'commitImport', rows).added)).toEqual([2, 0])
})

test('the page learns of who is there only what tells one from another', () => {
  const desk = ready()
  bringIn(desk, MAYA, {
    kind: 'people',
    header: ['Name', 'Email', 'Phone', 'Group', 'Notes'],
    rows: [['Ada', 'ada@example.org', '+1 555 0100', 'Oak', 'private']],
  })
  expect(desk.ask(MAYA, 'importTables', { kind: 'people' })).toEqual({
    groups: [{ id: 'G-001', name: 'Oak', town: '' }],
    people: [{ id: 'P-001', name: 'Ada', email: 'ada@example.org', groupId: 'G-001' }],
  })
  expect(desk.ask(MAYA, 'importTables', { kind: 'groups' }).people).toEqual([])
})
