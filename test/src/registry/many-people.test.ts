/** Several people sort and insert rows, each before another call of one write: no row is lost, doubled or mixed up. */
import fc from 'fast-check'
import { openProbe, type Probe } from './probe'

const OLD = 5
const OURS = 'Outbox'
const id = (n: number): string => `A-0001-m${n}`
const message = (n: number) => ({
  ...{ id: id(n), alertId: 'A-0001', channel: 'mail', to: 1, state: 'queued', tries: 0, reason: '' },
  ...{ changedAt: new Date('2026-11-23T17:00:00Z'), recipients: `p${n}@example.org`, groupIds: `G-${n}` },
  ...{ subject: `Subject ${n}`, body: `Body ${n}` },
})

let saved = ''
/** Five messages, the second of them sent, and a column of people that says whose row it is. */
function prepared(): Probe {
  if (!saved) {
    const probe = openProbe()
    probe.call(
      'appendRows',
      'outbox',
      Array.from({ length: OLD }, (_, n) => message(n)),
    )
    probe.call('updateRows', 'outbox', new Map([[id(1), { state: 'sent', draftId: 'd1' }]]))
    const last = (probe.cells(OURS)[0] ?? []).length + 1
    probe.person.insertColumn(OURS, last, 'Mine')
    for (let n = 0; n < OLD; n++) probe.person.typeAt(OURS, n + 2, last, `mine ${n}`)
    saved = probe.workspace.save()
  }
  return openProbe({ saved })
}

type Act = (probe: Probe, any: number) => void
const insert =
  (at: (any: number) => number): Act =>
  ({ person }, any) => {
    for (let i = 0; i <= any % 4; i++) person.insertRow(OURS, at(any))
  }
const SORT: Act = ({ person }) => person.sort(OURS, 'Subject')
const INSERT: Act = ({ person }) => person.insertRow(OURS, 2)
const ACTS: Act[] = [
  SORT,
  ({ person }) => person.sort(OURS, 'Recipients', false),
  insert(() => 2),
  insert((any) => 2 + (any % 7)),
]

/** Reading takes two calls with nothing in between: who inserts there and sorts at once is not played here. */
const READS = /\.get(Values|Last)/

function during(probe: Probe, acts: readonly { call: number; act: Act; any: number }[], work: () => void): void {
  let n = 0
  let busy = false
  probe.workspace.hook = {
    before({ method }) {
      n += 1
      if (busy || READS.test(method)) return
      busy = true
      for (const { call, act, any } of acts) if (call === n) act(probe, any)
      busy = false
    },
  }
  try {
    work()
  } finally {
    probe.workspace.hook = null
  }
}

function expectWhole(probe: Probe, fresh: number, claimed: readonly number[]): void {
  const wanted = [...Array.from({ length: OLD }, (_, n) => n), ...Array.from({ length: fresh }, (_, i) => 100 + i)].map(
    (n) => ({
      ...message(n),
      state: claimed.includes(n) ? 'claimed' : n === 1 ? 'sent' : 'queued',
      draftId: claimed.includes(n) ? `D${n}` : n === 1 ? 'd1' : '',
    }),
  )
  const rows = probe.call<{ id: string }[]>('readTable', 'outbox')
  const inOrder = [...rows].sort(
    (a, b) => wanted.findIndex((w) => w.id === a.id) - wanted.findIndex((w) => w.id === b.id),
  )
  const { changedAt: _, ...about } = message(0)
  const of = (row: object) =>
    Object.fromEntries([...Object.keys(about), 'draftId'].map((k) => [k, Reflect.get(row, k)]))
  expect(inOrder.map(of)).toEqual(wanted.map(of))
  expect(probe.rows(OURS)).toHaveLength(wanted.length)
}

function expectTheirs(probe: Probe): void {
  const mine = probe.rows(OURS).map((row) => [row['Message ID'], row.Mine])
  for (let n = 0; n < OLD; n++) expect(mine).toContainEqual([id(n), `mine ${n}`])
}

const CHANGES = new Map([0, 2, 4].map((n) => [id(n), { state: 'claimed', run: 'me#1', draftId: `D${n}` }]))
const fresh = (count: number) => Array.from({ length: count }, (_, i) => message(100 + i))

test('a row that slid under the new ones is found again wherever it was sorted to', () => {
  for (let inserted = 9; inserted <= 11; inserted++)
    for (let sorted = inserted; sorted <= 14; sorted++) {
      const probe = prepared()
      const acts = [
        { call: 1, act: ACTS[1] as Act, any: 0 },
        { call: inserted, act: INSERT, any: 0 },
        { call: sorted, act: SORT, any: 0 },
      ]
      during(probe, acts, () => probe.call('appendRows', 'outbox', fresh(2)))
      expectWhole(probe, 2, [])
      expectTheirs(probe)
    }
})

test('a sort while a column of people is put back: it is put right in one go, not row by row until the sheet counts as busy', () => {
  for (const first of ACTS.slice(2))
    for (const second of ACTS.slice(2))
      for (const third of ACTS.slice(2)) {
        const probe = prepared()
        const acts = [
          { call: 1, act: first, any: 0 },
          { call: 11, act: second, any: 43 },
          { call: 18, act: third, any: 5 },
          { call: 35, act: SORT, any: 0 },
        ]
        during(probe, acts, () => probe.call('appendRows', 'outbox', fresh(4)))
        expectWhole(probe, 4, [])
        expectTheirs(probe)
      }
})

/** Of columns that people added, what a sort in the middle of putting right may exchange between two rows is not looked at. */
test('whatever comes together, every row is there once and whole', () => {
  const moment = fc.record({
    call: fc.integer({ min: 1, max: 45 }),
    act: fc.constantFrom(...ACTS),
    any: fc.nat({ max: 60 }),
  })
  fc.assert(
    fc.property(
      fc.array(moment, { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
      (acts, count, updates) => {
        const probe = prepared()
        during(probe, acts, () => {
          probe.call('appendRows', 'outbox', fresh(count))
          if (updates) probe.call('updateRows', 'outbox', CHANGES)
        })
        expectWhole(probe, count, updates ? [0, 2, 4] : [])
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 200) },
  )
})
