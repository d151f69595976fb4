/** A paste is looked over before anything is written: each thing that is wrong has its row, its column and a way out. */
import fc from 'fast-check'
import type { ImportKind, ImportTables } from '../../../src/contract'
import { type Import, type ImportPlan, planImport, previewOf, toCommit } from '../../../src/groups/in-page'
import { notStanding, readRows } from '../../../src/groups/take-in'

const group = (id: string, name: string, town = '') => ({ id, name, town })
const person = (id: string, name: string, email: string, groupId = '') => ({ id, name, email, groupId })
const TOO_LONG = 'x'.repeat(50_001)
const EMPTY: ImportTables = { groups: [], people: [] }
const paste = (kind: ImportKind, ...lines: string[][]): Import => ({
  kind,
  header: lines[0] ?? [],
  rows: lines.slice(1),
})
const codes = (plan: ImportPlan) => plan.problems.map((p) => `${p.row} ${p.column} ${p.code}`.trim())
const plan = (request: Import, standing = EMPTY) => planImport(request, standing)

describe('columns', () => {
  test('are known by what people call them, in any order and capitals', () => {
    const { columns } = plan(paste('groups', ['Zip Code', 'CITY', 'Chapter name', 'Favourite colour', 'E-mail']))
    expect(columns.map((c) => c.to)).toEqual(['ZIP', 'Town', 'Group', null, null])
  })

  test('with the tab’s own header win over other names for the same', () => {
    const { columns } = plan(paste('groups', ['Name', 'Group', 'Town']))
    expect(columns.map((c) => c.to)).toEqual([null, 'Group', 'Town'])
  })

  test('that are missing stop the import and are named, with what was found instead', () => {
    const missing = () => plan(paste('people', ['Name', 'Town'], ['Ada', 'Elm Fork']))
    expect(missing).toThrow(expect.objectContaining({ code: 'COLUMNS_MISSING' }))
    expect(missing).toThrow(/“Email”.*Name, Town/)
  })

  test('of an empty paste are missing too', () => {
    expect(() => plan(paste('groups', []))).toThrow(expect.objectContaining({ code: 'COLUMNS_MISSING' }))
  })

  test('that only Statewide writes are never taken from a paste', () => {
    const { columns } = plan(paste('groups', ['Group', 'Group ID', 'Upper districts', 'Mapping', 'Mapping note']))
    expect(columns.map((c) => c.to)).toEqual(['Group', null, null, null, null])
  })
})

