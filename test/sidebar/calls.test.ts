/** The Calls page: the next call, its agenda, swaps, moved and cancelled dates. */
import { describeInBrowser } from '../support/browser'
import { HOSTILE } from './mock-words'
import { type Session, useSidebar } from './session'

async function toCalls({ tab, button }: Session) {
  await tab('Calls')
  await button('Start roll call').waitFor()
}

describeInBrowser('the page Calls', () => {
  const open = useSidebar()

  test('Home leads to the next call with its people; every tab fits', async () => {
    const { page, button } = await open()
    await page.getByText('Facilitator Dana Fields · notes Sam Pebbleton · 5 agenda items').waitFor()
    const tabs = await page
      .getByRole('navigation')
      .getByRole('button')
      .evaluateAll((all) =>
        all.map((tab) => [tab.textContent, tab.scrollWidth <= tab.clientWidth, tab.clientHeight < 50]),
      )
    expect(tabs).toEqual(['Home', 'Groups', 'Districts', 'Alert', 'Calls'].map((tab) => [tab, true, true]))
    await button('Open the next call').click()
    await button('Start roll call').waitFor()
  })

  test('a call that nobody leads is a to-do on Home, which leads to that call; of several the number is said', async () => {
    const { page, button, tab, changeCalls } = await open()
    await button('No facilitator yet for Thu Dec 17').click()
    await page.getByRole('heading', { name: 'Thu Dec 17' }).waitFor()
    const coming = await page.evaluate(() => window.mock.sheet.callsNow.coming)
    const nobody = coming[1]?.facilitator
    if (!nobody) throw new Error('no such call')
    await changeCalls({ coming: coming.map((call) => ({ ...call, facilitator: nobody })) })
    await tab('Home')
    await button('3 calls without a facilitator, the first on Thu Dec 3').click()
    await page.getByRole('heading', { name: 'Thu Dec 3' }).waitFor()
  })

  test('it says who, why this person, the agenda with its minutes, what comes and where nobody is down', async () => {
    const session = await open()
    const { page, foot } = session
    await toCalls(session)
    await page.getByText('Her turn: longest since last (Aug 27), Sam is away.').waitFor()
    await page.getByText('7:00 pm Eastern / 6:00 pm Central · 60 min').waitFor()
    await page.getByText('60 of 60 min').waitFor()
    await page.getByText('○ no facilitator').waitFor()
    await page.getByText('Every two weeks on Thursday').waitFor()
    expect(await page.getByRole('link', { name: 'Join' }).getAttribute('href')).toBe('https://meet.example.org/abc')
    expect(await foot()).toBe('Calendar is up to date')
  })

  test('a swap needs a person, and is sent once; the rota can have the date back', async () => {
    const session = await open()
    const { page, button, asked } = session
    await toCalls(session)
    await button('Swap').click()
    await button('Swap').click()
    await page.getByText('Choose a person.').waitFor()
    expect(await asked('swapCall')).toEqual([])
    await page.getByRole('radio', { name: 'Priya Stone' }).check()
    await button('Swap').dblclick()
    await page.getByText('Swapped by hand.').waitFor()
    await page.getByLabel('What for').waitFor({ state: 'detached' })
    await button('Swap').click()
    await page.getByRole('radio', { name: 'Whoever the rota gives' }).check()
    await button('Swap').click()
    await page.getByText('Swapped by hand.').waitFor({ state: 'detached' })
    const callId = 'C-0002'
    expect(await asked('swapCall')).toEqual([
      { callId, duty: 'facilitator', personId: 'P-003' },
      { callId, duty: 'facilitator', personId: null },
    ])
  })

  test('“I can’t” asks who, then shows who is asked instead', async () => {
    const session = await open()
    const { page, button, asked } = session
    await toCalls(session)
    await button('I can’t').click()
    await button('Dana Fields (facilitator)').click()
    await page.locator('b', { hasText: 'Priya Stone' }).waitFor()
    await page
      .locator('output[aria-live=polite]', { hasText: 'Priya Stone is asked now.' })
      .waitFor({ state: 'attached' })
    expect(await asked('cannotCall')).toEqual([{ callId: 'C-0002', duty: 'facilitator' }])
  })

  test('a move into the past is refused at its field with what was typed; a good one is told', async () => {
    const session = await open()
    const { page, button } = session
    await toCalls(session)
    await button('Move or cancel').click()
    await page.getByLabel('New date and time').fill('2026-11-01T19:30')
    await page.getByLabel('Minutes').fill('90')
    await button('Move this call').click()
    await page.getByText('This time is past. Choose a later one.').waitFor()
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).type === 'datetime-local')
    expect(await page.getByLabel('Minutes').inputValue()).toBe('90')
    await page.getByLabel('New date and time').fill('2026-12-04T19:30')
    await button('Move this call').click()
    await page.getByText('Moved from Thu Dec 3, 7:00 pm. Everyone invited was told.').first().waitFor()
    await page.getByRole('heading', { name: 'Fri Dec 4' }).waitFor()
  })

  test('cancelling asks first; a failure is said and cancels nothing', async () => {
    const session = await open()
    const { page, button, asked, spoil } = session
    await toCalls(session)
    await button('Move or cancel').click()
    await button('Cancel this call').click()
    await page.keyboard.press('Escape')
    expect(await asked('cancelCall')).toEqual([])
    await button('Move or cancel').click()
    await button('Cancel this call').click()
    await spoil('cancelCall', { as: 'failure', message: 'Exception: 拒否' })
    await button('Cancel this call').click()
    await page.getByText('Google did not finish this request.').waitFor()
    await button('Cancel this call').click()
    await page.getByText('✕ Cancelled').first().waitFor()
    // The page goes on to what is next.
    await page.getByRole('heading', { name: 'Thu Dec 17' }).waitFor()
  })

  test('who may not manage is shown no button to move, change or end', async () => {
    const session = await open()
    const { page, button, changeCalls } = session
    await changeCalls({ mayManage: false, isOperator: false })
    await toCalls(session)
    for (const name of ['Move or cancel', 'Change Statewide call', 'End Statewide call', 'Make another series'])
      expect(await button(name).count()).toBe(0)
    await button('Swap').waitFor()
    await page.getByText('Calendar is up to date').waitFor()
  })

  test('an item is added, changed and done; a blank one is refused at its field; what was typed outlives the page', async () => {
    const session = await open()
    const { page, button, tab, asked } = session
    await toCalls(session)
    await button('Add an item').click()
    await page.getByLabel('Minutes').fill('7.5')
    await button('Add the item').click()
    await page.getByText('Write what it is about.').waitFor()
    await page.getByText('Write a whole number of minutes').waitFor()
    await page.getByLabel('Item', { exact: true }).fill(HOSTILE)
    await tab('Home')
    await tab('Calls')
    expect(await page.getByLabel('Item', { exact: true }).inputValue()).toBe(HOSTILE)
    await page.getByLabel('Minutes').fill('')
    await button('Add the item').click()
    const items = page.getByRole('list', { name: 'Items that people added' })
    await items.getByText(HOSTILE).waitFor()
    await button(`Edit ${HOSTILE}`).click()
    await page.getByLabel('State', { exact: true }).selectOption('Carried to the next call')
    await page.getByLabel('Who').fill('Dana')
    await button('Save the item').click()
    await items.getByText('→ Carried over').waitFor()
    await button(`${HOSTILE} is done`).click()
    await items.getByText('✓ Done').waitFor()
    expect((await asked('setItem')).map(({ itemId, minutes, state }) => ({ itemId, minutes, state }))).toEqual([
      { itemId: null, minutes: null, state: 'open' },
      { itemId: 'I-1', minutes: null, state: 'carried' },
      { itemId: 'I-1', minutes: null, state: 'done' },
    ])
  })

  test('a mail that nobody can account for is shown open, in words; only who manages calls may settle it', async () => {
    const session = await open()
    const { page, changeCalls } = session
    const at = '2026-12-03T00:00:00.000Z'
    const doubt = { messageId: 'C-0002 day-1', to: ['ira@group.example.org'], reason: 'Its state was cleared.', at }
    await changeCalls({
      mayManage: false,
      mails: [
        { what: 'Day before, to everyone', at, state: 'doubt', people: 42, doubts: [doubt] },
        { what: 'Hour before, to the facilitator', at, state: 'late', people: 1, doubts: [] },
      ],
    })
    await toCalls(session)
    await page.getByText('Mails of this call (2 to look at)').waitFor()
    await page.getByText('in doubt: nobody can tell whether it went').waitFor()
    await page.getByText('not sent: its time had passed').waitFor()
    expect(await page.locator('details').getByRole('button').count()).toBe(0)
  })

  test.each(['It went', 'Send it again', 'Let it be'])('a mail in doubt is settled by a person: %s', async (choice) => {
    const session = await open()
    const { page, button, asked, changeCalls, spoil } = session
    const at = '2026-12-03T00:00:00.000Z'
    const doubt = { messageId: 'C-0002 day-1', to: ['ira@group.example.org'], reason: 'Its state was cleared.', at }
    await changeCalls({ mails: [{ what: 'Day before, to everyone', at, state: 'doubt', people: 42, doubts: [doubt] }] })
    const fault = { code: 'TOO_LATE', message: 'The time for it is over.', next: 'Choose “let it be”.' }
    await spoil('settleDoubt', { as: 'fault', fault })
    await toCalls(session)
    await page.getByText('1 message in doubt').waitFor()
    await button(`${choice}: ira@group.example.org`).click()
    await page.getByText(fault.message).waitFor()
    await button(`${choice}: ira@group.example.org`).click()
    await page.getByText('1 message in doubt').waitFor({ state: 'detached' })
    const settled = { messageId: 'C-0002 day-1', as: choice.toLowerCase() }
    expect(await asked('settleDoubt')).toEqual([settled, settled])
  })

  test('a link that is no web address cannot be followed', async () => {
    const session = await open()
    const { page, changeCalls } = session
    await changeCalls({ joinLink: 'javascript:alert(1)' })
    await toCalls(session)
    await page.getByText('Join: javascript:alert(1)').waitFor()
    expect(await page.getByRole('link', { name: 'Join' }).count()).toBe(0)
  })

  test('a call that is gone meanwhile is said so; another one opens', async () => {
    const session = await open()
    const { page, button, spoil } = session
    await toCalls(session)
    const fault = { code: 'CALL_GONE', message: 'This call is no longer in the sheet.', next: 'Open another one.' }
    await spoil('openCall', { as: 'fault', fault })
    await button('Thu Jan 14').click()
    await page.getByText(fault.message).waitFor()
    await button('Back to the next call').click()
    await page.getByText('Her turn: longest since last').waitFor()
  })

  test('waiting is said: over 2 s what is waited for', async () => {
    const session = await open()
    const { page, button, hold, release } = session
    await toCalls(session)
    await page.clock.install()
    await hold('openCall')
    await button('Thu Jan 14').click()
    await page.clock.runFor(2_500)
    await page.locator('output', { hasText: 'Opening the call…' }).waitFor()
    await release('openCall')
    await page.clock.runFor(100)
    await page.getByText('Opening the call…').waitFor({ state: 'detached' })
  })
})

