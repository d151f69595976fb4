import fc from 'fast-check'
import Papa from 'papaparse'
import { MOST_ROWS, readFileText, readPaste } from '../../sidebar/paste'

const file = (bytes: Uint8Array | string, name = 'groups.csv') => new File([bytes as BlobPart], name)

test('cells copied from a sheet are read by their tabs, commas and all', () => {
  const { header, rows, delimiter, problems } = readPaste(
    'Group\tAddress\nElm Fork\t12 Mill Street, Suite 4, Elm Fork\n',
  )
  expect(delimiter).toBe('\t')
  expect(header).toEqual(['Group', 'Address'])
  expect(rows).toEqual([['Elm Fork', '12 Mill Street, Suite 4, Elm Fork']])
  expect(problems).toEqual([])
})

test.each([
  [',', 'comma'],
  [';', 'semicolon, as Excel writes in much of Europe'],
  ['|', 'bar'],
  ['\t', 'tab'],
])('the delimiter is found by the headings: %s (%s)', (delimiter) => {
  const text = [
    ['Group', 'Town', 'Notes'],
    ['Elm', 'Fork', 'a, b; c'],
  ]
  const paste = readPaste(Papa.unparse(text, { delimiter }))
  expect(paste.delimiter).toBe(delimiter)
  expect(paste.rows).toEqual([text[1]])
})

test('a list of names under one heading is one column', () => {
  expect(readPaste('Group\nElm Fork\nCedar Bend')).toMatchObject({
    header: ['Group'],
    rows: [['Elm Fork'], ['Cedar Bend']],
    problems: [],
  })
})

test('quoted cells may hold commas, quotation marks and line breaks; the rows after them keep their numbers', () => {
  const { rows, problems } = readPaste('Group,Notes\r\n"Elm, Fork","said ""yes""\r\nand left"\r\nCedar,x\r\n')
  expect(problems).toEqual([])
  expect(rows).toEqual([
    ['Elm, Fork', 'said "yes"\r\nand left'],
    ['Cedar', 'x'],
  ])
})

test.each([
  ['a quotation mark that is never closed', 'Group,Town\nElm,Fork\nCedar,"Bend\nMarlow,Marlow\n', 3],
  ['text right after a closed quotation mark', 'Group,Town\n"Elm" Fork,Elm\nCedar,Bend\n', 2],
  ['an open quotation mark in the headings', 'Group,"Town\nElm,Fork\n', 1],
])('%s is told with its row', (_, text, row) => {
  const { problems } = readPaste(text)
  expect(problems.map((problem) => problem.row)).toEqual([row])
  expect(problems[0]?.message).toContain(`Row ${row} `)
})

test('a name in quotation marks copied from a sheet is only text', () => {
  const { rows, problems } = readPaste('Group\tTown\n"Blue" Wave\tElm Fork\nCedar\tBend\n')
  expect(problems).toEqual([])
  expect(rows[0]).toEqual(['"Blue" Wave', 'Elm Fork'])
})

test('blank rows at the ends go, blank rows between stay, so that row numbers are those of the file', () => {
  const { header, rows } = readPaste('\n\nGroup,Town\nElm,Fork\n,\n\nCedar,Bend\n,\n\n')
  expect(header).toEqual(['Group', 'Town'])
  expect(rows.map((row) => row[0])).toEqual(['Elm', '', '', 'Cedar'])
})

test('a byte order mark is not part of the first heading', () => {
  expect(readPaste('\uFEFFGroup,Town\nElm,Fork').header).toEqual(['Group', 'Town'])
})

test('headings without rows are told', () => {
  expect(readPaste('Group,Town\n').problems[0]?.message).toBe('There is only one row.')
})

test('more rows than go in at a time are told before anything is sent', () => {
  const rows = (n: number) => `Group\n${'Elm\n'.repeat(n)}`
  expect(readPaste(rows(MOST_ROWS)).problems).toEqual([])
  expect(readPaste(rows(MOST_ROWS + 1)).problems[0]?.message).toContain('5,001 rows')
})

test('an empty paste is empty, not an error', () => {
  expect(readPaste('')).toMatchObject({ header: [], rows: [], problems: [] })
})

test('whatever stands in the cells, a well-formed CSV comes back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', 'ü', ' ', '<', '\t') })
  const full = cell.map((text) => `x${text}`)
  fc.assert(
    fc.property(fc.array(fc.tuple(full, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const paste = readPaste(Papa.unparse([['Group', 'Town'], ...rows], { newline: '\r\n' }))
      expect(paste.problems).toEqual([])
      expect(paste.rows).toEqual(rows)
    }),
  )
})

test('no paste makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', ';', '\0'), maxLength: 60 }),
      (text) => {
        const { rows, problems } = readPaste(text)
        expect(rows.every(Array.isArray)).toBe(true)
        expect(problems.every((problem) => problem.message && problem.next)).toBe(true)
      },
    ),
  )
})

test('a file that Excel on Windows saved keeps its accents', async () => {
  const { text, problem } = await readFileText(
    file(Uint8Array.from([...'Group\nPe'].map((c) => c.charCodeAt(0)).concat([0xf1], 97))),
  )
  expect(problem).toBeNull()
  expect(text).toBe('Group\nPeña')
})

test('a UTF-8 file keeps its accents and loses its byte order mark', async () => {
  expect((await readFileText(file('\uFEFFGroup\nPeña'))).text).toBe('Group\nPeña')
})

test.each([
  ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
])('%s is refused with what to do', async (_, bytes) => {
  const { text, problem } = await readFileText(file(bytes))
  expect(text).toBe('')
  expect(problem?.message).toBe('This is not a CSV file.')
})