describe('cells of groups', () => {
  const one = (header: string, cell: string) =>
    plan(paste('groups', ['Group', 'Address', header], ['Elm Fork', '', cell]))

  test.each([
    ['1432', '01432', ['ZIP_FILLED_UP']],
    ['2139-4307', '02139-4307', ['ZIP_FILLED_UP']],
    ['601', '00601', ['ZIP_FILLED_UP']],
    ['2139.0', '02139', ['ZIP_FILLED_UP']],
    ['021394307', '02139-4307', []],
    ['55101', '55101', []],
  ])('the ZIP %j is %j, with a warning where zeros were put back', (cell, zip, warnings) => {
    const { good, problems } = one('ZIP', cell)
    expect(good[0]?.values.zip).toBe(zip)
    expect(problems.map((p) => p.code)).toEqual(warnings)
    expect(problems.every((p) => p.level === 'warning')).toBe(true)
  })

  test.each(
    [
      ['ZIP', 'Elm Fork', 'BAD_ZIP'],
      ['ZIP', '123456', 'BAD_ZIP'],
      ['Status', 'asleep', 'UNKNOWN_WORD'],
      ['Members', 'many', 'BAD_NUMBER'],
      ['Can do', 'calls, juggling', 'UNKNOWN_WORD'],
      ['Last confirmed', '31/12/2026', 'BAD_DATE'],
      ['Last confirmed', '2026-02-30', 'BAD_DATE'],
      ['Town', '<b>Elm</b> Fork', 'HTML'],
      ['Town', '<script', 'HTML'],
      ['Town', '</td><td>', 'HTML'],
      ['Town', 'Elm\nFork', 'LINE_BREAK'],
      ['Town', 'Elm\r\nFork,,,\n"Oak', 'LINE_BREAK'],
      ['Town', TOO_LONG, 'CELL_TOO_LONG'],
      ['Notes', TOO_LONG, 'CELL_TOO_LONG'],
    ].map(([header = '', cell = '', code = '']) => ({ header, cell, code, seen: JSON.stringify(cell.slice(0, 30)) })),
  )('$header that holds $seen keeps the row out: $code', ({ header, cell, code }) => {
    const { good, problems } = one(header, cell)
    expect(good).toEqual([])
    expect(problems).toEqual([expect.objectContaining({ row: 2, column: header, code, level: 'error' })])
    expect(problems[0]?.next).not.toBe('')
    expect(problems[0]?.message.length).toBeLessThan(200)
  })

  test.each([
    ['Status', 'ACTIVE', { status: 'active' }],
    ['Status', '', { status: 'active' }],
    ['Status', 'Dormant', { status: 'quiet' }],
    ['Members', 'about 1,200', { members: 1200 }],
    ['Can do', 'Calls and letters; RALLY', { canDo: ['calls', 'letters', 'rally'] }],
    ['Consent', 'Y', { consent: 'yes' }],
    ['Notes', 'two\nlines are <3 fine', { notes: 'two\nlines are <3 fine' }],
    ['Slack', '@elmfork', { slack: '@elmfork' }],
    ['Town', '  St.   Paul ', { town: 'St. Paul' }],
    ['Town', 'L’Anse-aux-Épinettes', { town: 'L’Anse-aux-Épinettes' }],
  ])('%s that holds %j is understood', (header, cell, values) => {
    const { good, problems } = one(header, cell)
    expect(good[0]?.values).toMatchObject(values)
    expect(problems).toEqual([])
  })

  test('a day is the same day in every zone of the country', () => {
    const at = one('Last confirmed', '11/23/2026').good[0]?.values.confirmed
    for (const timeZone of ['America/New_York', 'Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles'])
      expect((at as Date).toLocaleDateString('en-CA', { timeZone })).toBe('2026-11-23')
  })

  test('a name that begins like a formula comes in as plain text, and this is said', () => {
    const { good, problems } = plan(paste('groups', ['Group', 'Address'], ['=IMPORTXML("http://x.example.org")', '']))
    expect(good[0]?.values.name).toBe('=IMPORTXML("http://x.example.org")')
    expect(problems).toEqual([expect.objectContaining({ row: 2, column: 'Group', code: 'FORMULA', level: 'warning' })])
  })

  test('a missing name keeps the row out, blank rows are no rows', () => {
    const result = plan(
      paste('groups', ['Group', 'Address', 'Town'], ['', '', 'Elm Fork'], ['', ' ', ''], [], ['Oak', '']),
    )
    expect(codes(result)).toEqual(['2 Group NO_NAME'])
    expect(result.rows).toBe(2)
    expect(result.good.map((g) => g.row)).toEqual([5])
  })

  test('a row with more cells than the header is where a quotation mark or comma went wrong', () => {
    const result = plan(paste('groups', ['Group', 'Address'], ['Elm Fork', '1 Main St', ' Suite 2'], ['Oak', '', '']))
    expect(codes(result)).toEqual(['2  ROW_TOO_WIDE'])
    expect(result.good.map((g) => g.row)).toEqual([3])
  })

  test('without addresses it is said that nothing can be mapped', () => {
    expect(codes(plan(paste('groups', ['Group'], ['Elm Fork'])))).toEqual(['0  NO_ADDRESSES'])
  })
})

