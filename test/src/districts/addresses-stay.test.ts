/** The setting that no address leaves the sheet: neither by a button nor by the menu nor by the timer. */
import { franklinDesk, MAYA } from '../../support/franklin-desk'

const MINUTE = 60_000

function desk(value: string) {
  const open = franklinDesk()
  const { sheets } = open.workspace.spreadsheet()
  const settings = sheets.find((sheet) => sheet.name === 'Settings')
  const row = settings?.cells.findIndex((cells) => cells?.[0] === 'Send addresses out') ?? -1
  open.workspace.edit(MAYA, 'Settings', row + 1, 2, value)
  return open
}

test.each(['no', 'No ', 'never', 'FALSE'])(
  '“%s”: nothing is fetched, whoever asks, and each is told what to do',
  (value) => {
    const open = desk(value)
    expect(open.faultOf(MAYA, 'mapGroup', { groupId: 'G-001' })).toEqual({
      code: 'ADDRESSES_STAY',
      message: expect.stringMatching(/no address leaves this sheet/),
      next: expect.stringMatching(/on the map or by hand/),
    })
    expect(open.faultOf(MAYA, 'mapGroup', { groupId: 'G-001', pick: 'X' }).code).toBe('ADDRESSES_STAY')
    const { total } = open.ask(MAYA, 'groups', {})
    const lot = open.ask(MAYA, 'mapLot', { after: '' })
    expect(total).toBeGreaterThan(50)
    expect(lot).toMatchObject({ tried: 0, mapped: 0, left: total, last: '' })
    expect(lot.paused).toMatch(/no address leaves this sheet/)
    open.workspace.clickMenu(MAYA, 'Statewide', 'Map all unmapped groups')
    open.workspace.advance(30 * MINUTE)
    expect(open.fetched).toEqual([])
    expect(open.ask(MAYA, 'groups', {})).toMatchObject({ mapped: 0, check: 0, none: total })
  },
)

test('what was begun before the setting was changed is not gone on with', () => {
  const open = franklinDesk(1_200)
  open.ask(MAYA, 'mapLot', { after: '' })
  const asked = open.fetched.length
  expect(asked).toBeGreaterThan(0)
  const settings = open.workspace.spreadsheet().sheets.find((sheet) => sheet.name === 'Settings')
  const row = settings?.cells.findIndex((cells) => cells?.[0] === 'Send addresses out') ?? -1
  open.workspace.edit(MAYA, 'Settings', row + 1, 2, 'no')
  open.workspace.advance(60 * MINUTE)
  expect(open.fetched).toHaveLength(asked)
})
