/** The calls of the made-up sheet: one series, four dates to come, one held. */
import type { Answer, CallCard, CallRow, FaultShape, SeriesDraft } from '../../src/contract'
import type { Sheet } from './mock-server'

/** Thrown by a handler, it is the answer of the sheet. */
export class MockFault extends Error {
  constructor(readonly fault: FaultShape) {
    super(fault.message)
  }
}
const refuse = (field: string, message: string, next: string): never => {
  throw new MockFault({ code: 'BAD_SERIES', message, next, field })
}

const turn = (personId: string, name: string, why: string) => ({ personId, name, why, byHand: false })
const DANA = turn('P-001', 'Dana Fields', 'Her turn: longest since last (Aug 27), Sam is away.')
const SAM = turn('P-002', 'Sam Pebbleton', 'Of the 2 who can on Dec 3, the fewest turns: 0.')
const NOBODY = turn('', '', '')
const PEOPLE = { [DANA.personId]: DANA, [SAM.personId]: SAM, 'P-003': turn('P-003', 'Priya Stone', 'The next turn.') }

export const series = (): SeriesDraft => ({
  seriesId: 'S-001',
  name: 'Statewide call',
  repeats: 'every two weeks',
  on: 'Thursday',
  first: '2026-11-19',
  at: '19:00',
  minutes: 60,
  timeZone: 'America/New_York',
  invite: 'all leaders',
  guests: '',
  join: 'meet',
  link: null,
  skips: '2026-12-24..2027-01-02',
  until: '',
})
const BLANK: SeriesDraft = { ...series(), seriesId: null, name: '', repeats: 'weekly', first: '2026-11-23', skips: '' }

const call = (callId: string, wall: string, day: string, about: Partial<CallRow> = {}): CallRow => ({
  callId,
  seriesId: 'S-001',
  series: 'Statewide call',
  starts: new Date(`${wall}-05:00`).toISOString(),
  when: `${day}, 7:00 pm Eastern / 6:00 pm Central`,
  wall,
  minutes: 60,
  state: 'planned',
  facilitator: DANA,
  notes: SAM,
  note: '',
  attended: 0,
  ...about,
})

const GROUPS = [
  ['Senate 14', 'G-001', 'Elm Fork Indivisible'],
  ['House 9', 'G-002', 'Cedar Bend Neighbors'],
  ['House 9', 'G-003', '<img src=x onerror=alert(1)>'],
  ['House 14A', 'G-001', 'Elm Fork Indivisible'],
] as const

type CallRequests =
  | 'calls'
  | 'previewSeries'
  | 'saveSeries'
  | 'endSeries'
  | 'remakeSeries'
  | 'openCall'
  | 'swapCall'
  | 'cannotCall'
  | 'moveCall'
  | 'cancelCall'
  | 'setItem'
  | 'markRoll'
  | 'closeCall'

interface Now {
  series: { draft: SeriesDraft; state: 'active' | 'gone' | 'ended'; inCalendar: boolean; note: string }[]
  present: string[]
  items: (CallCard['items'][number] & { callId: string })[]
  coming: CallRow[]
  past: CallRow[]
  mails: CallCard['mails']
  mayManage: boolean
  isOperator: boolean
  joinLink: string
  notesLink: string
}

const SENTENCE = 'Every two weeks on Thursday at 7:00 pm Eastern / 6:00 pm Central, 60 minutes'
const sentenceOf = (draft: SeriesDraft) =>
  draft.repeats === 'every two weeks'
    ? SENTENCE
    : `Every ${draft.repeats === 'monthly' ? draft.on : 'week'} at 7:00 pm Eastern / 6:00 pm Central, ${draft.minutes} minutes`

