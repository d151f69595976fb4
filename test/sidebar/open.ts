/** Opens the sidebar as it ships, at its real width, with the made-up sheet behind it and no network at all. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'

const ROOT = join(__dirname, '..', '..')

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: entry.endsWith('.css'),
    write: false,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Entry and style of each page, and the size it opens at. */
const PAGES = {
  sidebar: { entry: 'sidebar/main.tsx', style: 'sidebar/style.css', width: 300, height: 800 },
  agenda: { entry: 'sidebar/agenda.tsx', style: 'sidebar/agenda.css', width: 1000, height: 640 },
  coverage: { entry: 'sidebar/coverage.tsx', style: 'sidebar/coverage.css', width: 1000, height: 640 },
} as const
export type PageName = keyof typeof PAGES

const parts = new Map<PageName, ReturnType<typeof read>>()

/** Built once for all tests of a file. */
function partsOf(name: PageName) {
  const found = parts.get(name) ?? read(name)
  parts.set(name, found)
  return found
}

async function read(name: PageName) {
  const { entry, style } = PAGES[name]
  const [template, css, js, mock, axe] = await Promise.all([
    readFile(join(ROOT, 'sidebar/index.html'), 'utf8'),
    bundle(style),
    bundle(entry),
    bundle('test/sidebar/mock-server.ts'),
    readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'),
  ])
  const html = template
    .replace('<!-- style -->', () => `<style>${css}</style>`)
    .replace('<!-- script -->', () => `<script>${js.replace(/<\/script/gi, '<\\/script')}</script>`)
  return { html, mock, axe }
}

export interface Sidebar {
  page: Page
  /** What the page asked the network for besides itself, and what went wrong in it. */
  troubles: string[]
  close(): Promise<void>
}

const URL = 'https://sidebar.example.org/'

/** `now`: what the made-up sheet holds besides, from the beginning. */
export async function openSidebar(
  browser: Browser,
  scenario: 'empty' | 'ready' | 'live' = 'ready',
  name: PageName = 'sidebar',
  now: object = {},
): Promise<Sidebar> {
  const { html, mock } = await partsOf(name)
  const { width, height } = PAGES[name]
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-US',
    timezoneId: 'America/New_York',
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  await page.route('**/*', (route) => {
    if (route.request().url() === URL) return route.fulfill({ contentType: 'text/html', body: html })
    troubles.push(`network: ${route.request().url()}`)
    return route.abort()
  })
  await page.addInitScript(
    `window.scenario = ${JSON.stringify(scenario)};\n${mock};\nObject.assign(window.mock.sheet.now, ${JSON.stringify(now)})`,
  )
  await page.goto(URL)
  return { page, troubles, close: () => context.close() }
}

/** What axe finds on the page as it stands, one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate((await partsOf('sidebar')).axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document)
    return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 120)}`))
  })
}

/** What the page shows outside its width, or that tabs and foot scroll away; '' where neither is so. */
export function cutOff(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = document.documentElement
    if (document.querySelector('nav') && frame.scrollHeight > frame.clientHeight)
      return `tabs and foot scroll away: ${frame.scrollHeight} of ${frame.clientHeight} pixels`
    const width = document.documentElement.clientWidth
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      if (element.closest('.unseen, .scroll, .picker, textarea, svg')) return false
      const box = element.getBoundingClientRect()
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5)
    })
    return wide.map((element) => element.outerHTML.slice(0, 100)).join('\n')
  })
}
