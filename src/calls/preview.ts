/** What a series would be, before it is made: its dates, whose turn, what to know. Writes nothing. */
import type { Answer, SeriesDraft } from '../contract'
import { mailsLeft } from '../google/mail'
import { MAX_TO, roomOf } from '../mail/lots'
import type { Caller } from '../registry/callers'
import { getSettings } from '../registry/settings'
import { plural } from '../registry/when'
import { dayNumber, dayOf, holds, inMonth, todayIn } from './days'
import { invitedTo, MOST_GUESTS } from './event'
import { rotaOf } from './plan'
import { anchorOf, daysOf } from './recurrence'
import { checkLink, fieldsOf } from './save-series'
import { checked, instant, type Series, sentenceOf, wallOn, whenText } from './series'
import { labelOf, volunteersOf } from './who'
import { readWorld, zonesOf } from './world'

type Preview = Answer<'previewSeries'>
const SHOWN = 8

function checksOf(series: Series, people: number, volunteers: number, today: number): Preview['checks'] {
  const checks: Preview['checks'] = []
  const warn = (id: string, text: string, next: string): void => {
    checks.push({ id, level: 'warn', text, next })
  }
  const { rule } = series
  if (people === 0) warn('guests', 'Nobody would be invited.', 'Bring in people, or choose whom to invite.')
  if (people > MOST_GUESTS)
    warn(
      'many',
      `${people} people are more than the ${MOST_GUESTS} guests that an event can have. They get mails, and no invitation.`,
      'Better: invite your Google Group’s address. That is one guest and one mail, and reaches everybody.',
    )
  else if (people > MAX_TO)
    warn('group', `Every call takes ${people} of the day’s mails.`, 'Your Google Group’s address would take one.')
  if (volunteers === 0)
    warn(
      'rota',
      'Nobody has volunteered to facilitate: every call falls to a coordinator.',
      'Put “facilitator” under Roles in the People tab.',
    )
  if (rule.date > 28)
    warn('short', `Months without day ${rule.date} meet on their last day.`, 'Look at the dates below.')
  if (rule.nth === 5)
    warn(
      'fifth',
      'It meets only in months with a fifth one: four or five times a year.',
      'Choose “last” to meet every month.',
    )
  if (anchorOf(series) < today)
    warn(
      'past',
      'It begins in the past: dates that are over are not announced.',
      'Choose a first day to come, or leave it.',
    )
  return checks
}

/** Throws `SERIES_WRONG` with the field. */
export function previewSeries(draft: SeriesDraft, caller: Caller): Preview {
  const settings = getSettings()
  const series = checked({ ...fieldsOf(draft), id: draft.seriesId ?? '', state: 'active' }, zonesOf(settings))
  const w = readWorld(caller.email, settings, caller.now)
  checkLink(draft, draft.seriesId ? (w.links[draft.seriesId] ?? '') : '')
  const today = todayIn(series.zone, caller.now)
  const volunteers = volunteersOf(w.people, series.zone)
  const from = Math.max(anchorOf(series), today)
  const days = daysOf(series, from, from + 800, true).slice(0, SHOWN)
  const before = w.calls.filter((call) => call.seriesId === draft.seriesId && call.date < dayOf(from))
  const rota = rotaOf(
    [
      ...before.map((row) => {
        const day = dayNumber(row.date) ?? 0
        return { row, day, on: day, over: true, off: row.state === 'cancelled', declines: [] }
      }),
      ...days.map((day) => ({ row: null, day, on: day, over: false, off: holds(series.skips, day), declines: [] })),
    ],
    w.people,
    volunteers,
  )
  const people = invitedTo(series, w.people, w.groups).length
  const left = mailsLeft()
  const room = roomOf(left, settings.mailReserve)
  const guests = people > MOST_GUESTS ? 'No guests in Calendar' : `${plural(people, 'guest')} in Calendar`
  const short = people > room ? ` ${plural(people - room, 'person', 'people')} would not get it today.` : ''
  return {
    sentence: sentenceOf(series),
    dates: days.map((day) => {
      const at = instant(wallOn(series, day), series.zone)
      const turns = rota.get(day)?.turns
      const { date, last } = inMonth(day)
      const skipped = holds(series.skips, day)
      const clipped = series.rule.date > date && date === last
      return {
        date: dayOf(day),
        when: at ? whenText(at, series.zones) : '',
        skipped,
        note: skipped ? 'skipped' : clipped ? `no day ${series.rule.date} in this month: its last day` : '',
        facilitator: labelOf(w.people, turns?.facilitator.personId ?? ''),
        notes: labelOf(w.people, turns?.notes.personId ?? ''),
      }
    }),
    checks: checksOf(series, people, volunteers.filter((v) => v.duties.includes('facilitator')).length, today),
    people,
    forecast: `${guests}; the mail of the day before takes ${people} of the day’s mails${left === null ? '' : ` (${left} left now)`}.${short}`,
  }
}
