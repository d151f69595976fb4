/** What the made-up sheet holds and answers of alerts: one that is sent, drafts, the board. */
import type { AlertBoard, Answer, Draft, Drafts, Progress } from '../../src/contract'
import { answered, board } from './mock-board'
import type { Sheet } from './mock-server'
import { AT, HOSTILE, PRIYA, YOU } from './mock-words'

const draft = (): Draft => ({
  alertId: null,
  legislatorIds: [],
  districts: [],
  title: '',
  bill: '',
  subject: 'Please call by {act by}: {title}',
  body: 'Please have your people call {names} before {act by}.\n\n{legislators}',
  actBy: '2026-11-23T17:00',
  mode: 'cohort',
})

const BODY = `Please have your people call Rep. Okafor before 5:00 pm today.

Rep. Ada Okafor, House 14A
555-0114 (Capitol)

Please answer by replying to this mail: HAVE IT, IN, OUT, or DONE and the number of calls.`

function progressOf(sent: number, state: Progress['state']): Progress {
  return {
    alertId: 'A-0007',
    title: 'HB 120 in committee',
    state,
    actBy: '2026-11-23T22:00:00.000Z',
    actByText: 'today 5:00 pm',
    people: 42,
    sent,
    waiting: state === 'cancelled' ? 0 : 42 - sent,
    doubt: 0,
    failed: 0,
    stopped: state === 'cancelled' ? 42 - sent : 0,
    messages: 3,
    messagesSent: Math.floor(sent / 14),
    yours: 0,
    done: sent === 42 || state === 'cancelled',
    follows: state === 'sent',
    endedAt: sent === 42 || state === 'cancelled' ? AT : null,
    note: '',
    doubts: [],
  }
}

export const startAlerts = (isLive: boolean) => ({
  tested: false,
  phone: '',
  mayApprove: true,
  /** Why a second person has to approve. */
  second: '',
  /** Everyone it reaches, where that is more than those who are mailed. */
  secondPeople: 42,
  progress: (isLive ? progressOf(18, 'sending') : null) as Progress | null,
  draft: draft(),
  nextAlert: 8,
  lots: [18, 31, 42],
  doubts: [] as Progress['doubts'],
  /** Why nothing goes. */
  note: '',
  /** Drafts that lie in the sheet, and who made each. */
  drafts: [] as { draft: Draft; by: string; at: string }[],
  /** What came back from the groups, and what “look now” finds. */
  board: null as AlertBoard | null,
  arriving: null as AlertBoard | null,
  /** Channels that an alert can go to. */
  ways: [] as NonNullable<Answer<'alertChoices'>['channels']>,
  posts: [] as NonNullable<Progress['posts']>,
})
type Now = ReturnType<typeof startAlerts>

export const draftsIn = (now: Pick<Now, 'drafts'>): Drafts =>
  now.drafts.map(({ draft: { alertId, title, asked }, by, at }) => ({
    alertId: alertId ?? '',
    title,
    by,
    at,
    asked: asked === true,
  }))
type Names =
  | 'alertChoices'
  | 'openDraft'
  | 'hearingAlert'
  | 'saveDraft'
  | 'previewAlert'
  | 'testAlert'
  | 'approveAlert'
  | 'relayFacts'
  | 'sendLot'
  | 'alertProgress'
  | 'cancelAlert'
  | 'alertBoard'
  | 'readAnswers'
  | 'setAnswer'
  | 'alertLedger'
  | 'settleDoubt'

