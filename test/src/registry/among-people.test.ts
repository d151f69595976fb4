/**
 * Someone sorts, inserts, deletes or renames right before each single service call of a write, one after the other.
 * However it falls, every row keeps what is its own, gets what it must, and nothing is lost.
 */
import fc from 'fast-check'
import { groupRows, openProbe, type Probe } from './probe'

const GROUPS = 6
const MINE = 'Mine'

let saved = ''
function prepared(): Probe {
  saved ||= made().workspace.save()
  return openProbe({ saved })
}

/** Six groups, and a column of people in the middle that says whose row it is. */
function made(): Probe {
  const probe = openProbe()
  probe.call('appendRows', 'groups', groupRows(GROUPS))
  const between = probe.person.columnOf('Groups', 'Members (about)')
  probe.person.insertColumn('Groups', between, MINE)
  for (let i = 1; i <= GROUPS; i++) probe.person.typeAt('Groups', i + 1, between, `mine ${i}`)
  probe.person.insertColumn('Groups', 1, 'Other')
  return probe
}

/** Rows that a person takes away or brings, by name. */
const ACTS: Record<string, (probe: Probe) => void> = {
  'sorts by town': ({ person }) => person.sort('Groups', 'Town'),
  'sorts backwards': ({ person }) => person.sort('Groups', 'Group', false),
  'inserts a row on top': ({ person }) => person.insertRow('Groups', 2),
  'inserts a row in the middle': ({ person }) => person.insertRow('Groups', 4),
  'inserts two rows': ({ person }) => {
    person.insertRow('Groups', 3)
    person.insertRow('Groups', 3)
  },
  'inserts three rows under the fourth group': ({ person }) => {
    for (let i = 0; i < 3; i++) person.insertRow('Groups', 6)
  },
  'deletes the first row': ({ person }) => person.deleteRow('Groups', 2),
  'deletes a row in the middle': ({ person }) => person.deleteRow('Groups', 5),
  'inserts a column on the left': ({ person }) => person.insertColumn('Groups', 1),
  'inserts a column in the middle': ({ person }) =>
    person.insertColumn('Groups', person.columnOf('Groups', 'Upper districts'), 'Extra'),
  'deletes a column of theirs': ({ person }) => person.deleteColumn('Groups', 'Other'),
  'renames a column of theirs': ({ person }) => person.rename('Groups', 'Other', 'Another'),
}

interface Found {
  byName: Map<string, Record<string, unknown>>
  /** Rows with something in them that belong to no group. */
  junk: Record<string, unknown>[]
}

function look(probe: Probe): Found {
  const rows = probe.rows('Groups').map((row) => {
    const filled = Object.entries(row).filter(([, value]) => value !== '')
    return Object.fromEntries(filled)
  })
  const named = rows.filter((row) => typeof row.Group === 'string' && row['Group ID'])
  return {
    byName: new Map(named.map((row) => [String(row.Group), row])),
    junk: rows.filter((row) => !named.includes(row)),
  }
}

/** The columns that a row had from the start are its own still. */
function expectOwn(found: Found, n: number): void {
  const row = found.byName.get(`Group ${String(n).padStart(3, '0')}`)
  if (!row) return
  expect(row).toMatchObject({
    'Group ID': `G-00${n}`,
    Town: `Town ${GROUPS + 1 - n}`,
    ZIP: String(999 + n).padStart(5, '0'),
    Status: 'active',
    [MINE]: `mine ${n}`,
  })
}

const callsOf = (work: (probe: Probe) => void): number => {
  const probe = prepared()
  probe.spent()
  work(probe)
  return probe.spent()
}

/** Does `work` once for every service call, with `act` right before that call. */
function withActBeforeEachCall(
  work: (probe: Probe) => void,
  act: (probe: Probe) => void,
  check: (probe: Probe) => void,
) {
  const calls = callsOf(work)
  expect(calls).toBeGreaterThan(5)
  for (let n = 1; n <= calls; n++) {
    const probe = prepared()
    probe.whenever(/./, n, () => act(probe))
    try {
      work(probe)
      check(probe)
    } catch (error) {
      throw new Error(`before call ${n}: ${error instanceof Error ? error.message : error}`)
    }
  }
}

