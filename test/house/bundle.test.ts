/** What would be pushed to Google is whole, small, quiet at load, and names only what Apps Script has. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { ROOMS } from '../../scripts/build-room'
import { loadBundle } from '../support/bundle'
import { openDesk } from '../support/desk'
import { freeNames } from '../support/free-names'

const root = resolve(__dirname, '../..')
const KB = 1024

/** The language of ES2019, as Apps Script's V8 has it. */
const LANGUAGE = `Object Function Array Number parseFloat parseInt Boolean String Symbol Date Promise RegExp Error
  RangeError TypeError SyntaxError JSON Math Intl ArrayBuffer Uint8Array DataView Map BigInt Set WeakMap WeakSet Proxy
  Reflect decodeURIComponent encodeURIComponent isFinite isNaN undefined NaN Infinity globalThis console arguments`
/** Google's services that the manifest covers. */
const SERVICES = `SpreadsheetApp PropertiesService LockService ScriptApp Session Utilities UrlFetchApp HtmlService MailApp
  Gmail Calendar GroupsApp CacheService Logger`
/** Named in the manifest of a Workspace alone (docs/google-groups.md); asked for inside `typeof`. */
const OPTIONAL = ['AdminDirectory', 'CloudIdentityGroups']
const ALLOWED = new Set([...`${LANGUAGE} ${SERVICES}`.split(/\s+/), ...OPTIONAL])
/** webpack asks for `window` where there is no `globalThis`, inside a `typeof` guard. */
const GUARDED = new Set(['window'])

const { bundle, manifest } = loadBundle()
/** The plugin writes the stubs before everything else, on one line. */
const stubs = [...bundle.slice(0, bundle.indexOf('(()=>')).matchAll(/function (\w+)\(/g)].map((match) =>
  String(match[1]),
)

/** Loads the bundle where reading any name that Apps Script lacks, or touching any service, is an error. */
function load(): Record<string, unknown> {
  const context: Record<string, unknown> = {}
  const loaded = runInNewContext(`${bundle}\n;this`, context) as Record<string, unknown>
  return loaded
}

/** Names handed to Google as text: menu items, triggers, sidebar calls. */
function namesGivenToGoogle(): { menu: string[]; timers: string[]; client: string[] } {
  const sources = (folder: string): string =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
      .join('\n')
  const find = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => String(match[1]))
  const server = sources('src')
  return {
    menu: find(server, /\bitem\(\s*'[^']+',\s*'(\w+)'/g).concat(find(server, /addItem\(\s*'[^']+',\s*'(\w+)'/g)),
    timers: find(server, /installTimer\(\s*'(\w+)'/g),
    client: find(sources('sidebar'), /\.(sidebar)\(/g),
  }
}

test('the entry gives Google its doors: onOpen, sidebar and tick', () => {
  expect(stubs).toEqual(expect.arrayContaining(['onOpen', 'sidebar', 'tick']))
})

test('every stub has a real body once the bundle is loaded', () => {
  const loaded = load()
  for (const name of stubs) {
    expect(typeof loaded[name]).toBe('function')
    expect({ name, empty: /^function \w*\([^)]*\)\s*\{\s*\}$/.test(String(loaded[name])) }).toEqual({
      name,
      empty: false,
    })
  }
})

test('a stub without a body is noticed by that check', () => {
  const broken = runInNewContext('function lost(){}\n;this', {}) as Record<string, unknown>
  expect(/^function \w*\([^)]*\)\s*\{\s*\}$/.test(String(broken.lost))).toBe(true)
})

test('every name given to menus, timers and the sidebar exists as a stub', () => {
  const names = namesGivenToGoogle()
  for (const kind of ['menu', 'timers', 'client'] as const) {
    expect({ kind, found: names[kind].length > 0 }).toEqual({ kind, found: true })
    for (const name of names[kind]) expect(stubs).toContain(name)
  }
})

