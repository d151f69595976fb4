import type { Draft } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { HOSTILE } from './mock-words'
import { type Session, useSidebar } from './session'

const title = (session: Session) => session.page.getByLabel('Title')

/** Chooses a legislator, gives a title, and opens Check. */
async function prepare(session: Session, who = 'Ada Okafor') {
  const { page, button, tab } = session
  await tab('Alert')
  await page.getByRole('checkbox', { name: who }).check()
  await button('Continue').click()
  await title(session).fill('HB 120 in committee')
  await button('Continue').click()
  await page.getByRole('heading', { name: 'Who gets it' }).waitFor()
}
async function approve({ button }: Session) {
  await button('Approve and send to 42 people').click()
  await button('Send now').click()
}

describeInBrowser('the page Alert, before it goes', () => {
  const open = useSidebar()

  test('who: legislators and districts are found, chosen, shown with their groups, and taken out again', async () => {
    const { page, tab, button } = await open()
    await tab('Alert')
    await button('Continue').click()
    await page.getByText('Choose at least one legislator or district.').waitFor()
    await page.getByLabel('Find a legislator or district').fill('hd 14a')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await page.getByLabel('Find a legislator or district').fill('senate')
    await page.getByRole('checkbox', { name: /^Senate 14/ }).check()
    const chips = page.getByRole('list', { name: 'Chosen' })
    expect(await chips.textContent()).toMatch(
      /Ada Okafor \(D\).*House\s14A · 2 groups[\s\S]*Senate\s14.*all seats · 1 group/,
    )
    await button('Remove Ada Okafor (D)').click()
    expect(await chips.textContent()).not.toContain('Okafor')
  })

  test('what: a blank goes in at the caret of the field that was typed in last', async () => {
    const session = await open()
    const { page, tab, button } = session
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await button('Continue').click()
    const subject = page.getByLabel('Subject')
    await subject.fill('Call  today')
    await subject.evaluate((box: HTMLInputElement) => box.setSelectionRange(5, 5))
    await page.getByText('Blanks that are filled in').click()
    await button('Insert {names}').click()
    expect(await subject.inputValue()).toBe('Call {names} today')
    const text = page.getByLabel('Text', { exact: true })
    await text.fill('Now: ')
    await button('Insert {act by}').click()
    expect(await text.inputValue()).toBe('Now: {act by}')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('!')
    expect(await text.inputValue()).toBe('Now: {act by}!')
    await page.getByText('Eastern Time (New York). It is Nov 23, 1:20 pm there.').waitFor()
  })

  test('check: everything that can go wrong is shown before it does', async () => {
    const session = await open()
    await prepare(session)
    const { page, button, foot } = session
    for (const text of [
      '2 groups, 42 people',
      '2 away (backup asked)',
      '1 opted out',
      'House 31 has no group',
      '42 needed',
      '58 left',
      '3 messages, everyone in BCC. Done in about 10 seconds.',
      'Every blank is filled',
      'No test sent of this text.',
    ])
      await page.getByText(text).waitFor()
    await button('List').click()
    await page.getByText('Dana L., Sam K.').waitFor()
    expect(await foot()).toBe('Nothing has been sent yet')
  })

  test('check: the mail is shown as the chosen group gets it, its name as text', async () => {
    const session = await open()
    await prepare(session)
    const { page, button } = session
    expect(await page.locator('.mail').textContent()).not.toContain(HOSTILE)
    await page.getByLabel('Preview for').selectOption('G-003')
    await page.getByText('2 different texts; this one goes to 12 people.').waitFor()
    expect(await page.locator('.mail').textContent()).toContain(`For ${HOSTILE}`)
    await button('Test to me').click()
    await page.getByText('Test sent to maya@franklin.example.org.').first().waitFor()
    await page.getByText('Test sent to you, 12:58').waitFor()
    expect(await session.asked('testAlert')).toEqual([{ alertId: 'A-0008', groupId: 'G-003' }])
  })

  test('the keyboard is never lost: a number that is written leads to the button, sending to the top of what is sent', async () => {
    const session = await open()
    await prepare(session, 'Nils Lund')
    const { page, button } = session
    const phone = page.getByLabel('Phone of Nils Lund, House 31')
    await phone.fill('555 0131')
    await phone.press('Enter')
    await phone.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.textContent === 'Approve and send to 42 people')
    await page.keyboard.press('Enter')
    await button('Send now').press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('A-0007 · HB 120'))
    expect(await page.evaluate(() => document.querySelector('main')?.scrollTop)).toBe(0)
  })

  test('check: a missing number is typed right there and kept when it cannot be written', async () => {
    const session = await open()
    await prepare(session, 'Nils Lund')
    const { page, button, spoil, asked } = session
    expect(await button('Approve and send to 42 people').getAttribute('aria-disabled')).toBe('true')
    const phone = page.getByLabel('Phone of Nils Lund, House 31')
    await phone.fill('555 0131')
    const fault = { code: 'PHONE', message: 'That is no number.', next: 'Type ten digits.', field: 'phone' }
    await spoil('setPhone', { as: 'fault', fault })
    await button('Save phone of Nils Lund').click()
    await page.getByText('That is no number. Type ten digits.').waitFor()
    expect(await phone.inputValue()).toBe('555 0131')
    await button('Save phone of Nils Lund').click()
    await phone.waitFor({ state: 'detached' })
    expect(await asked('setPhone')).toHaveLength(2)
    expect(await button('Approve and send to 42 people').getAttribute('aria-disabled')).toBeNull()
  })

  test('check: what stops it disables the approval and says why; a field’s fault is shown at the field', async () => {
    const session = await open()
    await prepare(session)
    const { page, button, spoil } = session
    await button('2 What (done)').click()
    await title(session).fill('')
    await button('3 Check').click()
    await page.getByText('The title is blank. Write it under What.').waitFor()
    await button('Approve and send to 42 people').click({ force: true })
    expect(await button('Send now').count()).toBe(0)

    await button('2 What').click()
    await title(session).fill('HB 120')
    const fault = { code: 'ACT_BY', message: 'That time is past.', next: 'Choose a later one.', field: 'actBy' }
    await spoil('previewAlert', { as: 'fault', fault })
    await button('Continue').click()
    await button('Go to What').click()
    expect(await page.getByLabel('Act by').getAttribute('aria-invalid')).toBe('true')
    await page.getByText('That time is past. Choose a later one.').waitFor()
  })

  test('what: a blank title, and an act-by that is missing or past, are told at their fields', async () => {
    const session = await open()
    const { page, tab, button, asked } = session
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await button('Continue').click()
    await button('Continue').click()
    await page.getByText('Write a title.').waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    expect(await title(session).getAttribute('aria-invalid')).toBe('true')
    await title(session).fill('HB 120')
    const actBy = page.getByLabel('Act by')
    await actBy.fill('2026-11-23T13:00')
    await button('Continue').click()
    await page.getByText('This time is past. Choose a later one.').waitFor()
    await actBy.fill('')
    await page.getByText('Choose the time to act by.').waitFor()
    expect(await asked('previewAlert')).toEqual([])
    await actBy.fill('2026-11-23T17:00')
    await button('Continue').click()
    await button('2 What (done)').waitFor()
  })

  test('what was typed survives other pages, a failed save and the sidebar being closed', async () => {
    const session = await open()
    const { page, tab, button, spoil } = session
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await spoil('saveDraft', { as: 'failure', message: 'Service indisponible' })
    await button('Continue').click()
    await page.getByText('The draft is not saved in the sheet yet.').waitFor()
    await title(session).fill('HB 120')
    await button('Save again').click()
    await page.getByText('The draft is not saved in the sheet yet.').waitFor({ state: 'detached' })
    await tab('Home')
    await tab('Alert')
    expect(await title(session).inputValue()).toBe('HB 120')
    await title(session).fill('HB 120, second reading')
    await page.reload()
    await tab('Alert')
    expect(await title(session).inputValue()).toBe('HB 120, second reading')
  })

  test('two saves at once make one alert: the second waits for the ID the first brings', async () => {
    const session = await open()
    const { page, tab, button, hold, release, asked } = session
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await hold('saveDraft')
    await button('Continue').click()
    await title(session).fill('HB 120')
    await button('Continue').click()
    expect(await asked('previewAlert')).toEqual([])
    await release('saveDraft')
    await page.getByText('2 groups, 42 people').waitFor()
    const saved = await asked<Draft>('saveDraft')
    const [checked] = await asked<Draft>('previewAlert')
    expect(saved[0]?.alertId).toBeNull()
    expect(checked).toMatchObject({ alertId: 'A-0008', title: 'HB 120' })
  })

  test('an unfinished draft in the sheet is taken up, and discarded only after a second click', async () => {
    const session = await open()
    const { page, tab, button, change, asked } = session
    const draft = await page.evaluate(() => window.mock.sheet.now.draft)
    await change({ draft: { ...draft, alertId: 'A-0005', title: 'SB 9', legislatorIds: ['ocd-3'] } })
    await tab('Alert')
    await button('Remove Lea Brandt (R)').waitFor()
    await button('Discard draft').click()
    await page.getByText('Discard draft A-0005?').waitFor()
    await page
      .getByRole('group', { name: 'Discard draft A-0005?' })
      .getByRole('button', { name: 'Discard draft' })
      .click()
    await button('Remove Lea Brandt (R)').waitFor({ state: 'detached' })
    expect(await asked('cancelAlert')).toEqual([{ alertId: 'A-0005' }])
  })

  test('another alert is begun beside an unfinished one, which stays in the sheet', async () => {
    const { page, tab, button, change, asked } = await open()
    const draft = await page.evaluate(() => window.mock.sheet.now.draft)
    await change({ draft: { ...draft, alertId: 'A-0005', title: 'SB 9', legislatorIds: ['ocd-3'] } })
    await tab('Alert')
    await page.getByText('Draft A-0005 · SB 9').waitFor()
    await button('Begin another').click()
    await button('Remove Lea Brandt (R)').waitFor({ state: 'detached' })
    await tab('Home')
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Nils Lund' }).check()
    await tab('Home')
    await page.waitForFunction(() => window.mock.sheet.now.draft.legislatorIds[0] === 'ocd-2')
    const saved = await asked<Draft>('saveDraft')
    expect(saved.map(({ alertId, legislatorIds }) => [alertId, legislatorIds])).toEqual([[null, ['ocd-2']]])
    expect(await asked('cancelAlert')).toEqual([])
  })

  test('a draft that someone approved meanwhile is let go of here, never cancelled', async () => {
    const { page, tab, button, change, asked } = await open('live')
    const draft = await page.evaluate(() => window.mock.sheet.now.draft)
    await change({ draft: { ...draft, alertId: 'A-0007', title: 'HB 120' } })
    await tab('Alert')
    await button('Prepare another alert').click()
    await button('Discard draft').click()
    await change({ draft })
    await page
      .getByRole('group', { name: /^Discard/ })
      .getByRole('button', { name: 'Discard draft' })
      .click()
    await page.getByText('Draft A-0007').waitFor({ state: 'detached' })
    expect(await asked('cancelAlert')).toEqual([])
  })

  test('words typed into a draft that was approved meanwhile become a new alert', async () => {
    const session = await open()
    await prepare(session)
    const { page, button, spoil, asked } = session
    await button('2 What (done)').click()
    await title(session).fill('HB 120, second reading')
    const fault = { code: 'ALREADY_APPROVED', message: 'A-0008 is sending.', next: 'Begin a new alert.' }
    await spoil('previewAlert', { as: 'fault', fault })
    await spoil('saveDraft', { as: 'fault', fault })
    await button('Continue').click()
    await page.getByText('What you see here is kept in this sidebar: make it a new alert, or close it.').waitFor()
    expect(await button('Try again').count()).toBe(0)
    await button('Make it a new alert').click()
    await page.getByText('2 groups, 42 people').waitFor()
    const sent = await asked<Draft>('previewAlert')
    expect(sent.at(-1)).toMatchObject({ alertId: null, title: 'HB 120, second reading' })
  })
})

