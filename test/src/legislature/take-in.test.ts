/** What the page sends to stand in Legislators: written whole, beside what people type meanwhile, or refused whole. */
import * as fc from 'fast-check'
import { planLegislators } from '../../../src/legislature/in-page'
import { takeIn } from '../../../src/legislature/take-in'
import { districtPlan } from '../../../src/registry/district-plan'
import { allStates, stateOf } from '../../../src/registry/states'
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { Workspace } from '../../../workbench/workspace/workspace'
import { type Desk, deskOn, openDesk } from '../../support/desk'
import { importLegislators, plannedLegislators } from '../../support/import-legislators'
import { toCsv } from '../../support/parse-csv'

const MAYA = 'maya@example.org'
const HEADER = ['id', 'name', 'current_party', 'current_district', 'current_chamber', 'email', 'district_voice']
/** Nebraska: one chamber, 49 seats. `change` may turn a row into another one, or into none. */
const fileOf = (change: (row: string[], n: number) => string[] | null = (row) => row): string =>
  toCsv([
    HEADER,
    ...Array.from({ length: 49 }, (_, i) =>
      change([`ocd-person/${i + 1}`, `Senator ${i + 1}`, 'Blue', `${i + 1}`, 'legislature', '', '555-010-0000'], i + 1),
    ).filter((row) => row !== null),
  ])

let file = ''
const network = [() => ({ status: 200, body: file })]
function opened(): Desk {
  file = fileOf()
  const desk = openDesk(MAYA, { network })
  desk.ask(MAYA, 'setUp', { state: 'NE' })
  return desk
}
const tabOf = (desk: Desk, name: string) => desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === name)
/** The rows of Legislators by header. */
function legislators(desk: Desk): Record<string, unknown>[] {
  const [header = [], ...rows] = tabOf(desk, 'Legislators')?.cells ?? []
  return rows
    .filter((row) => row?.some((cell) => cell !== null && cell !== ''))
    .map((row) => Object.fromEntries(header.map((name, i) => [String(name), row?.[i] ?? ''])))
}
const rowOf = (desk: Desk, id: string) => legislators(desk).find((row) => row['Legislator ID'] === id)
/** Types into a cell as a person does, wherever the row stands now. */
function type(desk: Desk, id: string, header: string, text: string): void {
  const cells = tabOf(desk, 'Legislators')?.cells ?? []
  const row = cells.findIndex((one) => one?.[0] === id)
  desk.workspace.edit(MAYA, 'Legislators', row + 1, (cells[0] ?? []).indexOf(header) + 1, text)
}

describe('between the page’s plan and the write', () => {
  test('what a person types stays: phones, and that someone leaves', () => {
    const desk = opened()
    file = fileOf((row) => [...row.slice(0, 6), ''])
    importLegislators(desk, MAYA)
    file = fileOf()
    const sent = plannedLegislators(desk, MAYA)
    expect(sent.rows.find((row) => row.id === 'ocd-person/7')?.districtPhone).toBe('555-010-0000')
    type(desk, 'ocd-person/7', 'District phone', '402-555-0177')
    type(desk, 'ocd-person/7', 'Capitol phone', '402-555-0178')
    type(desk, 'ocd-person/8', 'Leaves/Vacant', 'resigned in May')
    desk.ask(MAYA, 'commitLegislators', sent)
    expect(rowOf(desk, 'ocd-person/7')).toMatchObject({
      'District phone': '402-555-0177',
      'Capitol phone': '402-555-0178',
    })
    expect(rowOf(desk, 'ocd-person/8')).toMatchObject({
      'District phone': '555-010-0000',
      'Leaves/Vacant': 'resigned in May',
    })
  })

  test('a second import that was quicker is not doubled, and the phone typed for its new senator stays', () => {
    const desk = opened()
    file = fileOf((row, n) => (n === 5 ? null : row))
    importLegislators(desk, MAYA)
    file = fileOf((row) => [...row.slice(0, 6), '555-010-0000'])
    const sent = plannedLegislators(desk, MAYA)
    importLegislators(desk, MAYA)
    type(desk, 'ocd-person/5', 'District phone', '402-555-0155')
    expect(desk.ask(MAYA, 'commitLegislators', sent)).toEqual({ added: 0 })
    expect(legislators(desk)).toHaveLength(49)
    expect(rowOf(desk, 'ocd-person/5')).toMatchObject({ 'District phone': '402-555-0155' })
  })

  test('a row that was deleted comes back where its person sits, and stays away where not', () => {
    const desk = opened()
    importLegislators(desk, MAYA)
    file = fileOf((row, n) => (n === 1 ? null : row))
    const sent = plannedLegislators(desk, MAYA)
    desk.workspace.people.deleteRows(MAYA, 'Legislators', 2, 2)
    expect(desk.ask(MAYA, 'commitLegislators', sent)).toEqual({ added: 1 })
    expect(rowOf(desk, 'ocd-person/1')).toBeUndefined()
    expect(rowOf(desk, 'ocd-person/2')).toMatchObject({ Name: 'Senator 2', District: '2' })
  })
})

