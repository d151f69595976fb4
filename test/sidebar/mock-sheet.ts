/** What the made-up sheet holds and answers: two chambers, eight groups, an alert. */
import type { AlertBoard, Answer, Counts, Draft, Drafts, Home, Progress } from '../../src/contract'
import { answered, board } from './mock-board'
import { callSheet } from './mock-calls'
import { CHANNELS, createChannels } from './mock-channels'
import { COVERAGE, type OUTLINES as SHAPES } from './mock-coverage'
import { legislatorTables } from './mock-legislators'
import { OUTLINES, setCovers, startMap, withSet } from './mock-map'
import type { Sheet } from './mock-server'

export const HOSTILE = '<img src=x onerror=alert(1)>'
export const AT = '2026-11-23T17:58:00.000Z'
const YOU = 'maya@franklin.example.org'
export const PRIYA = 'priya@franklin.example.org'

const GROUPS = [
  ['G-001', 'Elm Fork Indivisible', 'Elm Fork', 'mapped'],
  ['G-002', 'Cedar Bend Neighbors', 'Cedar Bend', 'mapped'],
  ['G-003', HOSTILE, 'Harlow', 'mapped'],
  ['G-004', 'Stonebridge Votes', 'Stonebridge', 'check'],
  ['G-005', 'Lakeside Indivisible', 'Port Lakeside', 'check'],
  ['G-006', 'Marlow Circle', 'Marlow', 'none'],
  ['G-007', 'Upper Valley Indivisible', 'Quarry', 'none'],
  ['G-008', 'North Franklin Action', 'Northam', 'none'],
] as const

const seat = (id: string, name: string, party: string, phone: string, vacant = false) => ({
  id,
  name,
  party,
  phone,
  vacant,
})
const SEATS = {
  okafor: seat('ocd-1', 'Ada Okafor', 'Democratic', '555-0114'),
  lund: seat('ocd-2', 'Nils Lund', 'Republican', ''),
  brandt: seat('ocd-3', 'Lea Brandt', 'Republican', '555-0140'),
  vacant: seat('ocd-4', '', '', '', true),
}

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

