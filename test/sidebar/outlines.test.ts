import { describeInBrowser } from '../support/browser'
import { axeFindings, cutOff } from './open'
import { useSidebar } from './session'

describeInBrowser('the outlines of the districts', () => {
  const open = useSidebar()

  test('follow an import of legislators lot after lot, with true progress', async () => {
    const { page, tab, button, asked, hold, release } = await open()
    await tab('Districts')
    await page.getByText('Outlines for the map: 0 of 5 are here.').waitFor()
    await hold('outlineLot')
    await button('Import legislators').click()
    const bar = page.getByRole('progressbar', { name: 'District outlines fetched' })
    await bar.waitFor()
    expect(await bar.getAttribute('aria-valuemax')).toBe('5')
    await release('outlineLot')
    await page.getByText('5 district outlines fetched.').waitFor()
    expect(await asked('outlineLot')).toEqual([{ after: '' }, { after: '2' }, { after: '4' }])
    await page.getByText('5 district outlines, as of').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
  })

  test('stop when a person cancels, keep what came, and go on from the button', async () => {
    const { page, tab, button, asked, hold, release } = await open()
    await tab('Districts')
    await hold('outlineLot')
    await button('Get the district outlines').press('Enter')
    await button('Cancel').press('Enter')
    await button('Stopping after this lot…').waitFor()
    await release('outlineLot')
    await page.getByText('Stopped with 2 of 5 outlines. What was fetched is kept.').waitFor()
    expect(await asked('outlineLot')).toHaveLength(1)
    await button('Get the district outlines').click()
    await page.getByText('5 district outlines fetched.').waitFor()
  })

  test('that do not come are said, after a few lots and not for ever', async () => {
    const { page, tab, button, asked, change } = await open()
    await change({ outlinesALot: 0 })
    await tab('Districts')
    await button('Get the district outlines').click()
    await page.getByText('No outline came for House 9B. Still missing: 5. Try again in a few minutes.').waitFor()
    expect((await asked('outlineLot')).length).toBeLessThan(6)
    expect(await axeFindings(page)).toEqual([])
  })

  test('a fault says what to do, and an import fetches none where all are here', async () => {
    const { page, tab, button, asked, spoil, change } = await open()
    await tab('Districts')
    const fault = { code: 'TIGERWEB_DOWN', message: 'The map service gives no outlines now.', next: 'Try again later.' }
    await spoil('outlineLot', { as: 'fault', fault })
    await button('Get the district outlines').click()
    await page.getByText(fault.next).waitFor()
    await change({ outlines: 5 })
    await button('Import legislators').click()
    await page.getByText('6 legislators brought in: 4 changes.').waitFor()
    await button('Get the outlines again').waitFor()
    expect(await asked('outlineLot')).toHaveLength(1)
  })
})
