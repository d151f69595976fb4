/** Two people at one draft at once, each between two service calls of the other. Through the sidebar’s own door. */
import type { Workspace } from '../../../workbench/workspace/workspace'
import { ask, draft, faultOf, fillIn, MAYA, NOOR, network, rowsIn } from './world'

/** Lets `other` act before the nth service call of whatever is asked meanwhile; false where there are not so many. */
function before(ws: Workspace, nth: number, other: () => void, work: () => void): boolean {
  let n = 0
  ws.hook = {
    before() {
      if (++n !== nth) return
      ws.hook = null
      other()
    },
  }
  try {
    work()
  } catch {
    // The sheet’s lock, or a fault that tells them what happened.
  }
  ws.hook = null
  return n >= nth
}
const alertRow = (ws: Workspace): Record<string, unknown> => rowsIn(ws, 'alerts')[0] ?? {}
const keptOf = (ws: Workspace): Record<string, unknown> => JSON.parse(String(alertRow(ws).draft))

test('what somebody keeps while another approves changes nothing of the approved alert', () => {
  for (let nth = 1; ; nth++) {
    const ws = network(3)
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
    const later = { ...draft(), alertId, actBy: '2026-11-23T21:00', title: 'HB 999', kind: 'drill' as const }
    const goesOn = before(
      ws,
      nth,
      () => {
        try {
          ask(ws, MAYA, 'approveAlert', { alertId, seal })
        } catch {
          // Noor holds the lock, or was quicker.
        }
      },
      () => ask(ws, NOOR, 'saveDraft', later),
    )
    if (!goesOn) break
    if (alertRow(ws).state === 'approved')
      expect([nth, alertRow(ws).title, alertRow(ws).kind, alertRow(ws).actBy]).toEqual([
        nth,
        'HB 120',
        'alert',
        { date: Date.parse('2026-11-23T23:00:00Z') },
      ])
  }
})

test('a test mail loses nothing of what another keeps meanwhile, nor who changed it', () => {
  for (let nth = 1; ; nth++) {
    const ws = network(3)
    const { alertId } = ask(ws, MAYA, 'previewAlert', draft())
    const changed = { ...draft(), alertId, title: 'HB 999' }
    let kept = false
    const goesOn = before(
      ws,
      nth,
      () => {
        try {
          ask(ws, NOOR, 'saveDraft', changed)
          kept = true
        } catch {
          // Maya holds the lock.
        }
      },
      () => ask(ws, MAYA, 'testAlert', { alertId, groupId: null }),
    )
    if (!goesOn) break
    if (kept) expect([nth, keptOf(ws).title, keptOf(ws).changedBy]).toEqual([nth, 'HB 999', `${MAYA}, ${NOOR}`])
  }
})

test('another spelling of the maker’s own mailbox is no second person', () => {
  const ws = network(6)
  const LEE = 'leepark@gmail.com'
  ws.addAccount(LEE)
  ws.spreadsheet().editors.push(LEE)
  fillIn(ws, { people: [{ id: 'P-950', name: 'Lee', email: LEE, roles: 'coordinator' }] })
  const { alertId } = ask(ws, MAYA, 'previewAlert', draft({ audience: ['state'] }))
  const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Alerts')
  const column = (tab?.cells[0] ?? []).indexOf('Made by')
  const cells = tab?.cells[1]
  if (!cells) throw new Error('no alert')
  cells[column] = 'Lee.Park+alerts@gmail.com'
  const { draft: standing } = ask(ws, LEE, 'openDraft', { alertId })
  const seen = ask(ws, LEE, 'previewAlert', standing)
  expect(seen.second?.why).not.toBe('')
  expect(faultOf(() => ask(ws, LEE, 'approveAlert', { alertId, seal: seen.seal, people: 6 })).code).toBe(
    'SECOND_PERSON',
  )
})
