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
})
