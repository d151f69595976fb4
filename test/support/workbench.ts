/** The workbench in Chromium as it ships, Franklin set up, the sidebar open: for whoever lives through something there. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { startWorkbench } from '../../workbench/start'
import { axeFindings } from './axe'
import { launch } from './browser'
import { loadBundle } from './bundle'

/** `SHOTS=docs npm test` keeps pictures of the way (the README's are taken so). */
const SHOTS = process.env.SHOTS

export interface InBrowser {
  readonly page: Page
  /** Errors of pages, and what the network was asked for. */
  readonly troubles: string[]
  frameOf(title: string): Promise<Frame>
  sidebar(): Promise<Frame>
  /** Presses a button of the sidebar. */
  press(name: string | RegExp): Promise<void>
  /** To the Calls page, as it stands now. */
  calls(): Promise<void>
  view(name: 'Sheet' | 'Mail' | 'Calendar'): Promise<void>
  shoot(name: string, only?: string): Promise<void>
  /** Nothing for axe to find in the sidebar, or in this frame or page. */
  clean(where: string, frame?: Frame | Page, leaveOut?: string[]): Promise<void>
  close(): Promise<void>
}

export async function openFranklin(): Promise<InBrowser> {
  loadBundle()
  const workbench = await startWorkbench({ port: 0 })
  const browser: Browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1366, height: 860 } })
  const troubles: string[] = []
  page.setDefaultTimeout(20_000)
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
  return {
    page,
    troubles,
    frameOf,
    sidebar,
    press,
    async calls() {
      await press('Home')
      await press('Calls')
    },
    view: (name) => page.getByRole('button', { name, exact: true }).click(),
    async shoot(name, only = 'iframe[title="Statewide"]') {
      if (!SHOTS) return
      mkdirSync(SHOTS, { recursive: true })
      await page
        .locator(only)
        .first()
        .screenshot({ path: join(SHOTS, `${name}.png`), style: '.toasts { display: none }' })
    },
    async clean(where, frame, leaveOut = []) {
      const found = await axeFindings(frame ?? (await sidebar()), leaveOut)
      expect({ where, found }).toEqual({ where, found: [] })
    },
    async close() {
      await browser.close()
      await workbench.close()
    },
  }
}
