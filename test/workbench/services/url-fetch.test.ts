import type { Handler, NetRequest } from '../../../workbench/workspace/network'
import { begin, MAYA, makeWorkspace, thrown } from './run'

const asked: NetRequest[] = []
const ok: Handler = (request): ReturnType<Handler> => {
  asked.push(request)
  const host = /^https:\/\/([^/]+)/.exec(request.url)?.[1]
  if (host === 'down.example.org') return 'unreachable'
  if (host === 'slow.example.org') return { status: 200, body: 'late', ms: 40_000 }
  if (host === 'old.example.org') return { status: 302, body: '', headers: { Location: 'https://new.example.org/x' } }
  if (host === 'sick.example.org') return { status: 503, body: '<html>maintenance</html>', ms: 100 }
  return { status: 200, body: '{"a":"ü"}', headers: { 'Content-Type': 'application/json' }, ms: 250 }
}
beforeEach(() => {
  asked.length = 0
})
const start = (setting: Parameters<typeof makeWorkspace>[0] = {}) => makeWorkspace({ network: [ok], ...setting })

test('an answer has its code, its text, its bytes and its headers', () => {
  const answer = begin(start()).UrlFetchApp.fetch('https://api.example.org/a.json')
  expect(answer.getResponseCode()).toBe(200)
  expect(JSON.parse(answer.getContentText())).toEqual({ a: 'ü' })
  expect(answer.getContent().slice(6, 8)).toEqual([-61, -68])
  expect(answer.getHeaders()).toEqual({ 'Content-Type': 'application/json' })
  expect(answer.getBlob().getContentType()).toBe('application/json')
})

test('what the server needs passes on the clock', () => {
  const workspace = start()
  const before = workspace.clock.now
  begin(workspace).UrlFetchApp.fetch('https://api.example.org/')
  expect(workspace.clock.now - before).toBe(250)
})

test('an object is posted as a form, a text as it is', () => {
  const { UrlFetchApp } = begin(start())
  UrlFetchApp.fetch('https://api.example.org/', { method: 'post', payload: { q: 'a&b', n: 1 } })
  UrlFetchApp.fetch('https://api.example.org/', { payload: '{}', contentType: 'application/json' })
  expect(asked.map((r) => [r.method, r.body, r.headers['Content-Type']])).toEqual([
    ['POST', 'q=a%26b&n=1', 'application/x-www-form-urlencoded'],
    ['POST', '{}', 'application/json'],
  ])
})

test('a server error throws with the host only, unless it is muted', () => {
  const { UrlFetchApp } = begin(start())
  const { message } = thrown(() => UrlFetchApp.fetch('https://sick.example.org/secret?key=1'))
  expect(message).toMatch(/^Request failed for https:\/\/sick\.example\.org returned code 503\. Truncated/)
  expect(message).not.toContain('secret')
  const muted = UrlFetchApp.fetch('https://sick.example.org/', { muteHttpExceptions: true })
  expect(muted.getResponseCode()).toBe(503)
})

test('a host that cannot be reached throws, muted or not', () => {
  const { UrlFetchApp } = begin(start())
  expect(() => UrlFetchApp.fetch('https://down.example.org/', { muteHttpExceptions: true })).toThrow(
    'Address unavailable: https://down.example.org/',
  )
})

test('redirects are followed, unless they are not wanted', () => {
  const { UrlFetchApp } = begin(start())
  expect(UrlFetchApp.fetch('https://old.example.org/').getContentText()).toBe('{"a":"ü"}')
  const kept = UrlFetchApp.fetch('https://old.example.org/', { followRedirects: false, muteHttpExceptions: true })
  expect(kept.getResponseCode()).toBe(302)
})

test('a server slower than timeoutSeconds costs that time and throws', () => {
  const workspace = start()
  const before = workspace.clock.now
  const options = { timeoutSeconds: 30 } as GoogleAppsScript.URL_Fetch.URLFetchRequestOptions
  expect(() => begin(workspace).UrlFetchApp.fetch('https://slow.example.org/', options)).toThrow(/^Timeout/)
  expect(workspace.clock.now - before).toBe(30_000)
})

describe('many at once', () => {
  const urls = (...hosts: string[]) =>
    hosts.map((h) => ({ url: `https://${h}.example.org/`, muteHttpExceptions: true }))

  test('take as long as the slowest, and come back in order', () => {
    const workspace = start()
    const before = workspace.clock.now
    const codes = begin(workspace)
      .UrlFetchApp.fetchAll(urls('a', 'slow', 'sick'))
      .map((a) => a.getResponseCode())
    expect(codes).toEqual([200, 200, 503])
    expect(workspace.clock.now - before).toBe(40_000)
  })

  test('fail together when one host is unreachable', () => {
    const { UrlFetchApp } = begin(start())
    expect(() => UrlFetchApp.fetchAll(urls('a', 'down', 'b'))).toThrow(/Address unavailable/)
    expect(asked).toHaveLength(3)
  })

  test('are one service call and as many fetches of the quota', () => {
    const workspace = start()
    begin(workspace).UrlFetchApp.fetchAll(urls('a', 'b', 'c'))
    expect(workspace.callCount).toBe(1)
    expect(workspace.quotas.used(MAYA, 'url fetch calls')).toBe(3)
  })

  test('are refused together when the quota does not reach for all', () => {
    const workspace = start()
    workspace.quotas.set(MAYA, 'url fetch calls', 19_998)
    expect(() => begin(workspace).UrlFetchApp.fetchAll(urls('a', 'b', 'c'))).toThrow(
      'Service invoked too many times for one day: urlfetch.',
    )
    expect(asked).toHaveLength(0)
  })
})

describe('the list of allowed addresses in the manifest', () => {
  const whitelist = ['https://api.example.org/v1/', 'https://*.census.example/']
  test.each([
    ['https://api.example.org/v1/a', true],
    ['https://api.example.org/v2/a', false],
    ['https://api.example.org.evil.example/v1/', false],
    ['http://api.example.org/v1/a', false],
    ['https://geo.census.example/x', true],
    ['https://census.example.evil/', false],
  ])('%s: %s', (url, allowed) => {
    const { UrlFetchApp } = begin(start({ whitelist }))
    const fetch = () => UrlFetchApp.fetch(url)
    if (allowed) expect(fetch().getResponseCode()).toBe(200)
    else expect(fetch).toThrow(/whitelist/)
  })
})

test('an address has at most 2,082 characters', () => {
  const { UrlFetchApp } = begin(start())
  const url = (length: number) => `https://a.example.org/${'x'.repeat(length - 22)}`
  expect(UrlFetchApp.fetch(url(2082)).getResponseCode()).toBe(200)
  expect(() => UrlFetchApp.fetch(url(2083))).toThrow('Limit Exceeded: URLFetch URL Length.')
})

test('simple triggers have no web, and the scope is needed', () => {
  expect(() => begin(start(), MAYA, 'simple').UrlFetchApp.fetch('https://a.example.org/')).toThrow(
    /^You do not have permission to call UrlFetchApp\.fetch\. Required permissions: .*script\.external_request/,
  )
  expect(() => begin(start({ scopes: [] })).UrlFetchApp.fetch('https://a.example.org/')).toThrow(
    /^Specified permissions are not sufficient/,
  )
})

test('getRequest shows what would be sent, and sends nothing', () => {
  const request = begin(start()).UrlFetchApp.getRequest('https://a.example.org/', { payload: { a: 1 } })
  expect(request).toMatchObject({ method: 'post', payload: 'a=1', contentType: 'application/x-www-form-urlencoded' })
  expect(asked).toHaveLength(0)
})
