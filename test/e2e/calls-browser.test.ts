/**
 * A call as a person lives through it: the workbench in Chromium, Franklin set up, the bundle as it ships. The series is
 * made in the sidebar, the clock is moved past the first call, the roll is called, the call is closed.
 */
import { describeInBrowser } from '../support/browser'
import { type InBrowser, openFranklin } from '../support/workbench'

const LINK = 'https://zoom.example.org/j/5550199'

describeInBrowser('a statewide call in Franklin', () => {
  let bench: InBrowser
  beforeAll(async () => {
    bench = await openFranklin()
  }, 120_000)
  afterAll(() => bench?.close())

  test('a weekly series is made: its dates are seen before, its first call after', async () => {
    await bench.press('Calls')
    await bench.press('Make a series')
    const frame = await bench.sidebar()
    await frame.getByLabel('Name').fill('Statewide call')
    await frame.getByLabel('On', { exact: true }).selectOption('Tuesday')
    await frame.getByLabel('From').fill('2026-11-24')
    await frame.getByLabel('How people join').selectOption('A fixed Zoom link or phone line')
    await bench.press('Make the series')
    await frame.getByText('The link is missing.').waitFor()
    await frame.getByLabel('Link or phone line').fill(LINK)
    await frame.locator('b', { hasText: 'Every Tuesday at 7:00 pm' }).waitFor()
    await frame.getByText('Tue Nov 24, 7:00 pm', { exact: false }).first().waitFor()
    await bench.clean('the form')
    await bench.press('Make the series')
    await frame.getByRole('heading', { name: 'Tue Nov 24' }).waitFor()
    await frame.getByText('60 of 60 min').waitFor()
    await frame.getByText('Calendar is up to date').waitFor()
    await bench.clean('Calls')
    await bench.view('Calendar')
    await bench.page.getByText('Statewide call', { exact: true }).first().waitFor()
    await bench.view('Sheet')
    await bench.press('Home')
    await (await bench.sidebar()).getByRole('button', { name: 'Open the next call' }).waitFor()
  }, 180_000)

  test('the agenda opens wide, for the call that is shown, without the link to join', async () => {
    await bench.calls()
    await bench.press('Tue Dec 1')
    await (await bench.sidebar()).getByRole('heading', { name: 'Tue Dec 1' }).waitFor()
    await bench.press('Print or copy')
    const agenda = await bench.frameOf('Agenda')
    await agenda.getByRole('heading', { name: 'Statewide call' }).waitFor()
    await agenda.locator('article', { hasText: 'Tue Dec 1, 7:00 pm' }).waitFor()
    expect(await agenda.getByLabel('Call').locator('option:checked').textContent()).toContain('Tue Dec 1')
    await bench.clean('the agenda', agenda)
    const text = await agenda.evaluate(() => document.body.textContent)
    expect(text).toMatch(/Welcome/)
    expect(text).not.toContain('5550199')
    await bench.shoot('agenda', 'dialog')
    await bench.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    await bench.press('Back to the next call')
  }, 120_000)

  test('when it is over the roll is called, the call closed, and its decision stands on the next agenda', async () => {
    await bench.page.getByRole('button', { name: '+1 day' }).click()
    for (let hour = 0; hour < 9; hour++) await bench.page.getByRole('button', { name: '+1 hour' }).click()
    await bench.calls()
    const frame = await bench.sidebar()
    await frame.getByRole('heading', { name: 'Tue Nov 24' }).waitFor()
    await bench.press('Start roll call')
    await frame.getByRole('checkbox').first().check()
    await frame.getByRole('checkbox').last().check()
    await frame.getByText(/^2 of \d+ groups here · all saved$/).waitFor()
    await bench.clean('the roll')
    await bench.shoot('calls-roll')
    await bench.press('Close the call')
    if (await frame.getByRole('heading', { name: /^Roll call/ }).count()) await bench.press('Close the call')
    await bench.press('Add a decision')
    await frame.getByLabel('Decision 1', { exact: true }).fill('Visit every senator in December')
    await bench.press('Close the call')
    await frame.getByText('The call is closed. 2 groups answered the roll.').waitFor()
    await bench.clean('closed')
    await bench.press('Go to the next call')
    await frame.getByRole('heading', { name: 'Tue Dec 1' }).waitFor({ timeout: 3000 })
    await frame
      .getByRole('list', { name: 'Items that people added' })
      .getByText('Visit every senator in December')
      .waitFor()
    await bench.shoot('calls')
  }, 600_000)

  test('members have the link by mail; no page had an error, and nothing was asked of the network', async () => {
    await bench.view('Mail')
    const boxes = bench.page.getByRole('region', { name: 'Mailboxes' })
    await boxes
      .getByRole('button', { name: /[1-9]\d* received/ })
      .first()
      .waitFor()
    expect(bench.troubles).toEqual([])
  }, 120_000)
})
