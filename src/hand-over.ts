/** What a change of operator leaves behind in the former account, and what to do about it. */
import type { Answer } from './contract'
import { findTab } from './google/sheet'
import { isSlack, ownerOf } from './mail/outbox'
import type { Caller } from './registry/callers'
import { getSettings } from './registry/settings'
import { lookOnce, readTable } from './registry/table'
import { TABLES } from './registry/tables'
import { plural } from './registry/when'

/** Only looks. Nothing to hand over where nobody is operator, or the caller is. */
export const handOver = (_: object, caller: Caller): Answer<'handOver'> => lookOnce(() => ({ notes: notesFor(caller) }))

function notesFor({ email }: Caller): Answer<'handOver'>['notes'] {
  const settings = getSettings()
  const { operator } = settings
  if (!operator || operator === email) return []
  const notes: Answer<'handOver'>['notes'] = []
  const held = readTable('outbox').filter(
    (row) => row.state === 'claimed' && !isSlack(row) && ownerOf(row.run) === operator,
  )
  if (held.length > 0)
    notes.push({
      text: `${plural(held.length, 'message')} lie in the drafts of ${operator}.`,
      next: 'Their account sends them: ask them to open the alert once. What they do not settle is shown as doubt.',
    })
  const live = readTable('alerts').filter((a) => a.state === 'approved' || a.state === 'sending')
  if (live.length > 0)
    notes.push({ text: `${plural(live.length, 'alert')} being sent.`, next: 'Your account goes on with what is left.' })
  if (!settings.replyTo)
    notes.push({
      text: `Answers to what was sent so far go to ${operator}.`,
      next: 'Ask them to forward such mail. A shared address under “Reply to” in the Settings tab ends this for good.',
    })
  const calls = findTab(TABLES.series.tab) ? readTable('series').filter((s) => s.eventId && s.state !== 'ended') : []
  if (calls.length > 0 && !settings.calendar)
    notes.push({
      text: `The calls stand in the calendar of ${operator}.`,
      next: 'Ask them to share it with you (make changes to events) and type its ID under “Calendar” in the Settings tab.',
    })
  return notes
}
