/** The very files that would be pushed, built when they are older than their sources. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Manifest } from '../../workbench/workspace/workspace'

const root = resolve(__dirname, '../..')
const dist = join(root, 'dist')

function newest(folder: string): number {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return latest
}

/** `npm test` builds first; a test run alone builds here when something changed. */
function buildIfStale(): void {
  const code = join(dist, 'Code.js')
  const sources = Math.max(
    newest(join(root, 'src')),
    newest(join(root, 'sidebar')),
    statSync(join(root, 'appsscript.json')).mtimeMs,
  )
  if (existsSync(join(dist, 'Sidebar.html')) && existsSync(code) && statSync(code).mtimeMs >= sources) return
  execFileSync('npx', ['tsx', 'scripts/build.ts'], { cwd: root, stdio: 'pipe' })
}

export interface Pushed {
  bundle: string
  manifest: Manifest
  pages: Record<string, string>
}

export function loadBundle(): Pushed {
  buildIfStale()
  const read = (file: string) => readFileSync(join(dist, file), 'utf8')
  const pages: Record<string, string> = {}
  for (const file of readdirSync(dist)) if (file.endsWith('.html')) pages[file.slice(0, -5)] = read(file)
  return { bundle: read('Code.js'), manifest: JSON.parse(read('appsscript.json')) as Manifest, pages }
}