test('stopped at any call of the write and done again, the tabs stand as if it had gone through', () => {
  const desk = opened()
  file = fileOf((row, n) => (n > 40 ? null : row))
  importLegislators(desk, MAYA)
  type(desk, 'ocd-person/3', 'Capitol phone', '402-555-0103')
  file = fileOf((row, n) => (n < 3 ? null : n === 4 ? [row[0] ?? '', 'Renamed', ...row.slice(2)] : row))
  const json = desk.workspace.save()
  const afresh = () => deskOn(Workspace.load(desk.workspace.options, json))
  const sent = plannedLegislators(desk, MAYA)
  const standing = (of: Desk) => ({
    legislators: legislators(of)
      .map(({ 'As of': _, ...row }) => JSON.stringify(row))
      .sort(),
    districts: of.ask(MAYA, 'districts', {}).districts,
  })

  const whole = afresh()
  const calls: ServiceCall[] = []
  whole.workspace.hook = { before: (call) => void calls.push(call) }
  whole.ask(MAYA, 'commitLegislators', sent)
  whole.workspace.hook = null
  const expected = standing(whole)
  expect(expected.legislators).toHaveLength(49)

  // Around a call that only reads, a kill finds what it found before.
  const changing = calls.filter(({ method }) => /set|flush|insert|lock/i.test(method))
  expect(changing.length).toBeGreaterThan(5)
  for (const { n, method } of changing) {
    const struck = afresh()
    struck.workspace.hook = {
      before(call) {
        if (call.n === n) call.execution.kill()
      },
    }
    expect(() => struck.ask(MAYA, 'commitLegislators', sent)).toThrow()
    struck.workspace.hook = null
    importLegislators(struck, MAYA)
    expect({ before: method, n, ...standing(struck) }).toEqual({ before: method, n, ...expected })
  }
})

