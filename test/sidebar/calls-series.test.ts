/** Making, changing and ending a series of calls. */
import type { SeriesDraft } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { type Session, useSidebar } from './session'

async function toForm({ tab, button, page }: Session) {
  await tab('Calls')
  await button('Make another series').click()
  await page.getByRole('heading', { name: 'Make a series' }).waitFor()
}
const sentence = 'Every last Tuesday at 7:00 pm Eastern / 6:00 pm Central, 45 minutes'

describeInBrowser('a series of calls', () => {
  const open = useSidebar()

  test('a bad input has its error at its field, nothing is lost, and the mended series is made', async () => {
    const session = await open()
    const { page, button, asked } = session
    await toForm(session)
    await page.getByLabel('Repeats').selectOption('Monthly')
    await page.getByLabel('On the').selectOption('last')
    await page.getByLabel('Weekday').selectOption('Tuesday')
    await page.getByLabel('Minutes').fill('45')
    await page.getByLabel('Last day').fill('2026-01-31')
    await button('Make the series').click()
    await page.getByText('The series has no name. Give it one.').waitFor()
    await page.getByLabel('Name').fill('Working group')
    await button('Make the series').click()
    await page.getByText('It ends before it begins.').waitFor()
    expect(await page.getByLabel('Last day').getAttribute('aria-invalid')).toBe('true')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    expect(await page.getByLabel('Name').inputValue()).toBe('Working group')
    await page.getByLabel('Last day').fill('')
    await page.locator('b', { hasText: sentence }).waitFor()
    await button('Make the series').click()
    await page.getByRole('heading', { name: 'Working group' }).waitFor()
    await page.getByText('Tue Dec 15, Working group').waitFor()
    const made = (await asked<SeriesDraft>('saveSeries')).at(-1)
    expect(made).toMatchObject({ seriesId: null, repeats: 'monthly', on: 'last Tuesday', minutes: 45, until: '' })
  })

  test('the preview is there before the name: dates, what is skipped in words, short months, the forecast', async () => {
    const session = await open()
    const { page } = session
    await toForm(session)
    await page.getByLabel('Repeats').selectOption('Monthly')
    await page.getByLabel('On the').selectOption('day')
    await page.getByLabel('Day of the month').selectOption('31')
    await page.getByText('Every day 31 at 7:00 pm Eastern / 6:00 pm Central').first().waitFor()
    await page.getByText('skipped', { exact: true }).waitFor()
    await page.getByText('Feb has no day 31: the last day').waitFor()
    await page.getByText('Nobody takes notes.').waitFor()
    await page.getByText('42 guests in Calendar').waitFor()
    expect(await page.getByText('The series has no name').count()).toBe(0)
    await page
      .locator('output[aria-live=polite]', { hasText: 'Every day 31 at 7:00 pm' })
      .waitFor({ state: 'attached' })
  })

  test('what was typed outlives another page and a closed sidebar, but for the secret link', async () => {
    const session = await open()
    const { page, tab, button } = session
    await toForm(session)
    await page.getByLabel('Name').fill('Working group')
    await page.getByLabel('How people join').selectOption('A fixed Zoom link or phone line')
    await page.getByLabel('Link or phone line').fill('https://zoom.example.org/j/secret')
    await tab('Home')
    await tab('Calls')
    expect(await page.getByLabel('Link or phone line').inputValue()).toBe('https://zoom.example.org/j/secret')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('secret')
    await page.reload()
    await tab('Calls')
    await button('Make another series').click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Working group')
  })

  test('a kept link is not shown; untouched it stays, typed it is replaced', async () => {
    const session = await open()
    const { page, button, asked, changeCalls } = session
    const draft = { ...(await page.evaluate(() => window.mock.sheet.callsNow.series[0]?.draft)), join: 'fixed' }
    await changeCalls({ series: [{ draft: draft as SeriesDraft, state: 'active', inCalendar: true, note: '' }] })
    for (const typed of ['', 'tel:555-0100']) {
      await session.tab('Calls')
      await button('Change Statewide call').click()
      await page.getByText('Kept; type to replace.').waitFor()
      expect(await page.getByLabel('Link or phone line').inputValue()).toBe('')
      if (typed) await page.getByLabel('Link or phone line').fill(typed)
      await button('Save the series').click()
      await button('Start roll call').waitFor()
    }
    expect((await asked<SeriesDraft>('saveSeries')).map(({ link }) => link)).toEqual([null, 'tel:555-0100'])
  })

  test('a zone that is not of this state can be typed', async () => {
    const session = await open()
    const { page, asked, button } = session
    await toForm(session)
    await page.getByLabel('Name', { exact: true }).fill('West')
    await page.getByLabel('Time zone').selectOption('Another zone')
    await page.getByLabel('Name of the zone').fill('America/Denver')
    await button('Make the series').click()
    await page.getByRole('heading', { name: 'West' }).waitFor()
    expect((await asked<SeriesDraft>('saveSeries'))[0]?.timeZone).toBe('America/Denver')
  })

  test('a request that fails keeps the form and says what to do; the second try makes one series', async () => {
    const session = await open()
    const { page, button, spoil } = session
    await toForm(session)
    await page.getByLabel('Name').fill('Working group')
    await spoil('saveSeries', { as: 'null' })
    await button('Make the series').click()
    await page.getByText('The sheet gave no answer.').waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Working group')
    await button('Make the series').dblclick()
    await page.getByRole('heading', { name: 'Working group' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Working group' }).count()).toBe(1)
  })

  test('ending asks first; the ended one is named, and the first series is offered again', async () => {
    const { page, button, tab, asked } = await open()
    await tab('Calls')
    await button('End Statewide call').click()
    await button('Keep it').click()
    expect(await asked('endSeries')).toEqual([])
    await button('End Statewide call').click()
    await button('End the series').click()
    await page.getByText('Ended: Statewide call').waitFor()
    await button('Make a series').waitFor()
  })

  test('an event deleted in Calendar is named, and made anew only after a second click', async () => {
    const { page, button, tab, asked, changeCalls } = await open()
    const draft = await page.evaluate(() => window.mock.sheet.callsNow.series[0]?.draft)
    await changeCalls({ series: [{ draft: draft as SeriesDraft, state: 'gone', inCalendar: false, note: '' }] })
    await tab('Calls')
    await page.getByText('✕ Its event was deleted in Calendar').waitFor()
    await button('Make Statewide call anew').click()
    expect(await asked('remakeSeries')).toEqual([])
    await button('Make it anew').click()
    await page.getByText('✕ Its event was deleted').waitFor({ state: 'detached' })
  })

  test('who is not the operator learns when Calendar will show it', async () => {
    const session = await open()
    const { page, button, changeCalls, foot } = session
    await changeCalls({ isOperator: false })
    await toForm(session)
    await page.getByText('The event lies in the calendar of priya@franklin.example.org').waitFor()
    await page.getByLabel('Name').fill('Working group')
    await button('Make the series').click()
    await page.getByText('○ On its way to Calendar').waitFor()
    expect(await foot()).toContain('within minutes, by the account of priya@franklin.example.org')
  })
})