const acts = Object.entries(ACTS)

describe.each(acts)('while someone %s', (name, act) => {
  const taken = /^deletes .* row/.test(name) ? 1 : 0

  test('program columns of scattered rows are written', () => {
    const changes = new Map(
      ['G-001', 'G-003', 'G-005', 'G-006'].map((id) => [id, { upper: `U ${id}`, mapping: 'check' }]),
    )
    withActBeforeEachCall(
      (probe) => probe.call('updateRows', 'groups', changes),
      act,
      (probe) => {
        const found = look(probe)
        expect(found.junk).toEqual([])
        for (let n = 1; n <= GROUPS; n++) expectOwn(found, n)
        for (const row of found.byName.values()) {
          const id = String(row['Group ID'])
          expect([id, row['Upper districts'], row.Mapping]).toEqual(
            changes.has(id) ? [id, `U ${id}`, 'check'] : [id, undefined, 'none'],
          )
        }
      },
    )
  })

  test('cells of people are written, only those asked for', () => {
    const changes = new Map(['G-002', 'G-004', 'G-006'].map((id) => [id, { notice: `N ${id}`, notes: `=n ${id}` }]))
    withActBeforeEachCall(
      (probe) => probe.call('updateRows', 'groups', changes),
      act,
      (probe) => {
        const found = look(probe)
        expect(found.junk).toEqual([])
        for (let n = 1; n <= GROUPS; n++) expectOwn(found, n)
        for (const row of found.byName.values()) {
          const id = String(row['Group ID'])
          expect([id, row['Notice needed'], row.Mapping]).toEqual([id, changes.has(id) ? `N ${id}` : undefined, 'none'])
        }
      },
    )
  })

  test('new rows are appended, and none of the old ones is written over', () => {
    const rows = [7, 8, 9].map((n) => ({ name: `New ${n}`, town: `Place ${n}`, zip: `0000${n}`, mapping: 'none' }))
    const keep = [1, 2, 3, 4, 5, 6]
    withActBeforeEachCall(
      (probe) => {
        expect(probe.call('appendRows', 'groups', rows)).toEqual(['G-007', 'G-008', 'G-009'])
      },
      act,
      (probe) => {
        const found = look(probe)
        expect(found.junk).toEqual([])
        for (const n of keep) expectOwn(found, n)
        expect(found.byName.size).toBe(GROUPS + 3 - taken)
        for (const n of [7, 8, 9])
          expect(found.byName.get(`New ${n}`)).toEqual({
            'Group ID': `G-00${n}`,
            Group: `New ${n}`,
            Town: `Place ${n}`,
            ZIP: `0000${n}`,
            Mapping: 'none',
          })
      },
    )
  })

  test('a single new row is appended, and none of the old ones is written over', () => {
    withActBeforeEachCall(
      (probe) => {
        expect(probe.call('appendRows', 'groups', [{ name: 'New 7', mapping: 'none' }])).toEqual(['G-007'])
      },
      act,
      (probe) => {
        const found = look(probe)
        expect(found.junk).toEqual([])
        for (const n of [1, 2, 3, 4, 5, 6]) expectOwn(found, n)
        expect(found.byName.size).toBe(GROUPS + 1 - taken)
        expect(found.byName.get('New 7')).toEqual({ 'Group ID': 'G-007', Group: 'New 7', Mapping: 'none' })
      },
    )
  })

  test('rows are removed, and no other', () => {
    withActBeforeEachCall(
      (probe) => probe.call('removeRows', 'groups', new Set(['G-002', 'G-003', 'G-006'])),
      act,
      (probe) => {
        const found = look(probe)
        expect(found.junk).toEqual([])
        for (let n = 1; n <= GROUPS; n++) expectOwn(found, n)
        // A row that the person deletes may be one of the three that go anyway.
        const left = [...found.byName.values()].map((row) => String(row['Group ID']))
        const lost = ['G-001', 'G-004', 'G-005'].filter((id) => !left.includes(id))
        expect(lost.length).toBeLessThanOrEqual(taken)
        expect(left.filter((id) => ['G-002', 'G-003', 'G-006'].includes(id))).toEqual([])
      },
    )
  })
})

