import { answerInvitation } from '../../../workbench/workspace/services/calendar-guests'
import { deleteByHand } from '../../../workbench/workspace/services/calendar-hands'
import { expireSyncTokens } from '../../../workbench/workspace/services/calendar-store'
import { inbox } from '../../../workbench/workspace/services/mail-read'
import { begin, LEE, MAYA, makeWorkspace, type Setting, thrown } from './run'

type Event = GoogleAppsScript.Calendar.Schema.Event
const NEW_YORK = 'America/New_York'
const at = (dateTime: string, timeZone = NEW_YORK) => ({ dateTime, timeZone })
const evening = (date: string, more: Event = {}): Event => ({
  summary: 'Statewide call',
  start: at(`${date}T19:00:00`),
  end: at(`${date}T20:00:00`),
  ...more,
})

const start = (setting: Setting = {}) => {
  const workspace = makeWorkspace(setting)
  const { Events } = begin(workspace).Calendar
  return { workspace, Events }
}
const code = (work: () => unknown) => thrown(work).details?.code
const startsOf = (events: Event[] | undefined) => (events ?? []).map((e) => e.start?.dateTime ?? e.start?.date)

describe('one event', () => {
  test('is given back with what Calendar adds', () => {
    const { Events } = start()
    const made = Events.insert(evening('2026-12-01'), 'primary')
    expect(made).toMatchObject({ status: 'confirmed', organizer: { email: MAYA }, sequence: 0 })
    expect(made.iCalUID).toBe(`${made.id}@google.com`)
    expect(Events.get('primary', made.id ?? '')).toEqual(made)
    expect(Events.get(MAYA, made.id ?? '')).toEqual(made)
  })

  test('cannot end before it starts, and must end', () => {
    const { Events } = start()
    const wrong: Event[] = [
      { start: at('2026-12-01T19:00:00'), end: at('2026-12-01T18:00:00') },
      { start: at('2026-12-01T19:00:00') },
      { start: at('2026-12-01T19:00:00', 'America/Nowhere'), end: at('2026-12-01T20:00:00') },
      { start: { dateTime: 'tomorrow' }, end: at('2026-12-01T20:00:00') },
    ]
    for (const event of wrong) expect(code(() => Events.insert(event, 'primary'))).toBe(400)
    expect(Events.list('primary').items).toEqual([])
  })

  test('may bring its own ID: the second time it is taken, even when it was deleted', () => {
    const { Events } = start()
    const event = evening('2026-12-01', { id: 'call1december' })
    Events.insert(event, 'primary')
    expect(code(() => Events.insert(event, 'primary'))).toBe(409)
    Events.remove('primary', 'call1december')
    expect(code(() => Events.insert(event, 'primary'))).toBe(409)
    expect(code(() => Events.insert(evening('2026-12-01', { id: 'not-base32hex' }), 'primary'))).toBe(400)
  })

  test('is gone after it was removed, and cannot be removed twice', () => {
    const { Events } = start()
    const { id = '' } = Events.insert(evening('2026-12-01'), 'primary')
    Events.remove('primary', id)
    expect(Events.list('primary').items).toEqual([])
    expect(Events.list('primary', { showDeleted: true }).items?.[0]?.status).toBe('cancelled')
    expect(code(() => Events.remove('primary', id))).toBe(410)
    expect(code(() => Events.remove('primary', 'never0there'))).toBe(404)
  })

  test('is patched field by field and updated as a whole', () => {
    const { Events } = start()
    const { id = '' } = Events.insert(evening('2026-12-01', { description: 'Agenda', location: 'Zoom' }), 'primary')
    const patched = Events.patch({ description: 'New agenda' }, 'primary', id)
    expect(patched).toMatchObject({
      summary: 'Statewide call',
      description: 'New agenda',
      location: 'Zoom',
      sequence: 0,
    })
    const updated = Events.update(evening('2026-12-02'), 'primary', id)
    expect(updated).not.toHaveProperty('location')
    expect(updated).toMatchObject({ id, iCalUID: patched.iCalUID, sequence: 1 })
  })

  test('keeps the program’s own notes, and is found by them', () => {
    const { Events } = start()
    const { id } = Events.insert(
      evening('2026-12-01', { extendedProperties: { private: { call: 'C-01' } } }),
      'primary',
    )
    Events.insert(evening('2026-12-02', { extendedProperties: { private: { call: 'C-02' } } }), 'primary')
    const found = Events.list('primary', { privateExtendedProperty: 'call=C-01' }).items
    expect(found?.map((e) => e.id)).toEqual([id])
  })

  test('is not changed under an etag that is old', () => {
    const { Events } = start()
    const made = Events.insert(evening('2026-12-01'), 'primary')
    const match = { 'If-Match': made.etag }
    Events.patch({ location: 'Here' }, 'primary', made.id ?? '', {}, match)
    expect(code(() => Events.patch({ location: 'There' }, 'primary', made.id ?? '', {}, match))).toBe(412)
    expect(Events.get('primary', made.id ?? '').location).toBe('Here')
  })

  test('has a video link where one is asked for with the right version', () => {
    const { Events } = start()
    const conferenceData = { createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } } }
    const made = Events.insert(evening('2026-12-01', { conferenceData }), 'primary', { conferenceDataVersion: 1 })
    expect(made.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/)
    expect(made.conferenceData?.entryPoints?.[0]?.uri).toBe(made.hangoutLink)
    expect(Events.insert(evening('2026-12-01', { conferenceData }), 'primary')).not.toHaveProperty('conferenceData')
    expect(Events.patch({ location: 'x' }, 'primary', made.id ?? '').hangoutLink).toBe(made.hangoutLink)
  })
})

