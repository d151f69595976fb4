/** Pastes that mean harm or know no better, brought in through the sidebar’s gateway. */
import type { ImportKind } from '../../src/contract'
import type { Import } from '../../src/groups/in-page'
import { type Unknowns, Workspace } from '../../workbench/workspace/workspace'
import * as page from '../support/bring-in'
import { loadBundle } from '../support/bundle'
import { type Desk, deskOn, matrix, openDesk } from '../support/desk'

const MAYA = 'maya@example.org'

function ready(unknowns: Partial<Unknowns> = {}, language = 'en'): Desk {
  const desk = openDesk(MAYA, { unknowns })
  desk.workspace.account(MAYA).language = language
  desk.ask(MAYA, 'setUp', { state: 'MN' })
  return desk
}
const bringIn = (desk: Desk, kind: ImportKind, rows: readonly (readonly string[])[]) =>
  page.bringIn(desk, MAYA, { kind, ...matrix(rows) })
const preview = (desk: Desk, kind: ImportKind, rows: readonly (readonly string[])[]) =>
  page.checkPaste(desk, MAYA, { kind, ...matrix(rows) })
const cellsOf = (desk: Desk, tab: string) =>
  (desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === tab)?.cells ?? []).slice(1).filter(Boolean)

const FORMULAS = ['=HYPERLINK("https://example.org","click")', '+1', '@SUM(A1)', '-2+3', "'=1", '=IMPORTXML("x","y")']

test.each([
  [{}, 'en'],
  [{ textFormatStopsFormulas: true, apostropheIsStored: true, killLosesBuffer: false }, 'es'],
  [{ textFormatStopsFormulas: false, apostropheIsStored: true }, 'de'],
  [{ textFormatStopsFormulas: true, apostropheIsStored: false }, 'de'],
] as const)('no name becomes a formula, and each reads back as it was typed (%j, %s)', (unknowns, language) => {
  const desk = ready(unknowns, language)
  bringIn(desk, 'groups', [['Group', 'Town', 'ZIP'], ...FORMULAS.map((name) => [name, name, '02139'])])
  const [tab] = desk.workspace.spreadsheet().sheets.filter((sheet) => sheet.name === 'Groups')
  expect(Object.keys(tab?.formulas ?? {})).toEqual([])
  const names = desk.ask(MAYA, 'groups', {}).groups.map((group) => group.name)
  expect(names.map((name) => name.replace(/^'/, ''))).toEqual(FORMULAS.map((name) => name.replace(/^'/, '')))
  for (const row of cellsOf(desk, 'Groups')) expect(row).toContain('02139')
})

test('an e-mail cell that holds more than one plain address never gets into the sheet', () => {
  const desk = ready()
  bringIn(desk, 'groups', [['Group'], ['Oak']])
  const bad = [
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\nb@example.org',
    'a@example.org, b@example.org',
    'Ann <a@example.org>, Bob <b@example.org>',
    '"x" <a@example.org>, b@example.org',
    'аdmin@example.org',
    `${'a'.repeat(300)}@example.org`,
    'a@example.org%0ABcc:b@example.org',
    'javascript:alert(1)',
    'a@localhost',
    '@example.org',
    'a@@example.org',
    '=cmd@example.org',
  ]
  const rows = [['Name', 'Email', 'Group'], ...bad.map((email, i) => [`Person ${i}`, email, 'Oak'])]
  const { problems, willAdd } = preview(desk, 'people', rows)
  expect(willAdd).toBe(0)
  const wrong = problems.filter((problem) => problem.level === 'error')
  expect(wrong.map((problem) => [problem.row, problem.column])).toEqual(bad.map((_, i) => [i + 2, 'Email']))
  for (const { message, next } of wrong) {
    expect(message).toMatch(/\.$/)
    expect(next).toMatch(/[.?]$/)
    expect(message.length).toBeLessThan(160)
  }
  expect(bringIn(desk, 'people', rows)).toMatchObject({ added: 0, skipped: bad.length })
  expect(cellsOf(desk, 'People')).toEqual([])
})

test('two people in one cell are told as two people, not as HTML', () => {
  const desk = ready()
  const both = 'Ann <a@example.org>, Bob <b@example.org>'
  const { problems } = preview(desk, 'people', [
    ['Name', 'Email'],
    ['Ann and Bob', both],
  ])
  expect(problems.filter((problem) => problem.level === 'error')).toMatchObject([
    { code: 'BAD_EMAIL', next: expect.stringContaining('one row a person') },
  ])
})

test.each<[string, string[][]]>([
  [
    'rows kept though they are duplicates',
    [
      ['Same', '1 A St', ''],
      ['Same', '2 B St', ''],
    ],
  ],
  [
    'names behind an apostrophe',
    [
      ["'=1", '1 A St', ''],
      ["''tis", '2 B St', ''],
    ],
  ],
  ['notes with the line ends of Windows', [['Notes', '1 A St', 'a\r\nb']]],
  [
    'a row that stands twice',
    [
      ['Twice', '1 A St', ''],
      ['Twice', '1 A St', ''],
    ],
  ],
])('%s: bringing the same in again adds nothing', (_, rows) => {
  const desk = ready()
  const all = [['Group', 'Address', 'Notes'], ...rows]
  const first = bringIn(desk, 'groups', all)
  expect(first.added).toBe(new Set(rows.map(String)).size)
  expect(bringIn(desk, 'groups', all)).toMatchObject({ added: 0, skipped: rows.length })
  expect(cellsOf(desk, 'Groups')).toHaveLength(first.added)
})

