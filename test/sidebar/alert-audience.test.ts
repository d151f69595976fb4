/** Whom an alert asks, what it asks for, drills, the second person’s number, texts to paste. */
import type { Draft } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { HOSTILE } from './mock-words'
import { axeFindings, cutOff } from './open'
import { type Session, useSidebar } from './session'

const WHY = 'It goes to 42 people: the Settings tab says a second person over 40'

const kind = ({ page }: Session, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
async function toCheck(session: Session) {
  const { page, button, tab } = session
  await tab('Alert')
  await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
  await button('Continue').click()
  await page.getByLabel('Title').fill('HB 120 in committee')
  await button('Continue').click()
  await page.getByRole('heading', { name: 'Who gets it' }).waitFor()
}
const saved = async (session: Session) => (await session.asked<Draft>('previewAlert')).at(-1)

describeInBrowser('whom an alert asks', () => {
  const open = useSidebar()

  test('any ways together, each with what it needs and no more', async () => {
    const session = await open()
    const { page, button, tab } = session
    await tab('Alert')
    expect(await page.getByLabel('Whom they call').count()).toBe(0)
    expect(await page.getByLabel('Find a committee').count()).toBe(0)
    await kind(session, 'Legislators or districts').uncheck()
    expect(await page.getByLabel('Find a legislator or district').count()).toBe(0)
    await kind(session, 'A committee').check()
    await page.getByLabel('Find a committee').fill('heal')
    expect(await page.getByRole('checkbox', { name: /^Senate Rules/ }).count()).toBe(0)
    await page.getByRole('checkbox', { name: /^House Health/ }).check()
    expect(await page.getByRole('list', { name: 'Chosen' }).textContent()).toContain('9 members · 2 groups')
    await kind(session, 'The whole state').check()
    await page.getByText('Each mail names the legislators of the reader’s own districts.').waitFor()
    await page.getByLabel('Whom they call').selectOption('Their own senator')
    await kind(session, 'A list').check()
    await page.getByLabel('The list').fill('lee@example.org\nG-001')
    await button('Continue').click()
    await page.getByLabel('Title').fill('HB 120')
    await button('Continue').click()
    await page.getByText('House Health, The whole state, A list').waitFor()
    expect(await saved(session)).toMatchObject({
      audience: ['committee', 'state', 'list'],
      committees: ['lower|health'],
      callees: 'upper',
      list: 'lee@example.org\nG-001',
    })
  })

  test('what is missing is told at its field, and the first of it has the focus', async () => {
    const session = await open()
    const { page, button, tab } = session
    await tab('Alert')
    await kind(session, 'Legislators or districts').uncheck()
    await button('Continue').click()
    await page.getByText('Choose who gets it.').waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    await kind(session, 'A committee').check()
    await page.getByText('Choose at least one committee.').waitFor()
    await kind(session, 'A list').check()
    await page.getByText('Paste addresses or groups.').waitFor()
    expect(await page.getByLabel('Title').count()).toBe(0)
  })

  test('the same legislators for everybody are chosen where no district is asked', async () => {
    const session = await open()
    const { page, button, tab } = session
    await tab('Alert')
    await kind(session, 'Legislators or districts').uncheck()
    await kind(session, 'The working group').check()
    await page.getByLabel('Whom they call').selectOption('The legislators I choose')
    await button('Continue').click()
    await page.getByText('Choose at least one legislator or district.').waitFor()
    await page.getByRole('checkbox', { name: 'Lea Brandt' }).check()
    await button('Continue').click()
    await page.getByLabel('Title').waitFor()
  })

  test('members of a committee that are not found are named, as text', async () => {
    const session = await open()
    const { page, tab } = session
    await tab('Alert')
    await kind(session, 'A committee').check()
    await page.getByText(`1 not found: ${HOSTILE}`).waitFor()
  })

  test('by keyboard alone, clean for a screen reader, nothing cut off at 300 pixels', async () => {
    const session = await open()
    const { page, tab, reach } = session
    await tab('Alert')
    await reach(/^A committee/)
    await page.keyboard.press('Space')
    await reach(/^The working group/)
    await page.keyboard.press('Space')
    await reach(/^A list/)
    await page.keyboard.press('Space')
    await reach('Whom they call')
    await page.keyboard.press('ArrowDown')
    await reach(/^Ada Okafor/)
    await page.keyboard.press('Space')
    await reach(/^House Health/)
    await page.keyboard.press('Space')
    await reach('The list')
    await page.keyboard.type('G-001')
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
    await reach('Continue')
    await page.keyboard.press('Enter')
    await page.getByLabel('What to ask for').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
  })
})

describeInBrowser('what an alert asks for', () => {
  const open = useSidebar()

  test('ask and why are fields of their own, and a drill is chosen and said', async () => {
    const session = await open()
    const { page, button, tab } = session
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await button('Continue').click()
    await page.getByLabel('Title').fill('HB 120')
    await page.getByLabel('What to ask for').fill('vote no on HB 120')
    await page.getByLabel('Why now').fill('The vote is on Thursday.')
    await page.getByRole('radio', { name: 'Drill' }).check()
    await page.getByText('Subject and text begin with DRILL').waitFor()
    await button('Continue').click()
    await page.getByText('DRILL', { exact: true }).waitFor()
    await button('Approve and send the drill to 42 people').click()
    await page.getByText('Send the drill to 42 people now?').waitFor()
    expect(await saved(session)).toMatchObject({
      kind: 'drill',
      ask: 'vote no on HB 120',
      why: 'The vote is on Thursday.',
    })
  })
})

describeInBrowser('the second person', () => {
  const open = useSidebar()

  test('types how many people get it; another number sends nothing', async () => {
    const session = await open('ready', { second: WHY })
    await toCheck(session)
    const { page, button, asked } = session
    await button('Approve and send to 42 people').click()
    await page.getByText(WHY, { exact: false }).waitFor()
    await button('Send now').click()
    await page.getByLabel('How many people get it?').fill('24')
    await button('Send now').click()
    await page.getByText('It goes to 42 people. Look at who gets it, then type that number.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await asked('approveAlert')).toEqual([])
    await page.getByLabel('How many people get it?').fill('42')
    await button('Send now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await asked('approveAlert')).toEqual([{ alertId: 'A-0008', seal: 'seal-1', people: 42 }])
  })

  test('of an alert to a Group types its members too, who stand large', async () => {
    const why = 'It goes to everyone in a Group. It reaches 42 people and a Google Group of 130: 172 people in all'
    const session = await open('ready', { second: why, secondPeople: 172 })
    await toCheck(session)
    const { page, button, asked } = session
    await button('Approve and send to 42 people').click()
    await page.getByText('172 people', { exact: true }).waitFor()
    await page.getByLabel('How many people get it?').fill('42')
    await button('Send now').click()
    await page.getByText('It goes to 172 people. Look at who gets it, then type that number.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel('How many people get it?').fill('172')
    await button('Send now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await asked('approveAlert')).toEqual([{ alertId: 'A-0008', seal: 'seal-1', people: 172 }])
  })

  test('of an alert to a Group that nobody counted types nothing', async () => {
    const why = 'It goes to everyone in a Group. It reaches a Google Group, nobody knows of how many'
    const session = await open('ready', { second: why, secondPeople: 0 })
    await toCheck(session)
    const { page, button, asked } = session
    await button('Approve and send to 42 people').click()
    expect(await page.getByLabel('How many people get it?').count()).toBe(0)
    await button('Send now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await asked('approveAlert')).toEqual([{ alertId: 'A-0008', seal: 'seal-1' }])
  })

  test('whose address the mails carry stands large before and while they go', async () => {
    const session = await open('ready', { operator: 'noor@franklin.example.org' })
    await toCheck(session)
    const { page, button, hold } = session
    await page.getByText('maya@franklin.example.org').waitFor()
    await page.getByText('What the timed run sends comes from noor@franklin.example.org.', { exact: false }).waitFor()
    await hold('sendLot')
    await button('Approve and send to 42 people').click()
    await button('Send now').click()
    await page.getByText('0 of 42 people have it').first().waitFor()
    await page.getByText('maya@franklin.example.org').waitFor()
    await session.release('sendLot')
  })
})

describeInBrowser('an alert from a hearing', () => {
  const open = useSidebar()

  test('begins at what is still to be written, with bill, committee, ask and time filled in', async () => {
    const session = await open()
    const { page, button, tab, asked } = session
    await tab('Alert')
    await button('Begin from a bill’s hearing').click()
    await page.getByLabel('Bill').fill('HB 120')
    await page.getByLabel('Heard at').fill('2026-11-24T10:00')
    await page.getByLabel('Committee', { exact: true }).selectOption('House Health')
    await page.getByLabel('Our position').selectOption('Oppose: vote no')
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
    await button('Begin the alert').click()
    await page.getByRole('heading', { name: 'What to ask' }).waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('HB 120 hearing')
    expect(await page.getByLabel('What to ask for').inputValue()).toBe('vote no on HB 120')
    expect(await asked('hearingAlert')).toEqual([
      { bill: 'HB 120', title: '', committee: 'lower|health', hearing: '2026-11-24T10:00', position: 'oppose' },
    ])
    await button('Back').click()
    expect(await page.getByRole('list', { name: 'Chosen' }).textContent()).toContain('House Health')
  })

  test('what is missing is told at its field, also what only the sheet knows', async () => {
    const session = await open()
    const { page, button, tab, asked, spoil } = session
    await tab('Alert')
    await button('Begin from a bill’s hearing').click()
    await button('Begin the alert').click()
    await page.getByText('No bill is named. Type it, such as HB 120.').waitFor()
    await page.getByText('Choose when it is heard.').waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    await page.getByLabel('Bill').fill('HB 120')
    await page.getByLabel('Heard at').fill('2026-11-23T13:00')
    await page.getByText('This hearing has begun already.', { exact: false }).waitFor()
    expect(await asked('hearingAlert')).toEqual([])
    await page.getByLabel('Heard at').fill('2026-11-24T13:00')
    const fault = {
      code: 'COMMITTEE_NOT_FOUND',
      message: 'This committee is gone.',
      next: 'Choose.',
      field: 'committee',
    }
    await spoil('hearingAlert', { as: 'fault', fault })
    await button('Begin the alert').click()
    await page.getByText('This committee is gone. Choose.').waitFor()
    expect(await page.getByLabel('Bill').inputValue()).toBe('HB 120')
    await button('Begin the alert').click()
    // No committee is chosen: whom to call comes first.
    await page.getByLabel('Find a legislator or district').waitFor()
  })

  test('stays open while the alert that was being chosen is saved, and leaves that one among the drafts', async () => {
    const session = await open()
    const { page, button, tab, asked } = session
    await page.clock.install()
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Nils Lund' }).check()
    await button('Begin from a bill’s hearing').click()
    await page.getByLabel('Bill').fill('HB 130')
    await page.clock.runFor(6_000)
    await page.getByText('Draft A-0008').waitFor()
    expect(await page.getByLabel('Bill').inputValue()).toBe('HB 130')
    await page.getByLabel('Heard at').fill('2026-11-24T13:00')
    await button('Begin the alert').dblclick()
    await page.getByText('Draft A-0009 · HB 130 hearing').waitFor()
    await page.clock.runFor(100)
    // Whom to call comes next.
    const search = page.getByLabel('Find a legislator or district')
    expect(await search.evaluate((box) => box === document.activeElement)).toBe(true)
    expect((await asked<Draft>('saveDraft')).at(-1)?.legislatorIds).toEqual(['ocd-2'])
    expect(await asked('hearingAlert')).toHaveLength(1)
  })
})

describeInBrowser('texts to paste', () => {
  const open = useSidebar()

  test('are shown before sending, for all and for one group, and copied', async () => {
    const session = await open()
    await toCheck(session)
    const { page, button } = session
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button('Show texts').click()
    await page.getByText('Sen. Lea Brandt, Senate 14: 555-0140 (Capitol)').first().waitFor()
    await button('Copy: Slack').click()
    await page.getByText('Copied ✓').waitFor()
    const clip = await page.evaluate(() => navigator.clipboard.readText())
    expect(clip).toMatch(/^\*HB 120 in committee\*\n/)
    await page.getByLabel('Whom to call').selectOption(`Those of ${HOSTILE}`)
    await page.getByText('Sen. Lea Brandt').first().waitFor({ state: 'detached' })
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
  })

  test('and after, while the alert goes', async () => {
    const { page, tab, button, asked } = await open('live')
    await tab('Alert')
    await button('Show texts').click()
    await page.getByRole('heading', { name: '250 characters' }).waitFor()
    expect(await asked('relayFacts')).toEqual([{ alertId: 'A-0007' }])
  })
})
