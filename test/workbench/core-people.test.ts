/** What people do by hand, what the script hears of it, and what they see. */
import { LEE, MAYA, NOON, small } from './core-support'

const LOGS_EVENTS = `
function onOpen(e) { SpreadsheetApp.getUi().createMenu('Tools').addItem('Say hello', 'hello').addSeparator()
  .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Hidden', 'hidden_').addItem('Ask', 'askName')).addToUi()
  console.log(String(e.authMode), e.source.getName()) }
function onEdit(e) { console.log(JSON.stringify({ a1: e.range.getA1Notation(), tab: e.range.getSheet().getName(), value: e.value, oldValue: e.oldValue, mode: e.authMode, has: Object.keys(e).sort() })) }
function hello() { SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange(1, 1).setValue('hello') }
function hidden_() {}
function askName() { var ui = SpreadsheetApp.getUi(); var a = ui.prompt('Who?', 'Your name', ui.ButtonSet.OK_CANCEL); return [a.getSelectedButton() === ui.Button.OK, a.getResponseText(), String(a.getSelectedButton()), JSON.stringify(ui.Button.YES)] }
function installed(e) { console.log(Session.getEffectiveUser().getEmail(), e.changeType || e.range.getA1Notation(), e.triggerUid.length > 0, String(e.authMode)); if (e.value === 'boom') throw new Error('it broke') }
`
const open = () => {
  const all = small(LOGS_EVENTS)
  all.workspace.open(MAYA)
  const lines = () => all.workspace.runs.flatMap((run) => run.lines)
  const lastEvent = () => JSON.parse(String(lines().at(-1)).replace(/^\w+: /, ''))
  return { ...all, lines, lastEvent }
}

describe('opening', () => {
  test('runs onOpen in AuthMode.LIMITED, and the menu appears for that person only', () => {
    const { workspace, lines } = open()
    expect(lines()).toEqual(['debug: LIMITED Book'])
    expect(workspace.ui(MAYA).menus.map((menu) => menu.title)).toEqual(['Tools'])
    expect(workspace.ui(LEE).menus).toEqual([])
  })

  test('again leaves one menu and closes the sidebar', () => {
    const { workspace, script } = open()
    script("SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>x</p>').setTitle('Side'))")
    expect(workspace.ui(MAYA).sidebar).toEqual({ title: 'Side', html: '<p>x</p>', width: 300 })
    workspace.open(MAYA)
    expect(workspace.ui(MAYA).menus).toHaveLength(1)
    expect(workspace.ui(MAYA).sidebar).toBeNull()
  })
})

describe('menus', () => {
  test('an item runs its function with full authority', () => {
    const { workspace, value } = open()
    expect(workspace.clickMenu(MAYA, 'Tools', 'Say hello').error).toBeUndefined()
    expect(value(1, 1)).toBe('hello')
  })

  test('an item that nobody sees cannot be clicked', () => {
    const { workspace } = open()
    expect(() => workspace.clickMenu(LEE, 'Tools', 'Say hello')).toThrow(/sees no menu item/)
    expect(() => workspace.clickMenu(MAYA, 'Tools', 'Ask')).toThrow(/sees no menu item/)
  })

  test('functions whose name ends in _ are private to the script', () => {
    expect(open().workspace.clickMenu(MAYA, 'Tools', 'More > Hidden').error?.message).toMatch(/hidden_/)
  })

  test('a prompt gives the button and the text', () => {
    const { workspace } = open()
    workspace.onPrompt = (prompt) => {
      expect(prompt).toEqual({ account: MAYA, kind: 'prompt', title: 'Who?', text: 'Your name', buttons: 'OK_CANCEL' })
      return { button: 'OK', text: 'Maya' }
    }
    expect(workspace.clickMenu(MAYA, 'Tools', 'More > Ask').value).toEqual([true, 'Maya', 'OK', '"YES"'])
  })

  test('a prompt that nobody sees hangs until Google ends the run', () => {
    const { workspace } = open()
    expect(workspace.clickMenu(MAYA, 'Tools', 'More > Ask').killed).toBe(true)
    expect(workspace.clock.now - NOON).toBeGreaterThan(6 * 60_000)
  })
})