describe('a series', () => {
  test.each([
    ['through the autumn change', '2026-10-29', ['2026-10-29T19:00:00-04:00', '2026-11-05T19:00:00-05:00']],
    ['through the spring change', '2027-03-11', ['2027-03-11T19:00:00-05:00', '2027-03-18T19:00:00-04:00']],
  ])('stays at seven in the evening %s', (_, first, expected) => {
    const { Events } = start()
    const { id = '' } = Events.insert(evening(first, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] }), 'primary')
    expect(startsOf(Events.instances('primary', id).items)).toEqual(expected)
  })

  test('on the second Tuesday, the last Friday, the 31st', () => {
    const { Events } = start()
    const dates = (first: string, rule: string) => {
      const { id = '' } = Events.insert(evening(first, { recurrence: [rule] }), 'primary')
      return startsOf(Events.instances('primary', id).items).map((s) => s?.slice(0, 10))
    }
    expect(dates('2026-12-08', 'RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3')).toEqual([
      '2026-12-08',
      '2027-01-12',
      '2027-02-09',
    ])
    expect(dates('2026-12-25', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2')).toEqual(['2026-12-25', '2027-01-29'])
    expect(dates('2026-12-31', 'RRULE:FREQ=MONTHLY;COUNT=3')).toEqual(['2026-12-31', '2027-01-31', '2027-03-31'])
  })

  test('ends with its last day, late in the evening of its own zone too', () => {
    const { Events } = start()
    const until = (end: string) => {
      const recurrence = [`RRULE:FREQ=WEEKLY;UNTIL=${end}`]
      const { id = '' } = Events.insert(evening('2026-12-01', { recurrence }), 'primary')
      return Events.instances('primary', id).items?.length
    }
    expect(until('20261215')).toBe(3)
    expect(until('20261216T000000Z')).toBe(3)
    expect(until('20261215T235959Z')).toBe(2)
  })

  test('leaves out the dates it is told to', () => {
    const { Events } = start()
    const recurrence = [
      'RRULE:FREQ=WEEKLY;COUNT=4',
      `EXDATE;TZID=${NEW_YORK}:20261208T190000`,
      'EXDATE:20261216T000000Z',
    ]
    const { id = '' } = Events.insert(evening('2026-12-01', { recurrence }), 'primary')
    expect(startsOf(Events.instances('primary', id).items).map((s) => s?.slice(5, 10))).toEqual(['12-01', '12-22'])
  })

  test('one date can be moved and carry its own text; the others stay', () => {
    const { Events } = start()
    const { id = '' } = Events.insert(evening('2026-12-01', { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }), 'primary')
    const second = Events.instances('primary', id).items?.[1]
    expect(second?.id).toBe(`${id}_20261209T000000Z`)
    const moved = { description: 'Facilitator: Lee', start: at('2026-12-09T18:00:00'), end: at('2026-12-09T19:00:00') }
    Events.patch(moved, 'primary', second?.id ?? '')
    const items = Events.instances('primary', id).items ?? []
    expect(startsOf(items)).toEqual(['2026-12-01T19:00:00-05:00', '2026-12-09T18:00:00', '2026-12-15T19:00:00-05:00'])
    expect(items[1]?.originalStartTime?.dateTime).toBe('2026-12-08T19:00:00-05:00')
    expect(items.map((e) => e.description)).toEqual([undefined, 'Facilitator: Lee', undefined])
  })

  test('one date can be cancelled, and the series is told with it when it is listed whole', () => {
    const { Events } = start()
    const { id = '' } = Events.insert(evening('2026-12-01', { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }), 'primary')
    Events.remove('primary', `${id}_20261209T000000Z`)
    expect(Events.instances('primary', id).items).toHaveLength(2)
    expect(Events.list('primary', { singleEvents: true }).items).toHaveLength(2)
    const whole = Events.list('primary').items ?? []
    expect(whole.map((e) => e.status)).toEqual(['confirmed', 'cancelled'])
  })

  test('a changed series drops the exceptions of dates it no longer has', () => {
    const { Events } = start()
    const { id = '' } = Events.insert(evening('2026-12-01', { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }), 'primary')
    Events.patch({ description: 'x' }, 'primary', `${id}_20261209T000000Z`)
    Events.patch({ start: at('2026-12-01T18:00:00'), end: at('2026-12-01T19:00:00') }, 'primary', id)
    const items = Events.list('primary', { singleEvents: true, orderBy: 'startTime' }).items ?? []
    expect(items.map((e) => e.description)).toEqual([undefined, undefined, undefined])
    expect(items[1]?.start?.dateTime).toBe('2026-12-08T18:00:00-05:00')
  })

  test('needs a zone by name and a rule that can be read', () => {
    const { Events } = start()
    const rule = ['RRULE:FREQ=WEEKLY']
    const noZone = { start: { dateTime: '2026-12-01T19:00:00-05:00' }, end: { dateTime: '2026-12-01T20:00:00-05:00' } }
    expect(code(() => Events.insert({ ...noZone, recurrence: rule }, 'primary'))).toBe(400)
    expect(code(() => Events.insert(evening('2026-12-01', { recurrence: ['RRULE:FREQ=OFTEN'] }), 'primary'))).toBe(400)
    expect(Events.insert(noZone, 'primary').status).toBe('confirmed')
  })

  test('without end is listed within the time asked for', () => {
    const { Events } = start()
    Events.insert(evening('2026-12-01', { recurrence: ['RRULE:FREQ=WEEKLY'] }), 'primary')
    const options = { singleEvents: true, timeMin: '2030-01-01T00:00:00Z', timeMax: '2030-02-01T00:00:00Z' }
    expect(Events.list('primary', options).items).toHaveLength(5)
  })

  test('of whole days stays on its days', () => {
    const { Events } = start()
    const event = {
      start: { date: '2026-10-31' },
      end: { date: '2026-11-01' },
      recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
    }
    const { id = '' } = Events.insert(event, 'primary')
    const items = Events.instances('primary', id).items ?? []
    expect(items.map((e) => `${e.start?.date} ${e.end?.date}`)).toEqual([
      '2026-10-31 2026-11-01',
      '2026-11-01 2026-11-02',
      '2026-11-02 2026-11-03',
    ])
    expect(items[1]?.id).toBe(`${id}_20261101`)
  })
})

