/** The Calls page without a mouse. */
import type { Params, SeriesDraft } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { useSidebar } from './session'

describeInBrowser('calls by keyboard alone', () => {
  const open = useSidebar()

  test('a monthly series is made, after a bad input that is met where it was typed', async () => {
    const { page, reach, asked } = await open()
    const { keyboard } = page
    await reach('Calls')
    await keyboard.press('Enter')
    await page.getByText('Make another series').waitFor()
    await reach('Make another series')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Make a series' }).waitFor()
    await reach('Name')
    await keyboard.type('Working group')
    await reach('Repeats')
    await keyboard.type('M')
    await reach('Minutes')
    await keyboard.press('Control+a')
    await keyboard.type('0')
    await reach('Make the series')
    await keyboard.press('Enter')
    await page.getByText('A call of no length cannot be held.').waitFor()
    // The focus has gone to the field.
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    await keyboard.press('Control+a')
    await keyboard.type('45')
    await reach('Make the series')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Working group' }).waitFor()
    expect((await asked<SeriesDraft>('saveSeries')).at(-1)).toMatchObject({
      name: 'Working group',
      repeats: 'monthly',
      on: 'first Thursday',
      minutes: 45,
    })
  })

  test('a swap, then the roll, then the end; a closed form gives the focus back', async () => {
    const { page, reach, asked } = await open()
    const { keyboard } = page
    await reach('Calls')
    await keyboard.press('Enter')
    await page.getByText('Start roll call').waitFor()
    await reach('Move or cancel')
    await keyboard.press('Enter')
    await page.getByLabel('New date and time').waitFor()
    await keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Move or cancel')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Enter')
    await reach(/^Sam Pebbleton/)
    await keyboard.press('ArrowDown')
    await reach('Swap')
    await keyboard.press('Enter')
    await page.getByText('Swapped by hand.').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Swap')
    await reach('Start roll call')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Roll call' }).waitFor()
    await reach(/^Elm Fork/)
    await keyboard.press('ArrowDown')
    await keyboard.press('Space')
    await page.getByText('1 of 3 groups here · all saved').waitFor()
    await reach('Close the call')
    await keyboard.press('Enter')
    await reach('Add a decision')
    await keyboard.press('Enter')
    await page.getByLabel('Decision 1', { exact: true }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await keyboard.type('Call on HB 120')
    await reach('Close the call')
    await keyboard.press('Enter')
    await page.getByText('The call is closed. 1 group').waitFor()
    expect((await asked<Params<'swapCall'>>('swapCall')).map(({ personId }) => personId)).toEqual(['P-003'])
    expect((await asked<Params<'markRoll'>>('markRoll')).map(({ present }) => present)).toEqual([['G-002']])
    expect((await asked<Params<'closeCall'>>('closeCall')).map(({ decisions }) => decisions)).toEqual([
      [{ item: 'Call on HB 120', who: '' }],
    ])
  })

  test('“I can’t”, then moved, then cancelled: the focus comes back to what opened each', async () => {
    const { page, reach, asked } = await open()
    const { keyboard } = page
    const focusIsOn = (text: string) => page.waitForFunction((is) => document.activeElement?.textContent === is, text)
    await reach('Calls')
    await keyboard.press('Enter')
    await page.getByText('Start roll call').waitFor()

    await reach('I can’t')
    await keyboard.press('Enter')
    await page.getByText('Who can’t on Thu Dec 3?').waitFor()
    await keyboard.press('Escape')
    await focusIsOn('I can’t')
    await keyboard.press('Enter')
    await reach('Dana Fields (facilitator)')
    await keyboard.press('Enter')
    await page.locator('output[aria-live=polite]', { hasText: 'is asked now.' }).waitFor({ state: 'attached' })
    await focusIsOn('I can’t')
    expect(await asked('cannotCall')).toEqual([{ callId: 'C-0002', duty: 'facilitator' }])

    await reach('Move or cancel')
    await keyboard.press('Enter')
    await page.getByLabel('New date and time').waitFor()
    await reach('New date and time')
    await keyboard.type('12042026')
    await keyboard.press('Tab')
    await keyboard.type('0730PM')
    await reach('Move this call')
    await keyboard.press('Enter')
    await page.getByText('Moved from Thu Dec 3, 7:00 pm. Everyone invited was told.').first().waitFor()
    await focusIsOn('Move or cancel')
    expect(await asked('moveCall')).toEqual([{ callId: 'C-0002', starts: '2026-12-04T19:30', minutes: 60 }])

    await keyboard.press('Enter')
    await reach('Cancel this call')
    await keyboard.press('Enter')
    await page.getByText('Cancel the call of Fri Dec 4?').waitFor()
    expect(await asked('cancelCall')).toEqual([])
    await keyboard.press('Escape')
    await focusIsOn('Move or cancel')
    await keyboard.press('Enter')
    await reach('Cancel this call')
    await keyboard.press('Enter')
    await reach('Cancel this call')
    await keyboard.press('Enter')
    await page.getByText('✕ Cancelled').first().waitFor()
    expect(await asked('cancelCall')).toEqual([{ callId: 'C-0002' }])
  })

  test('an item is added, changed and done', async () => {
    const { page, reach, asked } = await open()
    const { keyboard } = page
    await reach('Calls')
    await keyboard.press('Enter')
    await page.getByText('Start roll call').waitFor()
    await reach('Add an item')
    await keyboard.press('Enter')
    await reach('Item')
    await keyboard.type('Buses')
    await reach('Minutes')
    await keyboard.type('7')
    await keyboard.press('Enter')
    await page.getByRole('list', { name: 'Items that people added' }).getByText('Buses').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Add an item')
    await reach('Edit Buses')
    await keyboard.press('Enter')
    await reach('Who')
    await keyboard.type('Ana')
    await keyboard.press('Enter')
    await page.getByText('Ana · 7 min').waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Edit Buses')
    await reach('Buses is done')
    await keyboard.press('Enter')
    await page.getByText('✓ Done').waitFor()
    expect((await asked<Params<'setItem'>>('setItem')).map(({ item, who, state }) => [item, who, state])).toEqual([
      ['Buses', '', 'open'],
      ['Buses', 'Ana', 'open'],
      ['Buses', 'Ana', 'done'],
    ])
  })
})