describe('the screen', () => {
  test('locks do not survive an alert: another run gets in while it is open', () => {
    const { workspace, script, book } = small()
    let meanwhile: unknown
    workspace.onPrompt = () => {
      const spec = { account: LEE, kind: 'menu', spreadsheetId: book.id, name: 'body' } as const
      meanwhile = workspace.run({ ...spec, args: ['return LockService.getScriptLock().tryLock(0)'] }).value
      return { button: 'OK' }
    }
    expect(
      script(
        "var l = LockService.getScriptLock(); l.waitLock(1000); SpreadsheetApp.getUi().alert('wait'); return l.hasLock()",
      ),
    ).toBe(false)
    expect(meanwhile).toBe(true)
  })

  test('what was written shows while an alert is open', () => {
    const { workspace, script, value } = small()
    let seen: unknown
    workspace.onPrompt = () => {
      seen = value(1, 1)
      return { button: 'YES' }
    }
    expect(
      script(
        "sheet.getRange(1, 1).setValue('x'); var ui = SpreadsheetApp.getUi(); return ui.alert('T', 'Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES",
      ),
    ).toBe(true)
    expect(seen).toBe('x')
  })

  test('there is no screen in a timed trigger', () => {
    const { refusal, script } = small()
    expect(refusal('SpreadsheetApp.getUi()', { kind: 'timer' })).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    )
    expect(script("book.toast('nobody sees this')", { kind: 'timer' })).toBeUndefined()
  })

  test('dialogs and toasts stand on the screen of the person who ran the script', () => {
    const { workspace, script } = small()
    script(
      "book.toast('saved', 'Done', 3); SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<b>1</b>').setWidth(320).setHeight(200), 'Box')",
      { account: LEE },
    )
    expect(workspace.ui(LEE).toasts).toEqual([{ title: 'Done', text: 'saved', seconds: 3, at: NOON }])
    expect(workspace.ui(LEE).dialogs).toEqual([
      { id: 1, title: 'Box', html: '<b>1</b>', width: 320, height: 200, modal: true },
    ])
    expect(workspace.ui(MAYA).dialogs).toEqual([])
  })
})