/** `ofCall`: what is answered where a doubt is about a mail of a call. */
export function createAlerts(
  now: Now,
  ofCall: (messageId: string) => Answer<'settleDoubt'> | null,
): Pick<Sheet, Names> {
  const hold = (draft: Draft) => {
    const lying = now.drafts.find((one) => one.draft.alertId === draft.alertId)
    if (lying) lying.draft = draft
    else now.draft = draft
  }
  const preview = (sent: Draft): Answer<'previewAlert'> => {
    const alertId = sent.alertId ?? `A-00${String(now.nextAlert++).padStart(2, '0')}`
    hold({ ...sent, alertId })
    const phoneless = sent.legislatorIds.includes('ocd-2') && !now.phone
    return {
      alertId,
      groups: [
        {
          id: 'G-001',
          name: 'Elm Fork Indivisible',
          town: 'Elm Fork',
          districts: ['House 14A', 'Senate 14'],
          people: ['Dana L.', 'Sam K.'],
        },
        { id: 'G-003', name: HOSTILE, town: 'Harlow', districts: ['House 14A'], people: ['Priya S.'] },
      ],
      people: sent.channels && !sent.channels.includes('mail') ? 0 : 42,
      skipped: [
        { who: 'Noor B., Elm Fork Indivisible', why: 'away (backup asked)' },
        { who: 'Jo P., Elm Fork Indivisible', why: 'away (backup asked)' },
        { who: 'Ira M.', why: 'opted out' },
      ],
      gaps: [{ chamber: 'lower', district: '31', label: 'House 31', legislators: ['Nils Lund'] }],
      quota: {
        needed: 42,
        left: 58,
        messages: 3,
        waits: 0,
        forecast: '3 messages, everyone in BCC. Done in about 10 seconds.',
      },
      checks: [
        ...(sent.legislatorIds.length + sent.districts.length + (sent.audience?.length ?? 0) > 0
          ? []
          : [
              {
                id: 'targets',
                level: 'stop' as const,
                text: 'Nobody to call is chosen.',
                next: 'Choose legislators under Who.',
              },
            ]),
        sent.title
          ? { id: 'blanks', level: 'ok', text: 'Every blank is filled', next: '' }
          : { id: 'blanks', level: 'stop', text: 'The title is blank.', next: 'Write it under What.' },
        { id: 'actBy', level: 'ok', text: 'Act by 5:00 pm is 3 h 40 min away', next: '' },
        now.tested
          ? { id: 'test', level: 'ok', text: 'Test sent to you, 12:58', next: '' }
          : {
              id: 'test',
              level: 'warn',
              text: 'No test sent of this text.',
              next: 'Send a test to yourself and read it once.',
            },
        ...(now.mayApprove
          ? []
          : [
              {
                id: 'approve',
                level: 'warn' as const,
                text: sent.asked ? 'It waits for approval.' : 'You may prepare this alert, not approve it.',
                next: `${PRIYA}, Noor (noor@franklin.example.org) can approve it.`,
              },
            ]),
        ...(phoneless
          ? [
              {
                id: 'phones',
                level: 'stop' as const,
                text: 'No phone number for Rep. Lund.',
                next: 'Type it under “Numbers to call”.',
              },
            ]
          : []),
      ],
      phoneless: phoneless ? [{ id: 'ocd-2', name: 'Nils Lund', label: 'House 31' }] : [],
      mails: [
        { groupIds: ['G-001'], people: 30, subject: 'Please call by 5:00 pm today: HB 120', body: BODY },
        {
          groupIds: ['G-003'],
          people: 12,
          subject: 'Please call by 5:00 pm today: HB 120',
          body: `For ${HOSTILE}: ${BODY}`,
        },
      ],
      testedAt: now.tested ? AT : null,
      mayApprove: now.mayApprove,
      second: { why: now.second, people: now.secondPeople },
      seal: 'seal-1',
      posts: now.ways
        .filter((way) => sent.channels?.includes(way.id))
        .map(({ id, kind, name }) => ({ channelId: id, kind, name, subject: 'Please call: HB 120', body: BODY })),
    }
  }

  const known = new Map<string, Progress>()
  const keep = (progress: Progress) => {
    now.progress = { ...progress, note: now.note, doubts: now.doubts, doubt: now.doubts.length, posts: now.posts }
    known.set(progress.alertId, now.progress)
    return now.progress
  }
  const current = () => now.progress ?? progressOf(0, 'approved')

  return {
    alertChoices: () => ({
      legislators: [
        {
          id: 'ocd-1',
          name: 'Ada Okafor',
          chamber: 'lower',
          district: '14A',
          label: 'House 14A',
          party: 'Democratic',
          phone: '555-0114',
          groups: 2,
        },
        {
          id: 'ocd-2',
          name: 'Nils Lund',
          chamber: 'lower',
          district: '31',
          label: 'House 31',
          party: 'Republican',
          phone: now.phone,
          groups: 0,
        },
        {
          id: 'ocd-3',
          name: 'Lea Brandt',
          chamber: 'upper',
          district: '14',
          label: 'Senate 14',
          party: 'Republican',
          phone: '555-0140',
          groups: 1,
        },
      ],
      districts: [
        { chamber: 'lower', district: '14A', label: 'House 14A', groups: 2, vacant: false },
        { chamber: 'lower', district: '12B', label: 'House 12B', groups: 0, vacant: true },
        { chamber: 'upper', district: '14', label: 'Senate 14', groups: 1, vacant: false },
      ],
      committees: [
        { key: 'lower|health', label: 'House Health', members: 9, groups: 2, unknown: [] },
        { key: 'upper|rules', label: 'Senate Rules', members: 5, groups: 1, unknown: [HOSTILE] },
      ],
      reach: {
        groups: 8,
        chambers: [
          { chamber: 'upper', title: 'Sen.', groups: 5 },
          { chamber: 'lower', title: 'Rep.', groups: 5 },
        ],
        workingGroup: 6,
      },
      placeholders: [
        { name: 'names', about: 'Their names in a sentence: Rep. Okafor and Sen. Brandt.' },
        { name: 'act by', about: 'Until when to act.' },
        { name: 'title', about: 'The title of the alert.' },
        { name: 'legislators', about: 'Names, districts and phone numbers, one a paragraph.' },
      ],
      draft: now.draft,
      resumed: now.draft.alertId !== null,
      blank: draft(),
      channels: now.ways,
      drafts: draftsIn(now),
      timeZone: 'America/New_York',
      now: '2026-11-23T13:20',
    }),
    openDraft: ({ alertId }) => {
      const found = now.drafts.find((one) => one.draft.alertId === alertId)
      return found ?? { draft: now.draft, by: YOU }
    },
    hearingAlert: ({ bill, committee, hearing, position }) => {
      const ask = position === 'oppose' ? `vote no on ${bill}` : ''
      const about = { title: `${bill} hearing`, bill, ask, actBy: hearing, why: `${bill} is heard.` }
      hold({
        ...draft(),
        ...about,
        alertId: `A-00${String(now.nextAlert++).padStart(2, '0')}`,
        ...(committee && { audience: ['committee' as const], committees: [committee] }),
      })
      return { draft: now.draft, by: YOU }
    },
    saveDraft: (sent) => {
      const alertId = sent.alertId ?? `A-00${String(now.nextAlert++).padStart(2, '0')}`
      hold({ ...sent, alertId })
      return { alertId }
    },
    previewAlert: preview,
    testAlert: () => {
      now.tested = true
      return { to: YOU, at: AT }
    },
    approveAlert: () => {
      now.draft = draft()
      return keep(progressOf(0, 'approved'))
    },
    relayFacts: () => ({
      kind: 'alert',
      title: 'HB 120 in committee',
      bill: 'HB 120',
      ask: 'vote no on HB 120',
      why: 'The vote is on Thursday. Two votes decide it.',
      network: 'Indivisible Franklin',
      actBy: '5:00 pm Eastern / 4:00 pm Central on Monday, November 23',
      actByShort: 'Mon, Nov 23, 5:00 pm Eastern / 4:00 pm Central',
      legislators: [
        { id: 'ocd-1', titled: 'Rep. Ada Okafor', label: 'House 14A', capitolPhone: '555-0114', districtPhone: '' },
        { id: 'ocd-3', titled: 'Sen. Lea Brandt', label: 'Senate 14', capitolPhone: '555-0140', districtPhone: '' },
      ],
      groups: [
        { id: 'G-001', name: 'Elm Fork Indivisible', legislatorIds: ['ocd-1', 'ocd-3'] },
        { id: 'G-003', name: HOSTILE, legislatorIds: ['ocd-1'] },
      ],
    }),
    sendLot: () =>
      keep(now.lots.length ? progressOf(now.lots.shift() ?? 42, now.lots.length ? 'sending' : 'sent') : current()),
    alertProgress: ({ alertId }) => {
      if (now.progress?.alertId === alertId) return now.progress
      return known.get(alertId) ?? (alertId === 'A-0007' ? current() : { ...progressOf(0, 'draft'), alertId })
    },
    cancelAlert: ({ alertId }) => {
      if (alertId !== 'A-0007') {
        now.draft = draft()
        return { ...progressOf(0, 'cancelled'), alertId }
      }
      return keep(progressOf(current().sent, 'cancelled'))
    },
    alertBoard: ({ alertId }) => ({ ...(now.board ?? board()), alertId }),
    readAnswers: ({ alertId }) => {
      now.board = now.arriving ?? now.board
      return { ...(now.board ?? board()), alertId }
    },
    setAnswer: (params) => {
      now.board = answered(now.board ?? board(), params)
      return now.board
    },
    alertLedger: () => ({
      rows: [
        {
          messageId: 'm-1',
          state: 'sent',
          people: 18,
          to: ['dana@group.example.org', 'sam@group.example.org'],
          reason: '',
          at: AT,
        },
        { messageId: 'm-2', state: 'queued', people: 24, to: ['priya@group.example.org'], reason: '', at: null },
      ],
    }),
    settleDoubt: ({ messageId }) => {
      const settled = ofCall(messageId)
      if (settled) return settled
      if (now.board?.doubts?.some((one) => one.messageId === messageId)) {
        now.board = { ...now.board, doubts: now.board.doubts.filter((one) => one.messageId !== messageId) }
        return now.board
      }
      now.doubts = now.doubts.filter((doubt) => doubt.messageId !== messageId)
      return keep(current())
    },
  }
}
