/** One run: its time, its end, its authority. */
import { Workspace } from '../../workbench/workspace/workspace'
import { LEE, MAYA, manifest, NOON, small } from './core-support'

const MINUTE = 60_000

describe('time', () => {
  test('after six minutes the run dies: neither catch nor finally has any effect', () => {
    const { workspace, script, value } = small()
    expect(() =>
      script(`
        try { for (;;) Utilities.sleep(60000) }
        catch (e) { sheet.getRange(1, 1).setValue('caught') }
        finally { PropertiesService.getScriptProperties().setProperty('finally', 'yes'); SpreadsheetApp.flush() }`),
    ).toThrow('Exceeded maximum execution time')
    expect(value(1, 1)).toBeNull()
    expect(workspace.state.stores.script).toEqual({})
    expect(workspace.runs[0]?.killed).toBe(true)
    expect(workspace.runs[0]?.ms).toBeLessThanOrEqual(6 * MINUTE + 1)
  })

  test('a simple trigger has thirty seconds', () => {
    const { refusal } = small()
    expect(refusal('Utilities.sleep(29000); Utilities.sleep(2000)', { kind: 'simple' })).toMatch(
      /maximum execution time/,
    )
  })

  test('calls take modelled time', () => {
    const { workspace, script } = small('', { latency: 'modelled' })
    script('sheet.getRange(1, 1).getValues(); SpreadsheetApp.flush()')
    expect(workspace.clock.now - NOON).toBeGreaterThanOrEqual(400)
    expect(workspace.meters.get('SpreadsheetApp.Range.getValues')?.calls).toBe(1)
  })

  test('a run killed in the middle has done what was flushed and nothing after', () => {
    const { workspace, script, value } = small()
    workspace.hook = {
      before(call) {
        if (call.method === 'Range.setValue' && call.execution.calls > 5) call.execution.kill()
      },
    }
    expect(() =>
      script(
        "sheet.getRange(1, 1).setValue('a'); SpreadsheetApp.flush(); sheet.getRange(2, 1).setValue('b'); sheet.getRange(3, 1).setValue('c')",
      ),
    ).toThrow()
    expect([value(1, 1), value(2, 1), value(3, 1)]).toEqual(['a', null, null])
  })

  test('what a killed run had waiting is lost, or not, as the workspace is set', () => {
    const left = (killLosesBuffer: boolean) => {
      const { workspace, value, refusal } = small('', { unknowns: { killLosesBuffer } })
      workspace.hook = { before: (call) => void (call.method === 'getUi' && call.execution.kill()) }
      refusal("sheet.getRange(1, 1).setValue('a'); SpreadsheetApp.getUi()")
      return value(1, 1)
    }
    expect([left(true), left(false)]).toEqual([null, 'a'])
  })

  test('more than thirty runs of one account at once are refused', () => {
    const { workspace, book } = small()
    let deepest = 0
    let refused: string | undefined
    workspace.hook = {
      before(call) {
        if (call.method !== 'getActive' || refused) return
        deepest += 1
        const spec = { account: MAYA, kind: 'menu', spreadsheetId: book.id, name: 'body', args: ['return 1'] } as const
        const message = workspace.run(spec).error?.message
        refused = refused ?? message
      },
    }
    workspace.run({ account: MAYA, kind: 'menu', spreadsheetId: book.id, name: 'body', args: ['return 1'] })
    expect(deepest).toBe(30)
    expect(refused).toMatch(/too many scripts running simultaneously/)
  })
})

