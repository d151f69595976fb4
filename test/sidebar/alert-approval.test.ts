/** One person writes an alert, another approves it. */
import type { Draft, Progress } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { PRIYA } from './mock-words'
import { type Session, useSidebar } from './session'

const NOOR = 'Noor (noor@franklin.example.org)'
const AT = '2026-11-23T17:40:00.000Z'

const blank = ({ page }: Session): Promise<Draft> => page.evaluate(() => window.mock.sheet.now.draft)
async function waiting(session: Session, about: Partial<Draft> = {}, by = PRIYA): Promise<Draft> {
  const draft = {
    ...(await blank(session)),
    alertId: 'A-0003',
    title: 'HB 120',
    legislatorIds: ['ocd-1'],
    asked: true,
    ...about,
  }
  await session.change({ drafts: [{ draft, by, at: AT }] })
  return draft
}
async function write({ page, button, tab }: Session) {
  await tab('Alert')
  await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
  await button('Continue').click()
  await page.getByLabel('Title').fill('HB 120 in committee')
  await button('Continue').click()
}

describeInBrowser('who may not approve', () => {
  const open = useSidebar()

  test('asks for approval, is told who can give it, and does not hear that the draft is stuck', async () => {
    const session = await open()
    const { page, button, change, asked } = session
    await change({ mayApprove: false })
    await write(session)
    await page.getByText(`${PRIYA}, ${NOOR} can approve it.`).waitFor()
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0)
    await button('Ask for approval').click()
    await page.getByText('This alert waits for approval.').waitFor()
    await page.getByText('the next timed run mails them. If it cannot wait, call one of them now').waitFor()
    expect(await button('Ask for approval').count()).toBe(0)
    expect((await asked<Draft>('previewAlert')).at(-1)).toMatchObject({ alertId: 'A-0008', asked: true })
  })

  test('cannot ask while something stops the alert', async () => {
    const session = await open()
    const { page, button, change, asked } = session
    await change({ mayApprove: false })
    await write(session)
    await button('2 What (done)').click()
    await page.getByLabel('Title').fill('')
    await button('3 Check').click()
    await page.getByText('The title is blank. Write it under What.').waitFor()
    await button('Ask for approval').click({ force: true })
    expect((await asked<Draft>('previewAlert')).every((sent) => !sent.asked)).toBe(true)
  })

  test('sees it being sent once somebody approved it, without a button to send', async () => {
    const session = await open()
    const { page, button, change } = session
    await change({ mayApprove: false })
    await write(session)
    await page.clock.install()
    await button('Ask for approval').click()
    await page.getByText('This alert waits for approval.').waitFor()
    const progress = await page.evaluate(() => window.mock.sheet.sendLot({ alertId: 'A-0008' }))
    await change({ progress: { ...progress, alertId: 'A-0008' } as Progress })
    await page.clock.runFor(25_000)
    await page.getByText('18 of 42 people have it').first().waitFor()
    expect(await button('Send what is left now').count()).toBe(0)
    expect(await button('Cancel alert').count()).toBe(0)
  })

  test('may write another alert meanwhile, and finds the waiting one again', async () => {
    const session = await open()
    const { page, button, change } = session
    await change({ mayApprove: false })
    await write(session)
    await button('Ask for approval').click()
    const draft = await blank(session)
    await change({
      draft: { ...draft, alertId: null, title: '', legislatorIds: [] },
      drafts: [{ draft: { ...draft, alertId: 'A-0008', asked: true }, by: 'maya@franklin.example.org', at: AT }],
    })
    await button('Prepare another alert').click()
    await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor()
    await page.getByText('by you · Nov 23, 12:40').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Ada Okafor' }).isChecked()).toBe(false)
    await button('Open A-0008').click()
    await page.getByText('This alert waits for approval.').waitFor()
  })

  test('may discard a draft of their own', async () => {
    const session = await open()
    const { page, button, change, tab, asked } = session
    await change({ mayApprove: false, draft: { ...(await blank(session)), alertId: 'A-0005', title: 'SB 9' } })
    await tab('Alert')
    await button('Discard draft').click()
    await page
      .getByRole('group', { name: /^Discard/ })
      .getByRole('button', { name: 'Discard draft' })
      .click()
    await page.getByText('Draft A-0005').waitFor({ state: 'detached' })
    expect(await asked('cancelAlert')).toEqual([{ alertId: 'A-0005' }])
  })
})

describeInBrowser('who may approve', () => {
  const open = useSidebar()

  test('finds the waiting draft on Home, opens it at Check, and approves it', async () => {
    const session = await open()
    const { page, button, tab, asked } = session
    await waiting(session)
    await tab('Groups')
    await tab('Home')
    await page.getByText(`by ${PRIYA} · Nov 23, 12:40`).waitFor()
    await button('Open A-0003').click()
    await page.getByText(`Draft A-0003, made by ${PRIYA}`).waitFor()
    await button('Approve and send to 42 people').click()
    await button('Send now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
    expect(await asked('approveAlert')).toEqual([{ alertId: 'A-0003', seal: 'seal-1' }])
  })

  test('looks at the words as the maker left them last, not at those of the first look', async () => {
    const session = await open()
    const { page, button, tab, asked } = session
    const draft = await waiting(session)
    await tab('Alert')
    await button('Open A-0003').click()
    await page.getByText('2 groups, 42 people').waitFor()
    await waiting(session, { ...draft, title: 'HB 120, amended' })
    await tab('Home')
    await tab('Alert')
    await page.getByText('HB 120, amended').waitFor()
    const sent = await asked<Draft>('previewAlert')
    expect(sent.at(-1)?.title).toBe('HB 120, amended')
  })

  test('shows what it lacks as still to do, and leads to where it is mended', async () => {
    const session = await open()
    const { page, button, tab } = session
    await waiting(session, { legislatorIds: [], title: '' })
    await tab('Alert')
    await button('Open A-0003').click()
    await page.getByText('✕ Nobody to call is chosen.').waitFor()
    await button('1 Who').waitFor()
    await button('2 What').waitFor()
    await button('Change who gets it').click()
    await page.getByLabel('Find a legislator or district').waitFor()
  })

  test('keeps an alert of their own that was being written: it is saved before another is opened', async () => {
    const session = await open()
    const { page, button, tab, asked, spoil } = session
    await waiting(session)
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Nils Lund' }).check()
    await spoil('saveDraft', { as: 'failure', message: 'Dienst nicht verfügbar' })
    await button('Open A-0003').click()
    await page.getByText('The draft is not saved in the sheet yet.').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Nils Lund' }).isChecked()).toBe(true)
    await button('Open A-0003').click()
    await page.getByText(`Draft A-0003, made by ${PRIYA}`).waitFor()
    expect((await asked<Draft>('saveDraft')).at(-1)?.legislatorIds).toEqual(['ocd-2'])
    await button('1 Who (done)').click()
    await button('Close it').click()
    await button('Remove Nils Lund (R)').waitFor()
  })

  test('stays with the opened draft though another alert is under way', async () => {
    const session = await open('live')
    const { page, button, tab } = session
    await waiting(session)
    await tab('Groups')
    await tab('Home')
    await button('Open A-0003').click()
    await page.getByText(`Draft A-0003, made by ${PRIYA}`).waitFor()
    await page.getByText('A-0007 is still under way.').waitFor()
  })
})
