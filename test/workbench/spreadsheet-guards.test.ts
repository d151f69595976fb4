/** Protection, validation, notes and looks. */
import { LEE, MAYA, small } from './core-support'

const PROTECTED = /protected cell or object/

describe('protection', () => {
  test('protect() alone keeps nobody out: all editors stay in', () => {
    const { script, value } = small()
    script('sheet.protect()')
    script("sheet.getRange(1, 1).setValue('lee')", { account: LEE })
    expect(value(1, 1)).toBe('lee')
  })

  test('once the editors are removed the others are kept out, scripts of theirs and hands alike', () => {
    const { workspace, script, refusal, value } = small()
    script('var p = sheet.protect(); p.removeEditors(p.getEditors())')
    expect(refusal("sheet.getRange(1, 1).setValue('lee'); SpreadsheetApp.flush()", { account: LEE })).toMatch(PROTECTED)
    expect(() => workspace.edit(LEE, 'Sheet1', 1, 1, 'lee')).toThrow(PROTECTED)
    expect(() => workspace.people.sort(LEE, 'Sheet1', 1)).toThrow(PROTECTED)
    expect(() => workspace.people.deleteRows(LEE, 'Sheet1', 1)).toThrow(PROTECTED)
    expect(() => workspace.people.insertRows(LEE, 'Sheet1', 1)).toThrow(PROTECTED)
    expect(value(1, 1)).toBeNull()
    workspace.edit(MAYA, 'Sheet1', 1, 1, 'owner')
    expect(value(1, 1)).toBe('owner')
  })

  test('the owner and whoever runs the script cannot be removed', () => {
    const { workspace, script } = small()
    script(`var p = sheet.protect(); p.removeEditors(['${MAYA}', '${LEE}'])`, { account: LEE })
    workspace.edit(LEE, 'Sheet1', 1, 1, 'still in')
    workspace.edit(MAYA, 'Sheet1', 1, 1, 'still in')
    expect(
      script('return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getEditors().map(String)'),
    ).toEqual([LEE])
  })

  test('a refused write of a script surfaces late, like any other', () => {
    const { script } = small()
    script('var p = sheet.protect(); p.removeEditors(p.getEditors())')
    expect(
      script(
        "try { sheet.getRange(1, 1).setValue('x') } catch (e) { return 'at once' } try { SpreadsheetApp.flush() } catch (e) { return 'late' }",
        { account: LEE },
      ),
    ).toBe('late')
  })

  test('a range is guarded, the rest is not, and the guard moves with its rows', () => {
    const { workspace, script, value } = small()
    script("var p = sheet.getRange('B2:B4').protect().setDescription('IDs'); p.removeEditors(p.getEditors())")
    workspace.edit(LEE, 'Sheet1', 2, 1, 'free')
    expect(() => workspace.edit(LEE, 'Sheet1', 3, 2, 'x')).toThrow(PROTECTED)
    expect(() => workspace.people.deleteRows(LEE, 'Sheet1', 4)).toThrow(PROTECTED)
    workspace.people.insertRows(LEE, 'Sheet1', 2, 2)
    workspace.edit(LEE, 'Sheet1', 3, 2, 'now free')
    expect(() => workspace.edit(LEE, 'Sheet1', 6, 2, 'x')).toThrow(PROTECTED)
    expect(value(4, 1)).toBe('free')
    expect(
      script(
        'return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (p) { return p.getRange().getA1Notation() + p.getDescription() })',
      ),
    ).toEqual(['B4:B6IDs'])
  })

  test('protecting a range twice lays one over the other, a tab has one protection', () => {
    const { script } = small()
    expect(
      script(
        "sheet.getRange('A1').protect(); sheet.getRange('A1').protect(); sheet.protect(); sheet.protect().setWarningOnly(true); return [sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length, sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].isWarningOnly()]",
      ),
    ).toEqual([2, 1, true])
  })

  test('a warning stops no script', () => {
    const { script, value } = small()
    script('var p = sheet.protect(); p.setWarningOnly(true); p.removeEditors(p.getEditors())')
    script("sheet.getRange(1, 1).setValue('lee')", { account: LEE })
    expect(value(1, 1)).toBe('lee')
  })

  test('who may not edit a protection can neither read its editors nor take it away', () => {
    const { script, refusal } = small()
    script('var p = sheet.protect(); p.removeEditors(p.getEditors())')
    const text = 'var p = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];'
    expect(refusal(`${text} p.getEditors()`, { account: LEE })).toMatch(PROTECTED)
    expect(refusal(`${text} p.remove()`, { account: LEE })).toMatch(PROTECTED)
    expect(script(`${text} return p.canEdit()`, { account: LEE })).toBe(false)
    script(`${text} p.remove()`)
    script('sheet.getRange(1, 1).setValue(1)', { account: LEE })
  })
})