describe('authority', () => {
  test('a scope that the manifest lacks is missing, and the message names it', () => {
    const { refusal } = small('', { manifest: manifest('spreadsheets.currentonly') })
    expect(refusal("SpreadsheetApp.getUi().alert('x')")).toBe(
      'Specified permissions are not sufficient to call Ui.alert. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    )
  })

  test('a scope that the person has not granted is refused for that person only', () => {
    const { workspace, script, refusal } = small()
    workspace.account(LEE).granted = ['spreadsheets.currentonly']
    expect(refusal("SpreadsheetApp.getUi().alert('x')", { account: LEE })).toMatch(
      /^You do not have permission to call Ui\.alert\./,
    )
    expect(script('return Session.getActiveUser().getEmail()')).toBe(MAYA)
  })

  test('simple triggers reach the bound document, and no other and nothing else', () => {
    const { workspace, script, refusal } = small('', {
      manifest: manifest('spreadsheets script.external_request script.container.ui'),
    })
    const simple = { kind: 'simple' } as const
    const other = workspace.addSpreadsheet({ name: 'Other', owner: MAYA })
    expect(script("sheet.getRange(1, 1).setValue('x'); return sheet.getRange(1, 1).getValue()", simple)).toBe('x')
    expect(refusal(`SpreadsheetApp.openById('${other.id}')`, simple)).toMatch(/openById/)
    expect(refusal("UrlFetchApp.fetch('https://example.org/')", simple)).toMatch(/UrlFetchApp\.fetch/)
    expect(refusal("SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))", simple)).toMatch(
      /Ui\.showSidebar/,
    )
    expect(script(`return SpreadsheetApp.openById('${other.id}').getName()`)).toBe('Other')
  })

  test('with spreadsheets.currentonly no other document can be opened', () => {
    const { workspace, refusal } = small()
    const other = workspace.addSpreadsheet({ name: 'Other', owner: MAYA })
    expect(refusal(`SpreadsheetApp.openById('${other.id}')`)).toMatch(/^Specified permissions are not sufficient/)
  })

  test('a stranger cannot reach the document', () => {
    const { workspace, refusal } = small()
    workspace.addAccount('eve@example.org')
    expect(refusal('return 1', { account: 'eve@example.org' })).toBe(
      'You do not have permission to access the requested document.',
    )
    expect(() => workspace.open('eve@example.org')).toThrow(/permission/)
  })
})

describe('errors', () => {
  test('are Exceptions with a plain message', () => {
    const { workspace, script } = small()
    expect(
      script('try { sheet.getRange(9999, 1) } catch (e) { return [e.name, e.message, e instanceof Error] }'),
    ).toEqual(['Exception', 'The coordinates of the range are outside the dimensions of the sheet.', true])
    expect(() => script('sheet.getRange(9999, 1)')).toThrow()
    expect(workspace.runs.at(-1)?.error).toBe(
      'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    )
  })

  test('come in the language of the person: nothing may match English', () => {
    const { workspace, refusal } = small()
    const text = 'sheet.getRange(9999, 1)'
    const english = refusal(text)
    workspace.account(MAYA).language = 'es'
    const spanish = refusal(text)
    workspace.account(MAYA).language = 'de'
    const german = refusal(text)
    workspace.account(MAYA).language = 'fi'
    expect(new Set([english, spanish, german]).size).toBe(3)
    expect(spanish).toMatch(/coordenadas/)
    expect(refusal(text)).toBe(english)
  })

  test('of a script’s own are given as they are', () => {
    const { refusal } = small()
    expect(refusal("throw new TypeError('odd')")).toBe('odd')
    expect(refusal("throw 'a text'")).toBe('a text')
  })
})

test('everything is saved as JSON and goes on where it was', () => {
  const { workspace, script, book } = small(
    'function tick() { SpreadsheetApp.getActive().getSheets()[0].appendRow([new Date(), Math.random()]) }',
  )
  script(
    "sheet.getRange('A1').setValue(new Date(0)).setNote('n'); ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create()",
  )
  const json = workspace.save()
  const again = Workspace.load(workspace.options, json)
  expect(again.save()).toBe(json)
  workspace.advance(20 * MINUTE)
  again.advance(20 * MINUTE)
  expect(again.save()).toBe(workspace.save())
  expect(again.spreadsheet(book.id).sheets[0]?.cells.length).toBeGreaterThan(3)
  expect(() => Workspace.load(workspace.options, JSON.stringify({ version: 99 }))).toThrow(/version 99/)
})
