import { describeInBrowser } from '../support/browser'
import { axeFindings, cutOff } from './open'
import { type Session, useSidebar } from './session'

/** Every page and step, in the order a person meets them. */
const PLACES: [string, (session: Session) => Promise<unknown>][] = [
  ['Home', ({ page }) => page.getByText('61 of 80 districts').waitFor()],
  [
    'Home, in need of repair, its operator gone, with the question open',
    async ({ page, tab, change, button }) => {
      await change({
        broken: ['Tab “Outbox” is gone'],
        stale: true,
        operator: 'priya.with.a.very.long.name@franklin.example.org',
      })
      await tab('Groups')
      await tab('Home')
      await button('Become operator').click()
      await page.getByText('is no longer operator then.').waitFor()
    },
  ],
  [
    'Groups',
    async ({ tab, button }) => {
      await tab('Groups')
      await button('Map the 3').waitFor()
    },
  ],
  [
    'Groups, nothing pasted',
    ({ page, button }) =>
      button('Check')
        .click()
        .then(() => page.getByText('There is nothing to check').waitFor()),
  ],
  [
    'Groups, the preview',
    async ({ page, button }) => {
      const long = `Averylonggroupname${'x'.repeat(200)}`
      await page
        .getByLabel('Paste rows from a sheet or a CSV')
        .fill(`Group,Town,Mood\n${long},Elm,\nB,C,\n,D,\n${long},Elm,`)
      await button('Check').click()
      await button('Add 2 groups').waitFor()
    },
  ],
  [
    'Groups, brought in',
    async ({ page, button }) => {
      await button('Add 2 groups').click()
      await page.getByText('2 groups added').waitFor()
    },
  ],
  [
    'Groups, mapped',
    async ({ page, button }) => {
      await button('Map the 3').click()
      await page.getByText('3 groups looked up: 3 mapped').waitFor()
    },
  ],
  [
    'Districts',
    async ({ page, tab }) => {
      await tab('Districts')
      await page.getByText('5 districts').waitFor()
    },
  ],
  [
    'Districts, imported',
    async ({ page, button }) => {
      await button('Import legislators').click()
      await page.getByText('4 changes').waitFor()
    },
  ],
  [
    'Alert, who',
    async ({ page, tab }) => {
      await tab('Alert')
      await page.getByRole('checkbox', { name: 'Nils Lund' }).check()
    },
  ],
  [
    'Alert, what',
    async ({ page, button }) => {
      await button('Continue').click()
      await page.getByLabel('Title').waitFor()
    },
  ],
  [
    'Alert, check, stopped',
    async ({ page, button }) => {
      await button('Continue').click()
      await page.getByText('Write a title.').waitFor()
      await button('3 Check').click()
      await page.getByLabel('Phone of Nils Lund, House 31').waitFor()
    },
  ],
  [
    'Alert, check, with the question open',
    async ({ page, button }) => {
      await page.getByLabel('Phone of Nils Lund, House 31').fill('555-0131')
      await button('Save phone of Nils Lund').click()
      await button('2 What').click()
      await page.getByLabel('Title').fill('HB 120')
      await button('Continue').click()
      await button('List').click()
      await button('Test to me').click()
      await page.getByText('Test sent to you, 12:58').waitFor()
      await button('Approve and send to 42 people').click()
    },
  ],
  [
    'Alert, sending, with the question open',
    async ({ hold, button }) => {
      await hold('sendLot')
      await button('Send now').click()
      await button('Cancel alert').click()
    },
  ],
  [
    'Alert, sent, one in doubt',
    async ({ page, change, release, button }) => {
      await button('Keep sending').click()
      const at = '2026-11-23T17:58:00.000Z'
      await change({ doubts: [{ messageId: 'm-9', to: ['ira@group.example.org'], reason: 'The draft is gone.', at }] })
      await release('sendLot')
      await page.getByText('1 message in doubt').waitFor()
      await button('Show messages').click()
      await page.getByText('✓ sent', { exact: true }).waitFor()
    },
  ],
]