describe('sync tokens', () => {
  test('tell what changed since, deletions included', () => {
    const { Events } = start()
    const first = Events.insert(evening('2026-12-01'), 'primary')
    const token = Events.list('primary').nextSyncToken
    expect(Events.list('primary', { syncToken: token }).items).toEqual([])
    Events.remove('primary', first.id ?? '')
    const second = Events.insert(evening('2026-12-02'), 'primary')
    const changed = Events.list('primary', { syncToken: token })
    expect(changed.items?.map((e) => [e.id, e.status])).toEqual([
      [first.id, 'cancelled'],
      [second.id, 'confirmed'],
    ])
    expect(Events.list('primary', { syncToken: changed.nextSyncToken }).items).toEqual([])
  })

  test('expire with 410, and cannot be mixed with a search', () => {
    const { workspace, Events } = start()
    const token = Events.list('primary').nextSyncToken
    expect(code(() => Events.list('primary', { syncToken: token, q: 'call' }))).toBe(400)
    const calendar = workspace.state.calendar.calendars[MAYA]
    if (calendar) expireSyncTokens(calendar)
    expect(code(() => Events.list('primary', { syncToken: token }))).toBe(410)
    expect(code(() => Events.list('primary', { syncToken: 'nonsense' }))).toBe(410)
  })

  test('come with the last page only', () => {
    const { Events } = start()
    for (let day = 1; day <= 3; day++) Events.insert(evening(`2026-12-0${day}`), 'primary')
    const first = Events.list('primary', { maxResults: 2 })
    expect([first.items?.length, first.nextSyncToken]).toEqual([2, undefined])
    const rest = Events.list('primary', { maxResults: 2, pageToken: first.nextPageToken })
    expect([rest.items?.length, rest.nextPageToken]).toEqual([1, undefined])
    expect(rest.nextSyncToken).toBeDefined()
  })
})

