/** The real clasp says what a push would send: exactly the bundle, the pages and the manifest. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { loadBundle } from '../support/bundle'

const root = resolve(__dirname, '../..')

test('clasp would push the bundle, the pages and the manifest, and nothing else', () => {
  const { pages } = loadBundle()
  const out = execFileSync('npx', ['clasp', 'show-file-status', '--json'], { cwd: root, encoding: 'utf8' })
  const status = JSON.parse(out.slice(out.indexOf('{'))) as { filesToPush: string[] }
  const expected = ['Code.js', 'appsscript.json', ...Object.keys(pages).map((name) => `${name}.html`)]
  expect(status.filesToPush.map((file) => file.replace(/^dist\//, '')).sort()).toEqual(expected.sort())
})
