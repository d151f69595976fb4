/** The small map of the mapping page, by pointer and by keyboard. */
import { describeInBrowser } from '../support/browser'
import { type Asked, focused, REST, said, start } from './mapping'
import { useSidebar } from './session'

describeInBrowser('the small map', () => {
  const open = useSidebar()
  const point: [number, number] = [40.05, -89.95]

  test('a click chooses, a second one adds; removing goes the same way', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session, { outlined: true, about: { point } })
    await page.locator('#shape-99031').click()
    expect(await asked('setCovers')).toEqual([])
    expect(await button('Meets here').count()).toBe(0)
    await button('Add House 31').click()
    await button('Undo add House 31').waitFor()
    await page.locator('#shape-99012').click()
    await page.locator('.card.soft').getByRole('button', { name: 'Remove House 12B' }).click()
    await button('Undo remove House 12B').waitFor()
    expect(said(await asked<Asked>('setCovers'))[1]).toEqual([...REST, 'lower 31 members null map'])
    expect(await asked('outlines')).toEqual([{ chamber: 'lower' }])
  })

  test('the keyboard goes from district to district with the arrows, and Enter chooses', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session, { outlined: true, about: { point } })
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.locator('.map .shape[tabindex="0"]').focus()
    expect(await page.locator('.map .shape[tabindex="0"]').count()).toBe(1)
    expect(await at()).toBe('House 12B, covered')
    await page.keyboard.press('ArrowRight')
    expect(await at()).toBe('House 31')
    await page.keyboard.press('ArrowDown')
    expect(await at()).toBe('House 14A, covered')
    await page.keyboard.press('ArrowLeft')
    expect(await at()).toBe('House 114')
    await page.keyboard.press('Enter')
    await button('Add House 114').waitFor()
    expect(await page.getByRole('button', { name: 'House 114', exact: true }).getAttribute('aria-pressed')).toBe('true')
    expect(await asked('setCovers')).toEqual([])
    expect(await focused(session)).toBe('')
  })

  test('a place on the map gives the point and the districts of both chambers, where nobody has said it yet', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session, { outlined: true, about: { covers: [], mapping: 'none', why: 'There is no address.' } })
    const box = await page.locator('#shape-99031').boundingBox()
    if (!box) throw new Error('not drawn')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await button('Meets here').click()
    await button('Undo meets here').waitFor()
    const [sent] = await asked<Asked>('setCovers')
    expect(said([sent as Asked])[0]?.sort()).toEqual([
      'lower 31 meeting place null map',
      'upper 14 meeting place null map',
    ])
    const [latitude = 0, longitude = 0] = sent?.point ?? []
    expect(latitude).toBeGreaterThan(40.15)
    expect(latitude).toBeLessThan(40.4)
    expect(longitude).toBeGreaterThan(-90.1)
    expect(longitude).toBeLessThan(-89.6)
    await button('Undo meets here').click()
    await page.waitForFunction(() => window.mock.asked.filter((one) => one.name === 'setCovers').length === 2)
    expect((await asked<Asked>('setCovers'))[1]).toMatchObject({ covers: [], point: null })
  })

  test('nearer and farther; the other chamber; what is no district can be added by nobody', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session, { outlined: true, about: { point } })
    const wide = async () => (await page.locator('#shape-99014').boundingBox())?.width ?? 0
    const before = await wide()
    await button('Zoom in').click()
    await page.waitForFunction((was) => {
      const box = document.querySelector('#shape-99014')?.getBoundingClientRect()
      return box && box.width > was * 1.2
    }, before)
    await button('Zoom out').click()
    await button('Zoom out').click()
    await page.locator('#shape-99ZZZ').click()
    await page.getByText('Not defined is no district.').waitFor()
    expect(await page.locator('.card.soft button').allInnerTexts()).toEqual(['Close'])
    await button('Senate').click()
    await page.locator('#shape-99U14').waitFor()
    expect(await asked('outlines')).toEqual([{ chamber: 'lower' }, { chamber: 'upper' }])
  })

  test('without outlines one line says so; fetching them draws the map', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session)
    await page.getByText('No map yet: the sheet has no outlines of the districts.').waitFor()
    await button('Fetch the outlines').click()
    await page.locator('#shape-99014').waitFor()
    expect(await button('Fetch the outlines').count()).toBe(0)
    expect(await asked('outlines')).toEqual([{ chamber: 'lower' }])
  })

  test('outlines that could not be read are told, and read at a second try', async () => {
    const session = await open()
    const { page, button, spoil } = session
    await spoil('outlines', { as: 'null' })
    await start(session, { outlined: true })
    await page.getByText('The sheet gave no answer.').waitFor()
    await button('Try again').click()
    await page.locator('#shape-99014').waitFor()
  })
})