describe('guests', () => {
  test('are mailed when the program asks for it, and only then', () => {
    const { workspace, Events } = start()
    const attendees = [{ email: LEE }, { email: MAYA }]
    const { id = '' } = Events.insert(evening('2026-12-01', { attendees }), 'primary')
    expect(inbox(workspace, LEE)).toEqual([])
    Events.patch({ location: 'Zoom' }, 'primary', id, { sendUpdates: 'all' })
    Events.remove('primary', id, { sendUpdates: 'all' })
    const mails = inbox(workspace, LEE)
    expect(mails.map((m) => m.headers['x-goog-calendar'])).toEqual(['REQUEST', 'CANCEL'])
    expect(mails[0]?.subject).toContain('Statewide call @ Tue Dec 1, 2026 7:00PM')
    expect(mails[0]?.attachments[0]).toMatchObject({ name: 'invite.ics' })
    expect(inbox(workspace, MAYA)).toEqual([])
  })
})

describe('answers of guests', () => {
  const weekly = () => {
    const { workspace, Events } = start()
    const made = Events.insert(
      evening('2026-12-01', { attendees: [{ email: LEE }], recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }),
      'primary',
    )
    return { workspace, Events, id: made.id ?? '' }
  }
  const answers = (events: Event[] | undefined) => (events ?? []).map((e) => e.attendees?.[0]?.responseStatus)

  test('to one date of a series are about that date alone', () => {
    const { workspace, Events, id } = weekly()
    const second = Events.instances('primary', id).items?.[1]
    expect(answerInvitation(workspace, MAYA, second?.id ?? '', LEE.toUpperCase(), 'declined')).toBe(true)
    expect(answers(Events.instances('primary', id).items)).toEqual(['needsAction', 'declined', 'needsAction'])
  })

  test('come from guests alone, and to events that are there', () => {
    const { workspace, Events, id } = weekly()
    expect(answerInvitation(workspace, MAYA, id, 'stranger@example.org', 'declined')).toBe(false)
    expect(answerInvitation(workspace, MAYA, 'never0there', LEE, 'declined')).toBe(false)
    expect(answers(Events.instances('primary', id).items)).toEqual(['needsAction', 'needsAction', 'needsAction'])
  })
})

