/** The calls of the made-up sheet: one series, two dates to come, one held. */
import type { Answer, SeriesDraft } from '../../src/contract'
import type { Sheet } from './mock-server'

type Card = Answer<'openCall'>
type Call = Card['call']

const turn = (personId: string, name: string, why: string) => ({ personId, name, why, byHand: false })
const DANA = turn('P-001', 'Dana Fields', 'Of the 3 who can on Dec 3, the fewest turns: 1; the last on Oct 22.')
const SAM = turn('P-002', 'Sam Pebbleton', 'Of the 2 who can on Dec 3, the fewest turns: 0.')

const series = (): SeriesDraft => ({
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

const call = (callId: string, wall: string, starts: string, when: string, about: Partial<Call> = {}): Call => ({
  callId,
  seriesId: 'S-001',
  series: 'Statewide call',
  starts,
  when,
  wall,
  minutes: 60,
  state: 'planned',
  facilitator: DANA,
  notes: SAM,
  note: '',
  attended: 0,
  ...about,
})

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

export function callSheet(you: string): Pick<Sheet, CallRequests> {
  const now = {
    series: [series()],
    ended: false,
    present: [] as string[],
    items: [] as Card['items'],
    coming: [
      call('C-0002', '2026-12-03T19:00', '2026-12-04T00:00:00.000Z', 'Thu Dec 3, 7:00 pm Eastern / 6:00 pm Central'),
      call('C-0003', '2026-12-17T19:00', '2026-12-18T00:00:00.000Z', 'Thu Dec 17, 7:00 pm Eastern / 6:00 pm Central', {
        facilitator: SAM,
        notes: DANA,
      }),
    ],
    past: [
      call('C-0001', '2026-11-19T19:00', '2026-11-20T00:00:00.000Z', 'Thu Nov 19, 7:00 pm Eastern / 6:00 pm Central', {
        state: 'held',
        attended: 5,
      }),
    ],
  }
  const sentence = 'Every two weeks on Thursday at 7:00 pm Eastern / 6:00 pm Central, 60 minutes'
  const view = (): Answer<'calls'> => ({
    series: now.series.map((draft) => ({
      seriesId: draft.seriesId ?? '',
      state: now.ended ? 'ended' : 'active',
      sentence,
      note: '',
      inCalendar: true,
      draft,
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
        away: 'Dec 24 to Jan 2',
      },
    ],
    missing: [{ groupId: 'G-007', group: 'Upper Valley Indivisible', series: 'Statewide call', leader: 'Lee Park' }],
    draft: { ...series(), seriesId: null },
    timeZones: ['America/New_York', 'America/Chicago'],
    mayManage: true,
    operator: you,
    isOperator: true,
  })
  const find = (callId: string): Call =>
    [...now.coming, ...now.past].find((c) => c.callId === callId) ?? (now.coming[0] as Call)
  const card = (callId: string): Card => ({
    call: find(callId),
    agenda: [
      { title: 'Welcome and roll call', minutes: 10, lines: ['Facilitator: Dana Fields. Notes: Sam Pebbleton.'] },
      { title: 'Groups’ round', minutes: 45, lines: [] },
      { title: 'Rota and next date', minutes: 5, lines: ['Thu Dec 17: Sam Pebbleton.'] },
    ],
    text: 'Statewide call\nThu Dec 3, 7:00 pm Eastern / 6:00 pm Central\n\n10 min  Welcome and roll call',
    items: now.items,
    roll: [
      {
        label: 'Senate 14',
        groups: [{ groupId: 'G-001', group: 'Elm Fork Indivisible', present: now.present.includes('G-001') }],
      },
      {
        label: 'House 14A',
        groups: [{ groupId: 'G-001', group: 'Elm Fork Indivisible', present: now.present.includes('G-001') }],
      },
    ],
    swaps: [{ personId: 'P-002', name: 'Sam Pebbleton', duties: ['facilitator', 'notes'], why: '0 turns' }],
    notesLink: '',
    joinLink: 'https://meet.example.org/abc',
    eventLink: 'https://calendar.example.org/event',
    mails: [{ what: 'Week before, to the facilitator', at: '2026-11-27T00:00:00.000Z', state: 'due', people: 1 }],
  })
  const change = (callId: string, about: Partial<Call>): Card => {
    now.coming = now.coming.map((c) => (c.callId === callId ? { ...c, ...about } : c))
    return card(callId)
  }
  return {
    calls: view,
    previewSeries: () => ({
      sentence,
      dates: now.coming.map((c) => ({
        date: c.wall.slice(0, 10),
        when: c.when,
        skipped: false,
        note: '',
        facilitator: 'Dana Fields',
        notes: 'Sam Pebbleton',
      })),
      checks: [],
      people: 42,
      forecast: '42 guests in Calendar; the day-before mail takes 42 of the mails a day (88 left now).',
    }),
    saveSeries: (draft) => {
      now.series = [
        { ...draft, seriesId: draft.seriesId ?? 'S-002', link: null },
        ...now.series.filter((s) => s.seriesId !== draft.seriesId),
      ]
      return view()
    },
    endSeries: () => {
      now.ended = true
      return view()
    },
    remakeSeries: view,
    openCall: ({ callId }) => card(callId),
    swapCall: ({ callId, duty, personId }) =>
      change(callId, { [duty]: personId ? { personId, name: personId, why: 'Put in by hand.', byHand: true } : DANA }),
    cannotCall: ({ callId, duty }) => change(callId, { [duty]: SAM }),
    moveCall: ({ callId, starts, minutes }) => change(callId, { wall: starts, minutes, note: 'Moved.' }),
    cancelCall: ({ callId }) => change(callId, { state: 'cancelled' }),
    setItem: ({ itemId, item, who, minutes, state }) => {
      const id = itemId ?? `I-${now.items.length + 1}`
      now.items = [...now.items.filter((i) => i.itemId !== id), { itemId: id, item, who, minutes, state }]
      return { itemId: id }
    },
    markRoll: ({ present, absent }) => {
      now.present = [...new Set([...now.present, ...present])].filter((id) => !absent.includes(id))
      return { present: now.present }
    },
    closeCall: ({ callId }) => change(callId, { state: 'held', attended: now.present.length }),
  }
}