test.each([
  ['before the last row is looked for', /getDataRange/, 1],
  ['between the look and the write', /insertRowsBefore/, 1],
  ['after the write', /getDataRange/, 2],
])('someone types a new group right under the last one %s: both stand', (_, method, n) => {
  // Between making room and writing (one call later) nobody can tell; that is as near as it comes.
  const probe = prepared()
  probe.whenever(method, n, () => {
    const last = probe.cells('Groups').reduce((max, row, i) => (row.some((cell) => cell !== '') ? i : max), 0)
    const column = probe.person.columnOf('Groups', 'Group')
    probe.workspace.people.paste('lee@example.org', 'Groups', last + 2, column, [['By hand', 'Oak', '9 Oak St']])
  })
  probe.call('appendRows', 'groups', [{ name: 'New 7' }, { name: 'New 8' }])
  const found = look(probe)
  expect(found.junk).toEqual([{ Group: 'By hand', Town: 'Oak', Address: '9 Oak St' }])
  expect(found.byName.size).toBe(GROUPS + 2)
})

test('someone who renames a column of ours meanwhile keeps the name; what is written stands or is refused, never lost', () => {
  for (const header of ['ZIP', 'Group ID', 'Mapping']) {
    withActBeforeEachCall(
      (probe) => {
        try {
          probe.call('appendRows', 'groups', [{ name: 'New 7', zip: '00007' }])
        } catch (error) {
          expect(error).toMatchObject({ code: 'COLUMN_MISSING' })
        }
      },
      (probe) => probe.person.rename('Groups', header, 'Renamed'),
      (probe) => {
        if ((probe.cells('Groups')[0] ?? []).includes('Renamed')) probe.person.rename('Groups', 'Renamed', header)
        const found = look(probe)
        expect(found.junk).toEqual([])
        for (let n = 1; n <= GROUPS; n++) expectOwn(found, n)
        expect(found.byName.size).toBeGreaterThanOrEqual(GROUPS)
        const added = found.byName.get('New 7')
        if (added) expect(added).toEqual({ 'Group ID': 'G-007', Group: 'New 7', ZIP: '00007' })
      },
    )
  }
})

test('several people at once: rows move before any calls, and every row is still whole', () => {
  const rowActs = acts.filter(([name]) => /sorts|inserts .*row/.test(name)).map(([, act]) => act)
  const moment = fc.record({ call: fc.integer({ min: 1, max: 40 }), act: fc.nat({ max: rowActs.length - 1 }) })
  const changes = new Map(['G-001', 'G-004', 'G-006'].map((id) => [id, { upper: `U ${id}`, notice: `N ${id}` }]))
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 4 }), (moments) => {
      const probe = prepared()
      let n = 0
      let busy = false
      probe.workspace.hook = {
        before() {
          n += 1
          if (busy) return
          busy = true
          for (const { call, act } of moments) if (call === n) rowActs[act]?.(probe)
          busy = false
        },
      }
      probe.call('updateRows', 'groups', changes)
      probe.workspace.hook = null
      const found = look(probe)
      expect(found.junk).toEqual([])
      expect(found.byName.size).toBe(GROUPS)
      for (let i = 1; i <= GROUPS; i++) expectOwn(found, i)
      for (const row of found.byName.values()) {
        const id = String(row['Group ID'])
        const expected = changes.has(id) ? [`U ${id}`, `N ${id}`] : [undefined, undefined]
        expect([row['Upper districts'], row['Notice needed']]).toEqual(expected)
      }
    }),
    { numRuns: 150 },
  )
})