test('nothing runs at load: no service is touched', () => {
  const touched: string[] = []
  const trap = (name: string) =>
    new Proxy(() => undefined, {
      get: (_, key) => touched.push(`${name}.${String(key)}`),
      apply: () => touched.push(name),
    })
  const services = ['SpreadsheetApp', 'PropertiesService', 'ScriptApp', 'Session', 'MailApp', 'Gmail', 'Calendar', 'UrlFetchApp', 'LockService', 'HtmlService', 'Utilities', 'Logger'] // biome-ignore format: a list
  runInNewContext(bundle, Object.fromEntries(services.map((name) => [name, trap(name)])))
  expect(touched).toEqual([])
})

test('no global that Apps Script lacks is named', () => {
  const names = [...freeNames(bundle)].filter(
    (name) => !ALLOWED.has(name) && !GUARDED.has(name) && !stubs.includes(name),
  )
  expect(names).toEqual([])
})

test('a global that Apps Script lacks is noticed by that check', () => {
  expect([...freeNames('function f(){ const a = { URL: 1 }; return a.URL + new URL("x") }')]).toContain('URL')
  expect([...freeNames('const a = { URL: 1 }; a.URL; typeof URL')]).not.toContain('URL')
})

test('syntax stays within what Apps Script parses', () => {
  expect(/[{;]\s*static\s*\{/.test(bundle)).toBe(false)
  expect(/[{;}]\s*#\w+\s*[=;(]/.test(bundle)).toBe(false)
  expect(/[{;}]\s*static \w+\s*=/.test(bundle)).toBe(false)
})

test('the server bundle is within its budget of 150 KB', () => {
  expect(Buffer.byteLength(bundle)).toBeLessThanOrEqual(150 * KB)
  expect(Buffer.byteLength(bundle)).toBeGreaterThan(10 * KB)
})

describe.each(Object.keys(ROOMS))('the code of %s stands in a file of its own', (name) => {
  const file = readFileSync(join(root, `dist/${name}.html`), 'utf8')
  const code = JSON.parse(file) as string
  const shared = (bundle.match(/"(alerts|google|mail|registry)\/[\w-]*":/g) ?? []).map((key) => key.slice(1, -2))

  test('it names nothing but the language and what is handed in, and all of that is', () => {
    expect([...freeNames(code)].filter((free) => !ALLOWED.has(free) && free !== 'shared')).toEqual([])
    const wanted = [...code.matchAll(/shared(?:\["([^"]+)"\]|\.(\w+))/g)].map(([, path, plain]) => path ?? plain ?? '')
    expect(wanted.length).toBeGreaterThan(10)
    for (const part of wanted) if (part !== 'fault' && part !== 'contract') expect(shared).toContain(part)
  })

  test('it holds nothing that could be taken for markup, and no service of Google’s', () => {
    expect(file).not.toMatch(/[<>&]/)
    expect([...freeNames(code)].filter((free) => SERVICES.split(/\s+/).includes(free))).toEqual([])
  })
})

test('what every click loads has none of the rooms, and an idle timer reads none', () => {
  expect(readFileSync(join(root, 'dist/Calls.html'), 'utf8')).toContain('BYSETPOS')
  expect(bundle).not.toContain('BYSETPOS')
  const desk = openDesk('maya@example.org')
  desk.ask('maya@example.org', 'setUp', { state: 'MN' })
  const read: string[] = []
  desk.workspace.hook = { before: (call) => void read.push(`${call.service}.${call.method}`) }
  desk.workspace.advance(6 * 60_000)
  expect(read.length).toBeGreaterThan(0)
  expect(read.filter((call) => call.includes('createTemplateFromFile'))).toEqual([])
  desk.ask('maya@example.org', 'calls', {})
  expect(read.filter((call) => call.includes('createTemplateFromFile')).length).toBeGreaterThan(0)
})

test('Home reads the code of calls where there is a series, and only there', () => {
  const { pages } = loadBundle()
  const read: string[] = []
  const watched = new Proxy(pages, {
    get(all, name: string) {
      read.push(name)
      return all[name]
    },
  })
  const desk = openDesk('maya@example.org', { pages: watched })
  desk.ask('maya@example.org', 'setUp', { state: 'MN' })
  read.length = 0
  expect(desk.ask('maya@example.org', 'home', {}).nextCall).toBeNull()
  expect(read).not.toContain('Calls')
  const { draft } = desk.ask('maya@example.org', 'calls', {})
  desk.ask('maya@example.org', 'saveSeries', { ...draft, name: 'Statewide call' })
  read.length = 0
  expect(desk.ask('maya@example.org', 'home', {}).nextCall?.series).toBe('Statewide call')
  expect(read).toContain('Calls')
})

describe('sentences stand in a file of their own', () => {
  const sentences = JSON.parse(readFileSync(join(root, 'dist/Sentences.html'), 'utf8')) as string[]
  const missing = 'The group has not been mapped yet.'

  test('one that the source says is in the file and not in the bundle', () => {
    expect(sentences).toContain(missing)
    expect(bundle).not.toContain(missing)
  })

  test('the file holds nothing that could be taken for markup', () => {
    expect(readFileSync(join(root, 'dist/Sentences.html'), 'utf8')).not.toMatch(/[<>&]/)
  })

  test('what a person reads is whole again: words and the values between them', () => {
    const desk = openDesk('maya@example.org')
    desk.ask('maya@example.org', 'setUp', { state: 'MN' })
    const { message } = desk.faultOf('maya@example.org', 'setUp', { state: 'xq' })
    expect(message).toBe('“xq” is not a state.')
    const { next } = desk.faultOf('maya@example.org', 'mapGroup', { groupId: 'G-999' })
    expect(next).toBe('Select its row in the Groups tab again.')
  })

  test('opening the sheet reads none of them: it must be quick and may ask for nothing', () => {
    const desk = openDesk('maya@example.org')
    const calls: string[] = []
    desk.workspace.hook = { before: (call) => void calls.push(call.service) }
    desk.workspace.open('maya@example.org', desk.sheetId)
    expect(calls).not.toContain('HtmlService')
    expect(calls.length).toBeGreaterThan(0)
  })
})

test.each(['Sidebar', 'Coverage', 'Agenda'])(
  '%s is self-contained: no script, style, image or font is fetched',
  (page) => {
    const html = readFileSync(join(root, `dist/${page}.html`), 'utf8')
    expect(html).not.toMatch(/<(script|img|iframe)[^>]+src\s*=/i)
    expect(html).not.toMatch(/<link[^>]+href\s*=/i)
    expect(html).not.toMatch(/@import|url\(\s*['"]?https?:/i)
    expect(html).not.toContain('<!-- script -->')
    expect(statSync(join(root, `dist/${page}.html`)).size).toBeGreaterThan(10 * KB)
  },
)

test('the manifest asks for the narrowest scopes and names every host that is fetched', () => {
  const scopes = manifest.oauthScopes.map((scope) => scope.split('/auth/')[1])
  expect(scopes.sort()).toEqual([
    'calendar.events',
    'gmail.compose',
    'gmail.readonly',
    'groups',
    'script.container.ui',
    'script.external_request',
    'script.scriptapp',
    'script.send_mail',
    'spreadsheets.currentonly',
    'userinfo.email',
  ])
  expect(manifest.dependencies?.enabledAdvancedServices?.map((s) => s.userSymbol)).toEqual(['Gmail', 'Calendar'])
  const hosts = new Set([...bundle.matchAll(/["'`](https:\/\/[\w.-]+\/)/g)].map((match) => String(match[1])))
  for (const host of hosts) expect(manifest.urlFetchWhitelist?.some((allowed) => allowed.startsWith(host))).toBe(true)
})

test('the language built-ins the bundle uses are the ones of ES2019', () => {
  for (const late of ['replaceAll', 'Object.groupBy', '.toSorted(', '.findLast(', '.at(', 'Object.hasOwn', 'matchAll'])
    expect({ late, used: bundle.includes(late) }).toEqual({ late, used: false })
})