describe('editing', () => {
  test('onEdit hears of one cell with value and old value', () => {
    const { workspace, lastEvent } = open()
    workspace.edit(MAYA, 'Sheet1', 2, 3, '01234')
    expect(lastEvent()).toEqual({
      a1: 'C2',
      tab: 'Sheet1',
      value: '1234',
      mode: 'LIMITED',
      has: ['authMode', 'range', 'source', 'user', 'value'],
    })
    workspace.edit(MAYA, 'Sheet1', 2, 3, 'x')
    expect(lastEvent()).toMatchObject({ value: 'x', oldValue: '1234' })
    workspace.people.clear(MAYA, 'Sheet1', 2, 3)
    expect(lastEvent()).toEqual({
      a1: 'C2',
      tab: 'Sheet1',
      oldValue: 'x',
      mode: 'LIMITED',
      has: ['authMode', 'oldValue', 'range', 'source', 'user'],
    })
  })

  test('of several cells it hears where, but not what', () => {
    const { workspace, lastEvent, value } = open()
    workspace.people.paste(LEE, 'Sheet1', 1, 1, [['a', '1/2/2026'], ['c']])
    expect(lastEvent()).toMatchObject({ a1: 'A1:B2' })
    expect(lastEvent().has).not.toContain('value')
    expect(value(1, 2)).toEqual({ date: Date.parse('2026-01-02T05:00:00Z') })
  })

  test('what a script writes sets off no trigger', () => {
    const { workspace, script } = open()
    script("ScriptApp.newTrigger('installed').forSpreadsheet(book).onEdit().create()")
    const before = workspace.runs.length
    script("sheet.getRange(1, 1).setValue('x'); SpreadsheetApp.flush()")
    expect(workspace.runs.slice(before).map((run) => run.name)).toEqual(['body'])
  })

  test('an installable trigger runs as its maker, whoever edits', () => {
    const { workspace, script, lines } = open()
    script(
      "ScriptApp.newTrigger('installed').forSpreadsheet(book).onEdit().create(); ScriptApp.newTrigger('installed').forSpreadsheet(book).onChange().create()",
      { account: LEE },
    )
    workspace.edit(MAYA, 'Sheet1', 1, 1, 'x')
    expect(lines().slice(-2)).toEqual([`debug: ${LEE} A1 true FULL`, `debug: ${LEE} EDIT true FULL`])
    workspace.people.insertRows(MAYA, 'Sheet1', 1)
    expect(lines().at(-1)).toBe(`debug: ${LEE} INSERT_ROW true FULL`)
    workspace.edit(MAYA, 'Sheet1', 1, 1, 'boom')
    expect(workspace.mailbox(LEE)).toHaveLength(1)
    expect(workspace.mailbox(MAYA)).toHaveLength(0)
  })

  test('people sort, insert and delete rows under a running script, whose row numbers then point elsewhere', () => {
    const { workspace, script, value } = small()
    script(
      "sheet.getRange(1, 1, 4, 2).setValues([['ID', 'Note'], ['G-3', ''], ['G-1', ''], ['G-2', '']]); sheet.setFrozenRows(1)",
    )
    workspace.hook = {
      after(call) {
        if (call.method === 'Range.getValues') workspace.people.sort(LEE, 'Sheet1', 1)
      },
    }
    script(
      "var rows = sheet.getDataRange().getValues(); var i = rows.findIndex(function (r) { return r[0] === 'G-3' }); sheet.getRange(i + 1, 2).setValue('mine')",
    )
    expect([value(2, 1), value(2, 2)]).toEqual(['G-1', 'mine'])
    workspace.hook = null
    workspace.people.insertRows(LEE, 'Sheet1', 2, 2)
    expect(value(4, 1)).toBe('G-1')
    workspace.people.deleteRows(LEE, 'Sheet1', 2, 3)
    expect([value(2, 1), value(3, 1)]).toEqual(['G-2', 'G-3'])
  })

  test('columns are moved, renamed, inserted and deleted with all that stands in them', () => {
    const { workspace, script } = small()
    script(
      "sheet.getRange(1, 1, 2, 3).setValues([['A', 'B', 'C'], [1, 2, 3]]); sheet.getRange('B2').setNote('two'); sheet.getRange('B:B').setNumberFormat('0.00')",
    )
    const row = (text: string) => script(`return sheet.getRange('${text}').getDisplayValues().map(String).join('|')`)
    workspace.people.moveColumn(MAYA, 'Sheet1', 2, 1)
    expect(row('A1:C2')).toBe('B,A,C|2.00,1,3')
    expect(script("return sheet.getRange('A2').getNote()")).toBe('two')
    workspace.people.moveColumn(MAYA, 'Sheet1', 1, 3)
    expect(row('A1:C2')).toBe('A,C,B|1,3,2.00')
    workspace.people.insertColumn(MAYA, 'Sheet1', 2)
    workspace.people.deleteColumn(MAYA, 'Sheet1', 1)
    expect(row('A1:C2')).toBe(',C,B|,3,2.00')
    workspace.people.renameHeader(MAYA, 'Sheet1', 2, 'New')
    expect(row('B1')).toBe('New')
  })

  test('a script sees what the person has selected; a timer starts at the first tab', () => {
    const { workspace, script } = small()
    workspace.people.addTab(MAYA, 'Second')
    workspace.people.select(MAYA, 'Second', 4, 2, 3)
    const where = "return book.getActiveSheet().getName() + '!' + book.getActiveRange().getA1Notation()"
    expect(script(where)).toBe('Second!B4:B6')
    expect(script(where, { account: LEE })).toBe('Sheet1!A1')
    expect(script(where, { kind: 'timer' })).toBe('Sheet1!A1')
  })

  test('tabs are hidden, renamed and deleted, but one stays to be seen', () => {
    const { workspace, refusal, script } = small()
    expect(() => workspace.people.hideTab(MAYA, 'Sheet1')).toThrow(/visible sheets/)
    workspace.people.addTab(MAYA, 'Other')
    expect(() => workspace.people.renameTab(MAYA, 'Other', 'SHEET1')).toThrow(/already exists/)
    const before = script('return sheet.getSheetId()')
    workspace.people.renameTab(MAYA, 'Sheet1', 'Moved')
    expect(script(`return book.getSheetById(${String(before)}).getName()`)).toBe('Moved')
    expect(script("return book.getSheetByName('Sheet1')")).toBeNull()
    workspace.hook = {
      before: (call) => void (call.method === 'Range.setValue' && workspace.people.deleteTab(LEE, 'Moved')),
    }
    expect(refusal("book.getSheetByName('Moved').getRange(1, 1).setValue('x'); SpreadsheetApp.flush()")).toMatch(
      /^Sheet 0 not found/,
    )
  })

  test('the page hears of every change, by whomever', () => {
    const { workspace, script, book } = small()
    const heard: unknown[] = []
    workspace.onChange = (change) => heard.push(change)
    workspace.edit(MAYA, 'Sheet1', 2, 2, 'x')
    script('sheet.getRange(1, 1, 2, 2).setValues([[1, 2], [3, 4]])')
    expect(heard).toEqual([
      { spreadsheetId: book.id, sheetId: 0, cells: { row: 1, column: 1, rows: 1, columns: 1 } },
      { spreadsheetId: book.id, sheetId: 0, cells: { row: 0, column: 0, rows: 2, columns: 2 } },
    ])
  })
})