describe('rows that no page of ours would send', () => {
  const desk = opened()
  importLegislators(desk, MAYA)
  const { rows } = plannedLegislators(desk, MAYA)
  const before = JSON.stringify(legislators(desk))
  const first = (change: object) => rows.map((row, i) => (i === 0 ? { ...row, ...change } : row))

  test.each([
    ['none at all', []],
    ['fewer than half the seats', rows.slice(0, 24)],
    ['everyone without a seat', rows.map((row) => ({ ...row, chamber: '' as const, district: '' }))],
    ['someone twice', [...rows, rows[0]]],
    ['someone twice, spaced', [...rows, { ...rows[0], id: ` ${rows[0]?.id} ` }]],
    ['no ID', first({ id: ' ' })],
    ['no name', first({ name: '' })],
    ['no district', first({ district: ' ' })],
    ['a chamber that Nebraska lacks', first({ chamber: 'lower' })],
    ['another source', first({ source: 'by hand' })],
    ['a line break', first({ name: 'Ann\nBcc: all' })],
    ['districts of nowhere', rows.map((row) => ({ ...row, district: `X${row.district}` }))],
  ])('%s: refused whole', (_, sent) => {
    expect(desk.faultOf(MAYA, 'commitLegislators', { rows: sent } as never)).toMatchObject({
      code: 'ROW_REFUSED',
      next: expect.stringMatching(/^Nothing was written\./),
    })
    expect(JSON.stringify(legislators(desk))).toBe(before)
  })

  test.each([
    ['a chamber of no kind', first({ chamber: 'mayor' })],
    ['a name without end', first({ name: 'x'.repeat(501) })],
    ['a cell that is no text', first({ party: 7 })],
    ['rows without end', Array.from({ length: 5_001 }, (_, i) => ({ ...rows[0], id: `ocd-person/x${i}` }))],
  ])('%s: not accepted at the door', (_, sent) => {
    expect(desk.faultOf(MAYA, 'commitLegislators', { rows: sent } as never)).toMatchObject({
      code: 'BAD_REQUEST',
      field: 'rows',
    })
    expect(JSON.stringify(legislators(desk))).toBe(before)
  })

  test('columns of people and columns that there are not are never written', () => {
    const sent = first({ leaves: 'gone', asOf: '1999-01-01', __proto__: { x: 1 }, note: 'x' })
    desk.ask(MAYA, 'commitLegislators', { rows: sent })
    expect(rowOf(desk, 'ocd-person/1')).toMatchObject({ 'Leaves/Vacant': '', Name: 'Senator 1' })
    expect(desk.ask(MAYA, 'districts', {}).asOf).toMatch(/^2026-11-23/)
  })

  test('nobody can send someone’s phone over the one that stands', () => {
    desk.ask(MAYA, 'setPhone', { legislatorId: 'ocd-person/1', phone: '402-555-0101' })
    desk.ask(MAYA, 'commitLegislators', { rows: first({ capitolPhone: '1', districtPhone: '2' }) })
    expect(rowOf(desk, 'ocd-person/1')).toMatchObject({
      'Capitol phone': '402-555-0101',
      'District phone': '555-010-0000',
    })
  })

  test('a formula is kept as text', () => {
    desk.ask(MAYA, 'commitLegislators', { rows: first({ name: '=1+1', party: '+x', email: '@x' }) })
    expect(Object.keys(tabOf(desk, 'Legislators')?.formulas ?? {})).toEqual([])
    expect(desk.ask(MAYA, 'districts', {}).districts[0]?.legislators[0]?.name).toBe('=1+1')
  })
})

test('whatever the page finds good is taken', () => {
  const wild = fc.string({ unit: 'binary', maxLength: 200 })
  const named = wild.filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(
      // With so few seats the odd ones would be too many, and the page would not find the list good.
      fc.constantFrom(
        ...allStates()
          .map((state) => state.code)
          .filter((code) => code !== 'dc'),
      ),
      fc.array(fc.record({ at: fc.nat(), name: wild, district: fc.option(wild), id: fc.option(wild) }), {
        maxLength: 12,
      }),
      fc.array(fc.record({ id: named, district: wild, source: fc.constantFrom('Open States', 'by hand') }), {
        maxLength: 5,
      }),
      (code, odd, standing) => {
        const state = stateOf(code)
        if (!state) throw new Error(code)
        const people = state.chambers.flatMap((facts) =>
          districtPlan(facts).flatMap((planned) =>
            Array.from({ length: planned.seats }, (_, seat) => [
              `ocd-person/${facts.chamber}${planned.district}${seat}`,
              'Ann Example',
              '',
              planned.district,
              facts.chamber,
              '',
              '',
            ]),
          ),
        )
        for (const { at, name, district, id } of odd) {
          const row = people[at % people.length] ?? []
          row[1] = name
          if (district !== null) row[3] = district
          if (id !== null) row[0] = id
        }
        const plan = planLegislators({
          file: { status: 200, body: toCsv([HEADER, ...people]), broken: false },
          state,
          standing: standing.map((row) => ({
            ...row,
            name: '',
            chamber: 'upper' as const,
            party: '',
            email: '',
            districtPhone: '',
            leaves: '',
          })),
          now: '2026-11-23T17:00:00.000Z',
          zones: ['Nowhere/At all', 'America/New_York'],
        })
        expect(takeIn(plan.rows, state).size).toBe(plan.rows.length)
      },
    ),
    { numRuns: 60 },
  )
})
