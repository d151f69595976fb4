/** The very bundle is loaded, afresh for every run, and finds only what Apps Script has. */
import { bundleFunctions, declaredFunctions } from '../../workbench/workspace/bundle'
import { LEE, MAYA, NOON, small } from './core-support'

/** What webpack and gas-webpack-plugin make of `global.f = f`. */
const packed = (stubs: string, inside: string) => `${stubs}
(() => {
  var r = {};
  r.g = (function () {
    if (typeof globalThis === 'object') return globalThis;
    try { return this || new Function('return this')() } catch (e) { if (typeof window === 'object') return window }
  })();
  ${inside}
})();`

const run = (code: string, name: string, args: unknown[] = []) => {
  const { workspace, book } = small(code)
  return workspace.run({ account: MAYA, kind: 'menu', spreadsheetId: book.id, name, args })
}

describe('functions', () => {
  test('the real function that a bundle assigns to its global object is called, not the stub', () => {
    expect(run(packed('function add(a, b) {\n}', 'r.g.add = (a, b) => a + b'), 'add', [2, 3]).value).toBe(5)
  })

  test.each([
    ['globalThis.f = () => 7'],
    ["Function('return this')().f = () => 7"],
    ["new Function('return this')().f = () => 7"],
  ])('the same global object is found by %s', (assignment) => {
    expect(run(`function f() {}\n;(() => { ${assignment} })()`, 'f').value).toBe(7)
  })

  test('a script of plain functions works, and they call each other', () => {
    expect(run('function a() { return b() + 1 }\nfunction b() { return 1 }', 'a').value).toBe(2)
  })

  test('a bundle in strict mode works', () => {
    expect(run('"use strict";\nfunction f() { return this === undefined ? 1 : 2 }', 'f').error).toBeUndefined()
  })

  test('a constant arrow function can be run too', () => {
    expect(run('const twice = (n) => n * 2', 'twice', [4]).value).toBe(8)
  })

  test('a stub whose body is missing is noticed', () => {
    const found = bundleFunctions(packed('function alive() {}\nfunction dead() {}', 'r.g.alive = () => 1'))
    expect(found.stubs).toEqual(['alive', 'dead'])
    expect(found.real).toEqual(['alive'])
  })

  test('a function that is assigned without a stub is not found by Google, and is noticed', () => {
    const code = packed('', 'r.g.lost = () => 1')
    expect(bundleFunctions(code)).toEqual({ stubs: [], real: ['lost'] })
    expect(run(code, 'lost').error?.message).toBe('Script function not found: lost')
  })

  test('declarations are found among strings, templates, comments and regular expressions, and only at the top', () => {
    const code = `
      const a = "function no1() {"; // function no2() {
      /* function no3() { */ const t = \`\${ (() => { function no4() {} return "}" })() } function no5() {\`;
      const r = /[/"]function no6\\(\\) \\{/.test(a) ? 1 / 2 : 3;
      if (r) /"/.test(a); function yes1() { function no7() {} }
      async function yes2() {} function* yes3() {}
      const yes4 = async (x) => x, no8 = 1; var yes5 = function () {};
      class C { function() {} }`
    expect(declaredFunctions(code)).toEqual(['yes1', 'yes2', 'yes3', 'yes4', 'yes5'])
  })
})