describe('cells of people', () => {
  const standing: ImportTables = {
    groups: [group('G-001', 'Elm Fork Indivisible'), group('G-002', 'Twin'), group('G-003', 'twin')],
    people: [],
  }
  const one = (header: string, cell: string) =>
    plan(paste('people', ['Name', 'Email', header], ['Ada', 'ada@example.org', cell]), standing)
  const email = (cell: string) => plan(paste('people', ['Name', 'Email'], ['Ada', cell]), standing)

  test.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ['Ada L. <ada@example.org>', 'ada@example.org'],
    ["o'hara+alerts@mail.example.org", "o'hara+alerts@mail.example.org"],
    ['', ''],
  ])('the address %j is %j', (cell, address) => {
    expect(email(cell).good[0]?.values.email).toBe(address)
  })

  test.each([
    ['ada@example.org\nBcc: all@example.org', 'LINE_BREAK'],
    ['ada@example.org\r\n\r\nHello', 'LINE_BREAK'],
    ['ada@example', 'BAD_EMAIL'],
    ['ada', 'BAD_EMAIL'],
    ['a@b@example.org', 'BAD_EMAIL'],
    ['ada@example.org, lee@example.org', 'BAD_EMAIL'],
    ['ada..l@example.org', 'BAD_EMAIL'],
    ['ada@-example.org', 'BAD_EMAIL'],
    ['ädä@example.org', 'BAD_EMAIL'],
    ['"ada"@example.org', 'BAD_EMAIL'],
    ['<b>ada@example.org</b>', 'HTML'],
    [`${'a'.repeat(65)}@example.org`, 'BAD_EMAIL'],
  ])('the address %j keeps the row out: %s', (cell, code) => {
    const { good, problems } = email(cell)
    expect(good).toEqual([])
    expect(problems).toEqual([expect.objectContaining({ row: 2, column: 'Email', code, level: 'error' })])
  })

  test('an address that begins like a formula is no address', () => {
    for (const sign of ['=', '+', '-', '@']) expect(email(`${sign}ada@example.org`).good).toEqual([])
  })

  test.each([
    ['Group', 'G-001', 'G-001'],
    ['Group', ' g-001 ', 'G-001'],
    ['Group ID', 'elm fork  INDIVISIBLE', 'G-001'],
    ['Group', '', ''],
  ])('%s %j is group %j', (header, cell, id) => {
    expect(one(header, cell).good[0]?.values.groupId).toBe(id)
  })

  test('a group that is not there, or of which there are two, keeps the person out', () => {
    expect(codes(one('Group', 'Oak'))).toEqual(['2 Group UNKNOWN_GROUP'])
    expect(codes(one('Group', 'TWIN'))).toEqual(['2 Group SEVERAL_GROUPS'])
    expect(codes(one('Group', 'G-0014'))).toEqual(['2 Group UNKNOWN_GROUP'])
  })

  test('phones stay as typed; one that a spreadsheet shortened is refused', () => {
    expect(one('Phone', '+1 (555) 010-0100 ext. 7').good[0]?.values.phone).toBe('+1 (555) 010-0100 ext. 7')
    expect(codes(one('Phone', '6.12556E+09'))).toEqual(['2 Phone PHONE_SHORTENED'])
  })

  test('someone of a group without a role becomes lead, and this is said once', () => {
    const result = plan(
      paste(
        'people',
        ['Name', 'Email', 'Group'],
        ['Ada', 'ada@example.org', 'G-001'],
        ['Lee', 'lee@example.org', 'G-001'],
        ['Kim', 'kim@example.org', ''],
      ),
      standing,
    )
    expect(result.good.map((g) => g.values.roles)).toEqual([['lead'], ['lead'], undefined])
    expect(codes(result)).toEqual(['0  ROLE_ASSUMED'])
  })

  test('roles are lists with the words people use', () => {
    expect(one('Role', 'Leader & note taker').good[0]?.values.roles).toEqual(['lead', 'notes'])
    expect(codes(one('Role', 'queen'))).toEqual(['2 Role UNKNOWN_WORD'])
  })
})