test('people with several roles and words of their own come in once, too', () => {
  const desk = ready()
  bringIn(desk, 'groups', [['Group'], ['Oak']])
  const people = [
    ['Name', 'Email', 'Group', 'Roles', 'Opted out'],
    ['Ada', 'a@example.org', 'Oak', 'Back-up & Leader', 'N'],
    ['Bo', 'b@example.org', 'Oak', '', 'x'],
  ]
  expect(bringIn(desk, 'people', people).added).toBe(2)
  expect(bringIn(desk, 'people', people).added).toBe(0)
})

test('HTML, huge cells and torn rows stay out, the rows beside them go in', () => {
  const desk = ready()
  const rows = [
    ['Group', 'Town', 'Address'],
    ['Good', 'Oak', '1 Elm St'],
    ['Markup', '<script>alert(1)</script>', '1 Elm St'],
    ['Half a tag', '<img src=x', '1 Elm St'],
    ['Huge', 'x'.repeat(50_001), '1 Elm St'],
    ['Torn', 'Oak', '1 Elm St', 'one', 'too many'],
    ['Two lines', 'Oak\nElm', '1 Elm St'],
    ['', 'Oak', '1 Elm St'],
    ['Short'],
  ]
  const { problems } = preview(desk, 'groups', rows)
  expect(problems.filter((p) => p.level === 'error').map((p) => [p.row, p.code])).toEqual([
    [3, 'HTML'],
    [4, 'HTML'],
    [5, 'CELL_TOO_LONG'],
    [6, 'ROW_TOO_WIDE'],
    [7, 'LINE_BREAK'],
    [8, 'NO_NAME'],
  ])
  expect(bringIn(desk, 'groups', rows)).toMatchObject({ added: 2, skipped: 6 })
  expect(desk.ask(MAYA, 'groups', {}).groups.map((group) => group.name)).toEqual(['Good', 'Short'])
})

test.each([
  ['no header at all', []],
  ['a header of blanks', ['', ' ']],
  ['another table’s header', ['Date', 'Amount', 'Payee']],
])('%s is told with the headers that are wanted, and nothing is written', (_, header) => {
  const desk = ready()
  const check = () => bringIn(desk, 'groups', [header, ['a', 'b', 'c']])
  expect(check).toThrow(expect.objectContaining({ code: 'COLUMNS_MISSING', next: expect.stringContaining('Group') }))
  expect(cellsOf(desk, 'Groups')).toEqual([])
})

test('five thousand rows go in at once; one more is refused whole', () => {
  const desk = ready()
  const rows = (n: number) => Array.from({ length: n }, (_, i) => [`Group ${i}`, `${i} Elm St`])
  const request = (n: number): Import => ({ kind: 'groups', header: ['Group', 'Address'], rows: rows(n) })
  const refused = desk.faultOf(MAYA, 'commitImport', page.rowsOfPaste(desk, MAYA, request(5_001)))
  expect(refused.message).toMatch(/\.$/)
  expect(cellsOf(desk, 'Groups')).toEqual([])
  expect(page.bringIn(desk, MAYA, request(5_000))).toMatchObject({ added: 5_000 })
  expect(page.bringIn(desk, MAYA, request(5_000))).toMatchObject({ added: 0, skipped: 5_000 })
})

test('killed before or after any service call: all rows stand or none, and pressing again makes it whole', () => {
  const rows = [['Group', 'Town', 'ZIP'], ...Array.from({ length: 30 }, (_, i) => [`Group ${i}`, 'Oak', '02139'])]
  const saved = ready().workspace.save()
  const options = { ...loadBundle(), now: 0 }
  const again = () => deskOn(Workspace.load(options, saved))
  const quiet = again()
  bringIn(quiet, 'groups', rows)
  const count = quiet.workspace.callCount
  expect(count).toBeGreaterThan(20)
  for (let n = 1; n <= count; n++)
    for (const when of ['before', 'after'] as const) {
      const desk = again()
      let calls = 0
      desk.workspace.hook = {
        [when](call: { execution: { kill(): never } }) {
          if (++calls === n) call.execution.kill()
        },
      }
      try {
        bringIn(desk, 'groups', rows)
      } catch {
        // What is left in the sheet counts.
      }
      desk.workspace.hook = null
      const standing = desk.ask(MAYA, 'groups', {}).total
      expect([when, n, [0, 30].includes(standing)]).toEqual([when, n, true])
      bringIn(desk, 'groups', rows)
      const { groups } = desk.ask(MAYA, 'groups', {})
      expect([when, n, groups.length]).toEqual([when, n, 30])
      expect(new Set(groups.map((group) => group.id)).size).toBe(30)
    }
})
