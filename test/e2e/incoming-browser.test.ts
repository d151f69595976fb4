/**
 * From the mail that comes in to the last answer, as people click it: the workbench in Chromium, Franklin set up, the
 * bundle as it ships. Priya of the working group asks by mail; Maya approves; leaders answer from their mailboxes; the
 * clock is moved past half time and past act-by.
 */
import type { Page } from 'playwright-core'
import { franklin } from '../../workbench/franklin'
import { describeInBrowser } from '../support/browser'
import { type InBrowser, openFranklin } from '../support/workbench'

const [MAYA, PRIYA, SAM] = ['maya@example.org', 'priya@example.org', 'sam@example.org']

describeInBrowser('an alert asked for by mail, and its answers', () => {
  const made = franklin(1, 60)
  let desk: InBrowser
  let page: Page

  const homes = made.truth.flatMap((t, i) =>
    t.upper.length === 1 ? [{ district: t.upper[0], group: made.groups[i] }] : [],
  )
  const count = (district?: string) => homes.filter((home) => home.district === district).length
  const busiest = [...homes].sort((a, b) => count(b.district) - count(a.district))[0]?.district ?? ''
  const groups = homes
    .filter((h) => h.district === busiest && ['active', 'quiet'].includes(String(h.group?.status)))
    .map((h) => h.group?.name ?? '')
  const leadOf = (group: string) =>
    made.people.find((p) => p.group === group && /\blead\b/.test(p.roles) && !p.optedOut && !p.awayUntil)?.email
  /** Two groups whose leads can be asked, and what they will answer. */
  const [first = '', second = ''] = groups.map((g) => leadOf(g) ?? '').filter((email) => email && email !== MAYA)

  beforeAll(async () => {
    desk = await openFranklin()
    page = desk.page
    // Maya types “yes” beside the setting.
    await page.evaluate((email) => {
      const { workbench: desk } = window as unknown as {
        workbench: {
          spreadsheet: { sheets: { name: string; cells: unknown[][] }[] }
          workspace: { edit(email: string, tab: string, row: number, column: number, typed: string): void }
        }
      }
      const rows = desk.spreadsheet.sheets.find((sheet) => sheet.name === 'Settings')?.cells ?? []
      const row = rows.findIndex((cells) => cells?.[0] === 'Alerts by mail')
      desk.workspace.edit(email, 'Settings', row + 1, 2, 'yes')
    }, MAYA)
  }, 180_000)
  afterAll(() => desk?.close())

  const sidebar = () => desk.sidebar()
  const go = (name: string) => desk.press(name)
  const view = (name: 'Mail' | 'Sheet') => desk.view(name)
  const nextRun = () => page.getByRole('button', { name: /^Next trigger/ }).click()
  const hours = async (n: number) => {
    for (let i = 0; i < n; i++) await page.getByRole('button', { name: '+1 hour' }).click()
  }
  const mailbox = async (email: string) => {
    await view('Mail')
    await page.getByLabel('Find a mailbox').fill(email)
    await page.getByRole('region', { name: 'Mailboxes' }).getByText(email, { exact: true }).click()
  }
  const read = (subject: RegExp) => page.getByRole('button', { name: subject }).first().click()
  const answer = async (email: string, text: string) => {
    await mailbox(email)
    await read(/^.*Please call by/)
    await page.getByLabel(new RegExp(`^Reply as ${email} to ${MAYA}`)).fill(text)
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await page.getByText(`Answered`, { exact: false }).first().waitFor()
  }

  test('a mail to the operator becomes a draft, and coordinators and its writer are told', async () => {
    await mailbox(PRIYA)
    await page.getByRole('button', { name: 'Write a mail' }).click()
    await page.getByLabel('To', { exact: true }).fill(MAYA)
    await page.getByLabel('Subject', { exact: true }).fill(`ALERT HB 120 vote no SD-${busiest} by 5pm`)
    await page.getByLabel('Text', { exact: true }).fill('The committee votes at six. One vote decides.')
    await desk.shoot('new-mail', '.mail-view')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await nextRun()
    for (const email of [MAYA, PRIYA]) {
      await mailbox(email)
      await read(/Draft alert A-0001: HB 120/)
      await page.getByText(`Districts: Senate ${busiest}`).waitFor()
    }
  }, 120_000)

  test('a coordinator finds it on Home, checks it and sends it', async () => {
    await view('Sheet')
    await go('Groups')
    await go('Home')
    const frame = await sidebar()
    await frame.getByRole('button', { name: 'Open A-0001' }).click()
    if (await frame.getByRole('button', { name: 'Continue' }).count()) await go('Continue')
    if (await frame.getByRole('button', { name: 'Continue' }).count()) await go('Continue')
    const phone = frame.getByLabel(/^Phone of/)
    await frame.getByRole('button', { name: 'Test to me' }).waitFor()
    if (await phone.count()) {
      await phone.first().fill('299-555-0114')
      await phone.first().press('Enter')
      await phone.first().waitFor({ state: 'detached' })
    }
    await frame.getByRole('button', { name: /^Approve and send to \d+/ }).click()
    await frame.getByRole('button', { name: 'Send now' }).click()
    await frame.getByText(/^0 of \d+ groups answered$/).waitFor()
    await frame.getByText(/^Next: backups of groups without an answer are asked today/).waitFor()
    await desk.clean('the board, empty')
  }, 120_000)

  test('leaders answer from their mailboxes; the next run reads it, and the board says so', async () => {
    await answer(first, 'DONE 12\nThe staffer says undecided')
    await answer(second, 'In, we can')
    await desk.clean('Mail', page, ['.sheet', 'iframe'])
    await nextRun()
    await view('Sheet')
    const frame = await sidebar()
    await frame.getByText(/^2 of \d+ groups answered$/).waitFor({ timeout: 60_000 })
    await frame.getByText(/✓ done, 12 calls/).waitFor()
    await frame.getByText('The staffer says undecided').waitFor()
    await desk.clean('the board, answered')
    await desk.shoot('alert-answers')
    await go('Home')
    await frame.getByText(/^2 of \d+ groups answered$/).waitFor()
    await go('Alert')
  }, 180_000)

  test('at half time backups are asked; an answer by telephone is entered', async () => {
    await hours(3)
    const frame = await sidebar()
    await frame.getByText('Backup asked').first().waitFor({ timeout: 60_000 })
    await frame
      .getByRole('button', { name: /^Enter an answer of/ })
      .first()
      .click()
    await frame.getByLabel('Calls made').fill('4')
    await frame.getByRole('button', { name: 'Save' }).click()
    await frame.getByText(/^3 of \d+ groups answered$/).waitFor()
    await frame.getByText(/done 2 with 16 calls/).waitFor()
    await desk.clean('the board, by hand')
  }, 180_000)

  test('after act-by the organizer reads what came of it, and the Alerts tab has the same sum', async () => {
    await hours(3)
    await mailbox(SAM)
    await read(/After the alert: HB 120, 16 calls by 2 groups/)
    await page.getByText(/Answered: 3\. Calls made: 16\./).waitFor()
    const acknowledged = await page.evaluate(() => {
      const { workbench: desk } = window as unknown as {
        workbench: { spreadsheet: { sheets: { name: string; cells: unknown[][] }[] } }
      }
      const cells = desk.spreadsheet.sheets.find((sheet) => sheet.name === 'Alerts')?.cells ?? []
      return cells[1]?.[cells[0]?.indexOf('Acknowledged') ?? -1]
    })
    expect(acknowledged).toBe(3)
    await desk.shoot('after-action', '.mail-view')
    expect(desk.troubles).toEqual([])
  }, 180_000)
})
