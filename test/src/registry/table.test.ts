/** Tables in a real-enough sheet: rows by key, columns by header, IDs never twice, calls that do not grow. */
import { groupRows, openProbe, type Row } from './probe'

const ids = (rows: Record<string, unknown>[]) => rows.map((row) => row['Group ID'])

describe('appending', () => {
  test('gives IDs in order and everything comes back as it was given', () => {
    const probe = openProbe()
    const given: Partial<Row<'groups'>>[] = [
      { name: 'Elm Fork', zip: '01432', status: 'active', members: 40, canDo: ['calls', 'rally'] },
      { name: '=1+1', town: '+Town', notes: "'tis\n@here", slack: '@elm', confirmed: new Date('2026-11-01T12:00:00Z') },
    ]
    expect(probe.call('appendRows', 'groups', given)).toEqual(['G-001', 'G-002'])
    const [first, second] = probe.call<Row<'groups'>[]>('readTable', 'groups')
    expect(first).toMatchObject({ id: 'G-001', ...given[0] })
    expect(second).toMatchObject({ id: 'G-002', ...given[1] })
    expect(probe.workspace.spreadsheet().sheets.flatMap((s) => Object.keys(s.formulas))).toEqual([])
  })

  test.each([true, false])('keeps hostile text where apostrophes are kept: %s', (apostropheIsStored) => {
    const probe = openProbe({ unknowns: { apostropheIsStored } })
    const names = ['=HYPERLINK("x")', '+1', '-2', '@a', '\t=1', "'quoted'", "''", '1/2', '01234', '1e5', 'TRUE', '50%']
    probe.call(
      'appendRows',
      'groups',
      names.map((name) => ({ name })),
    )
    expect(probe.call<Row<'groups'>[]>('readTable', 'groups').map((g) => g.name)).toEqual(
      names.map((name) => (name === "''" ? "'" : name)),
    )
    expect(probe.workspace.spreadsheet().sheets.flatMap((s) => Object.keys(s.formulas))).toEqual([])
  })

  test('keeps zeros although someone took the text format off the column', () => {
    const probe = openProbe()
    const sheet = probe.workspace.spreadsheet().sheets.find((s) => s.name === 'Groups')
    if (sheet) sheet.formats = {}
    probe.call('appendRows', 'groups', [{ name: 'Elm Fork', zip: '01432', notice: '3-4' }])
    expect(probe.rows('Groups')[0]).toMatchObject({ ZIP: '01432', 'Notice needed': '3-4' })
  })

  test('never gives an ID again, not even after its row was deleted', () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(3))
    probe.person.deleteRow('Groups', 4)
    expect(probe.call('appendRows', 'groups', [{ name: 'New' }])).toEqual(['G-004'])
    probe.person.typeAt('Groups', 6, 1, 'G-040')
    expect(probe.call('appendRows', 'groups', [{ name: 'Newer' }])).toEqual(['G-041'])
  })

  test('refuses a text that no cell can hold before anything is written', () => {
    const probe = openProbe()
    const rows = [{ name: 'Fine' }, { name: 'x'.repeat(50_001) }]
    expect(() => probe.call('appendRows', 'groups', rows)).toThrow(expect.objectContaining({ code: 'CELL_TOO_LONG' }))
    expect(probe.rows('Groups')).toEqual([])
  })

  test('stands below what people wrote in their own columns, but not below unticked boxes', () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(2))
    const mine = probe.person.columnOf('Groups', 'Notes') + 1
    probe.person.typeAt('Groups', 1, mine, 'Mine')
    probe.person.typeAt('Groups', 5, mine, 'a note')
    probe.person.typeAt('Groups', 40, mine, 'FALSE')
    probe.call('appendRows', 'groups', [{ name: 'New' }])
    expect(probe.cells('Groups')[5]?.[1]).toBe('New')
    expect(probe.cells('Groups')[4]?.[mine - 1]).toBe('a note')
  })

  test('writes past columns of people that stand between ours', () => {
    const probe = openProbe()
    probe.person.insertColumn('Groups', 3, 'Mine')
    probe.person.typeAt('Groups', 2, 3, 'note')
    probe.person.insertColumn('Groups', 1, 'First')
    probe.call('appendRows', 'groups', groupRows(3))
    const rows = probe.rows('Groups')
    expect(rows[0]).toMatchObject({ Mine: 'note', Group: '' })
    expect(rows.slice(1).map((r) => [r['Group ID'], r.Group, r.Mine, r.First])).toEqual([
      ['G-001', 'Group 001', '', ''],
      ['G-002', 'Group 002', '', ''],
      ['G-003', 'Group 003', '', ''],
    ])
  })
})