describe('limits', () => {
  test('too many at once are refused for a while', () => {
    const { workspace, Events } = start()
    for (let i = 0; i < 100; i++) Events.insert(evening('2026-12-01'), 'primary')
    expect(() => Events.insert(evening('2026-12-01'), 'primary')).toThrow(/creating or deleting too many/)
    workspace.clock.pass(61_000)
    expect(() => Events.insert(evening('2026-12-01'), 'primary')).not.toThrow()
  })

  test('creating draws on a daily quota, changing does not', () => {
    const { workspace, Events } = start()
    const { id = '' } = Events.insert(evening('2026-12-01'), 'primary')
    workspace.quotas.set(MAYA, 'calendar events created', 5000)
    expect(() => Events.insert(evening('2026-12-01'), 'primary')).toThrow(/too many times for one day: calendar/)
    expect(() => Events.patch({ location: 'x' }, 'primary', id)).not.toThrow()
  })

  test('the calendar of another is as if it were not there', () => {
    const { Events } = start()
    expect(code(() => Events.list(LEE))).toBe(404)
    expect(code(() => Events.insert(evening('2026-12-01'), 'nobody@example.org'))).toBe(404)
  })

  test('reading scopes cannot write', () => {
    const { Events } = start({ scopes: ['calendar.readonly'] })
    expect(Events.list('primary').items).toEqual([])
    expect(() => Events.insert(evening('2026-12-01'), 'primary')).toThrow(/calendar\.events/)
  })

  test('refusals come in the language of the user, with the same code', () => {
    const { Events } = start({ language: 'de' })
    const error = thrown(() => Events.get('primary', 'never0there'))
    expect([error.details?.code, error.message.includes('Not Found')]).toEqual([404, false])
  })
})

test('the person’s own calendar is the primary one', () => {
  const { Calendar } = begin(makeWorkspace())
  expect(Calendar.Calendars.get('primary')).toMatchObject({ id: MAYA, timeZone: NEW_YORK })
  expect(Calendar.CalendarList.list().items).toMatchObject([{ id: MAYA, accessRole: 'owner', primary: true }])
})

test('what a script does with an event it was given changes nothing stored', () => {
  const { Events } = start()
  const made = Events.insert(evening('2026-12-01'), 'primary')
  made.summary = 'changed'
  expect(Events.get('primary', made.id ?? '').summary).toBe('Statewide call')
})

test('a date that its owner deletes by hand is gone from the series, its guests are told nothing; a second time is none', () => {
  const { workspace, Events } = start()
  const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'], attendees: [{ email: LEE }] }
  const { id = '' } = Events.insert(evening('2026-12-01', weekly), 'primary')
  const second = Events.instances('primary', id).items?.[1]?.id ?? ''
  expect(deleteByHand(workspace, MAYA, second)).toBe(true)
  expect(startsOf(Events.instances('primary', id).items)).toHaveLength(2)
  expect(inbox(workspace, LEE)).toEqual([])
  expect(deleteByHand(workspace, MAYA, second)).toBe(false)
  expect(deleteByHand(workspace, MAYA, 'never0there')).toBe(false)
})

test('single dates before the first are dates of the series too, also when it is asked for again', () => {
  const { Events } = start()
  const lines = ['RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE;TZID=America/New_York:20261124T190000']
  const { id = '' } = Events.insert(evening('2026-12-01', { recurrence: lines }), 'primary')
  for (let i = 0; i < 2; i++)
    expect(startsOf(Events.instances('primary', id).items).map((at) => at?.slice(0, 10))).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
    ])
})