describeInBrowser('the page Alert, while it goes', () => {
  const open = useSidebar()

  test('approving needs a second click; then lots are sent one after the other with true progress', async () => {
    const session = await open()
    await prepare(session)
    const { page, button, asked, hold, release, foot } = session
    await button('Approve and send to 42 people').click()
    await button('Not yet').click()
    expect(await asked('approveAlert')).toEqual([])
    await hold('sendLot')
    await approve(session)
    await page.getByText('0 of 42 people have it').first().waitFor()
    expect(await foot()).toBe('Nothing has been sent yet')
    await release('sendLot')
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await foot()).toBe('A-0007: 42 of 42 people have it')
    expect(await asked('approveAlert')).toEqual([{ alertId: 'A-0008', seal: 'seal-1' }])
    expect(await asked('sendLot')).toHaveLength(3)
    await button('Show messages').click()
    await page.getByText('dana@group.example.org, sam@group.example.org').waitFor()
  })

  test('an approval that fails sends nothing and keeps the draft', async () => {
    const session = await open()
    await prepare(session)
    const { page, spoil, asked, foot, button } = session
    const fault = { code: 'CHANGED', message: 'The audience has changed since the preview.', next: 'Look at it again.' }
    await spoil('approveAlert', { as: 'fault', fault })
    await approve(session)
    await page.getByText(fault.message).waitFor()
    expect(await asked('sendLot')).toEqual([])
    expect(await foot()).toBe('Nothing has been sent yet')
    await button('Try again').click()
    await button('2 What (done)').click()
    expect(await title(session).inputValue()).toBe('HB 120 in committee')
  })

  test('a lot that fails stops the loop with what to do; it goes on at a click', async () => {
    const session = await open()
    await prepare(session)
    const { page, spoil, button } = session
    await spoil('sendLot', { as: 'failure', message: 'Dienst nicht verfügbar' })
    await approve(session)
    await page.getByText('Google did not finish this request.').waitFor()
    await page.getByText('The timed run goes on with what is left.').waitFor()
    await button('Send what is left now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
  })

  test('cancelling asks first, then stops what has not gone', async () => {
    const session = await open()
    await prepare(session)
    const { page, button, hold, release, asked } = session
    await hold('sendLot')
    await approve(session)
    await button('Cancel alert').click()
    await button('Keep sending').click()
    expect(await asked('cancelAlert')).toEqual([])
    await button('Cancel alert').click()
    await page.getByRole('group').getByRole('button', { name: 'Cancel alert' }).click()
    await page.getByText('✕ Cancelled').waitFor()
    await release('sendLot')
    await button('Prepare another alert').waitFor()
    expect(await asked('cancelAlert')).toEqual([{ alertId: 'A-0007' }])
  })

  test('the sidebar opened again with a live alert stands at Send and sends nothing by itself', async () => {
    const { page, tab, button, asked } = await open('live')
    await tab('Alert')
    await page.getByText('18 of 42 people have it').first().waitFor()
    expect(await asked('sendLot')).toEqual([])
    await button('Send what is left now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
  })

  test('another alert can be prepared while one is under way', async () => {
    const { page, tab, button } = await open('live')
    await tab('Alert')
    await button('Prepare another alert').click()
    await page.getByText('A-0007 is still under way.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('step-body')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await tab('Home')
    await tab('Alert')
    await button('Remove Ada Okafor (D)').waitFor()
    await button('Open A-0007').click()
    await page.getByText('18 of 42 people have it').first().waitFor()
  })

  test.each(['It went', 'Send it again', 'Let it be'])('a doubt is settled by a person: %s', async (choice) => {
    const { page, tab, change, button, asked } = await open('live')
    const doubt = {
      messageId: 'm-9',
      to: ['ira@group.example.org'],
      reason: 'The draft is gone.',
      at: '2026-11-23T17:58:00.000Z',
    }
    await change({ doubts: [doubt], lots: [31] })
    await tab('Alert')
    await button('Send what is left now').click()
    await page.getByText('1 message in doubt').waitFor()
    await page.getByText('The draft is gone. · Nov 23, 12:58').waitFor()
    await button(`${choice}: ira@group.example.org`).click()
    await page.getByText('1 message in doubt').waitFor({ state: 'detached' })
    expect(await asked('settleDoubt')).toEqual([{ messageId: 'm-9', as: choice.toLowerCase() }])
  })
})