describe('reading', () => {
  test('finds columns by header wherever they are, however they are spaced and capitalised', () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(1))
    probe.person.rename('Groups', 'Town', '  tOWN ')
    probe.person.insertColumn('Groups', 1, 'Mine')
    probe.workspace.people.moveColumn('lee@example.org', 'Groups', probe.person.columnOf('Groups', 'ZIP'), 1)
    expect(probe.call<Row<'groups'>[]>('readTable', 'groups')[0]).toMatchObject({ town: 'Town 1', zip: '01000' })
  })

  test('leaves out rows without a key', () => {
    const probe = openProbe()
    probe.person.type('Groups', 2, 'Group', 'Typed by hand')
    expect(probe.call('readTable', 'groups')).toEqual([])
  })

  test('says which tab or column is missing and how to get it back', () => {
    const probe = openProbe()
    probe.person.rename('Groups', 'ZIP', 'Post code')
    const noColumn = expect.objectContaining({ code: 'COLUMN_MISSING', message: expect.stringContaining('“ZIP”') })
    expect(() => probe.call('readTable', 'groups')).toThrow(noColumn)
    expect(() => probe.call('appendRows', 'groups', groupRows(1))).toThrow(noColumn)
    probe.workspace.people.renameTab('lee@example.org', 'People', 'Folks')
    expect(() => probe.call('readTable', 'people')).toThrow(
      expect.objectContaining({ code: 'TAB_MISSING', next: expect.stringContaining('Set up or repair') }),
    )
  })
})

