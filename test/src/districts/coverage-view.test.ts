/** What the coverage dialog is given: committees as people type them, where groups are; and how it is opened. */
import { franklin } from '../../../workbench/franklin'
import { type Desk, openDesk } from '../../support/desk'
import { importLegislators } from '../../support/import-legislators'

const MAYA = 'maya@example.org'
const state = franklin(1, 60)

function prepared(): Desk {
  const desk = openDesk(MAYA, { network: state.network, now: Date.parse(state.now) })
  desk.ask(MAYA, 'setUp', { state: 'FR' })
  importLegislators(desk, MAYA)
  return desk
}
const type = (desk: Desk, tab: string, rows: string[][]) => desk.workspace.people.paste(MAYA, tab, 2, 1, rows)

describe('committees', () => {
  const desk = prepared()
  const { districts } = desk.ask(MAYA, 'coverage', {})
  const seats = districts.flatMap((one) => one.legislators.map((seat) => ({ ...seat, chamber: one.chamber })))
  const [first, second] = seats.filter((seat) => seat.chamber === 'lower' && !seat.vacant)
  const senator = seats.find((seat) => seat.chamber === 'upper' && !seat.vacant)
  if (!first || !second || !senator) throw new Error('Franklin has no legislators')

  test('members are found by ID or by name, whatever the case and spaces; others are listed', () => {
    type(desk, 'Committees', [
      ['Housing', 'lower', first.id],
      ['housing ', 'lower', `  ${second.name.toUpperCase().replace(' ', '  ')} `],
      ['Housing', 'lower', 'Jo Public'],
      ['Housing', 'lower', senator.name],
      ['Joint rules', '', senator.id],
      ['', 'lower', first.id],
      ['Empty', 'upper', ''],
      ['Housing', 'upper', senator.name],
    ])
    const { committees, unknown } = desk.ask(MAYA, 'coverage', {})
    expect(committees).toEqual([
      { name: 'Housing', chamber: 'lower', legislatorIds: [first.id, second.id] },
      { name: 'Joint rules', chamber: '', legislatorIds: [senator.id] },
      { name: 'Housing', chamber: 'upper', legislatorIds: [senator.id] },
    ])
    expect(unknown).toEqual(['Housing: Jo Public', `Housing: ${senator.name}`])
  })

  test('a name that two legislators have is nobody’s: a person has to write the ID', () => {
    const tab = 'Legislators'
    type(desk, tab, [['ocd-person/a', 'Pat Twin', 'lower', '1A'], ['ocd-person/b', 'Pat Twin', 'lower', '1B']]) // biome-ignore format: two rows
    type(desk, 'Committees', [['Housing', 'lower', 'Pat Twin']])
    expect(desk.ask(MAYA, 'coverage', {}).unknown).toContain('Housing: Pat Twin')
  })
})

describe('places', () => {
  test('groups that count are there with town, lead, and the point as numbers where it is one', () => {
    const desk = prepared()
    const rows = [
      ['G-001', 'Elm Fork', 'Elm Fork'],
      ['G-002', 'Cedar Bend', 'Cedar Bend'],
      ['G-003', 'Quarry', 'Quarry'],
      ['G-004', 'Left', 'Marlow'],
    ]
    type(desk, 'Groups', rows)
    type(desk, 'People', [['P-001', 'Dana', 'dana@example.org', '', 'g-001', 'lead']])
    const sheet = desk.workspace.spreadsheet().sheets.find((one) => one.name === 'Groups')
    const column = (header: string) => (sheet?.cells[0] ?? []).indexOf(header) + 1
    const point = column('Point')
    const points = ['44.95, -93.1', 'somewhere', '95, 10', '']
    points.forEach((text, i) => void desk.workspace.people.edit(MAYA, 'Groups', i + 2, point, text))
    desk.workspace.people.edit(MAYA, 'Groups', 5, column('Status'), 'left')
    expect(desk.ask(MAYA, 'coverage', {}).places).toEqual([
      { groupId: 'G-001', town: 'Elm Fork', led: true, point: [44.95, -93.1] },
      { groupId: 'G-002', town: 'Cedar Bend', led: false, point: null },
      { groupId: 'G-003', town: 'Quarry', led: false, point: null },
    ])
  })
})

describe('the dialog', () => {
  const shown = (desk: Desk) =>
    desk.workspace.ui(MAYA).dialogs.map(({ html, ...rest }) => ({ ...rest, large: html.length > 50_000 }))
  const one = { id: 1, title: 'Coverage', width: 1000, height: 640, modal: false, large: true }

  test('the sidebar opens it beside the sheet', () => {
    const desk = prepared()
    desk.ask(MAYA, 'openDialog', { page: 'Coverage' })
    expect(shown(desk)).toEqual([one])
  })

  test('the menu opens it as well', () => {
    const desk = prepared()
    desk.workspace.people.clickMenu(MAYA, 'Statewide', 'See the coverage')
    expect(shown(desk)).toEqual([one])
  })

  test('what a page is opened for stands behind it; what could be markup does not', () => {
    const desk = prepared()
    const end = (callId: string) => {
      desk.ask(MAYA, 'openDialog', { page: 'Agenda', callId })
      return desk.workspace.ui(MAYA).dialogs.at(-1)?.html.trimEnd().split('</html>').pop()
    }
    expect(end('C-0002')?.trim()).toBe('<meta name="shown" content="C-0002">')
    expect(end('"><script>alert(1)</script>')).toBe('')
  })

  test('a page that there is not cannot be asked for', () => {
    const desk = prepared()
    expect(desk.faultOf(MAYA, 'openDialog', { page: 'Code' as 'Coverage' }).code).toBe('BAD_REQUEST')
    expect(shown(desk)).toEqual([])
  })

  test('everything it shows is read in a number of sheet calls that does not grow with the rows', () => {
    const calls = (rows: number): number => {
      const desk = prepared()
      type(
        desk,
        'Groups',
        Array.from({ length: rows }, (_, i) => [`G-${i + 1}`, `Group ${i}`, 'Ashby']),
      )
      type(
        desk,
        'Committees',
        Array.from({ length: rows }, (_, i) => ['Housing', 'lower', `Member ${i}`]),
      )
      let count = 0
      desk.workspace.hook = { before: (call) => void (count += call.service === 'SpreadsheetApp' ? 1 : 0) }
      desk.ask(MAYA, 'coverage', {})
      return count
    }
    const few = calls(3)
    expect(few).toBeGreaterThan(0)
    expect(calls(300)).toBe(few)
  })
})