describeInBrowser('the agenda to print', () => {
  const open = useSidebar()

  test('is opened for the call that is shown', async () => {
    const session = await open()
    const { page, button, asked } = session
    await toCalls(session)
    await button('Thu Jan 14').click()
    await page.getByRole('heading', { name: 'Thu Jan 14' }).waitFor()
    await button('Print or copy').click()
    await page
      .locator('output[aria-live=polite]', { hasText: 'The agenda is open beside the sheet.' })
      .waitFor({ state: 'attached' })
    expect(await asked('openDialog')).toEqual([{ page: 'Agenda', callId: 'C-0004' }])
  })

  test('shows parts and minutes, never the link to join, and only the agenda on paper', async () => {
    const { page, button } = await open('ready', {}, 'agenda')
    await page.getByRole('heading', { name: 'Statewide call' }).waitFor()
    await page.getByRole('heading', { name: 'Bills this week 20 min' }).waitFor()
    expect(await page.content()).not.toContain('meet.example.org')
    await page.getByLabel('Call').selectOption({ index: 2 })
    await page.locator('article', { hasText: 'Thu Jan 14' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await button('Print').isVisible()).toBe(false)
    expect(await page.locator('article').isVisible()).toBe(true)
  })

  test('is copied as text; where the browser forbids it, the text is there to be selected', async () => {
    const { page, button } = await open('ready', {}, 'agenda')
    await page.getByRole('heading', { name: 'Statewide call' }).waitFor()
    await page.evaluate(() => {
      document.addEventListener('copy', () => {
        ;(window as unknown as { copied: string }).copied = String(getSelection() ?? '')
      })
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })
    })
    await button('Copy the text').click()
    await page.getByText('Copied. The link to join is not in it.').waitFor()
    await page.evaluate(() => {
      document.execCommand = () => false
    })
    await button('Copy the text').click()
    expect(await page.getByLabel('The agenda as text').inputValue()).toContain('5 min  Welcome and roll call')
  })
})