describe('what a run finds', () => {
  test('nothing survives from one run to the next', () => {
    const { workspace, book } = small(
      'var n = 0\nfunction count() { n += 1; globalThis.m = (globalThis.m || 0) + 1; return [n, globalThis.m] }',
    )
    const spec = { account: MAYA, kind: 'menu', spreadsheetId: book.id, name: 'count' } as const
    expect(workspace.run(spec).value).toEqual([1, 1])
    expect(workspace.run(spec).value).toEqual([1, 1])
  })

  test.each(
    'setTimeout setInterval fetch URL URLSearchParams TextEncoder atob btoa crypto window navigator performance process require structuredClone queueMicrotask Buffer'.split(
      ' ',
    ),
  )('%s does not exist', (name) => {
    const { script } = small()
    expect(script(`return [typeof ${name}, typeof globalThis.${name}]`)).toEqual(['undefined', 'undefined'])
  })

  test('the language itself is there', () => {
    const { script } = small()
    expect(
      script('return [typeof Map, typeof Promise, typeof Intl, typeof JSON, typeof console, typeof Logger].join()'),
    ).toBe('function,function,object,object,object,object')
  })

  test('a bundle may declare names of its own that this host has too', () => {
    expect(run('const URL = 1, name = 2; function f() { return URL + name }', 'f').value).toBe(3)
  })

  test('time is the workspace’s, in the script’s time zone', () => {
    const { script } = small()
    expect(script('return [Date.now(), new Date().getHours(), String(new Date())]')).toEqual([
      NOON,
      12,
      'Mon Nov 23 2026 12:00:00 GMT-0500',
    ])
    expect(script('return new Date(2026, 6, 1, 9, 30).toISOString()')).toBe('2026-07-01T13:30:00.000Z')
    expect(script("return new Date('2026-07-01 09:30').toISOString()")).toBe('2026-07-01T13:30:00.000Z')
    expect(script("return new Date('2026-07-01').toISOString()")).toBe('2026-07-01T00:00:00.000Z')
    expect(script('var d = new Date(2026, 0, 31); d.setMonth(1); return d.toDateString()')).toBe('Tue Mar 03 2026')
    const told = (options: string) =>
      script(`return new Date('2026-07-01T13:05:00Z').toLocaleString('en-US', ${options})`)
    expect(String(told('undefined'))).toMatch(/^7\/1\/2026, 9:05:00\sAM$/)
    expect(told("{ hour12: false, timeZone: 'UTC' }")).toBe('7/1/2026, 13:05:00')
    expect(told("{ month: 'long', day: 'numeric' }")).toBe('July 1')
    expect(script('return new Date(NaN).toLocaleString()')).toBe('Invalid Date')
    expect(
      script(
        'return [new Date() instanceof Date, sheet.getRange(1, 1).setValue(new Date()).getValue() instanceof Date]',
      ),
    ).toEqual([true, true])
  })

  test('chance comes from the seed, so that a run can be repeated', () => {
    const once = () => small('', { seed: 5 }).script('return [Math.random(), Math.random(), Math.max(1, 2)]')
    expect(once()).toEqual(once())
    expect(once()).not.toEqual(small('', { seed: 6 }).script('return [Math.random(), Math.random(), Math.max(1, 2)]'))
  })

  test('a service or method that the workbench lacks says so', () => {
    const { refusal } = small()
    expect(refusal('sheet.getCharts()')).toBe('not emulated: Sheet.getCharts')
    expect(refusal('sheet.getRange(1, 1).copyTo(sheet)')).toBe('not emulated: Range.copyTo')
  })

  test('what is logged is in the log of the run', () => {
    const { workspace, script } = small()
    script("console.log('a %s %s', 1, {b: 2}, 'c'); Logger.log('d')")
    expect(workspace.runs[0]).toMatchObject({ name: 'body', account: MAYA, kind: 'menu', error: null })
    expect(workspace.runs[0]?.lines).toEqual(['debug: a 1 {"b":2} c', 'info: d'])
  })

  test('code at the top level runs with the authority of the function that was called: it can kill onOpen', () => {
    const { workspace, book } = small(
      "UrlFetchApp.fetch('https://example.org/')\nfunction onOpen() { SpreadsheetApp.getUi().createMenu('M').addToUi() }",
    )
    workspace.open(LEE)
    expect(workspace.runs[0]).toMatchObject({ name: 'onOpen', kind: 'simple' })
    expect(workspace.runs[0]?.error).toMatch(/UrlFetchApp\.fetch/)
    expect(workspace.ui(LEE).menus).toEqual([])
    expect(book.id).toHaveLength(44)
  })
})
