/** Setting up makes everything, repairing mends what is broken, and neither touches what a person typed. */
import { SHEET_VERSION, toSettings } from '../../../src/registry/settings'
import { TABLE_NAMES, TABLES } from '../../../src/registry/tables'
import { groupRows, LEE, MAYA, openProbe, type Probe, type Row } from './probe'

interface SetUp {
  created: string[]
  repaired: string[]
  kept: number
}
const setUp = (probe: Probe) => probe.call<SetUp>('setUpSheet')
const tabs = TABLE_NAMES.map((name) => TABLES[name].tab)
const sheetOf = (probe: Probe, tab: string) => {
  const found = probe.workspace.spreadsheet().sheets.find((s) => s.name === tab)
  if (!found) throw new Error(`no tab ${tab}`)
  return found
}
const headersOf = (probe: Probe, tab: string) => (probe.cells(tab)[0] ?? []).filter((cell) => cell !== '')

describe('a new sheet', () => {
  test('gets every tab in order with its headers, and the blank tab it came with goes', () => {
    const probe = openProbe({ setUp: false })
    expect(setUp(probe)).toEqual({ created: tabs, repaired: [], kept: 0 })
    expect(probe.workspace.spreadsheet().sheets.map((s) => s.name)).toEqual(tabs)
    for (const name of TABLE_NAMES)
      expect(headersOf(probe, TABLES[name].tab)).toEqual(Object.values(TABLES[name].columns).map((c) => c.header))
  })

  test('keeps a tab that a person filled, whatever its name', () => {
    const probe = openProbe({ setUp: false })
    const [first] = probe.workspace.spreadsheet().sheets
    probe.person.typeAt(String(first?.name), 3, 2, 'ours')
    setUp(probe)
    expect(probe.cells(String(first?.name))[2]).toEqual(['', 'ours'])
  })

  test('has frozen filtered headers with notes, drop-downs, and text columns that stay text', () => {
    const probe = openProbe()
    for (const name of TABLE_NAMES)
      expect([sheetOf(probe, TABLES[name].tab).frozenRows, sheetOf(probe, TABLES[name].tab).filter !== null]).toEqual([
        1,
        true,
      ])
    probe.person.type('Groups', 2, 'ZIP', '01432')
    probe.person.type('Groups', 2, 'Notice needed', '1/2')
    expect(probe.rows('Groups')[0]).toMatchObject({ ZIP: '01432', 'Notice needed': '1/2' })
    expect(() => probe.person.type('Groups', 2, 'Status', 'asleep')).toThrow()
    expect(Object.values(sheetOf(probe, 'Groups').notes)).toContain('Five digits.')
  })

  test('warns before the program’s tabs are edited, but keeps no coordinator’s run out', () => {
    const probe = openProbe()
    for (const tab of ['Outbox', 'Alerts', 'Log', 'Coverage', 'Districts', 'Legislators'])
      expect(sheetOf(probe, tab).protections.map((p) => [p.kind, p.warningOnly])).toEqual([['sheet', true]])
    expect(sheetOf(probe, 'Groups').protections).toEqual([])
    const line = { at: new Date('2026-11-23T17:00:00Z'), who: LEE, did: 'tried', to: 'it', detail: '' }
    probe.callAs(LEE, 'appendRows', 'log', [line])
    expect(probe.call('readTable', 'log')).toEqual([line])
  })

  test('has a row for every setting', () => {
    const probe = openProbe()
    expect(probe.rows('Settings').map((r) => r.Setting)).toContain('Operator')
    expect(probe.call('getSettings')).toEqual(toSettings([]))
  })
})