export function createSheet(scenario: 'empty' | 'ready' | 'live') {
  const now = {
    ready: scenario !== 'empty',
    broken: [] as string[],
    operator: YOU,
    stale: false,
    rests: false,
    neverTicked: false,
    tested: false,
    phone: '',
    mayApprove: true,
    /** Why a second person has to approve. */
    second: '',
    /** Everyone it reaches, where that is more than those who are mailed. */
    secondPeople: 42,
    paused: null as string | null,
    mappedSoFar: 0,
    progress: (scenario === 'live' ? progressOf(18, 'sending') : null) as Progress | null,
    selected: 'G-004' as string | null,
    draft: draft(),
    nextAlert: 8,
    /** District outlines in the sheet, and how many each lot brings. */
    outlines: 0,
    outlinesALot: 2,
    imported: 0,
    lots: [18, 31, 42],
    doubts: [] as Progress['doubts'],
    map: startMap(),
    /** Home does not know of the alert. */
    forgotten: false,
    others: [] as NonNullable<Home['others']>,
    lost: [] as NonNullable<Home['lost']>,
    /** Why nothing goes. */
    note: '',
    /** Drafts that lie in the sheet, and who made each. */
    drafts: [] as { draft: Draft; by: string; at: string }[],
    coverage: COVERAGE,
    /** What the coverage dialog gets as outlines, once all are in the sheet. */
    shapes: null as typeof SHAPES | null,
    /** What came back from the groups, and what “look now” finds. */
    board: null as AlertBoard | null,
    arriving: null as AlertBoard | null,
    /** The Channels tab, and whether Google hides the member list. */
    channels: CHANNELS,
    hiddenList: false,
    /** Channels that an alert can go to. */
    ways: [] as NonNullable<Answer<'alertChoices'>['channels']>,
    posts: [] as NonNullable<Progress['posts']>,
  }

  const callsOf = callSheet(YOU)

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
      endedAt: sent === 42 || state === 'cancelled' ? AT : null,
      note: '',
      doubts: [],
    }
  }

  const drafts = (): Drafts =>
    now.drafts.map(({ draft: { alertId, title, asked }, by, at }) => ({
      alertId: alertId ?? '',
      title,
      by,
      at,
      asked: asked === true,
    }))
  const counts = (): Counts => ({
    ready: now.ready,
    groups: now.ready ? 8 : 0,
    unmapped: now.ready ? 3 : 0,
    untried: now.ready ? 3 : 0,
    check: now.ready ? 2 : 0,
    legislators: now.ready ? 119 : 0,
    people: 0,
    mailable: 0,
    leaderless: 0,
    alerts: 0,
    nameless: 0,
    doubled: [],
    unled: now.ready ? callsOf.unled() : [],
  })
  const home = (): Answer<'home'> => ({
    setup: { ready: now.ready, broken: now.broken },
    states: [
      { code: 'FR', name: 'Franklin', timeZones: ['America/New_York', 'America/Chicago'] },
      { code: 'NV', name: 'Nova', timeZones: ['America/Chicago'] },
    ],
    state: now.ready ? { code: 'FR', name: 'Franklin', timeZone: 'America/New_York' } : null,
    you: { email: YOU, mayApprove: now.mayApprove },
    operator: {
      email: now.ready ? now.operator : '',
      isYou: now.operator === YOU,
      lastTick: now.neverTicked ? null : AT,
      lastTickText: now.stale ? '3 days ago' : '4 min ago',
      stale: now.stale,
      rests: now.rests,
    },
    mailsLeft: 58,
    alert: now.forgotten ? null : now.progress,
    others: now.others,
    lost: now.lost,
    waiting: drafts().filter((one) => one.asked),
    coverage: now.ready
      ? [
          { chamber: 'lower', label: 'House', covered: 61, total: 80 },
          { chamber: 'upper', label: 'Senate', covered: 34, total: 40 },
        ]
      : [],
    counts: counts(),
    nextCall: now.ready ? callsOf.next() : null,
  })

  const mappingOf = (index: number) => {
    const set = now.map.set[GROUPS[index]?.[0] ?? '']
    if (set) return set.mapping
    const original = GROUPS[index]?.[3] ?? 'none'
    return original === 'none' && index - 5 < now.mappedSoFar ? 'mapped' : original
  }
  const groups = (): Answer<'groups'> => {
    const rows = GROUPS.map(([id, name, town], index) => ({ id, name, town, mapping: mappingOf(index) }))
    const number = (mapping: string) => rows.filter((row) => row.mapping === mapping).length
    return {
      total: rows.length + now.imported,
      people: 90,
      mapped: number('mapped'),
      check: number('check'),
      none: number('none'),
      problems: [
        {
          groupId: 'G-004',
          group: 'Stonebridge Votes',
          why: '90 m from a border.',
          next: 'Ask the group on which side it meets.',
        },
        { groupId: 'G-005', group: 'Lakeside Indivisible', why: 'Two addresses match.', next: 'Add the ZIP.' },
      ].filter((problem) => now.map.set[problem.groupId]?.mapping !== 'mapped'),
      groups: rows,
    }
  }
  const card = (id: string): Answer<'mapGroup'> => {
    const index = GROUPS.findIndex((group) => group[0] === id)
    const [, name = '', town = ''] = GROUPS[index] ?? []
    const mapping = mappingOf(index)
    const plain: Answer<'mapGroup'> = {
      id,
      row: index + 2,
      name,
      town,
      address: '12 Mill Street',
      zip: '99214',
      status: 'active',
      mapping,
      why: mapping === 'check' ? '90 m from a border' : mapping === 'none' ? 'no address was found' : '',
      next: mapping === 'mapped' ? '' : 'Ask the group on which side it meets.',
      covers:
        mapping === 'none'
          ? []
          : [
              {
                chamber: 'lower',
                district: '14A',
                label: 'House 14A',
                basis: 'meeting place',
                share: null,
                source: 'census',
                lines: '2026',
                mappedOn: AT,
                confirmedBy: '',
                seats: [SEATS.okafor],
                oddity: '',
              },
              {
                chamber: 'upper',
                district: '14',
                label: 'Senate 14',
                basis: 'meeting place',
                share: null,
                source: 'census',
                lines: '2026',
                mappedOn: AT,
                confirmedBy: '',
                seats: [SEATS.brandt],
                oddity: '',
              },
              {
                chamber: 'lower',
                district: '12B',
                label: 'House 12B',
                basis: 'members',
                share: 20,
                source: 'hand',
                lines: '',
                mappedOn: null,
                confirmedBy: 'Priya',
                seats: [SEATS.vacant],
                oddity: '',
              },
            ],
      leaders: 2,
      seal: 'seal',
      point: null,
      choices: [],
      hints: [],
      outdated: '',
    }
    return withSet(plain, now.map)
  }

  const districts = (): Answer<'districts'> => ({
    chambers: [
      { chamber: 'lower', name: 'House', title: 'Rep.' },
      { chamber: 'upper', name: 'Senate', title: 'Sen.' },
    ],
    districts: [
      {
        chamber: 'lower',
        district: '14A',
        label: 'House 14A',
        seats: 1,
        legislators: [SEATS.okafor],
        groups: [
          { id: 'G-001', name: 'Elm Fork Indivisible' },
          { id: 'G-003', name: HOSTILE },
        ],
        oddity: '',
      },
      {
        chamber: 'lower',
        district: '12B',
        label: 'House 12B',
        seats: 1,
        legislators: [SEATS.vacant],
        groups: [],
        oddity: '',
      },
      {
        chamber: 'lower',
        district: '31',
        label: 'House 31',
        seats: 1,
        legislators: [SEATS.lund],
        groups: [],
        oddity: '',
      },
      { chamber: 'lower', district: '114', label: 'House 114', seats: 1, legislators: [], groups: [], oddity: '' },
      {
        chamber: 'upper',
        district: '14',
        label: 'Senate 14',
        seats: 1,
        legislators: [SEATS.brandt],
        groups: [{ id: 'G-001', name: 'Elm Fork Indivisible' }],
        oddity: '',
      },
    ],
    asOf: AT,
    outlines: { kept: now.outlines, of: 5, asOf: now.outlines ? AT : null },
    outdated: now.map.outdated,
  })

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
          ? [{ id: 'phones', level: 'stop' as const, text: 'No phone number for Rep. Lund.', next: 'Type it here.' }]
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

  const sheet: Sheet = {
    ...createChannels(now),
    stopMapping: () => ({}),
    setCovers: (params) => {
      setCovers(params, card(params.groupId), districts().districts, now.map)
      return card(params.groupId)
    },
    outlines: ({ chamber }) => {
      const kept = now.shapes ?? OUTLINES
      return { outlines: now.outlines >= (now.shapes ? 5 : 1) ? kept[chamber] : [] }
    },
    outlineLot: () => {
      now.outlines = Math.min(5, now.outlines + now.outlinesALot)
      const problem = now.outlinesALot
        ? ''
        : 'No outline came for House 9B. Still missing: 5. Try again in a few minutes.'
      return { done: now.outlines, of: 5, last: `${now.outlines}`, problem }
    },
    coverage: () => now.coverage,
    openDialog: () => ({}),
    home,
    setUp: () => {
      now.ready = true
      const repaired = now.broken
      now.broken = []
      return { created: ['Groups', 'People'], repaired, kept: 0 }
    },
    handOver: () => ({
      notes: [{ text: 'The calls stand in the calendar of maya@example.org.', next: 'Ask them to share it with you.' }],
    }),
    becomeOperator: () => {
      now.operator = YOU
      now.stale = false
      return home()
    },
    importTables: () => ({ groups: GROUPS.map(([id, name, town]) => ({ id, name, town })), people: [] }),
    commitImport: ({ rows: { length: added } }) => {
      now.imported += added
      return { added, first: added ? 'G-009' : '', last: added ? `G-${String(8 + added).padStart(3, '0')}` : '' }
    },
    groups,
    groupCard: ({ groupId }) => {
      const id = groupId ?? now.selected
      return { card: id ? card(id) : null }
    },
    mapGroup: ({ groupId }) => card(groupId),
    mapLot: () => {
      if (now.paused)
        return {
          tried: 0,
          mapped: 0,
          check: 0,
          failed: 0,
          left: 3 - now.mappedSoFar,
          problems: [],
          paused: now.paused,
          last: '',
        }
      now.mappedSoFar++
      return {
        tried: 1,
        mapped: 1,
        check: 0,
        failed: 0,
        left: 3 - now.mappedSoFar,
        problems: [],
        paused: null,
        last: `G-00${5 + now.mappedSoFar}`,
      }
    },
    districts,
    legislatorTables,
    commitLegislators: () => ({ added: 1 }),
    setPhone: ({ phone }) => {
      now.phone = phone
      return { phone }
    },
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
      drafts: drafts(),
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
      const ofCall = callsOf.settled(messageId)
      if (ofCall) return ofCall
      if (now.board?.doubts?.some((one) => one.messageId === messageId)) {
        now.board = { ...now.board, doubts: now.board.doubts.filter((one) => one.messageId !== messageId) }
        return now.board
      }
      now.doubts = now.doubts.filter((doubt) => doubt.messageId !== messageId)
      return keep(current())
    },

    ...callsOf.requests,
  }
  return { ...sheet, now, callsNow: callsOf.now }
}
