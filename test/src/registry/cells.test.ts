/** What people type and what we write stays what it is, however the sheet treats a leading apostrophe. */
import fc from 'fast-check'
import { asRead, cellMark, fromCell, sameIn, toCell } from '../../../src/registry/cells'
import { type Column, date, id, number, oneOf, someOf, text } from '../../../src/registry/columns'
import { CELL_LIMIT, guardText, plainText, unguardText } from '../../../src/registry/text'
import { GROUP_STATUSES, ROLES, YES } from '../../../src/registry/words'

const anyText = text('person')('Text') as Column<unknown>
const anyNumber = number('person')('Number') as Column<unknown>
const anyDate = date('person')('Date') as Column<unknown>
const status = oneOf('person')('Status', GROUP_STATUSES) as Column<unknown>
const roles = someOf('person')('Roles', ROLES) as Column<unknown>
const optedOut = oneOf('person')('Opted out', YES) as Column<unknown>
const own = oneOf('program')('Status', GROUP_STATUSES) as Column<unknown>
const ownDate = date('program')('Date') as Column<unknown>
const groupId = id('person')('Group ID') as Column<unknown>

/** The two things a sheet may do with an apostrophe that a script writes first. */
const platforms = {
  'the apostrophe is a mark': (written: string) => (written.startsWith("'") ? written.slice(1) : written),
  'the apostrophe is kept': (written: string) => written,
}
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", "''", "'=", "''+"), fc.string())
    .map(([head, tail]) => head + tail),
)

describe.each(Object.entries(platforms))('where %s', (_, keep) => {
  test('any text comes back as the plain text it was', () => {
    fc.assert(fc.property(hostile, (t) => fromCell(anyText, keep(String(toCell(anyText, t)))) === plainText(t)))
  })

  test('a cell that was read and is written back stays the same, however often', () => {
    fc.assert(
      fc.property(hostile, (t) => {
        const once = keep(String(toCell(anyText, t)))
        const twice = keep(String(asRead(once)))
        return fromCell(anyText, twice) === fromCell(anyText, once) && keep(String(asRead(twice))) === twice
      }),
    )
  })
})

test('no text is ever written so that a sheet would compute it', () => {
  fc.assert(fc.property(hostile, (t) => !/^[=+\-@\t\r\n]/.test(guardText(t))))
})

test('plain text is its own plain text', () => {
  fc.assert(fc.property(hostile, (t) => plainText(plainText(t)) === plainText(t)))
})

test.each([
  ['=HYPERLINK("http://x.example.org")', '=HYPERLINK("http://x.example.org")'],
  ['+1 555 0100', '+1 555 0100'],
  ["'tis the season", "'tis the season"],
  ['O’Brien', 'O’Brien'],
  ['two\r\nlines', 'two\nlines'],
  ['nul\u0000 and bell\u0007', 'nul and bell'],
  ['half \ud83d of a face', 'half  of a face'],
  ['a whole 😀', 'a whole 😀'],
])('%j reads as %j', (typed, read) => {
  expect(unguardText(guardText(typed))).toBe(read)
})

test('a text of 50,000 characters fits, one more is refused with the column’s name', () => {
  expect(toCell(anyText, 'x'.repeat(CELL_LIMIT))).toHaveLength(50_000)
  expect(() => toCell(anyText, 'x'.repeat(50_001))).toThrow(expect.objectContaining({ code: 'CELL_TOO_LONG' }))
  // The guarding apostrophe counts as well.
  expect(() => toCell(anyText, `=${'x'.repeat(49_999)}`)).toThrow(expect.objectContaining({ code: 'CELL_TOO_LONG' }))
})

test('what makes no sense is never an error: it reads as blank, or where people type as they typed it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.date({ noInvalidDate: false })), (cell) => {
      for (const column of [anyText, anyNumber, anyDate, status, roles, own, ownDate, groupId]) fromCell(column, cell)
    }),
  )
  expect(fromCell(anyNumber, 'many')).toBeNull()
  expect(fromCell(ownDate, 'soon')).toBeNull()
  expect(fromCell(anyDate, ' soon ')).toBe('soon')
  expect([fromCell(anyDate, ''), fromCell(anyDate, false)]).toEqual([null, null])
  expect(fromCell(anyDate, new Date(Number.NaN))).toBeNull()
  expect(fromCell(own, 'sleeping')).toBe('')
  expect(fromCell(status, 'sleeping')).toBe('sleeping')
  expect(fromCell(optedOut, '#N/A')).toBe('#N/A')
})

test('words are understood in any capitals and spacing, lists in the list’s order', () => {
  expect(fromCell(status, ' Active ')).toBe('active')
  expect(fromCell(roles, 'Backup; LEAD, nonsense')).toEqual(['lead', 'backup', 'nonsense'])
  expect(fromCell(groupId, ' g-014 ')).toBe('G-014')
})

test('other words for the same are understood, and a box without a tick is no word', () => {
  expect(['x', 'Y', true, 1, 'TRUE'].map((cell) => fromCell(optedOut, cell))).toEqual(new Array(5).fill('yes'))
  expect(['n', 'No', 'FALSE', 0, false].map((cell) => fromCell(optedOut, cell))).toEqual(new Array(5).fill('no'))
  expect(['', ' '].map((cell) => fromCell(optedOut, cell))).toEqual(['', ''])
  expect(fromCell(status, false)).toBe('')
  expect(fromCell(roles, 'Leader/Back-up and note taker')).toEqual(['lead', 'backup', 'notes'])
})

test('numbers and dates that stand as text are understood', () => {
  expect(fromCell(anyNumber, '1,200')).toBe(1200)
  expect(fromCell(anyNumber, 12)).toBe(12)
  expect((fromCell(anyDate, '2026-11-23') as Date).toISOString().slice(0, 10)).toBe('2026-11-23')
})

test('a number that lost its text format still reads as text', () => {
  expect(fromCell(anyText, 6125550114)).toBe('6125550114')
  expect(sameIn(anyText, 1234, '01234')).toBe(false)
  expect(sameIn(anyText, 1234, '1234')).toBe(true)
})

test('times within the same second are the same: sheets round', () => {
  const at = new Date('2026-11-23T17:00:00.100Z')
  expect(sameIn(anyDate, at, new Date('2026-11-23T17:00:00.000Z'))).toBe(true)
  expect(sameIn(anyDate, at, new Date('2026-11-23T17:00:02.000Z'))).toBe(false)
  expect(cellMark(at)).not.toBe(cellMark('2026-11-23'))
})
