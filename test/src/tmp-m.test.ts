import { ask, draft, MAYA, network, again } from './alerts/world'
import { Workspace } from '../../workbench/workspace/workspace'
import { loadBundle } from '../support/bundle'
const tally = (ws: Workspace, what: string, work: () => void) => {
  const b = new Map([...ws.meters].map(([k, v]) => [k, v.calls])); const t = ws.clock.now
  work()
  const rows = [...ws.meters].map(([k, v]) => [k, v.calls - (b.get(k) ?? 0)] as const).filter(([, n]) => n)
  const sheet = rows.filter(([k]) => k.startsWith('Spread')).reduce((n, [, c]) => n + c, 0)
  console.log(what, 'sheet', sheet, 'ms', ws.clock.now - t, rows.sort((x, y) => y[1] - x[1]).map(([k, n]) => k.replace('SpreadsheetApp.', '') + ' ' + n).join(', '))
}
test('x', () => {
  const ws = new Workspace({ ...loadBundle(), now: Date.parse('2026-11-23T17:00:00Z'), seed: 7 })
  ws.addAccount(MAYA); ws.addSpreadsheet({ name: 'F', owner: MAYA, timeZone: 'America/New_York' })
  tally(ws, 'setUp', () => ask(ws, MAYA, 'setUp', { state: 'mn' }))
  tally(ws, 'setUp again', () => ask(ws, MAYA, 'setUp', { state: 'mn' }))
  const w = network(21)
  tally(w, 'home', () => ask(w, MAYA, 'home', {}))
  tally(w, 'groups', () => ask(w, MAYA, 'groups', {}))
  tally(w, 'districts', () => ask(w, MAYA, 'districts', {}))
  tally(w, 'alertChoices', () => ask(w, MAYA, 'alertChoices', {}))
  let p: any
  tally(w, 'preview', () => { p = ask(w, MAYA, 'previewAlert', draft({mode:'personal'})) })
  tally(w, 'approve', () => ask(w, MAYA, 'approveAlert', { alertId: p.alertId, seal: p.seal }))
  tally(w, 'sendLot', () => ask(w, MAYA, 'sendLot', { alertId: p.alertId }))
  tally(w, 'sendLot2', () => ask(w, MAYA, 'sendLot', { alertId: p.alertId }))
  tally(w, 'progress', () => ask(w, MAYA, 'alertProgress', { alertId: p.alertId }))
})