/** The Calls page, state after state. */
const CALLS: typeof PLACES = [
  [
    'Calls',
    async ({ tab, button, changeCalls }) => {
      const who = { who: 'Dana', minutes: 5, callId: 'C-0002' }
      await changeCalls({
        items: [
          { itemId: 'I-1', item: `Averylongitem${'x'.repeat(200)}`, state: 'open', ...who },
          { itemId: 'I-2', item: 'Done', state: 'done', ...who },
          { itemId: 'I-3', item: 'Carried', state: 'carried', ...who },
        ],
        mails: [
          {
            what: 'Day before',
            at: '2026-12-03T00:00:00.000Z',
            state: 'doubt',
            people: 42,
            doubts: [
              {
                messageId: 'C-0002 day-1',
                to: [`${'i'.repeat(60)}@group.example.org`, 'b@group.example.org'],
                reason: 'Its state was cleared.',
                at: '2026-12-03T00:00:00.000Z',
              },
            ],
          },
        ],
        joinLink: `https://meet.example.org/${'a'.repeat(120)}`,
      })
      await tab('Calls')
      await button('Start roll call').waitFor()
    },
  ],
  ['swap', ({ button }) => button('Swap').click()],
  ['I can’t', ({ button, page }) => page.keyboard.press('Escape').then(() => button('I can’t').click())],
  ['move', ({ button, page }) => page.keyboard.press('Escape').then(() => button('Move or cancel').click())],
  ['cancel', ({ button }) => button('Cancel this call').click()],
  [
    'item',
    async ({ button, page }) => {
      await button('Keep it').click()
      await button('Add an item').click()
      await button('Add the item').click()
      await page.getByText('Write what it is about.').waitFor()
    },
  ],
  [
    'edit',
    ({ button }) =>
      button('Leave it')
        .click()
        .then(() => button('Edit Done').click()),
  ],
  [
    'end',
    ({ button }) =>
      button('Leave it')
        .click()
        .then(() => button('End Statewide call').click()),
  ],
  [
    'series',
    async ({ button, page }) => {
      await button('Keep it').click()
      await button('Make another series').click()
      await page.getByText('42 guests in Calendar').waitFor()
    },
  ],
  [
    'series, all fields',
    async ({ page }) => {
      await page.getByLabel('Repeats').selectOption('Monthly')
      await page.getByLabel('Time zone').selectOption('Another zone')
      await page.getByLabel('Who is invited').selectOption('A list of addresses')
      await page.getByLabel('How people join').selectOption('A fixed Zoom link or phone line')
    },
  ],
  [
    'series, refused',
    async ({ button, page }) => {
      await button('Make the series').click()
      await page.getByText('The series has no name.').waitFor()
    },
  ],
  [
    'two series, one on its way',
    async ({ button, page, changeCalls }) => {
      await changeCalls({ isOperator: false })
      await page.getByLabel('Name', { exact: true }).fill(`Working${'group'.repeat(40)}`)
      await button('Make the series').click()
      await page.getByText('○ On its way to Calendar').waitFor()
    },
  ],
  [
    'roll, not saved',
    async ({ button, page, spoil }) => {
      await button('Start roll call').click()
      await spoil('markRoll', { as: 'null' })
      await page.getByRole('checkbox').first().check()
      await page.getByText('1 tick is not in the sheet yet.').waitFor()
    },
  ],
  [
    'close',
    async ({ button, page }) => {
      await button('Close the call').click()
      await button('Add a decision').click()
      await page.getByLabel('Decision 1', { exact: true }).fill('d'.repeat(200))
      await page.getByLabel('Link to the notes').fill('no link')
      await button('Close the call').click()
      await page.getByText('This is no web address.').waitFor()
    },
  ],
  [
    'closed',
    async ({ button, page }) => {
      await page.getByLabel('Link to the notes').fill('')
      await button('Close the call').click()
      await page.getByText('The call is closed. 1 group').waitFor()
    },
  ],
]