export function callSheet(you: string) {
  const now: Now = {
    series: [{ draft: series(), state: 'active', inCalendar: true, note: '' }],
    present: [],
    items: [],
    coming: [
      call('C-0002', '2026-12-03T19:00', 'Thu Dec 3'),
      call('C-0003', '2026-12-17T19:00', 'Thu Dec 17', { facilitator: NOBODY, note: 'Nobody can facilitate.' }),
      call('C-0004', '2027-01-14T19:00', 'Thu Jan 14', { facilitator: SAM, notes: DANA }),
    ],
    past: [call('C-0001', '2026-11-19T19:00', 'Thu Nov 19', { state: 'held', attended: 5 })],
    mails: [
      { what: 'Week before, to the facilitator', at: '2026-11-27T00:00:00.000Z', state: 'due', people: 1, doubts: [] },
      { what: 'Day before, to everyone', at: '2026-12-03T00:00:00.000Z', state: 'due', people: 42, doubts: [] },
    ],
    mayManage: true,
    isOperator: true,
    joinLink: 'https://meet.example.org/abc',
    notesLink: '',
  }
  const view = (): Answer<'calls'> => ({
    series: now.series.map(({ draft, ...about }) => ({
      ...about,
      seriesId: draft.seriesId ?? '',
      sentence: sentenceOf(draft),
      draft: { ...draft, link: null },
    })),
    coming: now.coming,
    past: now.past,
    volunteers: [
      {
        personId: 'P-001',
        name: 'Dana Fields',
        group: 'Elm Fork Indivisible',
        duties: ['facilitator'],
        turns: 1,
        away: '',
      },
      {
        personId: 'P-002',
        name: 'Sam Pebbleton',
        group: 'Cedar Bend Neighbors',
        duties: ['facilitator', 'notes'],
        turns: 0,
        away: 'away Dec 24 to Jan 2',
      },
    ],
    missing: [{ groupId: 'G-007', group: 'Upper Valley Indivisible', series: 'Statewide call', leader: 'Lee Park' }],
    draft: BLANK,
    timeZones: ['America/New_York', 'America/Chicago'],
    mayManage: now.mayManage,
    operator: now.isOperator ? you : 'priya@franklin.example.org',
    isOperator: now.isOperator,
  })
  const rows = () => [...now.coming, ...now.past]
  const card = (callId: string): CallCard => {
    const row = rows().find((one) => one.callId === callId)
    if (!row)
      throw new MockFault({
        code: 'CALL_GONE',
        message: 'This call is no longer in the sheet.',
        next: 'Open another one.',
      })
    const labels = [...new Set(GROUPS.map(([label]) => label))]
    return {
      call: row,
      agenda: [
        {
          title: 'Welcome and roll call',
          minutes: 5,
          lines: [`Facilitator: ${row.facilitator.name || 'nobody yet'}.`],
        },
        { title: 'Since last time', minutes: 10, lines: ['A-0007, HB 120 in committee: 96 calls.'] },
        { title: 'Bills this week', minutes: 20, lines: ['HB 120: call by Dec 4, 5:00 pm.'] },
        { title: 'Groups’ round', minutes: 15, lines: [] },
        {
          title: 'Decisions, sign-ons, next facilitator',
          minutes: row.minutes - 50,
          lines: ['Thu Dec 17: nobody yet.'],
        },
      ],
      text: `Statewide call\n${row.when}\n\n5 min  Welcome and roll call`,
      items: now.items.filter((item) => item.callId === callId).map(({ callId: _, ...item }) => item),
      roll: labels.map((label) => ({
        label,
        groups: GROUPS.filter((one) => one[0] === label).map(([, groupId, group]) => ({
          groupId,
          group,
          present: now.present.includes(groupId),
        })),
      })),
      swaps: [
        { personId: 'P-002', name: 'Sam Pebbleton', duties: ['facilitator', 'notes'], why: '0 turns' },
        { personId: 'P-003', name: 'Priya Stone', duties: ['facilitator'], why: '2 turns, last on Nov 5' },
      ],
      notesLink: row.state === 'held' ? now.notesLink : '',
      joinLink: now.joinLink,
      eventLink: 'https://calendar.example.org/event',
      mails: now.mails,
    }
  }
  const change = (callId: string, about: Partial<CallRow>): CallCard => {
    const put = (list: CallRow[]) => list.map((one) => (one.callId === callId ? { ...one, ...about } : one))
    now.coming = put(now.coming)
    now.past = put(now.past)
    return card(callId)
  }
  const demand = (draft: SeriesDraft) => {
    if (!draft.name.trim()) refuse('name', 'The series has no name.', 'Give it one.')
    if (draft.minutes < 5) refuse('minutes', 'A call of no length cannot be held.', 'Write 5 minutes or more.')
    if (draft.until && draft.until < draft.first)
      refuse('until', 'It ends before it begins.', 'Choose a later last day, or leave it blank.')
  }
  const requests: Pick<Sheet, CallRequests> = {
    calls: view,
    previewSeries: (draft) => {
      demand(draft)
      return {
        sentence: sentenceOf(draft),
        dates: [
          ['2026-12-17', 'Thu Dec 17', false, ''],
          ['2026-12-24', 'Thu Dec 24', true, 'skipped'],
          ['2027-02-28', 'Sun Feb 28', false, 'Feb has no day 31: the last day'],
        ].map(([date, when, skipped, note]) => ({
          date: String(date),
          when: `${when}, 7:00 pm Eastern / 6:00 pm Central`,
          skipped: skipped === true,
          note: String(note),
          facilitator: 'Dana Fields',
          notes: '',
        })),
        checks: [
          {
            id: 'notes',
            level: 'warn',
            text: 'Nobody takes notes.',
            next: 'Add the role “notes” to people in the People tab.',
          },
        ],
        people: 42,
        forecast: '42 guests in Calendar; the day-before mail takes 42 of the mails a day (88 left now).',
      }
    },
    saveSeries: (draft) => {
      demand(draft)
      const seriesId = draft.seriesId ?? `S-00${now.series.length + 1}`
      const kept = { draft: { ...draft, seriesId }, state: 'active' as const, inCalendar: now.isOperator, note: '' }
      const known = now.series.some((one) => one.draft.seriesId === seriesId)
      now.series = known
        ? now.series.map((one) => (one.draft.seriesId === seriesId ? kept : one))
        : [...now.series, kept]
      if (!known)
        now.coming = [
          ...now.coming,
          call('C-0009', '2026-12-15T18:00', 'Tue Dec 15', { seriesId, series: draft.name }),
        ].sort((a, b) => a.wall.localeCompare(b.wall))
      return view()
    },
    endSeries: ({ seriesId }) => {
      now.series = now.series.map((one) => (one.draft.seriesId === seriesId ? { ...one, state: 'ended' } : one))
      now.coming = now.coming.filter((one) => one.seriesId !== seriesId)
      return view()
    },
    remakeSeries: ({ seriesId }) => {
      now.series = now.series.map((one) => (one.draft.seriesId === seriesId ? { ...one, state: 'active' } : one))
      return view()
    },
    openCall: ({ callId }) => card(callId),
    swapCall: ({ callId, duty, personId }) => {
      const put = personId ? { ...(PEOPLE[personId] ?? NOBODY), byHand: true, why: '' } : DANA
      return change(callId, { [duty]: put })
    },
    cannotCall: ({ callId, duty }) => change(callId, { [duty]: PEOPLE['P-003'] }),
    moveCall: ({ callId, starts, minutes }) => {
      if (starts < '2026-11-24') refuse('starts', 'This time is past.', 'Choose a later one.')
      return change(callId, {
        wall: starts,
        minutes,
        when: 'Fri Dec 4, 7:30 pm Eastern / 6:30 pm Central',
        note: 'Moved from Thu Dec 3, 7:00 pm. Everyone invited was told.',
      })
    },
    cancelCall: ({ callId }) => change(callId, { state: 'cancelled' }),
    setItem: ({ itemId, item, who, minutes, state, callId }) => {
      const id = itemId ?? `I-${now.items.length + 1}`
      const kept = { itemId: id, item, who, minutes, state, callId: callId ?? now.coming[0]?.callId ?? '' }
      now.items = now.items.some((one) => one.itemId === id)
        ? now.items.map((one) => (one.itemId === id ? kept : one))
        : [...now.items, kept]
      return { itemId: id }
    },
    markRoll: ({ callId, present, absent }) => {
      now.present = [...new Set([...now.present, ...present])].filter((id) => !absent.includes(id))
      change(callId, { attended: now.present.length })
      return { present: now.present }
    },
    closeCall: ({ callId, notesLink, done, decisions }) => {
      if (notesLink && !notesLink.startsWith('https://'))
        refuse('notesLink', 'This is no web address.', 'Copy it from the browser: it begins with https://.')
      now.notesLink = notesLink
      const next = now.coming.find((one) => one.callId !== callId && one.state === 'planned')?.callId ?? ''
      now.items = now.items.map((item) =>
        item.callId !== callId ? item : { ...item, state: done.includes(item.itemId) ? 'done' : 'carried' },
      )
      now.items.push(
        ...decisions.map(({ item, who }, at) => ({
          itemId: `D-${at + 1}`,
          item,
          who,
          minutes: null,
          state: 'open' as const,
          callId: next,
        })),
      )
      const row = { ...card(callId).call, state: 'held' as const }
      now.coming = now.coming.filter((one) => one.callId !== callId)
      now.past = [row, ...now.past.filter((one) => one.callId !== callId)]
      return card(callId)
    },
  }
  const next = (): Answer<'home'>['nextCall'] => {
    const row = now.coming.find((one) => one.state === 'planned')
    return row
      ? {
          callId: row.callId,
          series: row.series,
          when: row.when,
          facilitator: row.facilitator.name,
          notes: row.notes.name,
          items: 5,
        }
      : null
  }
  /** Null: it is no mail of a call. */
  const settled = (messageId: string): CallCard | null => {
    if (!now.mails.some((mail) => mail.doubts.some((doubt) => doubt.messageId === messageId))) return null
    now.mails = now.mails.map((mail) => ({ ...mail, state: 'sent', doubts: [] }))
    return card(now.coming[0]?.callId ?? '')
  }
  const unled = (): Answer<'home'>['counts']['unled'] =>
    now.coming
      .filter((one) => one.state === 'planned' && one.facilitator.personId === '')
      .map(({ callId, when }) => ({ callId, day: when.split(',')[0] ?? '' }))
  return { requests, next, settled, unled, now }
}
