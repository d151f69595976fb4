/**
 * The whole path as a person clicks it: the workbench in Chromium, Franklin's empty sheet, the sidebar at 300 pixels,
 * from setup to the mail in a leader's mailbox.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { franklin } from '../../workbench/franklin'
import { startWorkbench } from '../../workbench/start'
import { axeFindings } from '../support/axe'
import { describeInBrowser, launch } from '../support/browser'
import { loadBundle } from '../support/bundle'

/** `SHOTS=docs npm test` keeps pictures of the way (the README's are taken so). */
const SHOTS = process.env.SHOTS

describeInBrowser('Franklin, clicked from the empty sheet to the mailbox', () => {
  const made = franklin(1, 60)
  let workbench: { url: string; close(): Promise<void> }
  let browser: Browser
  let page: Page
  const troubles: string[] = []

  /** The senator with the most groups, and the leaders who should hear of it: by the generator's own truth. */
  const homes = made.truth.flatMap((t, i) =>
    t.upper.length === 1 ? [{ district: t.upper[0], group: made.groups[i] }] : [],
  )
  const count = (district?: string) => homes.filter((home) => home.district === district).length
  const busiest = [...homes].sort((a, b) => count(b.district) - count(a.district))[0]?.district
  const senator = made.legislators.find((l) => l.chamber === 'upper' && l.district === busiest) ?? made.left
  const there = new Set(
    homes
      .filter((home) => home.district === busiest && ['active', 'quiet'].includes(String(home.group?.status)))
      .map((home) => home.group?.name),
  )
  /** The leads who can be asked; where there is none in a group, its backups. */
  const leaders = [...there].flatMap((group) => {
    const asked = (role: RegExp) =>
      made.people.filter((p) => p.group === group && role.test(p.roles) && !p.optedOut && !p.awayUntil)
    const leads = asked(/\blead\b/)
    return (leads.length > 0 ? leads : asked(/\bbackup\b/)).map((p) => p.email)
  })

  beforeAll(async () => {
    loadBundle()
    workbench = await startWorkbench({ port: 0 })
    browser = await launch()
    page = await browser.newPage({ viewport: { width: 1366, height: 860 } })
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(workbench.url) && /^https?:/.test(request.url()))
        troubles.push(`asked ${request.url()}`)
    })
    await page.goto(`${workbench.url}?quick`)
  })
  afterAll(async () => {
    await browser?.close()
    await workbench?.close()
  })

  const sidebar = async (): Promise<Frame> => {
    const frame = await (await page.waitForSelector('iframe[title="Statewide"]')).contentFrame()
    if (!frame) throw new Error('the sidebar has no frame')
    return frame
  }
  const go = async (name: string) => (await sidebar()).getByRole('button', { name, exact: true }).click()
  const shoot = async (name: string, only?: string) => {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    const path = join(SHOTS, `${name}.png`)
    const style = '.toasts { display: none }'
    if (only) await page.locator(only).first().screenshot({ path, style })
    else await page.screenshot({ path, style })
  }
  const clean = async (where: string) => {
    const found = await axeFindings(await sidebar())
    expect({ where, found }).toEqual({ where, found: [] })
  }

  test('the menu opens a sidebar of 300 pixels', async () => {
    await page
      .getByRole('menuitem', { name: 'Statewide', exact: true })
      .or(page.getByRole('button', { name: 'Statewide', exact: true }))
      .first()
      .click()
    await page.getByText('Open sidebar').click()
    const frame = await sidebar()
    await frame.getByRole('button', { name: 'Set up this sheet' }).waitFor()
    expect(await frame.evaluate(() => window.innerWidth)).toBe(300)
    await clean('Home before setup')
  })

  test('setting up makes the tabs, and the one who presses is operator', async () => {
    const frame = await sidebar()
    await frame.getByLabel('State', { exact: true }).selectOption({ label: 'Franklin (made up, to try out)' })
    await frame.getByRole('button', { name: 'Set up this sheet' }).click()
    await frame.getByText(/Operator: maya@example.org \(you\)/).waitFor()
    for (const tab of ['Groups', 'People', 'Coverage', 'Legislators', 'Alerts', 'Outbox', 'Settings'])
      await page.getByText(tab, { exact: true }).first().waitFor()
    await clean('Home after setup')
  })

  test('groups and people are pasted, looked at, and brought in', async () => {
    await go('Groups')
    const frame = await sidebar()
    for (const [kind, csv, add] of [
      ['Groups', made.groupsCsv, /^Add \d+ groups$/],
      ['People', made.peopleCsv, /^Add \d+ people$/],
    ] as const) {
      await frame.getByRole('radio', { name: kind }).check()
      await frame.getByLabel('Paste rows from a sheet or a CSV').fill(csv)
      await frame.getByRole('button', { name: 'Check', exact: true }).click()
      await frame.getByRole('button', { name: add }).waitFor()
      await clean(`Groups, before adding ${kind}`)
      await shoot(`import-${kind.toLowerCase()}`, 'iframe[title="Statewide"]')
      await frame.getByRole('button', { name: add }).click()
      await frame
        .getByText(new RegExp(`^\\d+ ${kind.toLowerCase()} added`, 'i'))
        .first()
        .waitFor()
    }
  })

  test('legislators are fetched and groups mapped', async () => {
    await go('Districts')
    const frame = await sidebar()
    await frame.getByRole('button', { name: 'Import legislators' }).click()
    await frame
      .getByText(/\b15\d legislators/)
      .first()
      .waitFor()
    await clean('Districts with legislators')
    await go('Groups')
    await frame.getByRole('button', { name: /^Map the \d+$/ }).click()
    await frame
      .getByText(/\d+ mapped/)
      .first()
      .waitFor()
    await frame.getByRole('button', { name: /^Cancel/ }).waitFor({ state: 'detached' })
    await clean('Groups, mapped')
    await shoot('groups', 'iframe[title="Statewide"]')
    await go('Districts')
    await frame.getByLabel('Find', { exact: true }).fill('14A')
    await frame.getByRole('heading', { name: 'House 14A' }).waitFor()
    await shoot('districts', 'iframe[title="Statewide"]')
  })

  test('the coverage dialog shows the map beside the sheet, and saves it out of its frame', async () => {
    await go('Home')
    await go('See the map')
    const frame = await (await page.waitForSelector('iframe[title="Coverage"]')).contentFrame()
    if (!frame) throw new Error('the dialog has no frame')
    const areas = frame.locator('.map-picture [data-key]')
    await areas.first().waitFor({ state: 'attached' })
    expect(await areas.count()).toBe(99)
    const map = frame.getByRole('application', { name: /^Franklin/ })
    await map.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await frame.locator('.panel h2').waitFor()
    expect({ where: 'Coverage', found: await axeFindings(frame) }).toEqual({ where: 'Coverage', found: [] })
    for (const [button, name] of [
      ['Save as PNG', /^coverage-franklin-.*\.png$/],
      ['Save as CSV', /^coverage-franklin-.*\.csv$/],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: button }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(name)
    }
    await shoot('coverage', '.dialog')
    await page
      .getByRole('dialog', { name: 'Coverage' })
      .getByRole('button', { name: 'Close', exact: true })
      .first()
      .click()
    await page.locator('iframe[title="Coverage"]').waitFor({ state: 'detached' })
  })

  test('an alert: who, what, check, test to me, approve, sent', async () => {
    await go('Alert')
    const frame = await sidebar()
    await frame.getByLabel('Find a legislator or district').fill(senator.name)
    await frame.getByRole('checkbox', { name: senator.name }).check()
    await clean('Alert, who')
    await frame.getByRole('button', { name: 'Continue' }).click()
    await frame.getByLabel('Title').fill('HB 120 in committee')
    await frame.getByLabel('Act by').fill('2026-11-23T17:00')
    await frame.getByLabel('Subject').fill('Call before five: HB 120')
    await frame.getByLabel('What to ask for').fill('vote no on HB 120')
    await frame.getByLabel('Why now').fill('The committee votes today.')
    await clean('Alert, what')
    await frame.getByRole('button', { name: 'Continue' }).click()
    await frame.getByRole('button', { name: 'Test to me' }).waitFor()
    if (!senator.districtPhone) {
      const phone = frame.getByLabel(/^Phone of/)
      await phone.fill('299-555-0114')
      await phone.press('Enter')
      await phone.waitFor({ state: 'detached' })
    }
    await frame.getByRole('button', { name: 'Test to me' }).click()
    await frame
      .getByText(/Test sent/)
      .first()
      .waitFor()
    await clean('Alert, check')
    await frame.locator('main').evaluate((main) => main.scrollTo(0, 0))
    await shoot('alert-check', 'iframe[title="Statewide"]')
    await frame.getByText('Nothing has been sent yet').waitFor()
    await frame.getByRole('button', { name: /^Approve and send to \d+/ }).click()
    await frame.getByRole('button', { name: 'Send now' }).click()
    await frame.getByRole('button', { name: 'Show messages' }).waitFor()
    await frame.getByText(`${leaders.length} of ${leaders.length} people have it`, { exact: true }).first().waitFor()
    await clean('Alert, sent')
    await shoot('alert-sent', 'iframe[title="Statewide"]')
    await go('Home')
    await frame.getByText('HB 120 in committee').first().waitFor()
    await shoot('home', 'iframe[title="Statewide"]')
    await shoot('workbench')
  })

  test('exactly the leaders there have one mail, also after a reload of the workbench', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Mail', exact: true }).click()
    const boxes = page.getByRole('region', { name: 'Mailboxes' })
    await boxes.getByText('example.org').first().waitFor()
    const seen = await boxes.getByRole('button').allTextContents()
    const withMail = seen
      .filter((box) => /\d+ received/.test(box))
      .map((box) => leaders.concat('maya@example.org').find((email) => box.includes(email)) ?? box)
    expect(withMail.sort()).toEqual([...new Set([...leaders, 'maya@example.org'])].sort())
    for (const leader of leaders.filter((email) => email !== 'maya@example.org')) {
      await boxes.getByText(leader, { exact: true }).click()
      await page.getByRole('region', { name: `Messages of ${leader}` }).waitFor()
      await page.getByRole('button', { name: /Call before five: HB 120/ }).click()
    }
    await shoot('mail')
  })

  test('no page had an error, and nothing was asked of the network', () => {
    expect(troubles).toEqual([])
  })
})
