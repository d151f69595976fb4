/** Everything that is pushed: the server bundle, the pages, the manifest. */
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
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
  const sizes: Record<string, number> = {}
  for (const file of (await readdir(DIST)).sort()) sizes[`dist/${file}`] = (await stat(join(DIST, file))).size
  return sizes
}
