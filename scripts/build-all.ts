/** Everything that is pushed: the server bundle, the pages, the manifest. */
import { copyFile, mkdir, readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPages } from './build-pages'
import { buildServer } from './build-server'
import { DIST, ROOT } from './paths'

/** Builds into `dist/`; gives each file's size in bytes. */
export async function buildAll(): Promise<Record<string, number>> {
  await mkdir(DIST, { recursive: true })
  await Promise.all([
    buildServer(),
    buildPages(),
    copyFile(join(ROOT, 'appsscript.json'), join(DIST, 'appsscript.json')),
  ])
  // webpack leaves a file alone whose content did not change: its date must still say that it is up to date.
  const now = new Date()
  await utimes(join(DIST, 'Code.js'), now, now)
  const sizes: Record<string, number> = {}
  for (const file of (await readdir(DIST)).sort()) sizes[`dist/${file}`] = (await stat(join(DIST, file))).size
  return sizes
}
