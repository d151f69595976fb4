/** What becomes of a text that is written into a cell: it is read as if it had been typed. */
import { MAYA, small } from './core-support'

const day = (iso: string) => ({ date: Date.parse(`${iso}T05:00:00Z`) })

const written = (text: string, options: Parameters<typeof small>[1] = {}, format = '') => {
  const { script, value, sheet } = small('', options)
  script(
    `if (${JSON.stringify(format)}) sheet.getRange(1, 1).setNumberFormat(${JSON.stringify(format)}); sheet.getRange(1, 1).setValue(${JSON.stringify(text)})`,
  )
  return { value: value(1, 1), formula: sheet.formulas['0:0'], format: sheet.formats['0:0'] }
}

describe('numbers', () => {
  test.each<[string, number]>([
    ['01234', 1234],
    ['22 34', 2234],
    ['6125550100', 6125550100],
    ['-5', -5],
    ['+15551234567', 15551234567],
    ['1e5', 100000],
    ['1E3', 1000],
    ['.5', 0.5],
    ['1,234.50', 1234.5],
    ['$1,200', 1200],
    ['12%', 0.12],
    ['(5)', -5],
    [' 7 ', 7],
  ])('%s is %d', (text, number) => {
    expect(written(text).value).toBe(number)
  })

  test.each([
    '12A',
    '1,23',
    '651-555-0100',
    '(651) 555-0100',
    '651.555.0100',
    '1.2.3',
    '0x10',
    '12 Main St',
    '#5',
    'Infinity',
    '-',
    '5 - 6 pm',
    '2026-2027',
    '13-14',
  ])('%s stays text', (text) => {
    expect(written(text)).toMatchObject({ value: text, formula: undefined })
  })

  test('percents, money and thousands bring their number format along', () => {
    expect([written('12%').format, written('12.5%').format, written('$5').format, written('1,234').format]).toEqual([
      '0%',
      '0.00%',
      '$#,##0',
      '#,##0',
    ])
  })

  test('a German sheet reads the comma as decimal', () => {
    const german = { sheet: { locale: 'de_DE' } }
    expect([written('1.234,5', german).value, written('1,5', german).value]).toEqual([1234.5, 1.5])
  })
})

describe('dates', () => {
  test.each<[string, string]>([
    ['3/4', '2026-03-04'],
    ['11-12', '2026-11-12'],
    ['1/2/2026', '2026-01-02'],
    ['1/2/26', '2026-01-02'],
    ['2026-01-02', '2026-01-02'],
    ['Jan 5', '2026-01-05'],
    ['January 5, 2026', '2026-01-05'],
    ['5 Jan 2026', '2026-01-05'],
    ['Jan 2026', '2026-01-01'],
    ['12/2026', '2026-12-01'],
  ])('%s is %s at midnight in the sheet’s zone', (text, iso) => {
    expect(written(text).value).toEqual(day(iso))
  })

  test('a day with a time is a moment; a time alone is one of 1899', () => {
    expect(written('11/23/2026 2:30 PM').value).toEqual({ date: Date.parse('2026-11-23T19:30:00Z') })
    const time = written('14:05').value as { date: number }
    expect(new Date(time.date).getUTCFullYear()).toBe(1899)
  })

  test('the locale decides which number is the month', () => {
    expect(written('3/4/2026', { sheet: { locale: 'en_GB' } }).value).toEqual({
      date: Date.parse('2026-04-03T04:00:00Z'),
    })
    expect(written('3.4.2026', { sheet: { locale: 'de_DE' } }).value).toEqual({
      date: Date.parse('2026-04-03T04:00:00Z'),
    })
    expect(written('13/1/2026').value).toBe('13/1/2026')
  })

  test.each(['2/30/2026', 'Ward 5', 'Dec', 'May', 'March for Justice 5', '2026-11-23T17:00:00Z', '1/2/3/4'])(
    '%s is no date',
    (text) => {
      expect(written(text).value).toBe(text)
    },
  )
})

describe('formulas', () => {
  test('a leading = makes one', () => {
    expect(written('=IMPORTXML("https://evil.example.org","//x")')).toMatchObject({
      value: '#NAME?',
      formula: '=IMPORTXML("https://evil.example.org","//x")',
    })
  })

  test('a leading + makes one too, unless it is a number', () => {
    expect(written('+abc')).toMatchObject({ value: '#ERROR!', formula: '=+abc' })
    expect(written('+1 (612) 555-0100').formula).toBe('=+1 (612) 555-0100')
  })

  test('a leading minus before a word makes one, a list of dashes does not', () => {
    expect(written('-abc').formula).toBe('=-abc')
    expect(written('- item').value).toBe('- item')
  })

  test('an = alone is text', () => {
    expect(written('=').value).toBe('=')
  })

  test('getFormulas gives them; writing a value takes them away', () => {
    const { script } = small()
    expect(
      script(
        "sheet.getRange('A1').setValue('=SUM(B1:B2)'); var a = sheet.getRange('A1:B1').getFormulas(); sheet.getRange('A1').setValue(3); return [a, sheet.getRange('A1').getFormula()]",
      ),
    ).toEqual([[['=SUM(B1:B2)', '']], ''])
  })
})

