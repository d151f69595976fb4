/**
 * What a run has in hand is known by its cells in the Outbox. Somebody clears them before any call of a living run, and another
 * account sends at once: still nobody is mailed twice, and nobody is left without.
 */
import { ask, draft, leadOf, MAYA, MINUTE, mailsTo, NOOR, network, rowsIn, typeSetting } from './alerts/world'

jest.setTimeout(300_000)

const LEADS = [1, 2].map(leadOf)

/** Clears these cells in every row before the nth service call of Maya’s lot; false where it has not so many. */
function clearedAt(nth: number, cells: readonly string[], mailApp: boolean): boolean {
  const ws = network(2)
  if (mailApp) {
    typeSetting(ws, 'Mail without drafts', 'yes')
    const scopes = ws.options.manifest.oauthScopes.filter((scope) => !scope.endsWith('/gmail.compose'))
    for (const email of [MAYA, NOOR]) ws.account(email).granted = scopes
  }
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ mode: 'personal' }))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  const send = (email: string): void => {
    try {
      ask(ws, email, 'sendLot', { alertId })
    } catch {
      // The other one holds the lock.
    }
  }
  let n = 0
  ws.hook = {
    before() {
      if (++n !== nth) return
      ws.hook = null
      const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Outbox')
      const [header = [], ...rows] = tab?.cells ?? []
      for (const row of rows) for (const name of cells) if (row) row[header.indexOf(name)] = ''
      send(NOOR)
    },
  }
  send(MAYA)
  ws.hook = null
  const waits = () => rowsIn(ws, 'outbox').some(({ state }) => state === 'queued' || state === 'claimed')
  for (let i = 0; i < 8 && waits(); i++) {
    ws.advance(8 * MINUTE)
    send(MAYA)
    send(NOOR)
  }
  const mails = mailsTo(ws, LEADS)
  for (const [i, lead] of LEADS.entries()) {
    const row = rowsIn(ws, 'outbox').find(({ recipients }) => recipients === lead)
    expect([cells, nth, i, mails[lead] ?? 0]).toEqual([cells, nth, i, row?.state === 'doubt' ? expect.any(Number) : 1])
    expect(mails[lead]).toBeLessThanOrEqual(1)
  }
  return n >= nth
}

test.each([
  [['Changed at'], false],
  [['Changed at'], true],
])('cleared: %s, by MailApp: %s', (cells, mailApp) => {
  let nth = 1
  while (clearedAt(nth, cells, mailApp)) nth += 1
  expect(nth).toBeGreaterThan(50)
})
