/** A few lines of Apps Script, so that the page is tested without the add-on: written as they would be pushed. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Tools').addItem('Open sidebar', 'openSidebar').addItem('Open dialog', 'openDialog')
    .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Ask', 'ask')).addToUi()
}
function onEdit(e) {
  if (e.value === 'stamp') e.range.offset(0, 1).setValue('was ' + e.oldValue)
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Side').setTitle('Side'))
}
function openDialog() {
  var page = HtmlService.createHtmlOutput('<button onclick="google.script.host.close()">Done</button>')
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(300).setHeight(120), 'A dialog')
}
function ask() {
  var ui = SpreadsheetApp.getUi()
  var answer = ui.prompt('Name?', 'Of the group', ui.ButtonSet.OK_CANCEL)
  SpreadsheetApp.getActive().getRange('D1').setValue(answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : 'none')
}
function fill(rows) {
  var sheet = SpreadsheetApp.getActive().insertSheet('Groups')
  var values = [['ID', 'Group', 'ZIP', 'Status']]
  for (var i = 1; i <= rows; i++) values.push(['G-' + i, 'Group ' + i, '0' + (1000 + i), 'active'])
  sheet.getRange(1, 3, values.length, 1).setNumberFormat('@')
  sheet.getRange(1, 1, values.length, 4).setValues(values)
  sheet.setFrozenRows(1)
  SpreadsheetApp.getActive().toast('All is written', 'Tools')
  return { rows: rows, missing: undefined }
}
function fail() { throw new Error('no such group') }
function when() { return { at: new Date() } }
function hidden_() {}
`

const SIDE = `<!DOCTYPE html><html><head><title>Side</title></head><body>
<p id="answer">nothing yet</p>
<script>
  function say(value, user) { document.getElementById('answer').textContent = user + ' ' + JSON.stringify(value) }
  function run() {
    return google.script.run.withSuccessHandler(say).withFailureHandler(function (e) { say(e.name + ': ' + e.message, 'failed') }).withUserObject('got')
  }
</script>
<button onclick="run().fill(40)">Fill</button>
<button onclick="run().fail()">Fail</button>
<button onclick="run().when()">When</button>
<button onclick="say(Object.keys(google.script.run).sort(), 'names')">Names</button>
<button onclick="try { run().fill(new Date()) } catch (e) { say(e.message, 'threw') }">Date</button>
<button onclick="try { say(parent.document.title, 'saw') } catch (e) { say(e.name, 'barred') }">Peek</button>
</body></html>`

/** A folder that looks like `dist/`. */
export function scriptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'script-'))
  writeFileSync(join(folder, 'Code.js'), CODE)
  writeFileSync(join(folder, 'Side.html'), SIDE)
  const oauthScopes = ['spreadsheets.currentonly', 'script.container.ui'].map(
    (s) => `https://www.googleapis.com/auth/${s}`,
  )
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify({ timeZone: 'America/New_York', oauthScopes }))
  return folder
}
