/** Cells of a ledger that came to stand in another row are still their own row's, and go back. */
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { openProbe, type Probe } from './probe'

const IDS = ['m-1', 'm-2', 'm-3', 'm-4']

function outbox(): Probe {
  const probe = openProbe()
  const rows = IDS.map((id, i) => ({
    id,
    alertId: 'A-0001',
    to: 1,
    recipients: `${9 - i}@example.org`,
    state: 'queued',
  }))
  probe.call('appendRows', 'outbox', rows)
  return probe
}

const claimed = (...ids: string[]) => new Map(ids.map((id) => [id, { state: 'claimed', run: `run of ${id}` }]))

/** `act` right before the block is written, and the run is over right after it. */
function disturbed(probe: Probe, changes: Map<string, object>, act: () => void): void {
  let written = false
  probe.workspace.hook = {
    before({ method }: ServiceCall) {
      if (!/setValues/.test(method) || written) return
      written = true
      act()
    },
    after({ method, execution }: ServiceCall) {
      if (written && method === 'flush') execution.kill()
    },
  }
  expect(() => probe.call('updateRows', 'outbox', changes)).toThrow()
  probe.workspace.hook = null
}

const runs = (probe: Probe) =>
  Object.fromEntries(probe.call<{ id: string; run: string }[]>('readTable', 'outbox').map((row) => [row.id, row.run]))
const standing = (probe: Probe) =>
  Object.fromEntries(probe.rows('Outbox').map((row) => [String(row['Message ID']), String(row['Belongs to'])]))

describe.each<[string, (probe: Probe) => void, string[]]>([
  ['sorts', ({ person }) => person.sort('Outbox', 'Recipients'), IDS],
  ['inserts a row on top', ({ person }) => person.insertRow('Outbox', 2), IDS],
  [
    'inserts two rows in the middle',
    ({ workspace }) => workspace.people.insertRows('lee@example.org', 'Outbox', 4, 2),
    IDS,
  ],
  ['deletes the first row', ({ person }) => person.deleteRow('Outbox', 2), IDS.slice(1)],
])('someone %s in the moment of a write, and the run dies', (_, act, left) => {
  test('what was written is read with the rows it is for', () => {
    const probe = outbox()
    disturbed(probe, claimed('m-2', 'm-4'), () => act(probe))
    const expected = { 'm-1': '', 'm-2': 'run of m-2', 'm-3': '', 'm-4': 'run of m-4' }
    expect(runs(probe)).toEqual(Object.fromEntries(Object.entries(expected).filter(([id]) => left.includes(id))))
  })

  test('the next write puts it back', () => {
    const probe = outbox()
    disturbed(probe, claimed('m-2', 'm-4'), () => act(probe))
    probe.call('updateRows', 'outbox', claimed('m-3'))
    const writings: Record<string, string> = { 'm-1': 'm-1 #1', 'm-2': 'm-2 #2', 'm-3': 'm-3 #2', 'm-4': 'm-4 #2' }
    expect(standing(probe)).toEqual(Object.fromEntries(left.map((id) => [id, writings[id]])))
  })
})

test('a row whose cells are nowhere has blanks, and not those of the row they were', () => {
  const probe = outbox()
  disturbed(probe, claimed('m-1'), () => probe.person.sort('Outbox', 'Recipients'))
  // The cells of m-1 stand in the first row, which is another's now; there somebody spoils what they say.
  const row = probe.rows('Outbox').findIndex((r) => r['Belongs to'] === 'm-1 #2') + 2
  expect(row).toBe(2)
  probe.person.typeAt('Outbox', row, probe.person.columnOf('Outbox', 'Belongs to'), 'm-9 #4')
  const rows = probe.call<{ id: string; state: string }[]>('readTable', 'outbox')
  expect(rows.map(({ id, state }) => [id, state])).toEqual([
    ['m-4', 'queued'],
    ['m-3', 'queued'],
    ['m-2', 'queued'],
    ['m-1', ''],
  ])
})
