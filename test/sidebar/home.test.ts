import { describeInBrowser } from '../support/browser'
import { axeFindings, cutOff } from './open'
import { useSidebar } from './session'

describeInBrowser('the page Home', () => {
  const open = useSidebar()

  test('before setup it asks for the state, says who becomes operator, and sets the sheet up', async () => {
    const { page, button, asked } = await open('empty')
    await page.getByText('You become the operator, as maya@franklin.example.org').waitFor()
    await button('Set up this sheet').click()
    await page.getByText('Choose the state this sheet is for.').waitFor()
    expect(await asked('setUp')).toEqual([])
    await page.getByLabel('State').selectOption('Nova')
    expect(await page.getByLabel('Time zone').count()).toBe(0)
    await page.getByLabel('State').selectOption('Franklin')
    await page.getByLabel('Time zone').selectOption('America/Chicago')
    await button('Set up this sheet').click()
    await page.getByRole('heading', { name: 'Set up 3 of 6 done' }).waitFor()
    expect(await asked('setUp')).toEqual([{ state: 'FR', timeZone: 'America/Chicago' }])
  })

  test('a setup that fails says what to do and keeps what was chosen', async () => {
    const { page, button, spoil } = await open('empty')
    await page.getByLabel('State').selectOption('Franklin')
    await page.getByLabel('Time zone').selectOption('America/Chicago')
    const fault = {
      code: 'BUSY',
      message: 'Someone else is setting this sheet up.',
      next: 'Wait a minute, then try again.',
    }
    await spoil('setUp', { as: 'fault', fault })
    await button('Set up this sheet').click()
    await page.getByText(fault.message).waitFor()
    await page.getByText(fault.next).waitFor()
    expect(await page.getByLabel('State').inputValue()).toBe('FR')
    expect(await page.getByLabel('Time zone').inputValue()).toBe('America/Chicago')
    await button('Set up this sheet').click()
    await page.getByRole('heading', { name: 'Coverage' }).waitFor()
  })

  test('it shows the live alert, coverage with numbers, and to-dos that lead to their place', async () => {
    const { page, button, foot } = await open('live')
    await page.getByText('18 of 42 people have it').waitFor()
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('18')
    await page.getByText('61 of 80 districts').waitFor()
    await page.getByText('34 of 40 districts').waitFor()
    expect(await foot()).toContain(
      'Operator: maya@franklin.example.org (you) · last run 4 min ago · you can send 58 more today',
    )
    await button('2 groups need the district checked').click()
    await page.getByRole('heading', { name: 'All groups' }).waitFor()
  })

  test('the progress of a live alert is looked at again while the page is open', async () => {
    const { page, change } = await open('live')
    await page.clock.install()
    await page.reload()
    await page.getByText('18 of 42 people have it').waitFor()
    const progress = await page.evaluate(() => window.mock.sheet.now.progress)
    await change({ progress: progress && { ...progress, sent: 31, waiting: 11 } })
    await page.clock.runFor(25_000)
    await page.getByText('31 of 42 people have it').waitFor()
  })

  test('an approved alert that is gone from the Alerts tab is told at once', async () => {
    const { page, change, tab } = await open()
    await change({ lost: [{ alertId: 'A-0006', title: 'SB 9' }] })
    await tab('Groups')
    await tab('Home')
    await page.getByText('A-0006 SB 9 is gone from the Alerts tab.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
  })

  test('another alert of the day is opened from here, and its board stays', async () => {
    const { page, change, tab, button, asked } = await open('live')
    const progress = await page.evaluate(() => window.mock.sheet.now.progress)
    await change({ others: [{ alertId: 'A-0006', title: 'SB 9' }] })
    await tab('Groups')
    await tab('Home')
    await page.getByRole('heading', { name: 'Other alerts that take answers' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await change({ progress: progress && { ...progress, alertId: 'A-0006', title: 'SB 9', done: true, state: 'sent' } })
    await button('Open A-0006').click()
    await page.getByRole('heading', { name: 'A-0006 · SB 9' }).waitFor()
    expect(await asked('alertProgress')).toContainEqual({ alertId: 'A-0006' })
  })

  test('a broken sheet is named and repaired with its own state and time zone', async () => {
    const { page, button, change, tab, asked } = await open()
    await change({ broken: ['Tab “Outbox” is gone'] })
    await tab('Groups')
    await tab('Home')
    await page.getByText('Tab “Outbox” is gone').waitFor()
    await button('Repair').click()
    await page.getByText('Sheet needs repair').waitFor({ state: 'detached' })
    expect(await asked('setUp')).toEqual([{ state: 'FR', timeZone: 'America/New_York' }])
  })

  test('a column that stands twice is named with what to do about it, and no repair is offered that would not help', async () => {
    const { page, button, change, tab } = await open()
    await change({ twice: ['The tab “People” has the column “Opted out” twice, in A and J.'] })
    await tab('Groups')
    await tab('Home')
    await page.getByText('twice, in A and J.').waitFor()
    // What stands in a tab that cannot be read seems to be missing.
    expect(await page.getByRole('heading', { name: 'Set up' }).count()).toBe(0)
    await page.getByText('type another heading over the other one').waitFor()
    expect(await button('Repair').count()).toBe(0)
    await change({ twice: [] })
    await button('Look again').click()
    await page.getByText('twice, in A and J.').waitFor({ state: 'detached' })
  })

  test('a timed run that stands still alarms, and another person takes it over only after a second click', async () => {
    const { page, button, change, tab, asked, foot } = await open()
    await change({ stale: true, operator: 'priya@franklin.example.org' })
    await tab('Groups')
    await tab('Home')
    await page.getByText('Nothing runs by itself now.').waitFor()
    await button('Become operator').click()
    await page.getByText('priya@franklin.example.org is no longer operator then.').waitFor()
    await page.getByText('The calls stand in the calendar of maya@example.org.').waitFor()
    await page.keyboard.press('Escape')
    expect(await asked('becomeOperator')).toEqual([])
    await button('Become operator').click()
    await page.getByRole('group').getByRole('button', { name: 'Become operator' }).click()
    await page.getByText('Nothing runs by itself now.').waitFor({ state: 'detached' })
    expect(await foot()).toContain('maya@franklin.example.org (you)')
  })

  test('timed runs that are used up for the day are told, with what to do', async () => {
    const { page, tab, change } = await open()
    await change({ rests: true })
    await tab('Groups')
    await tab('Home')
    await page.getByText('The timed runs of your account are used up for today.').waitFor()
  })

  test('before the timed run has run for the first time there is no alarm, only a word', async () => {
    const { page, tab, change, foot } = await open()
    await change({ stale: true, neverTicked: true })
    await tab('Groups')
    await tab('Home')
    await page.getByText('The timed run has not run yet.').waitFor()
    expect(await foot()).toContain('has not run yet')
    expect(await page.getByText('Nothing runs by itself now').count()).toBe(0)
  })

  test('a first run that is still to come is told without a warning', async () => {
    const { page, tab, change, foot } = await open()
    await change({ neverTicked: true })
    await tab('Groups')
    await tab('Home')
    await page.getByText('first run within 15 minutes').waitFor()
    expect(await page.locator('footer .notice').count()).toBe(0)
    expect(await foot()).not.toContain('Start it again')
  })

  test('an alert that is over is told with what became of it and when', async () => {
    const { page, change, tab, button } = await open('live')
    const progress = await page.evaluate(() => window.mock.sheet.now.progress)
    const over = { state: 'expired', sent: 18, waiting: 0, stopped: 24, done: true } as const
    await change({ progress: progress && { ...progress, ...over, endedAt: '2026-11-23T22:00:00.000Z' } })
    await tab('Groups')
    await tab('Home')
    await page.getByRole('heading', { name: 'Last alert' }).waitFor()
    await page.getByText('✕ 24 people were not asked (act by passed). Sent to 18 of 42 people, Nov 23, 5:00').waitFor()
    await button('Open A-0007').click()
    await button('Show messages').waitFor()
  })

  test('a sheet that does not answer is said so, with a way to try again', async () => {
    const { page, button, spoil, tab } = await open()
    // The first answer is in: what is spoiled is the next.
    await page.getByText('61 of 80 districts').waitFor()
    await spoil('home', { as: 'null' })
    await tab('Groups')
    await tab('Home')
    await page.getByText('The sheet gave no answer.').waitFor()
    // What was known stays on the page.
    await page.getByText('61 of 80 districts').waitFor()
    await button('Try again').click()
    await page.getByText('The sheet gave no answer.').waitFor({ state: 'detached' })
  })

  test('waiting over 300 ms shows that something happens, over 2 s shows what', async () => {
    const { page, hold, release, tab } = await open()
    await page.getByText('61 of 80 districts').waitFor()
    await page.clock.install()
    // Stands still from here on: a busy machine must not count as waiting.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
    await hold('groups')
    await tab('Groups')
    await page.getByLabel('People').waitFor()
    await page.clock.runFor(200)
    expect(await page.locator('.moving').count()).toBe(0)
    await page.clock.runFor(200)
    await page.locator('.moving').waitFor()
    expect(await page.getByText('Reading the groups…').count()).toBe(0)
    await page.clock.runFor(2000)
    await page.getByText('Reading the groups…').waitFor()
    await release('groups')
    await page.locator('.moving').waitFor({ state: 'detached' })
  })

  test('See the map opens the coverage dialog, and says why where it cannot', async () => {
    const { page, button, asked, spoil } = await open()
    const fault = { code: 'NO_STATE', message: 'The sheet knows no state.', next: 'Set it up first.' }
    await spoil('openDialog', { as: 'fault', fault })
    await button('See the map').click()
    await page.getByText(fault.next).waitFor()
    await button('See the map').click()
    await page.getByText(fault.next).waitFor({ state: 'detached' })
    expect(await asked('openDialog')).toEqual([{ page: 'Coverage' }, { page: 'Coverage' }])
  })

  test('the keyboard goes on inside the page that a link of Home leads to', async () => {
    const { page, reach } = await open()
    await page.getByText('61 of 80 districts').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await reach('Channels')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Channels' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })
})
