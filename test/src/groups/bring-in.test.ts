/** Bringing groups and people in, through the sidebar's gateway: looked over first, written whole or not at all. */
import type { Import } from '../../../src/groups/in-page'
import { bringIn, checkPaste, rowsOfPaste } from '../../support/bring-in'
import { type Desk, openDesk } from '../../support/desk'

const MAYA = 'maya@example.org'
const LEE = 'lee@example.org'

let saved = ''
/** A desk that is set up for Minnesota. */
function ready(): Desk {
  const d = openDesk(MAYA, { others: [LEE] })
  if (saved) Object.assign(d.workspace.state, JSON.parse(saved))
  else {
    d.ask(MAYA, 'setUp', { state: 'MN' })
    saved = d.workspace.save()
  }
  return d
}

const groups = (...rows: string[][]): Import => ({ kind: 'groups', header: ['Group', 'Town', 'Address', 'ZIP'], rows })
const people = (...rows: string[][]): Import => ({
  kind: 'people',
  header: ['Name', 'Email', 'Group', 'Role', 'Phone'],
  rows,
})
const many = (count: number): Import =>
  groups(...Array.from({ length: count }, (_, i) => [`Group ${i}`, `Town ${i}`, `${i} Elm St`, `0${1000 + i}`]))
const commit = (d: Desk, request: Import, skipRows: number[] = [], as = MAYA) => bringIn(d, as, request, skipRows)
const list = (d: Desk) => d.ask(MAYA, 'groups', {}).groups
const cellsOf = (d: Desk, tab: string) =>
  Array.from(d.workspace.spreadsheet().sheets.find((s) => s.name === tab)?.cells ?? [], (row) => row ?? [])
const column = (d: Desk, tab: string, header: string) => {
  const [headers = [], ...rows] = cellsOf(d, tab)
  const at = headers.indexOf(header)
  return rows.map((row) => row[at] ?? '').filter((cell) => cell !== '')
}
const sheetCalls = (d: Desk) =>
  [...d.workspace.meters].filter(([key]) => key.startsWith('SpreadsheetApp')).reduce((n, [, m]) => n + m.calls, 0)

test('a preview writes nothing', () => {
  const d = ready()
  const before = JSON.stringify(d.workspace.state.spreadsheets)
  const preview = checkPaste(d, MAYA, groups(['Elm Fork', 'Elm Fork', '1 Elm St', '1432'], ['', 'x', '', '']))
  expect(preview).toMatchObject({ rows: 2, willAdd: 1, sample: [['Elm Fork', 'Elm Fork', '1 Elm St', '01432']] })
  expect(JSON.stringify(d.workspace.state.spreadsheets)).toBe(before)
})

test('a thousand rows come in at one go, with as many calls to the sheet as ten', () => {
  const cost = (count: number) => {
    const d = ready()
    const before = sheetCalls(d)
    expect(commit(d, many(count))).toEqual({
      added: count,
      skipped: 0,
      first: 'G-001',
      last: `G-${String(count).padStart(3, '0')}`,
    })
    expect(list(d)).toHaveLength(count)
    return sheetCalls(d) - before
  }
  expect(cost(1000)).toBe(cost(10))
})

test('what is wrong stays out, what is right comes in, and both are counted', () => {
  const d = ready()
  const request = groups(
    ['Elm Fork', 'Elm Fork', '1 Elm St', '01432'],
    ['<b>Bold</b>', 'Oak', '2 Oak St', '55101'],
    ['=HYPERLINK("http://x.example.org")', '+Oak', '3 Oak St', '55101-1234'],
    ['Long', 'x'.repeat(50_001), '', ''],
    ['Wide', 'Oak', '', '', 'one', 'too many'],
    ['Box', 'Oak', '', 'none'],
  )
  expect(
    checkPaste(d, MAYA, request)
      .problems.filter((p) => p.level === 'error')
      .map((p) => [p.row, p.code]),
  ).toEqual([
    [3, 'HTML'],
    [5, 'CELL_TOO_LONG'],
    [6, 'ROW_TOO_WIDE'],
    [7, 'BAD_ZIP'],
  ])
  expect(commit(d, request)).toEqual({ added: 2, skipped: 4, first: 'G-001', last: 'G-002' })
  expect(list(d).map((g) => [g.name, g.town])).toEqual([
    ['Elm Fork', 'Elm Fork'],
    ['=HYPERLINK("http://x.example.org")', '+Oak'],
  ])
  expect(column(d, 'Groups', 'ZIP')).toEqual(['01432', '55101-1234'])
  expect(d.workspace.spreadsheet().sheets.flatMap((s) => Object.values(s.formulas))).toEqual([])
})