describe('validation', () => {
  const RULE = (allow: boolean) =>
    `var rule = SpreadsheetApp.newDataValidation().requireValueInList(['active', 'left'], true).setAllowInvalid(${allow}).setHelpText('pick one').build();`

  test('a rule that allows nothing else refuses scripts and typing; what is pasted stands', () => {
    const { workspace, script, refusal, value } = small()
    script(`${RULE(false)} sheet.getRange(2, 1, sheet.getMaxRows() - 1, 1).setDataValidation(rule)`)
    expect(refusal("sheet.getRange(5, 1).setValue('gone'); SpreadsheetApp.flush()")).toBe(
      'The data you entered in cell A5 violates the data validation rules set on this cell.',
    )
    expect(() => workspace.edit(LEE, 'Sheet1', 5, 1, 'gone')).toThrow(/validation/)
    workspace.edit(LEE, 'Sheet1', 5, 1, 'active')
    workspace.edit(LEE, 'Sheet1', 5, 1, '')
    workspace.edit(LEE, 'Sheet1', 1, 1, 'Status')
    workspace.people.paste(LEE, 'Sheet1', 6, 1, [['gone']])
    expect([value(1, 1), value(5, 1), value(6, 1)]).toEqual(['Status', null, 'gone'])
  })

  test('a rule that allows other values only marks them', () => {
    const { script, value } = small()
    script(`${RULE(true)} sheet.getRange('A2').setDataValidation(rule).setValue('gone')`)
    expect(value(2, 1)).toBe('gone')
  })

  test('a rule reads back as it was built', () => {
    const { script } = small()
    expect(
      script(
        `${RULE(false)} sheet.getRange('A2:A3').setDataValidation(rule); var r = sheet.getRange('A3').getDataValidation(); return [r.getAllowInvalid(), r.getHelpText(), r.getCriteriaValues()[0], r.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, String(r.getCriteriaType())]`,
      ),
    ).toEqual([false, 'pick one', ['active', 'left'], true, 'VALUE_IN_LIST'])
    expect(
      script(
        "sheet.getRange('A3').setDataValidation(null); return [sheet.getRange('A3').getDataValidation(), sheet.getRange('A2').getDataValidation() === null]",
      ),
    ).toEqual([null, false])
  })

  test('checkboxes begin as FALSE and take nothing but booleans', () => {
    const { script, refusal } = small()
    expect(
      script(
        "sheet.getRange('A1:A2').insertCheckboxes(); sheet.getRange('A2').setValue('TRUE'); return sheet.getRange('A1:A2').getValues()",
      ),
    ).toEqual([[false], [true]])
    expect(refusal("sheet.getRange('A1').setValue('maybe'); SpreadsheetApp.flush()")).toMatch(/validation/)
  })

  test.each([
    ['requireNumberBetween(1, 5)', 3, 9],
    ['requireNumberGreaterThan(0)', 1, 'x'],
    ['requireTextIsEmail()', 'a@example.org', 'a@'],
    ['requireDate()', '1/2/2026', 'soon'],
  ])('%s', (rule, good, bad) => {
    const { script, refusal } = small()
    script(
      `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build()).setValue(${JSON.stringify(good)})`,
    )
    expect(refusal(`sheet.getRange('A1').setValue(${JSON.stringify(bad)})`)).toMatch(/validation/)
  })

  test('rules go along when rows are inserted and columns moved', () => {
    const { workspace, script } = small()
    script(
      `${RULE(false)} sheet.getRange('A2').setDataValidation(rule); sheet.getRange(3, 2, 998, 1).setDataValidation(rule)`,
    )
    workspace.people.insertRows(MAYA, 'Sheet1', 1)
    workspace.people.moveColumn(MAYA, 'Sheet1', 2, 1)
    expect(
      script(
        "return sheet.getRange('A1:B5').getDataValidations().map(function (line) { return line.map(function (r) { return r ? 'x' : '.' }).join('') }).join()",
      ),
    ).toMatch(/^\.\.,/)
    expect(
      script(
        "return sheet.getRange('B3').getDataValidation() !== null && sheet.getRange('A900').getDataValidation() !== null",
      ),
    ).toBe(true)
  })
})