describe('updating', () => {
  const filled = () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(6))
    return probe
  }

  test('writes the given columns of the given rows and nothing else', () => {
    const probe = filled()
    const before = probe.rows('Groups')
    const changes = new Map([
      ['G-005', { mapping: 'mapped', upper: '14' }],
      ['G-002', { mapping: 'check', phone: undefined }],
    ])
    expect(probe.call('updateRows', 'groups', changes)).toMatchObject({ missing: [] })
    const after = probe.rows('Groups')
    expect(after[4]).toEqual({ ...before[4], Mapping: 'mapped', 'Upper districts': '14' })
    expect(after[1]).toEqual({ ...before[1], Mapping: 'check' })
    for (const i of [0, 2, 3, 5]) expect(after[i]).toEqual(before[i])
  })

  test('tells which keys are nowhere', () => {
    const probe = filled()
    const changes = new Map([
      ['G-002', { mapping: 'check' }],
      ['G-099', { mapping: 'check' }],
    ])
    expect(probe.call('updateRows', 'groups', changes)).toMatchObject({ missing: ['G-099'] })
    expect(probe.rows('Groups')[1]?.Mapping).toBe('check')
  })

  test('never writes a person’s cell that was not given, though it stands between two that were', () => {
    const probe = filled()
    probe.workspace.hook = {
      before(call) {
        if (!/setValues/.test(call.method)) return
        probe.workspace.hook = null
        probe.person.type('Groups', 3, 'Town', 'Typed meanwhile')
      },
    }
    const changes = new Map(['G-001', 'G-003', 'G-005', 'G-006'].map((id) => [id, { town: `New ${id}` }]))
    probe.call('updateRows', 'groups', changes)
    expect(probe.rows('Groups').map((r) => r.Town)).toEqual([
      'New G-001',
      'Typed meanwhile',
      'New G-003',
      'Town 3',
      'New G-005',
      'New G-006',
    ])
  })

  test('keeps what is odd in the cells it fills up with', () => {
    const probe = filled()
    probe.person.type('Groups', 3, 'Upper districts', "'=odd")
    probe.person.type('Groups', 4, 'Mapping', 'nonsense')
    const changes = new Map(['G-001', 'G-003', 'G-005', 'G-006'].map((id) => [id, { upper: '7', mapping: 'mapped' }]))
    probe.call('updateRows', 'groups', changes)
    expect(probe.call<Row<'groups'>[]>('readTable', 'groups').map((g) => g.upper)).toEqual([
      '7',
      '=odd',
      '7',
      '',
      '7',
      '7',
    ])
    expect(probe.workspace.spreadsheet().sheets.flatMap((s) => Object.keys(s.formulas))).toEqual([])
  })

  test('writes nothing where everything stands already', () => {
    const probe = filled()
    probe.call('updateRows', 'groups', new Map([['G-001', { mapping: 'none', town: 'Town 6' }]]))
    probe.spent()
    const before = probe.workspace.meters.get('SpreadsheetApp.Range.setValues')?.calls
    probe.call('updateRows', 'groups', new Map([['G-001', { mapping: 'none', town: 'Town 6' }]]))
    expect(probe.workspace.meters.get('SpreadsheetApp.Range.setValues')?.calls).toBe(before)
  })

  test('reaches every row with that key where a person copied a row', () => {
    const probe = filled()
    probe.person.typeAt('Groups', 8, 1, 'G-002')
    probe.call('updateRows', 'groups', new Map([['G-002', { mapping: 'check' }]]))
    expect(probe.rows('Groups').filter((r) => r.Mapping === 'check')).toHaveLength(2)
  })

  test('keeps numbers and times', () => {
    const probe = filled()
    const at = new Date('2026-11-23T18:30:15Z')
    probe.call('appendRows', 'coverage', [{ groupId: 'G-001', chamber: 'upper', district: '14', source: 'census' }])
    probe.call('updateRows', 'coverage', new Map([['G-001|upper|14', { mappedOn: at, share: 20 }]]))
    expect(probe.call<Row<'coverage'>[]>('readTable', 'coverage')[0]).toMatchObject({ mappedOn: at, share: 20 })
  })
})

describe('removing', () => {
  test('takes the rows with these keys, wherever they stand, and leaves the others whole', () => {
    const probe = openProbe()
    probe.call('appendRows', 'groups', groupRows(7))
    const before = probe.rows('Groups')
    probe.call('removeRows', 'groups', new Set(['G-006', 'G-002', 'G-003', 'G-077']))
    expect(probe.rows('Groups')).toEqual(before.filter((_, i) => ![1, 2, 5].includes(i)))
  })
})

test('what one run writes does not cost more calls for more rows', () => {
  const cost = (rows: number): number[] => {
    const probe = openProbe()
    probe.spent()
    probe.call('appendRows', 'groups', groupRows(rows))
    const append = probe.spent()
    const every = (step: number) =>
      Array.from({ length: Math.floor(rows / step) }, (_, i) => `G-${String(i * step + 1).padStart(3, '0')}`)
    probe.call(
      'updateRows',
      'groups',
      new Map(every(3).map((id) => [id, { mapping: 'mapped', upper: '1', lower: '2' }])),
    )
    const update = probe.spent()
    probe.call('readTable', 'groups')
    return [append, update, probe.spent()]
  }
  expect(cost(900)).toEqual(cost(30))
})

test('a second run that wants to write at the same time waits its turn or is told so', () => {
  const probe = openProbe()
  probe.call('appendRows', 'groups', groupRows(2))
  let refused: unknown = null
  probe.whenever(/Range.setValues/, 1, () => {
    try {
      probe.callAs('lee@example.org', 'updateRows', 'groups', new Map([['G-001', { mapping: 'check' }]]))
    } catch (error) {
      refused = error
    }
  })
  probe.call('updateRows', 'groups', new Map([['G-002', { mapping: 'mapped' }]]))
  expect(refused).toMatchObject({ code: 'SHEET_BUSY' })
  expect(probe.rows('Groups').map((r) => r.Mapping)).toEqual(['none', 'mapped'])
  expect(ids(probe.rows('Groups'))).toEqual(['G-001', 'G-002'])
})
