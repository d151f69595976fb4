/** What stays on the page once an alert has gone, and how the page waits while nothing can go. */
import { describeInBrowser } from '../support/browser'
import { type Session, useSidebar } from './session'

async function approve({ page, button, tab }: Session) {
  await tab('Alert')
  await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
  await button('Continue').click()
  await page.getByLabel('Title').fill('HB 120 in committee')
  await button('Continue').click()
  await button('Approve and send to 42 people').click()
  await button('Send now').click()
}

describeInBrowser('an alert that has gone', () => {
  const open = useSidebar()

  test('stays on the page though it ends before the sheet tells Home of it', async () => {
    const session = await open()
    const { page, tab, button, change, hold, release, foot } = session
    await change({ lots: [42] })
    await page.getByText('61 of 80 districts').waitFor()
    await hold('home')
    await approve(session)
    await page.getByText('Everyone who can get it has it.').waitFor()
    await change({ forgotten: true })
    await release('home')
    await tab('Home')
    await page.getByText('✓ Sent to 42 people, Nov 23, 12:58').waitFor()
    await tab('Alert')
    await button('Show messages').waitFor()
    expect(await foot()).toBe('A-0007: 42 of 42 people have it')
    await button('Prepare another alert').click()
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).waitFor()
    expect(await foot()).toBe('Nothing has been sent yet')
  })

  test('can be called off while something would follow it, and not after act-by', async () => {
    const session = await open()
    const { page, button, asked, change } = session
    await change({ lots: [42] })
    // What the laptop takes for the time says nothing: the sheet tells whether something follows.
    await page.clock.setFixedTime('2031-01-01T00:00:00Z')
    await approve(session)
    await page.getByText('Everyone who can get it has it.').waitFor()
    await button('Cancel alert').click()
    await page.getByText('No backup is asked and nobody is reminded any more.').waitFor()
    await button('Let it go on').click()
    const follows = (yes: boolean) =>
      page.evaluate((is) => Object.assign(window.mock.sheet.now.progress ?? {}, { follows: is }), yes)
    await follows(false)
    await session.tab('Home')
    await session.tab('Alert')
    await button('Cancel alert').waitFor({ state: 'detached' })
    await follows(true)
    await session.tab('Home')
    await session.tab('Alert')
    await button('Cancel alert').click()
    await page.getByRole('group').getByRole('button', { name: 'Cancel alert' }).click()
    await page.getByText('✕ Cancelled').waitFor()
    await page.getByText('Nothing more goes out. Whoever has it is not told by itself').waitFor()
    expect(await page.getByText('Texts to paste').count()).toBe(0)
    // The button that had the focus is gone: the keyboard stays near it.
    await page.waitForFunction(() => document.activeElement !== document.body)
    expect(await asked('cancelAlert')).toEqual([{ alertId: 'A-0007' }])
    expect(await button('Cancel alert').count()).toBe(0)
  })

  test('is not shown as unsent again by an answer that was on its way before it ended', async () => {
    const session = await open()
    const { page, change, hold, release } = session
    await approve(session)
    await page.getByText('Everyone who can get it has it.').waitFor()
    const done = await page.evaluate(() => window.mock.sheet.now.progress)
    await hold('home')
    await session.tab('Home')
    await change({ progress: done && { ...done, state: 'sending', sent: 0, waiting: 42, done: false } })
    await hold('alertProgress')
    await release('home')
    await change({ progress: done })
    await release('alertProgress')
    await session.tab('Alert')
    await page.getByText('42 of 42 people have it').first().waitFor()
  })

  test('does not give way on the page to one that somebody else sends; Home leads there', async () => {
    const session = await open()
    const { page, change, tab, button } = session
    await approve(session)
    await page.getByText('Everyone who can get it has it.').waitFor()
    const done = await page.evaluate(() => window.mock.sheet.now.progress)
    await change({
      progress: done && {
        ...done,
        alertId: 'A-0009',
        state: 'sending',
        sent: 5,
        waiting: 37,
        done: false,
        endedAt: null,
      },
    })
    await tab('Home')
    await page.getByText('5 of 42 people have it').waitFor()
    await tab('Alert')
    await page.getByText('Everyone who can get it has it.').waitFor()
    await tab('Home')
    await button('Open A-0009').click()
    await page.getByText('5 of 42 people have it').first().waitFor()
  })

  test('whoever may not send any more finishes what lies in their own drafts, and is offered no more than that', async () => {
    const session = await open()
    const { page, change, tab, button, asked } = session
    await approve(session)
    await page.getByText('Everyone who can get it has it.').waitFor()
    const done = await page.evaluate(() => window.mock.sheet.now.progress)
    const held = { state: 'sending', sent: 28, waiting: 14, done: false, endedAt: null } as const
    await change({ mayApprove: false, progress: done && { ...done, ...held, alertId: 'A-0009', yours: 1 } })
    await tab('Home')
    await button('Open A-0009').click()
    expect(await button('Send what is left now').count()).toBe(0)
    const before = (await asked('sendLot')).length
    await button('Finish what lies in your drafts').click()
    await page
      .getByText(/Sending the next lot|people have it/)
      .first()
      .waitFor()
    expect((await asked('sendLot')).length).toBeGreaterThan(before)
  })
})

describeInBrowser('an alert that cannot go on for now', () => {
  const open = useSidebar()
  const NOTE = '42 people wait for your mail quota, which is back within 24 hours.'

  async function held() {
    const session = await open()
    const { page, change } = session
    await page.clock.install()
    await change({ lots: [], note: NOTE })
    await approve(session)
    await page.getByText(NOTE).first().waitFor()
    await page.getByText(/^Tries again in \d+ s\.$/).waitFor()
    return session
  }

  test('is asked for again after half a minute, not at once, and the reason stays in sight', async () => {
    const { page, asked, change } = await held()
    expect(await asked('sendLot')).toHaveLength(1)
    await page.clock.runFor(20_000)
    expect(await asked('sendLot')).toHaveLength(1)
    await page.getByText(NOTE).first().waitFor()
    await change({ lots: [42], note: '' })
    await page.clock.runFor(15_000)
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await asked('sendLot')).toHaveLength(2)
  })

  test('never takes more than one ask in half a minute, however long it lasts', async () => {
    const { page, asked } = await held()
    for (let i = 0; i < 30; i++) {
      await page.clock.runFor(10_000)
      await page.getByText(/^Tries again in/).waitFor()
    }
    expect((await asked('sendLot')).length).toBeLessThanOrEqual(8)
    expect((await asked('sendLot')).length).toBeGreaterThan(3)
  })

  test('goes on at once at a click, and stops at a click', async () => {
    const { page, button, asked } = await held()
    await button('Try now').click()
    await page.waitForFunction(() => window.mock.asked.filter((one) => one.name === 'sendLot').length === 2)
    await page.clock.runFor(1_000)
    await button('Stop trying').click()
    await button('Send what is left now').waitFor()
    await page.clock.runFor(300_000)
    expect(await asked('sendLot')).toHaveLength(2)
  })

  test('can be cancelled while it waits', async () => {
    const { page, button, asked } = await held()
    await button('Cancel alert').click()
    await page.getByRole('group').getByRole('button', { name: 'Cancel alert' }).click()
    await page.getByText('✕ Cancelled').waitFor()
    await page.clock.runFor(120_000)
    expect(await asked('sendLot')).toHaveLength(1)
    expect(await button('Try now').count()).toBe(0)
  })
})
