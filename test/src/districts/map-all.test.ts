/**
 * Mapping all: who goes on when the page was closed, and a run that is killed before any of its service calls. The web
 * judges what was asked, the tabs what was written.
 */
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { type FranklinDesk, franklinDesk, MAYA, NOOR } from '../../support/franklin-desk'

const MINUTE = 60_000
jest.setTimeout(300_000)

const MENU = 'Map all unmapped groups'
const cells = ({ workspace }: FranklinDesk, tab: string) =>
  (workspace.spreadsheet().sheets.find((sheet) => sheet.name === tab)?.cells ?? []).slice(1).filter((row) => row?.[0])
const coverageKeys = (desk: FranklinDesk) => cells(desk, 'Coverage').map((row) => (row ?? []).slice(0, 4).join('|'))
const untried = (desk: FranklinDesk) =>
  desk.ask(MAYA, 'groups', {}).none -
  desk
    .ask(MAYA, 'groups', {})
    .problems.filter((p) => desk.ask(MAYA, 'groupCard', { groupId: p.groupId }).card?.mapping === 'none').length

describe('mapping all, begun and left', () => {
  test('the timer goes on after the page was closed, asks for nothing twice, and then has forgotten it', () => {
    const desk = franklinDesk(1_300)
    const first = desk.ask(MAYA, 'mapLot', { after: '' })
    expect(first.left).toBeGreaterThan(200)
    const before = desk.asked.length
    desk.workspace.advance(2 * MINUTE)
    desk.workspace.advance(10 * MINUTE)
    expect(desk.asked.length - before).toBeLessThanOrEqual(first.left)
    expect(desk.asked.length).toBeGreaterThan(before + 150)
    expect(desk.ask(MAYA, 'groups', {}).mapped).toBeGreaterThan(1_200)
    expect(new Set(coverageKeys(desk)).size).toBe(coverageKeys(desk).length)
    const after = desk.asked.length
    desk.workspace.advance(60 * MINUTE)
    expect(desk.asked).toHaveLength(after)
  })

  test('the page’s next lot and the timer do not do the same: while lots come in, the timer waits', () => {
    const desk = franklinDesk(1_300)
    const { last } = desk.ask(MAYA, 'mapLot', { after: '' })
    const before = desk.asked.length
    desk.workspace.run({ account: MAYA, kind: 'timer', spreadsheetId: desk.sheetId, name: 'tick', args: () => [] })
    expect(desk.asked).toHaveLength(before)
    expect(desk.ask(MAYA, 'mapLot', { after: last }).tried).toBeGreaterThan(0)
  })

  test('given up by one person, nobody goes on with it', () => {
    const desk = franklinDesk(1_300)
    desk.ask(MAYA, 'mapLot', { after: '' })
    const before = desk.asked.length
    expect(desk.ask(NOOR, 'stopMapping', {})).toEqual({})
    desk.workspace.advance(60 * MINUTE)
    expect(desk.asked).toHaveLength(before)
  })

  test('while the geocoder is down the timer tries twice an hour at most; when it is back, it finishes', () => {
    let isDown = true
    const desk = franklinDesk(60, ({ url }) => (isDown && url.includes('address=') ? { status: 503, body: '' } : null))
    expect(desk.ask(MAYA, 'mapLot', { after: '' })).toMatchObject({ tried: 0, paused: expect.any(String) })
    const once = desk.asked.length
    desk.workspace.advance(62 * MINUTE)
    expect(desk.asked.length).toBeLessThanOrEqual(3 * once)
    isDown = false
    desk.workspace.advance(35 * MINUTE)
    expect(desk.ask(MAYA, 'groups', {}).mapped).toBeGreaterThan(40)
  })

  test('a busy geocoder that says when to come back is not asked before', () => {
    let at = 0
    const gaps: number[] = []
    const desk = franklinDesk(20, ({ url, now }) => {
      if (!url.includes('address=')) return null
      if (at > 0 && now > at) gaps.push(now - at)
      at = now
      return gaps.length === 0 ? { status: 429, body: '', headers: { 'retry-after': '12' } } : null
    })
    desk.ask(MAYA, 'mapLot', { after: '' })
    expect(gaps[0]).toBeGreaterThanOrEqual(12_000)
    expect(desk.ask(MAYA, 'groups', {}).mapped).toBeGreaterThan(10)
  })
})

describe('killed before a service call, and run again', () => {
  /** What a run does on the undisturbed way. */
  function calls(groups: number): ServiceCall[] {
    const desk = franklinDesk(groups)
    const seen: ServiceCall[] = []
    const from = desk.workspace.callCount
    desk.workspace.hook = {
      before(call) {
        seen.push({ ...call, n: call.n - from })
      },
    }
    desk.workspace.clickMenu(MAYA, 'Statewide', MENU)
    return seen
  }

  function killedAt(groups: number, n: number): void {
    const desk = franklinDesk(groups)
    const from = desk.workspace.callCount
    desk.workspace.hook = {
      before(call) {
        if (call.n - from === n) call.execution.kill()
      },
    }
    try {
      desk.workspace.clickMenu(MAYA, 'Statewide', MENU)
    } catch {
      // The run is over; what it left in the sheet is what counts.
    }
    desk.workspace.hook = null
    const standing = new Set(
      desk.ask(MAYA, 'groups', {}).groups.flatMap((g) => (g.mapping === 'mapped' ? [g.name] : [])),
    )
    const stood = desk.state.groups.flatMap((g) => (standing.has(g.name) ? [`${g.address}, ${g.town}`] : []))
    const before = desk.asked.length
    desk.workspace.clickMenu(MAYA, 'Statewide', MENU)
    const again = desk.asked.slice(before)
    const where = `killed before call ${n}`
    // Asked twice is at most the block whose write the kill took: nobody who stood already.
    const clean = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')
    const twice = again.filter((address) => stood.some((s) => s !== ', ' && clean(address).startsWith(`${clean(s)} `)))
    expect({ where, twice }).toEqual({ where, twice: [] })
    const keys = coverageKeys(desk)
    expect({ where, rows: keys.length }).toEqual({ where, rows: new Set(keys).size })
    expect({ where, untried: untried(desk) }).toEqual({ where, untried: 0 })
    expect({ where, ...desk.ask(MAYA, 'groups', {}) }).toMatchObject({ where, ...quiet(groups) })
  }

  const known = new Map<number, { mapped: number; check: number; none: number }>()
  /** How many are mapped where nothing goes wrong. */
  function quiet(groups: number): { mapped: number; check: number; none: number } {
    const found = known.get(groups)
    if (found) return found
    const desk = franklinDesk(groups)
    desk.workspace.clickMenu(MAYA, 'Statewide', MENU)
    const { mapped, check, none } = desk.ask(MAYA, 'groups', {})
    known.set(groups, { mapped, check, none })
    return { mapped, check, none }
  }

  test('at every call of a run over 60 groups', () => {
    const n = calls(60).length
    expect(n).toBeGreaterThan(40)
    for (let k = 1; k <= n; k++) killedAt(60, k)
  })

  test('at calls all over a run that writes two blocks', () => {
    const n = calls(620).length
    for (let k = 5; k <= n; k += 11) killedAt(620, k)
  })
})
