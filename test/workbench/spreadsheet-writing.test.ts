/** Ranges, bounds, and writes that wait. */
import fc from 'fast-check'
import { columnLetters, columnNumber, readA1, rectName } from '../../workbench/workspace/services/spreadsheet/a1'
import { LEE, MAYA, small } from './core-support'

describe('coordinates', () => {
  test.each([
    ['sheet.getRange(0, 1)', /outside/],
    ['sheet.getRange(1001, 1)', /outside/],
    ['sheet.getRange(1, 27)', /outside/],
    ['sheet.getRange(990, 1, 12, 1)', /outside/],
    ['sheet.getRange(1, 1, 0, 1)', /number of rows in the range must be at least 1/],
    ['sheet.getRange(1, 1, 1, 0)', /number of columns in the range must be at least 1/],
    ["sheet.getRange('no range')", /Range not found/],
    ['sheet.getRange(NaN, 1)', /invalid/],
  ])('%s is refused at once', (text, message) => {
    expect(small().refusal(text)).toMatch(message)
  })

  test('A1 notation in all its forms', () => {
    const { script } = small()
    const forms = ['B2', 'B2:C5', 'b2:c5', 'A:A', '2:3', 'A2:A', '$A$1', "'Sheet1'!C3", 'Sheet1!A1:B2']
    expect(
      script(`return ${JSON.stringify(forms)}.map(function (a) { return sheet.getRange(a).getA1Notation() })`),
    ).toEqual(['B2', 'B2:C5', 'B2:C5', 'A1:A1000', 'A2:Z3', 'A2:A1000', 'A1', 'C3', 'A1:B2'])
  })

  test('A1 names of any rectangle read back as that rectangle', () => {
    const rect = fc.record({
      row: fc.nat(5000),
      column: fc.nat(700),
      rows: fc.integer({ min: 1, max: 50 }),
      columns: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(rect, (r) => {
        expect(readA1(rectName(r), { rows: 9999, columns: 999 })?.rect).toEqual(r)
        expect(columnNumber(columnLetters(r.column))).toBe(r.column)
      }),
    )
  })

  test('a range knows where it is, and others seen from it', () => {
    const { script } = small()
    expect(
      script(
        "var r = sheet.getRange('B2:D4'); return [r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns(), r.getLastRow(), r.getLastColumn(), r.offset(1, 1).getA1Notation(), r.offset(0, 0, 1, 1).getA1Notation(), r.getCell(2, 2).getA1Notation(), r.getSheet().getName()]",
      ),
    ).toEqual([2, 2, 3, 3, 4, 4, 'C3:E5', 'B2', 'C3', 'Sheet1'])
  })

  test('the data range ends with the last content; formats alone are none', () => {
    const { script } = small()
    expect(
      script(
        "var a = sheet.getDataRange().getA1Notation(); sheet.getRange('C5').setValue('x'); sheet.getRange('F9').setBackground('red'); return [a, sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn(), sheet.getMaxRows(), sheet.getMaxColumns()]",
      ),
    ).toEqual(['A1', 'A1:C5', 5, 3, 1000, 26])
  })
})

describe('shape', () => {
  test.each([
    [
      'sheet.getRange(1, 1, 2, 2).setValues([[1, 2]])',
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      'sheet.getRange(1, 1, 2, 2).setValues([[1, 2], [3]])',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      "sheet.getRange(1, 1).setValues('x')",
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      "sheet.getRange(1, 1, 1, 2).setNumberFormats([['@']])",
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
  ])('%s', (text, message) => {
    expect(small().refusal(text)).toBe(message)
  })
})

describe('writes wait', () => {
  test('until something is read, flushed, or the run ends', () => {
    const { workspace, script, value } = small()
    const seen: unknown[] = []
    workspace.hook = { before: (call) => void seen.push(`${call.method}:${String(value(1, 1))}`) }
    script(
      "sheet.getRange(1, 1).setValue('x'); sheet.getRange(2, 1).setValue('y'); SpreadsheetApp.flush(); sheet.getRange(1, 1).setValue('z')",
    )
    const writes = seen.filter((line) => /setValue|flush/.test(String(line)))
    expect(writes).toEqual(['Range.setValue:null', 'Range.setValue:null', 'flush:null', 'Range.setValue:x'])
    expect([value(1, 1), value(2, 1)]).toEqual(['z', 'y'])
  })

  test('so a bad one fails at a later call, outside the try around it', () => {
    const { script, value } = small()
    const long = "var long = 'x'; while (long.length <= 50000) long += long;"
    expect(
      script(
        `${long} try { sheet.getRange(1, 1).setValue(long) } catch (e) { return 'at once' } try { sheet.getLastRow() } catch (e) { return e.message }`,
      ),
    ).toBe('Your input contains more than the maximum of 50000 characters in a single cell.')
    expect(value(1, 1)).toBeNull()
  })

  test('or when the run ends, which then counts as failed', () => {
    const { workspace, refusal } = small()
    expect(refusal("sheet.getRange(1, 1).setValue(new Array(60000).join('x'))")).toMatch(/50000 characters/)
    expect(workspace.runs.at(-1)?.error).toMatch(/^Exception: /)
  })

  test('exactly 50,000 characters fit, and a block is written whole or not at all', () => {
    const { script, refusal, value } = small()
    script("sheet.getRange(1, 1).setValue(new Array(50001).join('x'))")
    expect(String(value(1, 1))).toHaveLength(50_000)
    refusal("sheet.getRange(2, 1, 2, 1).setValues([['ok'], [new Array(50002).join('x')]])")
    expect(value(2, 1)).toBeNull()
  })

  test('what was written before an exception stays', () => {
    const { refusal, value } = small()
    refusal("sheet.getRange(1, 1).setValue('x'); throw new Error('later')")
    expect(value(1, 1)).toBe('x')
  })

  test('a value that the script changes afterwards is written as it was', () => {
    const { script } = small()
    expect(
      script(
        "var d = new Date(0), rows = [[d, 'a']]; sheet.getRange(1, 1, 1, 2).setValues(rows); d.setTime(5); rows[0][1] = 'b'; var v = sheet.getRange(1, 1, 1, 2).getValues()[0]; return [v[0].getTime(), v[1]]",
      ),
    ).toEqual([0, 'a'])
  })

  test('waiting writes go to their coordinates, whatever a person did in between', () => {
    const { workspace, script, value } = small()
    script("sheet.getRange(1, 1, 3, 1).setValues([['a'], ['b'], ['c']])")
    workspace.hook = {
      before: (call) => void (call.method === 'flush' && workspace.people.insertRows(LEE, 'Sheet1', 1)),
    }
    script("sheet.getRange(2, 2).setValue('for b'); SpreadsheetApp.flush()")
    expect([value(2, 1), value(2, 2)]).toEqual(['a', 'for b'])
  })

  test('where the grid has shrunk meanwhile, the late write fails', () => {
    const { workspace, refusal } = small()
    workspace.hook = {
      before: (call) => void (call.method === 'flush' && workspace.people.deleteRows(LEE, 'Sheet1', 500, 500)),
    }
    expect(refusal("sheet.getRange(1000, 1).setValue('x'); SpreadsheetApp.flush()")).toMatch(/outside/)
  })
})

describe('rows and tabs', () => {
  test('appendRow takes the row after the last, whoever wrote that, and grows the grid', () => {
    const { workspace, script, value, sheet } = small()
    workspace.edit(LEE, 'Sheet1', 3, 2, 'person')
    script("sheet.appendRow(['a', '=1']); sheet.appendRow(['b'])")
    expect([value(4, 1), value(5, 1)]).toEqual(['a', 'b'])
    expect(sheet.formulas['3:1']).toBe('=1')
    script('sheet.getRange(1000, 1).setValue(1); sheet.appendRow([2])')
    expect(sheet.rows).toBe(1001)
  })

  test('ten million cells are the most, empty ones counted', () => {
    const { script, refusal } = small()
    expect(refusal('sheet.insertRowsAfter(1000, 400000)')).toBe(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    )
    script('sheet.insertRowsAfter(1000, 100000)')
    expect(refusal("book.insertSheet('B').insertColumnsAfter(26, 9000)")).toMatch(/10000000/)
  })

  test('not every row, not every column, not every visible tab can be deleted', () => {
    const { refusal } = small()
    expect(refusal('sheet.deleteRows(1, 1000)')).toMatch(/all the rows/)
    expect(refusal('sheet.deleteColumns(1, 26)')).toMatch(/all the columns/)
    expect(refusal("var b = book.insertSheet('B'); b.hideSheet(); book.deleteSheet(sheet)")).toMatch(/visible sheets/)
  })

  test('tabs are found by name or by an ID that stays; a name is taken once, whatever its case', () => {
    const { script, refusal } = small()
    expect(
      script(
        "var b = book.insertSheet('Second', 0); var id = b.getSheetId(); b.setName('Renamed'); return [book.getSheets().map(function (s) { return s.getName() }), book.getSheetById(id).getName(), book.getSheetByName('renamed'), book.getSheetById(12345)]",
      ),
    ).toEqual([['Renamed', 'Sheet1'], 'Renamed', null, null])
    expect(refusal("book.insertSheet('SHEET1')")).toBe(
      'A sheet with the name "SHEET1" already exists. Please enter another name.',
    )
  })

  test('a tab that somebody deleted meanwhile is gone for the script too', () => {
    const { workspace, refusal } = small()
    workspace.people.addTab(MAYA, 'Second')
    workspace.hook = {
      before: (call) => void (call.method === 'Sheet.getLastRow' && workspace.people.deleteTab(LEE, 'Sheet1')),
    }
    expect(refusal('sheet.getLastRow()')).toMatch(/not found/)
  })

  test('sorting moves whole rows with notes and formats, numbers before text, blanks last either way', () => {
    const { script } = small()
    script(
      "sheet.getRange(1, 1, 5, 2).setValues([['b', 1], ['', 2], [10, 3], ['A', 4], [9, 5]]); sheet.getRange('A5').setNote('nine').setBackground('red')",
    )
    const column = (text: string) => script(`${text}; return sheet.getRange('B1:B5').getValues().join('')`)
    expect(column("sheet.getRange('A1:B5').sort(1)")).toBe('53412')
    expect(
      script(
        "return [sheet.getRange('A1').getNote(), sheet.getRange('A1').getBackground(), sheet.getRange('A5').getNote()]",
      ),
    ).toEqual(['nine', 'red', ''])
    expect(column("sheet.getRange('A1:B5').sort({ column: 1, ascending: false })")).toBe('14352')
    expect(column("sheet.getRange('A1:B5').sort([{ column: 2, ascending: true }])")).toBe('12345')
  })

  test('a text finder finds whole cells or parts, in any case', () => {
    const { script } = small()
    script("sheet.getRange(1, 1, 3, 1).setValues([['G-1'], ['g-10'], ['x G-1 y']])")
    const found = (chain: string) =>
      script(
        `return sheet.createTextFinder('g-1')${chain}.findAll().map(function (r) { return r.getA1Notation() }).join()`,
      )
    expect(found('')).toBe('A1,A2,A3')
    expect(found('.matchEntireCell(true)')).toBe('A1')
    expect(found('.matchEntireCell(true).matchCase(true)')).toBe('')
    expect(
      script(
        "var f = sheet.createTextFinder('G-1'); return [f.findNext().getRow(), f.findNext().getRow(), f.findNext().getRow(), f.findNext()]",
      ),
    ).toEqual([1, 2, 3, null])
    expect(script("return sheet.createTextFinder('zzz').findNext()")).toBeNull()
  })

  test('one filter a tab', () => {
    const { script, refusal } = small()
    expect(
      script(
        "var f = sheet.getRange('A1:C9').createFilter(); return [f.getRange().getA1Notation(), sheet.getFilter().getRange().getA1Notation()]",
      ),
    ).toEqual(['A1:C9', 'A1:C9'])
    expect(refusal("sheet.getRange('A1:B2').createFilter()")).toMatch(/already has a filter/)
    expect(
      script(
        'sheet.insertRowsBefore(1, 2); var a = sheet.getFilter().getRange().getA1Notation(); sheet.getFilter().remove(); return [a, sheet.getFilter()]',
      ),
    ).toEqual(['A3:C11', null])
  })
})

test('ten thousand rows of twenty-five columns are written and read in one call each', () => {
  const { workspace, script } = small()
  script(`
    var rows = []
    for (var i = 0; i < 10000; i++) { var r = []; for (var j = 0; j < 25; j++) r.push(j % 3 ? 'text ' + i : i); rows.push(r) }
    sheet.insertRowsAfter(1000, 9001)
    sheet.getRange(2, 1, 10000, 25).setValues(rows)
    if (sheet.getDataRange().getValues()[10000][24] !== rows[9999][24]) throw new Error('lost')`)
  expect(workspace.meters.get('SpreadsheetApp.Range.setValues')?.calls).toBe(1)
  expect(workspace.meters.get('SpreadsheetApp.Range.getValues')?.calls).toBe(1)
})
