/** What the made-up sheet holds and answers: two chambers, eight groups, an alert. */
import type { Answer, Counts, Home } from '../../src/contract'
import { createAlerts, draftsIn, startAlerts } from './mock-alerts'
import { callSheet } from './mock-calls'
import { CHANNELS, createChannels } from './mock-channels'
import { COVERAGE, type OUTLINES as SHAPES } from './mock-coverage'
import { legislatorTables } from './mock-legislators'
import { OUTLINES, setCovers, startMap, withSet } from './mock-map'
import type { Sheet } from './mock-server'
import { AT, HOSTILE, YOU } from './mock-words'

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

export function createSheet(scenario: 'empty' | 'ready' | 'live') {
  const now = {
    ...startAlerts(scenario === 'live'),
    ready: scenario !== 'empty',
    broken: [] as string[],
    twice: [] as string[],
    operator: YOU,
    stale: false,
    rests: false,
    neverTicked: false,
    paused: null as string | null,
    mappedSoFar: 0,
    selected: 'G-004' as string | null,
    /** District outlines in the sheet, and how many each lot brings. */
    outlines: 0,
    outlinesALot: 2,
    imported: 0,
    map: startMap(),
    /** Home does not know of the alert. */
    forgotten: false,
    others: [] as NonNullable<Home['others']>,
    lost: [] as NonNullable<Home['lost']>,
    coverage: COVERAGE,
    /** What the coverage dialog gets as outlines, once all are in the sheet. */
    shapes: null as typeof SHAPES | null,
    /** The Channels tab, and whether Google hides the member list. */
    channels: CHANNELS,
    hiddenList: false,
  }

  const callsOf = callSheet(YOU)
  const alerts = createAlerts(now, callsOf.settled)

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
    setup: { ready: now.ready, broken: now.broken, twice: now.twice },
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
    waiting: draftsIn(now).filter((one) => one.asked),
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
    ...alerts,
    ...callsOf.requests,
  }
  return { ...sheet, now, callsNow: callsOf.now }
}
