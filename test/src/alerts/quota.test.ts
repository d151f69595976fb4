/** More people than a day has mails for: told truthfully before, and in the end everyone is reached. */
import { ask, draft, leadOf, MAYA, mailsTo, NOOR, network, rowsIn } from './world'

const HOUR = 3_600_000
const checkOf = (preview: { checks: { id: string; text: string }[] }, id: string): string | undefined =>
  preview.checks.find((check) => check.id === id)?.text

test('a reserve that leaves fewer mails a day than a message may hold starves nobody', () => {
  const ws = network(90)
  const cells = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Settings')?.cells ?? []
  const row = cells.findIndex((r) => r?.[0] === 'Mail reserve')
  ws.edit(MAYA, 'Settings', row + 1, 2, '60')
  const preview = ask(ws, MAYA, 'previewAlert', draft({ actBy: '2026-12-20T18:00' }))
  expect(preview.quota.waits).toBe(50)
  expect(preview.quota.forecast).toMatch(/within 2 days/)
  const { alertId, seal } = preview
  ask(ws, NOOR, 'approveAlert', { alertId, seal, people: 90 })
  expect(rowsIn(ws, 'outbox').map((message) => message.to)).toEqual([40, 40, 10])
  ws.advance(3 * 24 * HOUR)
  expect(ask(ws, MAYA, 'alertProgress', { alertId })).toMatchObject({ state: 'sent', sent: 90 })
  const all = Array.from({ length: 90 }, (_, i) => leadOf(i + 1))
  expect(Object.values(mailsTo(ws, all))).toEqual(new Array(90).fill(1))
})

test('250 people at 90 a day: it says in how many days, and how many would get it after act by', () => {
  const ws = network(250)
  const when = (actBy: string) => ask(ws, MAYA, 'previewAlert', draft({ actBy }))
  const soon = when('2026-11-23T18:00')
  expect(soon.quota.waits).toBe(160)
  expect(soon.quota.forecast).toMatch(/160 people wait until your quota is back, within 2 days,/)
  expect(checkOf(soon, 'late')).toBe('160 people would get it after act by.')
  expect(checkOf(when('2026-11-24T18:00'), 'late')).toBe('70 people would get it after act by.')
  expect(checkOf(when('2026-11-25T18:00'), 'late')).toBeUndefined()
})

test('one day is enough: it says within 24 hours', () => {
  const ws = network(95)
  expect(ask(ws, MAYA, 'previewAlert', draft()).quota.forecast).toMatch(/5 people wait .* within 24 hours,/)
})

test('a test from an account without mails left says so, asks for no permission, and leaves no draft behind', () => {
  const ws = network(9)
  const { alertId } = ask(ws, MAYA, 'previewAlert', draft())
  ws.quotas.set(MAYA, 'email recipients', 100)
  expect(() => ask(ws, MAYA, 'testAlert', { alertId, groupId: null })).toThrow('no more mails today')
  expect(ws.state.mail.boxes[MAYA]?.drafts ?? []).toEqual([])
})