describe('duplicates', () => {
  const standing: ImportTables = {
    groups: [group('G-001', 'Elm Fork Indivisible', 'Elm Fork'), group('G-002', 'Résistance  du Lac', '')],
    people: [person('P-001', 'Ada Lind', 'ada@example.org', 'G-001'), person('P-002', 'No Mail', '', 'G-001')],
  }

  test('are found in the sheet and in the paste, whatever the capitals, spacing and accents', () => {
    const { duplicates, good } = plan(
      paste(
        'groups',
        ['Group', 'Town', 'Address'],
        ['ELM FORK  indivisible', 'elm-fork', ''],
        ['Elm Fork Indivisible', 'Oak', ''],
        ['Resistance du lac', 'Port Lakeside', ''],
        ['New Group', 'Oak', ''],
        ['new  group', 'OAK', ''],
      ),
      standing,
    )
    expect(duplicates.map((d) => [d.row, d.why, d.of])).toEqual([
      [2, 'same name and town', 'G-001'],
      [4, 'same name', 'G-002'],
      [6, 'same name and town', 'row 5'],
    ])
    expect(good).toHaveLength(5)
  })

  test('of people are the same address, or the same name and group where there is none', () => {
    const { duplicates } = plan(
      paste(
        'people',
        ['Name', 'Email', 'Group'],
        ['Somebody Else', 'ADA@example.org', ''],
        ['no mail', '', 'G-001'],
        ['No Mail', '', ''],
        ['Ada Lind', 'other@example.org', 'G-001'],
      ),
      standing,
    )
    expect(duplicates.map((d) => [d.row, d.why, d.of])).toEqual([
      [2, 'same e-mail', 'P-001'],
      [3, 'same name', 'P-002'],
    ])
  })

  test('of people are one e-mail in one group: who leads another group too has a row there', () => {
    const { duplicates } = plan(
      paste(
        'people',
        ['Name', 'Email', 'Group'],
        ['Ada Lind', 'Ada@example.org', 'G-002'],
        ['Ada Lind', 'ada@example.org', 'G-001'],
        ['Ada L.', 'ada@example.org', 'G-002'],
        ['Ada Lind', 'ada@example.org', ''],
        ['Kim', 'kim@example.org', ''],
        ['Kim', 'kim@example.org', 'G-001'],
      ),
      standing,
    )
    expect(duplicates.map((d) => [d.row, d.why, d.of])).toEqual([
      [3, 'same e-mail', 'P-001'],
      [4, 'same e-mail', 'row 2'],
      [5, 'same e-mail', 'P-001'],
    ])
  })

  test('are left out of what will be added, and come in only if asked for', () => {
    const request = paste(
      'groups',
      ['Group', 'Town', 'Address'],
      ['Elm Fork Indivisible', 'Elm Fork', '9 Oak St'],
      ['New', 'Oak', ''],
    )
    const made = plan(request, standing)
    expect(previewOf(request, made).willAdd).toBe(1)
    const sent = (skipRows: number[]) => readRows(toCommit('groups', made, skipRows)).map((row) => row.name)
    expect(sent([2])).toEqual(['New'])
    expect(sent([])).toEqual(['Elm Fork Indivisible', 'New'])
  })

  test('that stand word for word are never added again: a second click adds nothing', () => {
    const request = paste('people', ['Name', 'Email', 'Group'], ['Ada Lind', 'ada@example.org', 'G-001'])
    const sent = toCommit('people', plan(request, standing), [])
    const rows = readRows(sent)
    const stands = rows.map((row) => ({ ...row, id: 'P-001', phone: '+1 555 0100' }))
    expect(notStanding(sent.fields, rows, [])).toEqual(rows)
    expect(notStanding(sent.fields, rows, stands)).toEqual([])
    expect(notStanding(sent.fields, [...rows, ...rows], [])).toEqual(rows)
  })
})

test('whatever is pasted, the plan answers and only sound rows are good', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1', '<i>', 'a@b.org\nx', '02139', 'active'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom('groups' as const, 'people' as const),
      fc.array(fc.array(cell, { maxLength: 8 })),
      (kind, rows) => {
        const header = ['Group', 'Name', 'Email', 'Town', 'ZIP', 'Notes', 'Phone']
        const made = planImport({ kind, header, rows }, EMPTY)
        for (const { values } of made.good) {
          expect(values.name).not.toBe('')
          expect(values.email ?? '').not.toMatch(/[\s<>,;:"]/)
          expect(`${values.name} ${values.town ?? ''} ${values.zip ?? ''}`).not.toMatch(/[\r\n]|<[a-z/]/i)
        }
        const bad = new Set(made.problems.filter((p) => p.level === 'error').map((p) => p.row))
        for (const { row } of made.good) expect(bad.has(row)).toBe(false)
        expect(bad.size + made.good.length).toBe(made.rows)
      },
    ),
  )
})

test('a preview has every problem, errors first', () => {
  const rows = Array.from({ length: 300 }, (_, i) => [`Group ${i}`, i < 150 ? '1234' : 'bad', ''])
  const request = paste('groups', ['Group', 'ZIP', 'Address'], ...rows)
  const preview = previewOf(request, plan(request))
  expect(preview.problems.map((p) => p.level)).toEqual([...Array(150).fill('error'), ...Array(150).fill('warning')])
  expect(preview.problems[0]?.row).toBe(152)
  expect(preview.willAdd).toBe(150)
  expect(preview.sample[0]).toEqual(['Group 0', '01234', ''])
})
