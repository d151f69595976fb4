/**
 * Somebody deletes a row of the Outbox right before a run writes there, and that run is stopped at any call after: nobody is
 * mailed twice. For the only row and the last of three, before each write of a lot, both with and without what was buffered.
 */
import { ask, draft, leadOf, MAYA, MINUTE, mailsTo, NOOR, network, typeSetting } from './alerts/world'

jest.setTimeout(300_000)

/** Calls after the deletion at which the run is stopped. */
const KILLS = 16

/** Deletes the last row before the nth write, stops the run `kill` calls later; false where there are not so many writes. */
function deletedAt(groups: number, nth: number, kill: number, killLosesBuffer: boolean): boolean {
  const ws = network(groups, { killLosesBuffer })
  typeSetting(ws, 'Remind', 'no')
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ mode: 'personal' }))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  let writes = 0
  let left = -1
  ws.hook = {
    before({ method, execution }) {
      if (method.endsWith('Range.setValues') && ++writes === nth) {
        const rows = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Outbox')?.cells.length ?? 0
        ws.people.deleteRows(NOOR, 'Outbox', rows)
        left = kill
      } else if (left >= 0 && left-- === 0) execution.kill()
    },
    after() {},
  }
  const send = (email: string): void => {
    try {
      ask(ws, email, 'sendLot', { alertId })
    } catch {
      // It was stopped, or says what is gone.
    }
  }
  send(MAYA)
  ws.hook = null
  for (const minutes of [8, 8, 40, 8]) {
    ws.advance(minutes * MINUTE)
    send(MAYA)
    send(NOOR)
  }
  const mails = mailsTo(
    ws,
    Array.from({ length: groups }, (_, i) => leadOf(i + 1)),
  )
  const twice = Object.entries(mails).filter(([, count]) => count > 1)
  expect([groups, nth, kill, killLosesBuffer, twice]).toEqual([groups, nth, kill, killLosesBuffer, []])
  return writes >= nth
}

describe.each([1, 3])('of %i messages', (groups) => {
  test.each([true, false])('what was buffered is lost: %s', (killLosesBuffer) => {
    let nth = 1
    while (deletedAt(groups, nth, 0, killLosesBuffer)) {
      for (let kill = 1; kill < KILLS; kill++) deletedAt(groups, nth, kill, killLosesBuffer)
      nth++
    }
    expect(nth).toBeGreaterThan(4)
  })
})
