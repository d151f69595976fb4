/** What a group covers, as a person sets it: through the pushed bundle in an emulated Workspace. */
import type { GroupCard, Params } from '../../../src/contract'
import { chamberRows } from '../../../src/registry/district-rows'
import { type StateFacts, stateOf } from '../../../src/registry/states'
import type { ServiceCall } from '../../../workbench/workspace/gate'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { ask, faultOf, fillIn, MAYA, NOOR, network, rowsIn } from '../alerts/world'

const FRANKLIN = stateOf('fr') as StateFacts

type Asked = Params<'setCovers'>
type Cover = Asked['covers'][number]

const cover = (chamber: 'upper' | 'lower', district: string, more: Partial<Cover> = {}): Cover => ({
  chamber,
  district,
  basis: 'meeting place',
  share: null,
  source: 'hand',
  lines: '',
  mappedOn: null,
  confirmedBy: '',
  ...more,
})
const cardOf = (ws: Workspace, groupId = 'G-001'): GroupCard => {
  const { card } = ask(ws, MAYA, 'groupCard', { groupId })
  if (!card) throw new Error(`no ${groupId}`)
  return card
}
/** The covers of a card as they go back. */
const coversOf = (card: GroupCard): Cover[] =>
  card.covers.map(({ chamber, district, basis, share, source, lines, mappedOn, confirmedBy }) => ({
    chamber,
    district,
    basis,
    share,
    source,
    lines,
    mappedOn,
    confirmedBy,
  }))
const asking = (card: GroupCard, covers: Cover[], more: Partial<Asked> = {}): Asked => ({
  groupId: card.id,
  seal: card.seal,
  covers,
  confirm: false,
  ...more,
})
const labels = (card: GroupCard) => card.covers.map((c) => c.label)
const rowOf = (ws: Workspace, id = 'G-001') => rowsIn(ws, 'groups').find((row) => row.id === id)
const countOf = (ws: Workspace, chamber: string, district: string) =>
  rowsIn(ws, 'districts').find((row) => row.chamber === chamber && row.district === district)?.groups

/** Three groups, mapped by the Census Bureau in Senate 1 and House 1A to 3A; the first one is to be checked. */
function scene(): Workspace {
  const ws = network(3)
  const coverage = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Coverage')
  if (!coverage) throw new Error('no Coverage')
  const header = (coverage.cells[0] ?? []).map(String)
  const when = { date: Date.parse('2026-11-20T12:00:00Z') }
  for (const row of coverage.cells.slice(1)) {
    if (!row?.[0]) continue
    const put = {
      Basis: 'meeting place',
      Source: 'census',
      Lines: '2026',
      'Mapped on': when,
      Group: `Elm Fork ${Number(String(row[0]).slice(2))}`,
    }
    for (const [name, value] of Object.entries(put)) row[header.indexOf(name)] = value
    if (row[header.indexOf('Chamber')] === 'lower') row[header.indexOf('District')] += 'A'
  }
  const groups = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'Groups')
  const names = (groups?.cells[0] ?? []).map(String)
  const first = groups?.cells[1] ?? []
  first[names.indexOf('Lower districts')] = '1A'
  first[names.indexOf('Upper districts')] = '1'
  first[names.indexOf('Mapping')] = 'check'
  first[names.indexOf('Mapping note')] = '90 m from a border. → Ask the group.'
  first[names.indexOf('Address')] = '12 Mill Street'
  fillIn(ws, { districts: FRANKLIN.chambers.flatMap((facts) => chamberRows(FRANKLIN, facts, [])) as never[] })
  return ws
}

