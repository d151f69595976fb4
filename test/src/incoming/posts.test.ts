/** An alert that also went to channels: what follows goes to people, never to a channel. Through the built bundle. */
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
import { board, HOUR, later } from './world'

const SUBJECT = 'Please call by 4:00 pm Eastern / 3:00 pm Central on Monday, November 23: HB 120'

/** Leads 1 and 2 are in the Group, 3 and 4 are mailed; act-by is at 4 pm. */
function sent(channels: string[]) {
  const ws = withChannels(4, [1, 2])
  const seen = ask(ws, MAYA, 'previewAlert', draft({ channels, actBy: '2026-11-23T16:00' }))
  approve(ws, seen)
  sendAll(ws, MAYA, seen.alertId)
  return ws
}

test.each([[['mail', 'CH-001']], [['mail', 'CH-002']], [['mail', 'CH-001', 'CH-002']], [['CH-001', 'CH-002']]])(
  'by %j: whoever was mailed is reminded once, the Group and Slack never, and the timer goes on',
  (channels) => {
    const ws = sent(channels)
    later(ws, 5 * HOUR)
    const mailed = channels.includes('mail') ? (channels.includes('CH-001') ? [3, 4] : [1, 2, 3, 4]) : []
    for (const n of [1, 2, 3, 4])
      expect([n, arrived(ws, leadOf(n)).filter((s) => s.startsWith('Reminder:'))]).toEqual([
        n,
        mailed.includes(n) ? [`Reminder: ${SUBJECT}`] : [],
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