describe('setting up again', () => {
  const used = () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(4))
    probe.call('setSettings', { state: 'MN', operator: MAYA })
    return probe
  }

  test('changes nothing where nothing is broken', () => {
    const probe = used()
    const before = probe.workspace.save()
    expect(setUp(probe)).toEqual({ created: [], repaired: [], kept: tabs.length })
    const sheets = (json: string) => JSON.stringify(Object.values(JSON.parse(json).spreadsheets))
    expect(sheets(probe.workspace.save())).toBe(sheets(before))
  })

  test('adds a missing column after the last and keeps what stands', () => {
    const probe = used()
    probe.person.insertColumn('Groups', 2, 'Mine')
    probe.person.typeAt('Groups', 2, 2, 'note')
    probe.person.deleteColumn('Groups', 'Town')
    const before = probe.rows('Groups')
    expect(probe.call('findBroken')).toEqual([
      'The tab “Groups” has no column “Town”. If someone renamed it, give it that name again: Repair adds an empty one.',
    ])
    expect(setUp(probe).repaired).toEqual([expect.stringMatching(/^Groups: columns “Town”/)])
    const headers = headersOf(probe, 'Groups')
    expect(headers[headers.length - 1]).toBe('Town')
    expect(probe.rows('Groups')).toEqual(before.map((row) => ({ ...row, Town: '' })))
    expect(probe.call('findBroken')).toEqual([])
    expect(probe.call<Row<'groups'>[]>('readTable', 'groups')).toHaveLength(4)
  })

  test('makes a missing tab again in its place', () => {
    const probe = used()
    probe.workspace.people.deleteTab(LEE, 'People')
    expect(probe.call('findBroken')).toEqual([
      'The tab “People” is missing. If someone renamed it, give it that name again: Repair makes an empty one.',
    ])
    expect(setUp(probe)).toEqual({ created: ['People'], repaired: [], kept: tabs.length - 1 })
    expect(probe.workspace.spreadsheet().sheets.map((s) => s.name)).toEqual(tabs)
  })

  test.each([
    ['formats', (p: Probe) => (sheetOf(p, 'Groups').formats = {}), /format of Group ID/],
    ['drop-downs', (p: Probe) => (sheetOf(p, 'Groups').validations = {}), /drop-down of Status/],
    ['notes', (p: Probe) => (sheetOf(p, 'Groups').notes = {}), /note of .*ZIP/],
    ['the frozen row', (p: Probe) => (sheetOf(p, 'Groups').frozenRows = 0), /frozen header/],
    ['the filter', (p: Probe) => (sheetOf(p, 'Groups').filter = null), /filter/],
    ['the protection', (p: Probe) => (sheetOf(p, 'Outbox').protections = []), /^Outbox: protection/],
  ])('mends %s and says so', (_, lose, told) => {
    const probe = used()
    const before = probe.rows('Groups')
    lose(probe)
    const { created, repaired } = setUp(probe)
    expect(created).toEqual([])
    expect(repaired).toEqual([expect.stringMatching(told)])
    expect(probe.rows('Groups')).toEqual(before)
    expect(setUp(probe).repaired).toEqual([])
  })

  test('adds a missing setting and leaves the others as they are', () => {
    const probe = used()
    const row = probe.rows('Settings').findIndex((r) => r.Setting === 'Mail reserve') + 2
    probe.person.deleteRow('Settings', row)
    expect(setUp(probe).repaired).toEqual(['Settings: 1 missing rows'])
    expect(probe.call('getSettings')).toMatchObject({ state: 'MN', operator: MAYA, mailReserve: 10 })
  })

  test('touches nothing in a sheet that a newer version has set up', () => {
    const probe = used()
    probe.call('setSettings', { version: String(SHEET_VERSION + 1) })
    probe.workspace.people.deleteTab(LEE, 'People')
    const newer = expect.objectContaining({ code: 'SHEET_NEWER' })
    expect(() => setUp(probe)).toThrow(newer)
    expect(() => probe.call('getSettings')).toThrow(newer)
    expect(probe.workspace.spreadsheet().sheets.map((s) => s.name)).not.toContain('People')
  })
})

describe('settings', () => {
  const rows = (values: Record<string, string>): Row<'settings'>[] =>
    Object.entries(values).map(([setting, value]) => ({ setting, value, about: '' }))

  test('are found however people capitalise them, and nonsense counts as not said', () => {
    const read = toSettings(rows({ ' STATE ': ' mn', operator: 'Maya@Example.org ', 'mail reserve': 'lots' }))
    expect(read).toMatchObject({ state: 'MN', operator: MAYA, mailReserve: 10 })
    expect(toSettings(rows({ 'Mail reserve': '0' })).mailReserve).toBe(0)
    expect(toSettings(rows({ 'Mail reserve': '-3' })).mailReserve).toBe(10)
  })

  test('are written into the row that a person has re-capitalised, not into a second one', () => {
    const probe = openProbe()
    const row = probe.rows('Settings').findIndex((r) => r.Setting === 'State') + 2
    probe.person.type('Settings', row, 'Setting', 'STATE')
    probe.call('setSettings', { state: 'NE' })
    expect(probe.rows('Settings').filter((r) => /state/i.test(String(r.Setting)) && r.Value === 'NE')).toHaveLength(1)
    expect(probe.call('getSettings')).toMatchObject({ state: 'NE' })
  })
})

describe('rows typed by hand', () => {
  test('get an ID when asked, and keep everything else', () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(2))
    probe.person.type('Groups', 4, 'Group', 'By hand')
    probe.person.type('Groups', 4, 'Town', 'Oak')
    probe.person.type('Groups', 6, 'Group', '=1')
    expect(probe.call('countNameless', 'groups')).toBe(2)
    expect(probe.call('giveMissingIds', 'groups')).toBe(2)
    expect(probe.call<Row<'groups'>[]>('readTable', 'groups').map((g) => [g.id, g.name, g.town])).toEqual([
      ['G-001', 'Group 001', 'Town 2'],
      ['G-002', 'Group 002', 'Town 1'],
      ['G-003', 'By hand', 'Oak'],
      ['G-004', expect.any(String), ''],
    ])
    expect(probe.call('giveMissingIds', 'groups')).toBe(0)
  })

  test('never take the ID of a row that slid into their place meanwhile', () => {
    for (let n = 1; n <= 25; n++) {
      const probe = openProbe()
      probe.call('appendRows', 'groups', groupRows(3))
      probe.person.type('Groups', 5, 'Group', 'By hand')
      probe.whenever(/./, n, () => probe.person.sort('Groups', 'Group'))
      probe.call('giveMissingIds', 'groups')
      probe.workspace.hook = null
      const known = probe.rows('Groups').filter((r) => String(r.Group).startsWith('Group'))
      expect(known.map((r) => r['Group ID'])).toEqual(['G-001', 'G-002', 'G-003'])
    }
  })
})

test('the selected row of the Groups tab tells its group, other selections tell none', () => {
  const probe = openProbe()
  probe.call('appendRows', 'groups', groupRows(3))
  const select = (tab: string, row: number) => probe.workspace.people.select(MAYA, tab, row, 2)
  select('Groups', 3)
  expect(probe.call('selectedGroupId')).toBe('G-002')
  select('Groups', 1)
  expect(probe.call('selectedGroupId')).toBeNull()
  select('Groups', 30)
  expect(probe.call('selectedGroupId')).toBeNull()
  select('People', 3)
  expect(probe.call('selectedGroupId')).toBeNull()
})
