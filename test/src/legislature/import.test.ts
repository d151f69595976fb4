/** Bringing in legislators through the front door, with the real file of Minnesota and what may become of it. */
import type { Network } from '../../../workbench/workspace/network'
import { describeWithData, readShared } from '../../shared-data'
import { type Desk, openDesk } from '../../support/desk'
import { importFault, importLegislators } from '../../support/import-legislators'
import { parseCsv, toCsv } from '../../support/parse-csv'

const MAYA = 'maya@example.org'

describeWithData('bringing in the legislators of Minnesota', () => {
  const real = readShared('legislators/mn.csv')

  /** A desk whose Open States answers what `file` holds at the time. */
  function desk(): { open: Desk; file: { body: string; status: number } } {
    const file = { body: real, status: 200 }
    const network: Network = [
      ({ url }) => (url === 'https://data.openstates.org/people/current/mn.csv' ? { ...file, ms: 500 } : null),
    ]
    const open = openDesk(MAYA, { network, timeZone: 'America/Chicago' })
    open.ask(MAYA, 'setUp', { state: 'MN' })
    return { open, file }
  }
  const edited = (change: (rows: Record<string, string>[]) => Record<string, string>[]): string => {
    const [header = [], ...rows] = parseCsv(real)
    const records = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
    return toCsv([header, ...change(records).map((record) => header.map((name) => record[name] ?? ''))])
  }
  const seatsOf = (open: Desk, label: string) =>
    open.ask(MAYA, 'districts', {}).districts.find((d) => d.label === label)?.legislators ?? []
  const idOf = (open: Desk, name: string) =>
    open
      .ask(MAYA, 'districts', {})
      .districts.flatMap((d) => d.legislators)
      .find((s) => s.name === name)?.id ?? ''

  test('gives every district its members, and tells of the leaked row and the vacant seat', () => {
    const { open } = desk()
    const done = importLegislators(open, MAYA)
    expect(done).toMatchObject({ total: 200, changes: [], vacant: ['House 21A'] })
    expect(done.unjoined.map((u) => u.name)).toEqual(['Joe Schomacker'])
    const { districts, chambers } = open.ask(MAYA, 'districts', {})
    expect(chambers.map((c) => c.name)).toEqual(['Senate', 'House'])
    expect(districts).toHaveLength(201)
    expect(districts.every((d) => d.legislators.length === 1)).toBe(true)
    expect(seatsOf(open, 'House 29A').map((s) => s.name)).toEqual(['Joe McDonald'])
    expect(seatsOf(open, 'House 21A')).toMatchObject([{ vacant: true }])
  })

  test('a second time tells what changed, and keeps the phones that people typed', () => {
    const { open, file } = desk()
    importLegislators(open, MAYA)
    expect(importLegislators(open, MAYA)).toMatchObject({ changes: [] })
    const gomez = idOf(open, 'Aisha Gomez')
    expect(open.ask(MAYA, 'setPhone', { legislatorId: gomez, phone: '(651) 296 4123' })).toEqual({
      phone: '651-296-4123',
    })

    file.body = edited((rows) => [
      ...rows
        .filter((row) => row.name !== 'Alex Falconer' && row.name !== 'Joe Schomacker')
        .map((row) => (row.name === 'Aisha Gomez' ? { ...row, name: 'Aisha Gómez', email: '' } : row)),
      { ...rows[0], id: 'ocd-person/new', name: '=HYPERLINK("http://evil.example","New")', current_district: '21A' },
    ])
    const done = importLegislators(open, MAYA)
    expect(done.changes).toEqual([
      {
        kind: 'changed',
        name: 'Aisha Gómez',
        detail: expect.stringMatching(/name was Aisha Gomez; e-mail: .* → none/),
      },
      { kind: 'new', name: '=HYPERLINK("http://evil.example","New")', detail: 'House 21A' },
      { kind: 'gone', name: 'Alex Falconer', detail: 'House 49A' },
    ])
    expect(done).toMatchObject({ unjoined: [], vacant: ['House 49A'] })
    expect(seatsOf(open, 'House 62A')).toMatchObject([{ name: 'Aisha Gómez', phone: '651-296-4123' }])
    expect(seatsOf(open, 'House 49A')).toMatchObject([{ vacant: true }])
    expect(seatsOf(open, 'House 21A')).toMatchObject([{ name: '=HYPERLINK("http://evil.example","New")' }])
  })

  test('someone who comes back has their seat and phone again', () => {
    const { open, file } = desk()
    importLegislators(open, MAYA)
    open.ask(MAYA, 'setPhone', { legislatorId: idOf(open, 'Alex Falconer'), phone: '651-296-4000' })
    file.body = edited((rows) => rows.filter((row) => row.name !== 'Alex Falconer'))
    importLegislators(open, MAYA)
    file.body = real
    importLegislators(open, MAYA)
    expect(seatsOf(open, 'House 49A')).toMatchObject([{ name: 'Alex Falconer', phone: '651-296-4000', vacant: false }])
  })

  test('a file that is cut off, empty, a web page or missing changes nothing', () => {
    const { open, file } = desk()
    importLegislators(open, MAYA)
    const before = open.ask(MAYA, 'districts', {})
    const lines = real.split('\r\n')
    const bad = [
      { body: lines.slice(0, 60).join('\r\n'), status: 200 },
      { body: real.slice(0, 40_000), status: 200 },
      { body: lines[0] ?? '', status: 200 },
      { body: '', status: 200 },
      { body: '<!doctype html><p>Moved</p>', status: 200 },
      { body: 'NoSuchKey', status: 404 },
      { body: '<html>', status: 502 },
    ]
    for (const answer of bad) {
      Object.assign(file, answer)
      expect(importFault(open, MAYA)).toMatchObject({
        code: expect.stringMatching(/^OPEN_STATES_/),
        next: expect.stringMatching(/Nothing in the sheet was changed/),
      })
      expect(open.ask(MAYA, 'districts', {})).toEqual(before)
    }
  })

  test('a number that cannot be dialled, or for nobody, is refused', () => {
    const { open } = desk()
    importLegislators(open, MAYA)
    const legislatorId = idOf(open, 'Aisha Gomez')
    expect(open.faultOf(MAYA, 'setPhone', { legislatorId, phone: 'call me' })).toMatchObject({
      code: 'BAD_PHONE',
      field: 'phone',
    })
    expect(open.faultOf(MAYA, 'setPhone', { legislatorId: 'ocd-person/none', phone: '6512964123' }).code).toBe(
      'LEGISLATOR_GONE',
    )
  })

  test('the sheet is called as often after an election as before', () => {
    const callsFor = (change: (rows: Record<string, string>[]) => Record<string, string>[]) => {
      const { open, file } = desk()
      importLegislators(open, MAYA)
      const count = () =>
        [...open.workspace.meters].reduce(
          (n, [key, line]) => n + (key.startsWith('SpreadsheetApp.') ? line.calls : 0),
          0,
        )
      file.body = edited(change)
      const before = count()
      const { changes } = importLegislators(open, MAYA)
      return { calls: count() - before, changes: changes.length }
    }
    const renamed = (every: number) => (rows: Record<string, string>[]) =>
      rows.map((row, i) => (i % every === 0 ? { ...row, id: `${row.id}-next`, name: `Next ${i}` } : row))
    const few = callsFor(renamed(100))
    const many = callsFor(renamed(2))
    expect(many.changes).toBeGreaterThan(20 * few.changes)
    expect(many.calls).toBeLessThanOrEqual(few.calls + 4)
  })
})