describeInBrowser('every page and step', () => {
  const open = useSidebar()

  test('axe finds nothing, nothing is cut off at 300 pixels, tabs and foot stay, at most one button is primary', async () => {
    const session = await open()
    const found: Record<string, unknown> = {}
    for (const [place, go] of PLACES) {
      await go(session)
      const [axe, cut] = [await axeFindings(session.page), await cutOff(session.page)]
      const primary = await session.page.locator('main .primary').count()
      if (axe.length || cut || primary > 1) found[place] = { axe, cut, primary }
    }
    expect(found).toEqual({})
  })

  test('the same holds for calls', async () => {
    const session = await open()
    const found: Record<string, unknown> = {}
    for (const [place, go] of CALLS) {
      await go(session)
      const [axe, cut] = [await axeFindings(session.page), await cutOff(session.page)]
      const primary = await session.page.locator('main .primary').count()
      if (axe.length || cut || primary > 1) found[place] = { axe, cut, primary }
    }
    expect(found).toEqual({})
  })

  test('the same holds for the agenda to print', async () => {
    const { page } = await open('ready', {}, 'agenda')
    await page.getByRole('heading', { name: 'Statewide call' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('the same holds where one person asks another for approval', async () => {
    const session = await open()
    const { page, tab, button, change } = session
    const draft = await page.evaluate(() => window.mock.sheet.now.draft)
    const by = 'priya.with.a.very.long.name.indeed@franklin.example.org'
    const title = `HB 120 ${'and what else is decided today '.repeat(6)}`
    await change({
      mayApprove: false,
      drafts: [
        { draft: { ...draft, alertId: 'A-0003', title, asked: true }, by, at: '2026-11-23T17:40:00.000Z' },
        { draft: { ...draft, alertId: 'A-0004' }, by, at: '2026-11-23T17:40:00.000Z' },
      ],
    })
    const places: [string, () => Promise<unknown>][] = [
      [
        'Home',
        () =>
          tab('Groups')
            .then(() => tab('Home'))
            .then(() => button('Open A-0003').waitFor()),
      ],
      ['Who', () => tab('Alert').then(() => button('Open A-0004').waitFor())],
      [
        'Check, asked',
        () =>
          button('Open A-0003')
            .click()
            .then(() => page.getByText('This alert waits for approval.').waitFor()),
      ],
      ['Who, opened', () => page.getByRole('button', { name: /^1 Who/ }).click()],
    ]
    const found: Record<string, unknown> = {}
    for (const [place, go] of places) {
      await go()
      const [axe, cut] = [await axeFindings(page), await cutOff(page)]
      const primary = await page.locator('main .primary').count()
      if (axe.length || cut || primary > 1) found[place] = { axe, cut, primary }
    }
    expect(found).toEqual({})
  })

  test('the same holds for the setup list', async () => {
    const { page } = await open('empty')
    await page.getByLabel('State').selectOption('Franklin')
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
  })

  test('the whole way to a sent alert is walked with the keyboard alone', async () => {
    const { page, foot, reach } = await open()
    await page.getByText('61 of 80 districts').waitFor()
    await reach('Alert')
    await page.keyboard.press('Enter')
    await page.getByText('Who decides').waitFor()
    await reach(/^Ada Okafor/)
    await page.keyboard.press('Space')
    await reach('Continue')
    await page.keyboard.press('Enter')
    await reach('Title')
    await page.keyboard.type('HB 120')
    await reach('Continue')
    await page.keyboard.press('Enter')
    await page.getByText('2 groups, 42 people').waitFor()
    await reach('Approve and send to 42 people')
    await page.keyboard.press('Enter')
    await reach('Send now')
    await page.keyboard.press('Enter')
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await foot()).toBe('A-0007: 42 of 42 people have it')
  })

  test('progress is told to screen readers', async () => {
    const { page, tab, button } = await open()
    await tab('Groups')
    await button('Map the 3').click()
    await page
      .locator('output[aria-live=polite]', { hasText: '3 of 3 groups looked up.' })
      .waitFor({ state: 'attached' })
  })

  test('a browser that forbids storage changes nothing', async () => {
    const { page, tab } = await open()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await page.reload()
    await tab('Groups')
    await page.getByLabel('Paste rows from a sheet or a CSV').fill('Group\nElm')
    await tab('Home')
    await tab('Groups')
    expect(await page.getByLabel('Paste rows from a sheet or a CSV').inputValue()).toBe('Group\nElm')
  })
})