test('missing columns are said before anything is written', () => {
  const d = ready()
  const request: Import = { kind: 'people', header: ['Who', 'Where'], rows: [['Ada', 'Elm Fork']] }
  expect(() => commit(d, request)).toThrow(expect.objectContaining({ code: 'COLUMNS_MISSING' }))
  expect(column(d, 'People', 'Name')).toEqual([])
})

test('rows that are left out stay out', () => {
  const d = ready()
  expect(commit(d, many(4), [3, 5])).toEqual({ added: 2, skipped: 2, first: 'G-001', last: 'G-002' })
  expect(list(d).map((g) => g.name)).toEqual(['Group 0', 'Group 2'])
})

test('sending the same import twice adds it once', () => {
  const d = ready()
  commit(d, many(20))
  expect(commit(d, many(20), [], LEE)).toEqual({ added: 0, skipped: 20, first: '', last: '' })
  expect(checkPaste(d, LEE, many(20))).toMatchObject({ willAdd: 0 })
  expect(list(d)).toHaveLength(20)
})

test('people find their group by name or ID; phones and names stay text', () => {
  const d = ready()
  commit(d, groups(['Elm Fork', '', '', ''], ['Oak', '', '', '']))
  const done = commit(
    d,
    people(
      ['Ada Lind', 'Ada@Example.org', 'elm fork', 'lead', '+1 555 0100'],
      ['Lee', 'lee@example.org', 'G-002', '', '5550100'],
      ['Kim', 'kim@example.org\nBcc: x@example.org', 'G-002', '', ''],
      ['Ann', 'ann@example.org', 'Ash', '', ''],
    ),
  )
  expect(done).toEqual({ added: 2, skipped: 2, first: 'P-001', last: 'P-002' })
  expect(column(d, 'People', 'Email')).toEqual(['ada@example.org', 'lee@example.org'])
  expect(column(d, 'People', 'Group ID')).toEqual(['G-001', 'G-002'])
  expect(column(d, 'People', 'Roles')).toEqual(['lead', 'lead'])
  expect(column(d, 'People', 'Phone').map((phone) => String(phone).replace(/^'/, ''))).toEqual([
    '+1 555 0100',
    '5550100',
  ])
})

test('what was brought in stands in the log, with who did it', () => {
  const d = ready()
  commit(d, many(3), [], LEE)
  expect(column(d, 'Log', 'Who')).toContain(LEE)
  expect(column(d, 'Log', 'To')).toContain('G-001 to G-003')
})

test.each([true, false])(
  'a run that is killed at any call leaves all rows or none (buffer lost: %s)',
  (killLosesBuffer) => {
    const counted = ready()
    const before = counted.workspace.callCount
    commit(counted, many(5))
    const calls = counted.workspace.callCount - before
    expect(calls).toBeGreaterThan(20)
    for (let n = 1; n <= calls; n++) {
      const d = ready()
      d.workspace.unknowns.killLosesBuffer = killLosesBuffer
      let seen = 0
      d.workspace.hook = {
        before(call) {
          if (++seen === n) call.execution.kill()
        },
      }
      expect(() => commit(d, many(5))).toThrow()
      d.workspace.hook = null
      expect([0, 5]).toContain(list(d).length)
      // Whatever was left behind, trying again ends well and gives no ID twice.
      commit(d, many(5))
      const ids = column(d, 'Groups', 'Group ID')
      expect([ids.length, new Set(ids).size]).toEqual([5, 5])
    }
  },
)

test('two people who bring in the same at the same time add it once', () => {
  const d = ready()
  let refused = ''
  let acted = false
  d.workspace.hook = {
    before(call) {
      if (acted || call.method !== 'Range.setValues') return
      acted = true
      refused = d.faultOf(LEE, 'commitImport', rowsOfPaste(d, LEE, many(5))).code
    },
  }
  commit(d, many(5))
  d.workspace.hook = null
  expect(refused).toBe('SHEET_BUSY')
  expect(commit(d, many(5), [], LEE).added).toBe(0)
  expect(list(d)).toHaveLength(5)
})

test('groups that have left are counted by themselves, so that what was brought in adds up', () => {
  const d = ready()
  commit(d, {
    kind: 'groups',
    header: ['Group', 'Town', 'Status'],
    rows: [
      ['Elm Fork', 'Elm Fork', 'active'],
      ['Oak', 'Oak', 'left'],
    ],
  })
  expect(d.ask(MAYA, 'groups', {})).toMatchObject({ total: 1, left: 1 })
})
