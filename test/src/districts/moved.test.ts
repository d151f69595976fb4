/** An address that is changed after it was mapped: seen at the edit itself, and where the edit was never heard of. */
import { TABLES } from '../../../src/registry/tables'
import { type FranklinDesk, franklinDesk, MAYA } from '../../support/franklin-desk'

const WHY = 'The address was changed after it was mapped.'

function sheetOf({ workspace }: FranklinDesk, name: string) {
  const sheet = workspace.spreadsheet().sheets.find((s) => s.name === name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}
const headerAt = (desk: FranklinDesk, header: string) => sheetOf(desk, 'Groups').cells[0]?.indexOf(header) ?? -1
const rowOf = (desk: FranklinDesk, id: string) =>
  sheetOf(desk, 'Groups').cells.findIndex((cells) => cells?.[headerAt(desk, 'Group ID')] === id)
const cell = (desk: FranklinDesk, id: string, header: string) =>
  sheetOf(desk, 'Groups').cells[rowOf(desk, id)]?.[headerAt(desk, header)] ?? ''
const type = (desk: FranklinDesk, id: string, header: string, text: string) =>
  desk.workspace.edit(MAYA, 'Groups', rowOf(desk, id) + 1, headerAt(desk, header) + 1, text)
const card = (desk: FranklinDesk, groupId: string) => {
  const found = desk.ask(MAYA, 'groupCard', { groupId }).card
  if (!found) throw new Error(`no card of ${groupId}`)
  return found
}

function mappedDesk(): FranklinDesk & { ids: string[] } {
  const desk = franklinDesk()
  desk.ask(MAYA, 'mapLot', { after: '' })
  const ids = desk.ask(MAYA, 'groups', {}).groups.flatMap(({ id, mapping }) => (mapping === 'mapped' ? [id] : []))
  expect(ids.length).toBeGreaterThan(40)
  return { ...desk, ids }
}
/** Calls of services that runs of this kind made since. */
const editsOf = (desk: FranklinDesk, from: number) => desk.workspace.runs.slice(from).filter((r) => r.name === 'onEdit')

describe('editing an address, a town or a ZIP of a mapped group', () => {
  test.each([
    ['Address', '7 Mill St'],
    ['Town', 'Elsewhere'],
    ['ZIP', '00999'],
    ['Address', ''],
  ])('%s → “%s”: the Mapping cell says check at once, and why', (header, text) => {
    const desk = mappedDesk()
    const [id = '', other = ''] = desk.ids
    type(desk, id, header, text)
    expect(cell(desk, id, 'Mapping')).toBe('check')
    expect(cell(desk, id, 'Mapping note')).toBe(`${WHY} → Map it again.`)
    expect(card(desk, id)).toMatchObject({ mapping: 'check', why: WHY, next: 'Map it again.' })
    expect(card(desk, id).covers.length).toBeGreaterThan(0)
    expect(cell(desk, other, 'Mapping')).toBe('mapped')
  })

  test('a paste over many rows, sorted and with columns moved and inserted: each group by itself', () => {
    const desk = mappedDesk()
    const { people } = desk.workspace
    people.sort(MAYA, 'Groups', headerAt(desk, 'Town') + 1)
    people.insertColumn(MAYA, 'Groups', headerAt(desk, 'Address') + 1)
    people.insertColumn(MAYA, 'Groups', headerAt(desk, 'Point') + 1)
    const ids = sheetOf(desk, 'Groups').cells.map((cells) => String(cells?.[headerAt(desk, 'Group ID')] ?? ''))
    const at = headerAt(desk, 'Address')
    const pasted = sheetOf(desk, 'Groups')
      .cells.slice(1)
      .map((cells, i) => [i % 3 === 0 ? `${i + 1} Mill St` : String(cells?.[at] ?? '')])
    const before = ids.map((id) => id && cell(desk, id, 'Mapping'))
    const points = ids.map((id) => id && cell(desk, id, 'Point'))
    people.paste(MAYA, 'Groups', 2, at + 1, pasted)
    ids.slice(1).forEach((id, i) => {
      if (!id.startsWith('G-')) return
      const was = before[i + 1]
      expect({ id, mapping: cell(desk, id, 'Mapping') }).toEqual({
        id,
        mapping: was === 'mapped' && i % 3 === 0 ? 'check' : was,
      })
      expect(cell(desk, id, 'Point')).toBe(points[i + 1])
    })
  })

  test('costs one look where it is no address, and writes nothing', () => {
    const desk = mappedDesk()
    const [id = ''] = desk.ids
    const from = desk.workspace.runs.length
    type(desk, id, 'Notes', 'met them')
    desk.workspace.edit(MAYA, 'Settings', 3, 2, 'America/Chicago')
    desk.workspace.edit(MAYA, 'Groups', 1, headerAt(desk, 'Notes') + 1, 'Remarks')
    const runs = editsOf(desk, from)
    expect(runs).toHaveLength(3)
    expect(runs.every((r) => r.error === null && r.calls <= 10)).toBe(true)
    expect(cell(desk, id, 'Mapping')).toBe('mapped')
  })

  test('never fails: not on a headerless tab, not on a missing column', () => {
    const desk = mappedDesk()
    const from = desk.workspace.runs.length
    const [id = ''] = desk.ids
    const address = headerAt(desk, 'Address') + 1
    desk.workspace.edit(MAYA, 'Groups', 1, headerAt(desk, 'Mapping') + 1, 'State of mapping')
    desk.workspace.edit(MAYA, 'Groups', rowOf(desk, id) + 1, address, '9 Mill St')
    for (let c = 1; c < 22; c++) desk.workspace.edit(MAYA, 'Groups', 1, c, '')
    desk.workspace.edit(MAYA, 'Groups', 2, address, '9 Mill St')
    expect(editsOf(desk, from).every((r) => r.error === null)).toBe(true)
  })
})

describe('an edit that nobody heard of', () => {
  const unheard = () => {
    const desk = mappedDesk()
    const [id = '', same = '', old = ''] = desk.ids
    const put = (of: string, header: string, text: string) => {
      const row = sheetOf(desk, 'Groups').cells[rowOf(desk, of)]
      if (row) row[headerAt(desk, header)] = text
    }
    put(id, 'Address', '7 Mill St')
    put(same, 'Town', ` ${String(cell(desk, same, 'Town')).toUpperCase()} `)
    put(old, 'Mapped address', '')
    put(old, 'Address', '7 Mill St')
    return { desk, id, same, old }
  }

  test('is seen when the groups are read: card, list and counts say check', () => {
    const { desk, id, same, old } = unheard()
    expect(cell(desk, id, 'Mapping')).toBe('mapped')
    expect(card(desk, id)).toMatchObject({ mapping: 'check', why: WHY, next: 'Map it again.' })
    const view = desk.ask(MAYA, 'groups', {})
    expect(view.groups.find((g) => g.id === id)?.mapping).toBe('check')
    expect(view.problems).toContainEqual(expect.objectContaining({ groupId: id, why: WHY }))
    // Other spacing and capitals are the same address; rows from before addresses were kept are left in peace.
    expect([card(desk, same).mapping, card(desk, old).mapping]).toEqual(['mapped', 'mapped'])
  })

  test('mapping all asks for it again, and for none that stands', () => {
    const { desk, id } = unheard()
    desk.asked.length = 0
    desk.ask(MAYA, 'mapLot', { after: '' })
    expect(desk.asked.filter((address) => address.startsWith('7 Mill St'))).toHaveLength(1)
    expect(card(desk, id).why).not.toBe(WHY)
    expect(cell(desk, id, 'Mapped address')).toMatch(/^7 Mill St\|/)
  })
})

test('what a person should look at is not asked for again, until its address is another', () => {
  const desk = franklinDesk()
  desk.ask(MAYA, 'mapLot', { after: '' })
  const check = desk.ask(MAYA, 'groups', {}).groups.filter((g) => g.mapping === 'check')
  expect(check.length).toBeGreaterThan(0)
  desk.asked.length = 0
  const again = desk.ask(MAYA, 'mapLot', { after: '' })
  for (const { id } of check) expect(desk.asked).not.toContainEqual(expect.stringContaining(card(desk, id).address))
  expect(again.problems.map((p) => p.groupId)).not.toContain(check[0]?.id)
  const { group } = { group: desk.state.groups[1] }
  type(desk, check[0]?.id ?? '', 'Address', group?.address ?? '')
  type(desk, check[0]?.id ?? '', 'Town', group?.town ?? '')
  type(desk, check[0]?.id ?? '', 'ZIP', group?.zip ?? '')
  desk.ask(MAYA, 'mapLot', { after: '' })
  expect(card(desk, check[0]?.id ?? '')).toMatchObject({ mapping: 'mapped', why: '' })
})

test('a person’s word on the districts does not outlive the address: another one is asked for and compared', () => {
  const desk = mappedDesk()
  const [id = ''] = desk.ids
  const header = sheetOf(desk, 'Coverage').cells[0]?.indexOf(TABLES.coverage.columns.confirmedBy.header) ?? -1
  sheetOf(desk, 'Coverage').cells.forEach((cells, i) => {
    if (cells?.[0] === id) desk.workspace.edit(MAYA, 'Coverage', i + 1, header + 1, 'Noor')
  })
  desk.asked.length = 0
  desk.ask(MAYA, 'mapGroup', { groupId: id })
  type(desk, id, 'Address', '99999 Nowhere Road')
  desk.ask(MAYA, 'mapLot', { after: '' })
  expect(desk.asked.filter((a) => a.startsWith('99999'))).toHaveLength(1)
  expect(card(desk, id)).toMatchObject({ mapping: 'check', why: expect.stringMatching(/does not know this address/) })
})
