/**
 * A call as a person lives through it: the workbench in Chromium, Franklin set up, the bundle as it ships. The series is
 * made in the sidebar, the clock is moved past the first call, the roll is called, the call is closed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { startWorkbench } from '../../workbench/start'
import { axeFindings } from '../support/axe'
import { describeInBrowser, launch } from '../support/browser'
import { loadBundle } from '../support/bundle'

/** `SHOTS=docs npm test` keeps pictures of the way (the README's are taken so). */
const SHOTS = process.env.SHOTS
const LINK = 'https://zoom.example.org/j/5550199'

describeInBrowser('a statewide call in Franklin', () => {
  let workbench: { url: string; close(): Promise<void> }
  let browser: Browser
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    loadBundle()
    workbench = await startWorkbench({ port: 0 })
    browser = await launch()
    page = await browser.newPage({ viewport: { width: 1366, height: 860 } })
    page.setDefaultTimeout(40_000)
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('dialog', (dialog) => dialog.accept())
    page.on('request', (request) => {
      if (!request.url().startsWith(workbench.url) && /^https?:/.test(request.url()))
        troubles.push(`asked ${request.url()}`)
    })
    await page.goto(`${workbench.url}?quick`)
    await page.getByText('Demo data').click()
    await page.getByRole('button', { name: 'Show it set up' }).click()
    await page.getByText('Coverage', { exact: true }).first().waitFor()
    await page
      .getByRole('menuitem', { name: 'Statewide', exact: true })
      .or(page.getByRole('button', { name: 'Statewide', exact: true }))
      .first()
      .click()
    await page.getByText('Open sidebar').click()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await workbench?.close()
  })

  const frameOf = async (title: string): Promise<Frame> => {
    const frame = await (await page.waitForSelector(`iframe[title="${title}"]`)).contentFrame()
    if (!frame) throw new Error(`${title} has no frame`)
    return frame
  }
  const sidebar = () => frameOf('Statewide')
  const press = async (name: string | RegExp) =>
    (await sidebar())
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const calls = async () => {
    await press('Home')
    await press('Calls')
  }
  const shoot = async (name: string, only = 'iframe[title="Statewide"]') => {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    await page
      .locator(only)
      .first()
      .screenshot({ path: join(SHOTS, `${name}.png`) })
  }
  const clean = async (where: string, frame?: Frame) => {
    const found = await axeFindings(frame ?? (await sidebar()))
    expect({ where, found }).toEqual({ where, found: [] })
  }

  test('a weekly series is made: its dates are seen before, its first call after', async () => {
    await press('Calls')
    await press('Make a series')
    const frame = await sidebar()
    await frame.getByLabel('Name').fill('Statewide call')
    await frame.getByLabel('On', { exact: true }).selectOption('Tuesday')
    await frame.getByLabel('From').fill('2026-11-24')
    await frame.getByLabel('How people join').selectOption('A fixed Zoom link or phone line')
    await press('Make the series')
    await frame.getByText('The link is missing.').waitFor()
    await frame.getByLabel('Link or phone line').fill(LINK)
    await frame.locator('b', { hasText: 'Every Tuesday at 7:00 pm' }).waitFor()
    await frame.getByText('Tue Nov 24, 7:00 pm', { exact: false }).first().waitFor()
    await clean('the form')
    await press('Make the series')
    await frame.getByRole('heading', { name: 'Tue Nov 24' }).waitFor()
    await frame.getByText('60 of 60 min').waitFor()
    await frame.getByText('Calendar is up to date').waitFor()
    await clean('Calls')
    await page.getByRole('button', { name: 'Calendar', exact: true }).click()
    await page.getByText('Statewide call', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Sheet', exact: true }).click()
    await press('Home')
    await (await sidebar()).getByRole('button', { name: 'Open the next call' }).waitFor()
  }, 180_000)

  test('the agenda opens wide, without the link to join', async () => {
    await calls()
    await press('Print or copy')
    const agenda = await frameOf('Agenda')
    await agenda.getByRole('heading', { name: 'Statewide call' }).waitFor()
    await clean('the agenda', agenda)
    const text = await agenda.evaluate(() => document.body.textContent)
    expect(text).toMatch(/Welcome/)
    expect(text).not.toContain('5550199')
    await shoot('agenda', 'dialog')
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
  }, 120_000)

  test('when it is over the roll is called, the call closed, and its decision stands on the next agenda', async () => {
    await page.getByRole('button', { name: '+1 day' }).click()
    for (let hour = 0; hour < 9; hour++) await page.getByRole('button', { name: '+1 hour' }).click()
    await calls()
    const frame = await sidebar()
    await frame.getByRole('heading', { name: 'Tue Nov 24' }).waitFor()
    await press('Start roll call')
    await frame.getByRole('checkbox').first().check()
    await frame.getByRole('checkbox').last().check()
    await frame.getByText(/^2 of \d+ groups here · all saved$/).waitFor()
    await clean('the roll')
    await shoot('calls-roll')
    await press('Close the call')
    if (await frame.getByRole('heading', { name: /^Roll call/ }).count()) await press('Close the call')
    await press('Add a decision')
    await frame.getByLabel('Decision 1', { exact: true }).fill('Visit every senator in December')
    await press('Close the call')
    await frame.getByText('The call is closed. 2 groups answered the roll.').waitFor()
    await clean('closed')
    await press('Go to the next call')
    await frame.getByRole('heading', { name: 'Tue Dec 1' }).waitFor({ timeout: 3000 })
    await frame
      .getByRole('list', { name: 'Items that people added' })
      .getByText('Visit every senator in December')
      .waitFor()
    await shoot('calls')
  }, 600_000)

  test('members have the link by mail; no page had an error, and nothing was asked of the network', async () => {
    await page.getByRole('button', { name: 'Mail', exact: true }).click()
    const boxes = page.getByRole('region', { name: 'Mailboxes' })
    await boxes
      .getByRole('button', { name: /[1-9]\d* received/ })
      .first()
      .waitFor()
    expect(troubles).toEqual([])
  }, 120_000)
})
