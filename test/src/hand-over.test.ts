import { ask, draft, fillIn, MAYA, MINUTE, NOOR, network, rowsIn } from './alerts/world'

const texts = (ws: ReturnType<typeof network>, who: string): string[] =>
  ask(ws, who, 'handOver', {}).notes.map((note) => `${note.text} ${note.next}`)

describe('what a change of operator leaves behind', () => {
  test('is nothing for the operator', () => {
    expect(texts(network(3), MAYA)).toEqual([])
  })

  test('names the former operator’s mailbox, until answers go to a shared address', () => {
    const ws = network(3)
    expect(texts(ws, NOOR)).toEqual([expect.stringContaining(`Answers to what was sent so far go to ${MAYA}.`)])
    const settings = rowsIn(ws, 'settings')
    const tab = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Settings')
    const row = settings.findIndex((r) => r.setting === 'Reply to') + 1
    const cells = tab?.cells[row]
    if (!cells) throw new Error('no such setting')
    cells[1] = 'alerts@example.org'
    expect(texts(ws, NOOR)).toEqual([])
  })

  test('counts the messages that lie in the former operator’s drafts, and the next run of the new one leaves those alone', () => {
    const ws = network(60)
    const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft())
    ask(ws, MAYA, 'approveAlert', { alertId, seal })
    ws.hook = {
      after: (call) => {
        if (call.method === 'Users.Drafts.send') call.execution.kill()
      },
    }
    expect(() => ask(ws, MAYA, 'sendLot', { alertId })).toThrow()
    ws.hook = null
    const claimed = rowsIn(ws, 'outbox').filter((row) => row.state === 'claimed').length
    expect(claimed).toBeGreaterThan(0)
    expect(texts(ws, NOOR)[0]).toContain(`${claimed} message`)
    expect(texts(ws, NOOR)[1]).toContain('1 alert being sent')
    ask(ws, NOOR, 'becomeOperator', {})
    ws.advance(20 * MINUTE)
    expect(rowsIn(ws, 'outbox').filter((row) => String(row.run).startsWith(MAYA) && row.state === 'sent')).toEqual([])
    // Maya opens it once: her account knows what went.
    ask(ws, MAYA, 'sendLot', { alertId })
    expect(rowsIn(ws, 'outbox').every((row) => row.state === 'sent')).toBe(true)
  })

  test('names the calendar that holds the calls', () => {
    const ws = network(3)
    fillIn(ws, { series: [{ id: 'S-001', name: 'Statewide call', state: 'active', eventId: 'abc' }] })
    expect(texts(ws, NOOR).join('\n')).toContain(`The calls stand in the calendar of ${MAYA}.`)
  })
})