test('a district is added, changed and taken away; everything that follows from it follows', () => {
  const ws = scene()
  const before = cardOf(ws)
  expect(labels(before)).toEqual(['Senate 1', 'House 1A'])
  const others = () => rowsIn(ws, 'coverage').filter((row) => row.groupId !== 'G-001')
  const othersBefore = others()

  const added = ask(
    ws,
    MAYA,
    'setCovers',
    asking(before, [...coversOf(before), cover('lower', '12a', { basis: 'members', share: 20 })]),
  )
  expect(labels(added)).toEqual(['Senate 1', 'House 1A', 'House 12A'])
  expect(added.covers[2]).toMatchObject({ district: '12A', basis: 'members', share: 20, source: 'hand' })
  expect(added.covers[2]?.mappedOn).not.toBeNull()
  expect(added).toMatchObject({ mapping: 'check', why: '90 m from a border.' })
  expect(rowOf(ws)).toMatchObject({ upper: '1', lower: '1A; 12A', mapping: 'check' })
  expect(countOf(ws, 'lower', '12A')).toBe(1)

  const [senate, house] = coversOf(added)
  const changed = ask(ws, MAYA, 'setCovers', asking(added, [senate as Cover, { ...(house as Cover), share: 70 }]))
  expect(labels(changed)).toEqual(['Senate 1', 'House 1A'])
  expect(changed.covers[1]).toMatchObject({ share: 70, source: 'census', lines: '2026' })
  expect(changed.covers[1]?.mappedOn).toBe(before.covers[1]?.mappedOn)
  expect(rowOf(ws)).toMatchObject({ upper: '1', lower: '1A' })
  expect(countOf(ws, 'lower', '12A')).toBe(0)
  expect(others()).toEqual(othersBefore)
  const told = rowsIn(ws, 'log').filter((row) => row.did === 'set districts')
  expect(told.map((row) => [row.who, row.to, row.detail])).toEqual([
    [MAYA, 'G-001', 'added House 12A'],
    [MAYA, 'G-001', 'took away House 12A'],
  ])
})

test('confirming signs every row with who and the day in the state, and the mapping counts as mapped', () => {
  const ws = scene()
  // Half past nine in the evening of the 23rd in New York is the 24th in UTC.
  ws.advance(Date.parse('2026-11-24T02:30:00Z') - ws.clock.now)
  const before = cardOf(ws)
  const after = ask(ws, NOOR, 'setCovers', asking(before, coversOf(before), { confirm: true }))
  expect(after).toMatchObject({ mapping: 'mapped', why: '', next: '' })
  expect(after.covers.map((c) => c.confirmedBy)).toEqual(Array(2).fill(`checked by ${NOOR} on Nov 23, 2026`))
  expect(rowOf(ws)).toMatchObject({ mapping: 'mapped', mappedAddress: '12 Mill Street|Elm Fork|' })
  expect(String(rowOf(ws)?.mappingNote ?? '')).toBe('')
})

test('undoing brings back the rows, who confirmed them, the mapping and its reason', () => {
  const ws = scene()
  const before = cardOf(ws)
  const [rows, row] = [rowsIn(ws, 'coverage'), rowOf(ws)]
  const after = ask(
    ws,
    MAYA,
    'setCovers',
    asking(before, [cover('lower', '9A')], { confirm: true, point: [44.1, -93.2] }),
  )
  expect(after.point).toEqual([44.1, -93.2])
  const { mapping, why, next, point } = before
  const undone = ask(ws, MAYA, 'setCovers', asking(after, coversOf(before), { back: { mapping, why, next }, point }))
  expect({ ...undone, seal: '' }).toEqual({ ...before, seal: '' })
  expect(undone.seal).toBe(before.seal)
  const sorted = (all: typeof rows) => all.map((r) => JSON.stringify(r)).sort()
  expect(sorted(rowsIn(ws, 'coverage'))).toEqual(sorted(rows))
  expect(rowOf(ws)).toMatchObject({ upper: '1', lower: '1A', mapping: 'check', mappingNote: row?.mappingNote })
})

test('a group counts as mapped once a person has named a district of every chamber, and not before', () => {
  const ws = scene()
  const one = ask(ws, MAYA, 'setCovers', asking(cardOf(ws), [cover('upper', '3')]))
  expect(one).toMatchObject({ mapping: 'check', why: '90 m from a border.' })
  const two = ask(ws, MAYA, 'setCovers', asking(one, [...coversOf(one), cover('lower', '5A')]))
  expect(two).toMatchObject({ mapping: 'mapped', why: '' })
  const none = ask(ws, MAYA, 'setCovers', asking(two, []))
  expect(none).toMatchObject({ mapping: 'none', covers: [] })
  expect(rowOf(ws)).toMatchObject({ upper: null, lower: null })
})

