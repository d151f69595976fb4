/** An alert that also went to channels: what follows goes to people by mail, never to a channel. Through the built bundle. */
import {
  approve,
  archived,
  arrived,
  ask,
  draft,
  leadOf,
  MAYA,
  MINUTE,
  rowsIn,
  sendAll,
  slackOf,
  withChannels,
} from '../channels/world'
import { addBackups, answer, backupOf, board, fillIn, HOUR, later, setting } from './world'

const SUBJECT = 'Please call by 4:00 pm Eastern / 3:00 pm Central on Monday, November 23: HB 120'

/** Leads 1 and 2 are in the Group, 3 and 4 are mailed; act-by is at 4 pm. */
function sent(channels: string[]) {
  const ws = withChannels(4, [1, 2])
  const seen = ask(ws, MAYA, 'previewAlert', draft({ channels, actBy: '2026-11-23T16:00' }))
  approve(ws, seen)
  sendAll(ws, MAYA, seen.alertId)
  return ws
}

test.each([
  [['mail', 'CH-001']],
  [['mail', 'CH-002']],
  [['mail', 'CH-001', 'CH-002']],
  [['CH-001', 'CH-002']],
  [['CH-002']],
])(
  'by %j: whoever has it by mail or by the Group is reminded once by mail, the Group and Slack never, and the timer goes on',
  (channels) => {
    const ws = sent(channels)
    // Who chose Slack alone chose to mail nobody.
    const reminded = channels.join() === 'CH-002' ? [] : [1, 2, 3, 4]
    expect(board(ws).next).toMatch(
      reminded.length > 0
        ? /^Next: backups .* are asked .*; whoever has not answered is reminded .*; what came of it is mailed/
        : /^Next: what came of it is mailed to coordinators/,
    )
    later(ws, 5 * HOUR)
    for (const n of [1, 2, 3, 4])
      expect([n, arrived(ws, leadOf(n)).filter((s) => s.startsWith('Reminder:'))]).toEqual([
        n,
        reminded.includes(n) ? [`Reminder: ${SUBJECT}`] : [],
      ])
    expect(archived(ws)).toEqual(channels.includes('CH-001') ? [SUBJECT] : [])
    expect(slackOf(ws).posts).toHaveLength(channels.includes('CH-002') ? 1 : 0)
    expect(rowsIn(ws, 'outbox').filter((r) => r.state === 'queued' || r.state === 'claimed')).toEqual([])
    // The summary went, so nothing on the way stopped the timer.
    expect(arrived(ws, MAYA).filter((s) => s.startsWith('After the alert'))).toHaveLength(1)
    // Who has it by a post is asked by it too.
    expect(board(ws).asked).toBe(4)
    later(ws, 6 * MINUTE)
  },
)

describe('groups that have it by the Google Group alone', () => {
  const count = (ws: ReturnType<typeof sent>, emails: string[], begins: string): number[] =>
    emails.map((email) => arrived(ws, email).filter((s) => s.startsWith(begins)).length)
  const four = [1, 2, 3, 4]
  const asked = (channels: string[]) => {
    const ws = withChannels(4, [1, 2])
    addBackups(ws, 4)
    const seen = ask(ws, MAYA, 'previewAlert', draft({ channels, actBy: '2026-11-23T16:00' }))
    approve(ws, seen)
    sendAll(ws, MAYA, seen.alertId)
    return ws
  }

  test.each([[['mail', 'CH-001']], [['CH-001']]])(
    'by %j: at half time the backups of the silent ones are asked by mail, later the silent leads are reminded; who answered is not',
    (channels) => {
      const ws = asked(channels)
      answer(ws, leadOf(1), 'IN')
      later(ws, 2 * HOUR + 6 * MINUTE)
      expect(count(ws, four.map(backupOf), 'Can you step in?')).toEqual([0, 1, 1, 1])
      expect(count(ws, four.map(leadOf), 'Can you step in?')).toEqual([0, 0, 0, 0])
      answer(ws, backupOf(2), 'DONE 3')
      later(ws, 90 * MINUTE)
      expect(count(ws, four.map(leadOf), 'Reminder:')).toEqual([0, 0, 1, 1])
      expect(board(ws).groups.map((g) => g.backupAsked)).toEqual([false, true, true, true])
      expect(archived(ws)).toHaveLength(1)
    },
  )

  test('a lead of one who is the backup of another is reminded once, also where the request to step in waited for quota', () => {
    const ws = withChannels(4, [1, 2])
    fillIn(ws, { people: [{ id: 'P-90', name: 'Both', email: leadOf(1), groupId: 'G-003', roles: 'backup' }] })
    const legislatorIds = ['rep1', 'rep2', 'rep3', 'rep4']
    const about = { channels: ['mail', 'CH-001'], actBy: '2026-11-23T16:00', legislatorIds }
    const seen = ask(ws, MAYA, 'previewAlert', draft(about))
    approve(ws, seen)
    sendAll(ws, MAYA, seen.alertId)
    setting(ws, 'Mail reserve', '100')
    later(ws, 2 * HOUR + 6 * MINUTE)
    for (const n of [3, 4]) answer(ws, leadOf(n), 'IN')
    later(ws, 72 * MINUTE)
    setting(ws, 'Mail reserve', '0')
    later(ws, 42 * MINUTE)
    expect(count(ws, [leadOf(1)], 'Can you step in?')).toEqual([1])
    expect(count(ws, [1, 2, 3, 4].map(leadOf), 'Reminder:')).toEqual([1, 1, 0, 0])
  })

  test('a lead of them who is away or has opted out hears nothing more', () => {
    const ws = asked(['mail', 'CH-001'])
    const tab = ws.spreadsheet().sheets.find((s) => s.name === 'People')
    const column = (header: string): number => (tab?.cells[0] ?? []).indexOf(header)
    const rowOf = (n: number) => tab?.cells.find((row) => row?.includes(leadOf(n))) ?? []
    rowOf(1)[column('Opted out')] = 'yes'
    rowOf(2)[column('Away until')] = '2026-12-24'
    later(ws, 4 * HOUR)
    expect(count(ws, four.map(leadOf), 'Reminder:')).toEqual([0, 0, 1, 1])
  })
})
