/** Which district lines count: learnt as they change, shown as a list to map again, chosen by a setting. */
import { sittingVintage } from '../../../src/districts/census'
import { describeWithData, readShared } from '../../shared-data'
import { type FranklinDesk, franklinDesk, MAYA, olderLines } from '../../support/franklin-desk'

const DAY = 86_400_000

function movingDesk(): FranklinDesk & { redraw(): void } {
  let isBefore = true
  const desk: FranklinDesk = franklinDesk(
    60,
    olderLines(
      () => desk.state.network,
      () => isBefore,
    ),
  )
  return {
    ...desk,
    redraw: () => {
      isBefore = false
    },
  }
}
/** Days pass in which nobody is there, then the timer comes. */
function pass(desk: FranklinDesk, days: number): void {
  desk.workspace.clock.now += days * DAY
  desk.workspace.advance(6 * 60_000)
}
function choose(desk: FranklinDesk, lines: string): void {
  const settings = desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Settings')
  const row = settings?.cells.findIndex((cells) => cells?.[0] === 'District lines') ?? -1
  desk.workspace.edit(MAYA, 'Settings', row + 1, 2, lines)
}
const outdated = (desk: FranklinDesk) => desk.ask(MAYA, 'districts', {}).outdated
const card = (desk: FranklinDesk, groupId: string) => desk.ask(MAYA, 'groupCard', { groupId }).card
const linesOf = (desk: FranklinDesk, groupId: string) => new Set(card(desk, groupId)?.covers.map((c) => c.lines))

describe('when the lines change', () => {
  test('the timer sees it within a week, by one fetch without any address, and the list to map again is there', () => {
    const desk = movingDesk()
    desk.ask(MAYA, 'mapLot', { after: '' })
    pass(desk, 1)
    expect(outdated(desk)).toEqual([])
    const mapped = desk.ask(MAYA, 'groups', {}).groups.flatMap((g) => (card(desk, g.id)?.covers.length ? [g.id] : []))
    desk.redraw()
    desk.fetched.length = 0
    pass(desk, 8)
    expect(desk.fetched.filter((url) => url.includes('tigerweb'))).toHaveLength(1)
    expect(desk.fetched.filter((url) => url.includes('address='))).toEqual([])
    const list = outdated(desk)
    expect(list.map((o) => o.groupId).sort()).toEqual([...mapped].sort())
    expect(list[0]).toMatchObject({ why: 'Mapped on the lines of 2024; those of 2026 count now.' })
    expect(card(desk, mapped[0] ?? '')).toMatchObject({ outdated: list[0]?.why })
  })

  test('a single group mapped on the new lines is enough to know; mapping it takes it off the list, mapping all clears it', () => {
    const desk = movingDesk()
    desk.ask(MAYA, 'mapLot', { after: '' })
    desk.redraw()
    const groupId = desk.idOf(1)
    expect(card(desk, groupId)).toMatchObject({ mapping: 'mapped', outdated: '' })
    const again = desk.ask(MAYA, 'mapGroup', { groupId })
    expect(again).toMatchObject({ mapping: 'mapped', outdated: '' })
    expect(linesOf(desk, groupId)).toEqual(new Set(['2026']))
    const list = outdated(desk)
    expect(list.length).toBeGreaterThan(40)
    expect(list.map((o) => o.groupId)).not.toContain(groupId)

    const before = desk.ask(MAYA, 'groups', {})
    desk.ask(MAYA, 'mapLot', { after: '' })
    expect(outdated(desk)).toEqual([])
    expect(desk.ask(MAYA, 'groups', {})).toMatchObject({ mapped: before.mapped, check: before.check })
  })

  test('what a person confirmed is asked for again, stays where it is the same, and then stands on the new lines', () => {
    const desk = movingDesk()
    desk.ask(MAYA, 'mapLot', { after: '' })
    const groupId = desk.idOf(1)
    const coverage = desk.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Coverage')
    const header = coverage?.cells[0]?.indexOf('Confirmed by') ?? -1
    coverage?.cells.forEach((cells, i) => {
      if (cells?.[0] === groupId) desk.workspace.edit(MAYA, 'Coverage', i + 1, header + 1, 'Noor, on Monday')
    })
    desk.redraw()
    desk.ask(MAYA, 'mapGroup', { groupId: desk.idOf(2) })
    expect(outdated(desk).map((o) => o.groupId)).toContain(groupId)
    desk.ask(MAYA, 'mapLot', { after: '' })
    expect(outdated(desk)).toEqual([])
    expect(linesOf(desk, groupId)).toEqual(new Set(['2026']))
    expect(card(desk, groupId)?.covers.every((c) => c.confirmedBy === 'Noor, on Monday')).toBe(true)
  })

  test('a list of layers that is HTML, empty or strange teaches nothing, and the next week is another chance', () => {
    const bodies = [
      '<html>down</html>',
      '',
      '{}',
      '{"layers":7}',
      '{"layers":[null,{"name":7}]}',
      '{"error":{"code":400}}',
    ]
    let body: string | null = '<html>'
    const desk = franklinDesk(5, ({ url }) =>
      url.includes('tigerweb') && body !== null ? { status: 200, body, ms: 100 } : null,
    )
    for (body of bodies) {
      pass(desk, 8)
      expect(outdated(desk)).toEqual([])
    }
    body = '{"layers":[{"id":1,"name":"9998 State Legislative Districts - Upper","parentLayerId":-1}]}'
    desk.ask(MAYA, 'mapLot', { after: '' })
    pass(desk, 8)
    expect(outdated(desk)).toEqual([])
  })
})