test('inserted rows and columns take formats and rules from their neighbour', () => {
  const { workspace, script } = small()
  script("sheet.getRange('A1:B1').setFontWeight('bold'); sheet.getRange('B2:B4').setNumberFormat('@')")
  workspace.people.insertRows(MAYA, 'Sheet1', 2)
  script('sheet.insertRowsAfter(1, 1); sheet.insertColumnsAfter(2, 1)')
  expect(
    script(
      "return sheet.getRange('B1:C3').getNumberFormats().join('|') + ' ' + sheet.getRange('A1:A3').getFontWeights().join()",
    ),
  ).toBe('General,General|General,General|@,@ bold,bold,normal')
})

describe('notes and looks', () => {
  test('notes are text; a number reads back as Java prints it', () => {
    const { script } = small()
    expect(
      script("sheet.getRange('A1:B1').setNotes([['hint', 25]]); return sheet.getRange('A1:C1').getNotes()[0]"),
    ).toEqual(['hint', '25.0', ''])
    expect(script("sheet.getRange('A1').setNote(null); return sheet.getRange('A1').getNote()")).toBe('')
  })

  test('looks are kept and clearContent leaves them', () => {
    const { script } = small()
    expect(
      script(
        "var r = sheet.getRange('A1:B1'); r.setValues([[1, 2]]).setBackground('#eeeeee').setFontWeight('bold').setNumberFormat('0.0'); r.clearContent(); return [r.getBackgrounds()[0], r.getFontWeights()[0], r.getNumberFormats()[0], r.getValues()[0], sheet.getRange('C1').getNumberFormat()]",
      ),
    ).toEqual([['#eeeeee', '#eeeeee'], ['bold', 'bold'], ['0.0', '0.0'], ['', ''], 'General'])
  })

  test('the same is done to several ranges at once', () => {
    const { script } = small()
    expect(
      script(
        "sheet.getRange('A1:C1').setValues([[1, 2, 3]]); sheet.getRangeList(['A:A', 'C1']).setNumberFormat('@').clearContent(); return [sheet.getRange('A1:C1').getValues()[0], sheet.getRange('A1:C1').getNumberFormats()[0]]",
      ),
    ).toEqual([
      ['', 2, ''],
      ['@', 'General', '@'],
    ])
  })

  test('rows are frozen, columns and tabs hidden, widths set', () => {
    const { script } = small()
    expect(
      script(
        "sheet.setFrozenRows(1); sheet.hideColumns(2, 2); sheet.setColumnWidths(1, 3, 150); var b = book.insertSheet('B'); b.hideSheet(); b.setTabColor('red'); return [sheet.getFrozenRows(), sheet.isColumnHiddenByUser(3), sheet.isColumnHiddenByUser(4), sheet.getColumnWidth(2), b.isSheetHidden(), b.showSheet().isSheetHidden()]",
      ),
    ).toEqual([1, true, false, 150, true, false])
  })
})