test('the same district twice, however it is spelled, is one', () => {
  const ws = scene()
  const after = ask(
    ws,
    MAYA,
    'setCovers',
    asking(cardOf(ws), [
      cover('lower', '012a', { share: 5 }),
      cover('lower', '12A', { share: 9 }),
      cover('upper', '01'),
    ]),
  )
  expect(after.covers.map((c) => [c.label, c.share])).toEqual([
    ['Senate 1', null],
    ['House 12A', 5],
  ])
})

test('what cannot be is refused where it was typed, and nothing is written', () => {
  const ws = scene()
  const card = cardOf(ws)
  const rows = rowsIn(ws, 'coverage')
  const refused = (covers: Cover[], more: Partial<Asked> = {}) =>
    faultOf(() => ask(ws, MAYA, 'setCovers', asking(card, covers, more)))
  expect(refused([cover('lower', '99Z')])).toMatchObject({ code: 'UNKNOWN_DISTRICT', field: 'district' })
  expect(refused([cover('lower', '<img src=x>')]).message).toContain('<img src=x>')
  for (const share of [-1, 101, 1e9])
    expect(refused([cover('lower', '9A', { share })])).toMatchObject({ code: 'BAD_SHARE', field: 'share' })
  expect(refused([], { confirm: true }).code).toBe('NOTHING_TO_CONFIRM')
  expect(refused([cover('lower', '9A')], { point: [91, 0] }).code).toBe('BAD_POINT')
  expect(refused([cover('lower', '9A')], { groupId: 'G-404' }).code).toBe('GROUP_GONE')
  ws.edit(MAYA, 'Groups', 4, 1, 'G-001')
  expect(refused([cover('lower', '9A')]).code).toBe('ID_TWICE')
  expect(rowsIn(ws, 'coverage')).toEqual(rows)
  expect(rowsIn(ws, 'log').filter((row) => row.did === 'set districts')).toEqual([])
})

test('a row that somebody typed strangely by hand can be left, and be taken away', () => {
  const ws = scene()
  fillIn(ws, { coverage: [{ groupId: 'G-001', chamber: 'lower', district: '99Z' }] })
  const card = cardOf(ws)
  const kept = ask(ws, MAYA, 'setCovers', asking(card, [...coversOf(card), cover('lower', '7')]))
  expect(labels(kept)).toContain('House 99Z')
  const gone = ask(
    ws,
    MAYA,
    'setCovers',
    asking(
      kept,
      coversOf(kept).filter((c) => c.district !== '99Z'),
    ),
  )
  expect(labels(gone)).toEqual(['Senate 1', 'House 1A', 'House 7'])
})

test('texts that are formulas stay texts', () => {
  const ws = scene()
  const card = cardOf(ws)
  const odd = cover('lower', '9A', { lines: '=1+1', confirmedBy: '=IMPORTXML("x","y")' })
  const after = ask(ws, MAYA, 'setCovers', asking(card, [odd]))
  expect(after.covers[0]).toMatchObject({ lines: '=1+1', confirmedBy: '=IMPORTXML("x","y")' })
})

describe('two people at once', () => {
  test('the second one is told, sees what the first did, and writes nothing', () => {
    const ws = scene()
    const card = cardOf(ws)
    ask(ws, NOOR, 'setCovers', asking(card, [...coversOf(card), cover('lower', '7')]))
    const rows = rowsIn(ws, 'coverage')
    const fault = faultOf(() => ask(ws, MAYA, 'setCovers', asking(card, [...coversOf(card), cover('lower', '9A')])))
    expect(fault).toMatchObject({ code: 'COVERS_CHANGED', message: expect.stringMatching(/the card shows it now/) })
    expect(rowsIn(ws, 'coverage')).toEqual(rows)
    const fresh = cardOf(ws)
    expect(labels(ask(ws, MAYA, 'setCovers', asking(fresh, [...coversOf(fresh), cover('lower', '9A')])))).toEqual([
      'Senate 1',
      'House 1A',
      'House 7',
      'House 9A',
    ])
  })

  test.each([
    ['a row taken away', (ws: Workspace) => ws.people.deleteRows(NOOR, 'Coverage', 2)],
    ['a share typed by hand', (ws: Workspace) => ws.edit(NOOR, 'Coverage', 2, 6, '55')],
    ['another address', (ws: Workspace) => ws.edit(NOOR, 'Groups', 2, 4, '1 Elm Street')],
  ])('%s in the sheet meanwhile is noticed too', (_, meanwhile) => {
    const ws = scene()
    const card = cardOf(ws)
    meanwhile(ws)
    const fault = faultOf(() => ask(ws, MAYA, 'setCovers', asking(card, coversOf(card), { confirm: true })))
    expect(fault.code).toBe('COVERS_CHANGED')
  })

  test('both may want the same', () => {
    const ws = scene()
    const card = cardOf(ws)
    const wanted = [...coversOf(card), cover('lower', '7')]
    ask(ws, NOOR, 'setCovers', asking(card, wanted))
    expect(labels(ask(ws, MAYA, 'setCovers', asking(card, wanted)))).toEqual(['Senate 1', 'House 1A', 'House 7'])
  })
})