describe('the setting', () => {
  test('“sitting” maps on the lines on which members were elected; what stands on others is listed', () => {
    const desk = franklinDesk()
    desk.ask(MAYA, 'mapLot', { after: '' })
    const groupId = desk.idOf(1)
    expect(linesOf(desk, groupId)).toEqual(new Set(['2026']))
    choose(desk, 'sitting')
    desk.fetched.length = 0
    desk.ask(MAYA, 'mapGroup', { groupId })
    expect(desk.fetched).toHaveLength(2)
    expect(desk.fetched[1]).toContain('vintage=ACS2025_Current')
    expect(linesOf(desk, groupId)).toEqual(new Set(['2024']))
    const list = outdated(desk)
    expect(list[0]?.why).toBe('Mapped on the lines of 2026; those of 2024 count now.')
    expect(list.map((o) => o.groupId)).not.toContain(groupId)
    choose(desk, 'current')
    expect(outdated(desk)).toEqual([
      expect.objectContaining({ groupId, why: 'Mapped on the lines of 2024; those of 2026 count now.' }),
    ])
  })

  test.each([
    [
      'a newer survey',
      { status: 200, body: '{"vintages":[{"vintageName":"ACS2025_Current"},{"vintageName":"ACS2026_Current"}]}' },
      'ACS2026_Current',
    ],
    ['a web page', { status: 200, body: '<html>down</html>' }, 'ACS2025_Current'],
    ['an error', { status: 503, body: '' }, 'ACS2025_Current'],
    ['nobody', 'unreachable' as const, 'ACS2025_Current'],
  ])('the list of vintages says %s: asked once a run, and mapping goes on', (_, answer, vintage) => {
    let lists = 0
    const desk = franklinDesk(120, ({ url }) => {
      if (!url.includes('/vintages')) return null
      lists += 1
      return answer
    })
    choose(desk, 'sitting')
    desk.ask(MAYA, 'mapLot', { after: '' })
    expect(lists).toBe(1)
    const asked = desk.fetched.filter((url) => url.includes('address='))
    expect(asked.length).toBeGreaterThan(90)
    expect(asked.every((url) => url.includes(`vintage=${vintage}&`))).toBe(true)
  })

  test('the newest survey counts, whatever order or company it comes in', () => {
    const of = (body: string) => sittingVintage({ status: 200, body, broken: false })
    expect(of('ACS2024_Current ACS2027_Current XACS2029_Current ACS2026_Current ACS2028_Census2020')).toBe(
      'ACS2027_Current',
    )
    expect(of('')).toBe('ACS2025_Current')
  })
})

describeWithData('the layers of the real map service', () => {
  test('before October 2026 and after it: what was drawn anew is found, and a mapping on 2024 is then out of date', () => {
    let when = 'before-2026-10'
    const desk = franklinDesk(20, (request) => {
      const { url } = request
      if (url.includes('tigerweb') && url.endsWith('MapServer?f=json'))
        return { status: 200, body: readShared(`tigerweb/Legislative.MapServer.layers.${when}.reconstructed.json`) }
      return olderLines(
        () => desk.state.network,
        () => true,
      )(request)
    })
    desk.ask(MAYA, 'mapLot', { after: '' })
    pass(desk, 1)
    expect(outdated(desk)).toEqual([])
    when = 'late-2026'
    pass(desk, 8)
    expect(outdated(desk).length).toBeGreaterThan(10)
    choose(desk, 'sitting')
    expect(outdated(desk)).toEqual([])
  })
})