describe('plain text', () => {
  test.each(['01234', '3/4', '12%', 'TRUE', '+15551234567', '1E3', "'x", '10-12'])(
    'with format @ set before, %s stays as it is',
    (text) => {
      expect(written(text, {}, '@').value).toBe(text)
    },
  )

  test('it stays so when the format is changed back', () => {
    const { script } = small()
    expect(
      script(
        "var r = sheet.getRange('A1'); r.setNumberFormat('@').setValue('01234'); r.setNumberFormat('0'); return r.getValue()",
      ),
    ).toBe('01234')
  })

  test('format @ set afterwards is too late', () => {
    const { script } = small()
    expect(script("var r = sheet.getRange('A1'); r.setValue('01234').setNumberFormat('@'); return r.getValue()")).toBe(
      1234,
    )
  })

  test('a whole column formatted as text holds for rows that are added later', () => {
    const { script } = small()
    expect(
      script(
        "sheet.getRange(2, 1, sheet.getMaxRows() - 1, 1).setNumberFormat('@'); sheet.insertRowsAfter(sheet.getMaxRows(), 5); sheet.getRange(1003, 1).setValue('007'); sheet.getRange(1, 1).setValue('007'); return [sheet.getRange(1003, 1).getValue(), sheet.getRange(1, 1).getValue()]",
      ),
    ).toEqual(['007', 7])
  })

  test('whether @ stops a script’s formula is not documented: the workspace can be set either way', () => {
    expect(written('=1+1', {}, '@').formula).toBe('=1+1')
    expect(written('=1+1', { unknowns: { textFormatStopsFormulas: true } }, '@')).toMatchObject({
      value: '=1+1',
      formula: undefined,
    })
  })

  test('for a person @ stops formulas', () => {
    const { workspace, script, value } = small()
    script("sheet.getRange('A1').setNumberFormat('@')")
    workspace.edit(MAYA, 'Sheet1', 1, 1, '=1+1')
    expect(value(1, 1)).toBe('=1+1')
  })

  test('a leading apostrophe is not part of the value, or is, as the workspace is set', () => {
    expect(written("'01234").value).toBe('01234')
    expect(written("'01234", { unknowns: { apostropheIsStored: true } }).value).toBe("'01234")
  })
})

describe('other values', () => {
  test('TRUE and true are booleans', () => {
    expect([written('TRUE').value, written('false').value]).toEqual([true, false])
  })

  test('numbers, booleans and dates come back as what they are, empty cells as empty text', () => {
    const { script } = small()
    expect(
      script(
        "sheet.getRange(1, 1, 1, 5).setValues([[1.5, true, new Date(0), 'x', null]]); return sheet.getRange(1, 1, 1, 6).getValues()[0].map(function (v) { return v instanceof Date ? v.getTime() : v })",
      ),
    ).toEqual([1.5, true, 0, 'x', '', ''])
  })

  test.each(['null', 'undefined', "''"])('%s clears the cell', (blank) => {
    const { script } = small()
    expect(
      script(
        `var r = sheet.getRange(1, 1); r.setValue(5); r.setValue(${blank}); return [r.getValue(), sheet.getLastRow()]`,
      ),
    ).toEqual(['', 0])
  })

  test('what is neither text, number, boolean nor date ends as Java’s text for it', () => {
    const { script } = small()
    expect(
      script(
        "sheet.getRange(1, 1, 1, 3).setValues([[{ a: 1, b: 'x' }, ['y'], NaN]]); return sheet.getRange(1, 1, 1, 3).getValues()[0]",
      ),
    ).toEqual(['{a=1, b=x}', expect.stringMatching(/^\[Ljava\.lang\.Object;@/), '#NUM!'])
  })

  test('what people see follows the number format', () => {
    const { script } = small()
    expect(
      script(`
        sheet.getRange(1, 1, 1, 9).setValues([[1234.5, 0.256, new Date(Date.UTC(2026, 0, 2, 19, 5)), 7, true, '$5', '3/4', 0.1 + 0.2, -1234.567]])
        sheet.getRange('A1').setNumberFormat('#,##0.00'); sheet.getRange('B1').setNumberFormat('0%')
        sheet.getRange('C1').setNumberFormat('ddd, mmm d, yyyy h:mm am/pm'); sheet.getRange('D1').setNumberFormat('000')
        return sheet.getRange(1, 1, 1, 9).getDisplayValues()[0]`),
    ).toEqual(['1,234.50', '26%', 'Fri, Jan 2, 2026 2:05 PM', '007', 'TRUE', '$5', '3/4', '0.3', '-1234.567'])
  })

  test('a date without a format shows its day, and its time where it has one', () => {
    const { script } = small()
    expect(
      script(
        'sheet.getRange(1, 1, 1, 2).setValues([[new Date(2026, 0, 2), new Date(2026, 0, 2, 9, 5)]]); return sheet.getRange(1, 1, 1, 2).getDisplayValues()[0]',
      ),
    ).toEqual(['1/2/2026', '1/2/2026 9:05:00'])
  })

  test('dates are wall-clock times: another time zone of the sheet makes them other moments', () => {
    const { script } = small()
    expect(
      script(
        "var r = sheet.getRange(1, 1); r.setValue('1/2/2026'); book.setSpreadsheetTimeZone('America/Los_Angeles'); return [r.getValue().toISOString(), r.getDisplayValue()]",
      ),
    ).toEqual(['2026-01-02T08:00:00.000Z', '1/2/2026'])
  })
})
