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

type File = 'Sidebar' | 'Agenda'
let parts: Promise<{ html: Record<File, string>; mock: string; axe: string }> | undefined

async function read() {
  const [template, css, js, agendaCss, agendaJs, mock, axe] = await Promise.all([
    readFile(join(ROOT, 'sidebar/index.html'), 'utf8'),
    bundle('sidebar/style.css'),
    bundle('sidebar/main.tsx'),
    bundle('sidebar/agenda.css'),
    bundle('sidebar/agenda.tsx'),
    bundle('test/sidebar/mock-server.ts'),
    readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'),
  ])
  const whole = (style: string, script: string) =>
    template
      .replace('<!-- style -->', () => `<style>${style}</style>`)
      .replace('<!-- script -->', () => `<script>${script.replace(/<\/script/gi, '<\\/script')}</script>`)
  return { html: { Sidebar: whole(css, js), Agenda: whole(agendaCss, agendaJs) }, mock, axe }
}

export interface Sidebar {
  page: Page
  /** What the page asked the network for besides itself, and what went wrong in it. */
  troubles: string[]
  close(): Promise<void>
}

const URL = 'https://sidebar.example.org/'

export async function openSidebar(
  browser: Browser,
  scenario: 'empty' | 'ready' | 'live' = 'ready',
  file: File = 'Sidebar',
): Promise<Sidebar> {
  parts ??= read()
  const { html, mock } = await parts
  const context = await browser.newContext({
    viewport: file === 'Sidebar' ? { width: 300, height: 800 } : { width: 1000, height: 640 },
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
    if (route.request().url() === URL) return route.fulfill({ contentType: 'text/html', body: html[file] })
    troubles.push(`network: ${route.request().url()}`)
    return route.abort()
  })
  await page.addInitScript(`window.scenario = ${JSON.stringify(scenario)};\n${mock}`)
  await page.goto(URL)
  return { page, troubles, close: () => context.close() }
}

/** What axe finds on the page as it stands, one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
  parts ??= read()
  await page.evaluate((await parts).axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document)
    return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 120)}`))
  })
}

/** Words that the page shows outside its width, '' where nothing is cut off. */
export function cutOff(page: Page): Promise<string> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      if (element.closest('.unseen, .scroll, .picker, textarea')) return false
      const box = element.getBoundingClientRect()
      return box.width > 0 && (box.right > 300.5 || box.left < -0.5)
    })
    return wide.map((element) => element.outerHTML.slice(0, 100)).join('\n')
  })
}
