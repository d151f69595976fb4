/**
 * `sidebar/` → one self-contained HTML file a page: Google serves no separate scripts or styles, and the page must work
 * without any network.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { DIST, ROOT } from './paths'

const PAGES = [
  { name: 'Sidebar', entry: 'sidebar/main.tsx', template: 'sidebar/index.html', style: 'sidebar/style.css' },
  { name: 'Coverage', entry: 'sidebar/coverage.tsx', template: 'sidebar/index.html', style: 'sidebar/coverage.css' },
  { name: 'Agenda', entry: 'sidebar/agenda.tsx', template: 'sidebar/index.html', style: 'sidebar/agenda.css' },
]

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'error',
  })
  const [file] = result.outputFiles
  if (!file) throw new Error(`esbuild gave nothing for ${entry}`)
  return file.text
}

export async function buildPages(): Promise<void> {
  for (const page of PAGES) {
    const [html, css, js] = await Promise.all([
      readFile(join(ROOT, page.template), 'utf8'),
      build({ entryPoints: [join(ROOT, page.style)], bundle: true, minify: true, write: false, logLevel: 'error' }),
      bundle(page.entry),
    ])
    // Functions as replacements: `$&` in the code must stay as it is; a closing tag inside a string must not end the script.
    const whole = html
      .replace('<!-- style -->', () => `<style>${css.outputFiles[0]?.text ?? ''}</style>`)
      .replace('<!-- script -->', () => `<script>${js.replace(/<\/script/gi, '<\\/script')}</script>`)
    await writeFile(join(DIST, `${page.name}.html`), whole)
  }
}