describe('a run that is killed', () => {
  /** Everything at once: one row stays changed, one goes, two come, a point is set, all is confirmed. */
  const request = (ws: Workspace): Asked => {
    const card = cardOf(ws)
    const [senate] = coversOf(card)
    return asking(
      card,
      [{ ...(senate as Cover), share: 40 }, cover('lower', '7'), cover('lower', '9A', { basis: 'declared' })],
      { confirm: true, point: [44.1, -93.2] },
    )
  }
  const table = (ws: Workspace, name: 'coverage' | 'groups' | 'districts') =>
    rowsIn(ws, name)
      .map((row) => JSON.stringify({ ...row, mappedOn: row.mappedOn ? 'a day' : null }))
      .sort()
  const tables = (ws: Workspace) => [table(ws, 'coverage'), table(ws, 'groups'), table(ws, 'districts')]

  test('anywhere, and asked for again, ends like one that was not', () => {
    const calls: ServiceCall[] = []
    const smooth = scene()
    const asked = request(smooth)
    const first = smooth.callCount
    smooth.hook = { before: (call) => void calls.push(call) }
    ask(smooth, MAYA, 'setCovers', asked)
    smooth.hook = null
    const wanted = tables(smooth)
    expect(calls.length).toBeGreaterThan(20)
    for (let n = 0; n < calls.length; n++) {
      const ws = scene()
      const again = request(ws)
      const start = ws.callCount
      ws.hook = {
        before(call) {
          if (call.n - start === (calls[n]?.n ?? 0) - first) call.execution.kill()
        },
      }
      expect(() => ask(ws, MAYA, 'setCovers', again)).toThrow()
      ws.hook = null
      expect({ n, seal: ask(ws, MAYA, 'setCovers', again).mapping }).toEqual({ n, seal: 'mapped' })
      expect({ n, tables: tables(ws) }).toEqual({ n, tables: wanted })
    }
  })

  test.each([
    ['sorts Coverage', (ws: Workspace) => ws.people.sort(NOOR, 'Coverage', 4, false)],
    ['inserts a row into Groups', (ws: Workspace) => ws.people.insertRows(NOOR, 'Groups', 2)],
  ])('while somebody %s before any call, the rows are right', (_, meanwhile) => {
    const smooth = scene()
    const asked = request(smooth)
    const first = smooth.callCount
    ask(smooth, MAYA, 'setCovers', asked)
    const [wanted, calls] = [tables(smooth), smooth.callCount - first]
    for (let n = 1; n <= calls; n++) {
      const ws = scene()
      const again = request(ws)
      const start = ws.callCount
      ws.hook = {
        before(call) {
          if (call.n - start !== n) return
          ws.hook = null
          meanwhile(ws)
        },
      }
      ask(ws, MAYA, 'setCovers', again)
      expect({ n, tables: tables(ws) }).toEqual({ n, tables: wanted })
    }
  })
})

test('a mapped group that loses a chamber’s only district is to be checked, until a person says that it is right so', () => {
  const ws = scene()
  const both = ask(ws, MAYA, 'setCovers', asking(cardOf(ws), [cover('upper', '3'), cover('lower', '5A')]))
  expect(both).toMatchObject({ mapping: 'mapped' })
  const one = ask(ws, MAYA, 'setCovers', asking(both, [cover('upper', '3')]))
  expect(one).toMatchObject({ mapping: 'check', why: 'In one chamber the group has no district any more.' })
  const sure = ask(ws, MAYA, 'setCovers', asking(one, coversOf(one), { confirm: true }))
  expect(sure).toMatchObject({ mapping: 'mapped', why: '' })
})
