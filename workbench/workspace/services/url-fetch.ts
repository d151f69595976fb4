/** UrlFetchApp over the workspace's table of handlers (see network.ts). */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { ask, type NetAnswer, type NetRequest } from '../network'
import { elapse } from './elapse'
import { badSignature, refuse, spend } from './refuse'
import { makeResponse } from './url-response'

type Service = GoogleAppsScript.URL_Fetch.UrlFetchApp
type Response = GoogleAppsScript.URL_Fetch.HTTPResponse
/** `timeoutSeconds` is newer than the typings. */
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds?: number }
type Request = Options & { url: string }

const SCOPES = ['script.external_request']
const URL_LENGTH = 2_082
const BODY_BYTES = 50 * 1024 * 1024
const HEADERS = 100
const HEADER_BYTES = 8 * 1024
const TIMEOUT_SECONDS = 360
const REDIRECTS = 10

const hostOf = (url: string): string => /^(https?:\/\/[^/?#]+)/i.exec(url)?.[1] ?? url

/** Is `url` under one of the manifest's prefixes? Hosts may begin with `*.`. */
export function isListed(url: string, whitelist: readonly string[] | undefined): boolean {
  if (!whitelist) return true
  return whitelist.some((prefix) => {
    if (!prefix.startsWith('https://*.')) return url.startsWith(prefix)
    const rest = prefix.slice('https://*'.length)
    const [domain = '', path = ''] = [rest.slice(0, rest.indexOf('/')), rest.slice(rest.indexOf('/'))]
    const host = hostOf(url)
    return host.startsWith('https://') && host.endsWith(domain) && url.slice(host.length).startsWith(path)
  })
}

function toNetRequest(execution: Execution, request: Request): NetRequest {
  if (typeof request.url !== 'string') throw badSignature(execution, 'UrlFetchApp.fetch', request.url)
  if (!/^https?:\/\/[^/\s]+/i.test(request.url)) throw refuse(execution, 'invalidArgument', request.url)
  if (request.url.length > URL_LENGTH) throw refuse(execution, 'urlTooLong')
  if (!isListed(request.url, execution.workspace.options.manifest.urlFetchWhitelist))
    throw refuse(execution, 'urlNotListed', hostOf(request.url))
  const { payload } = request
  const isForm = typeof payload === 'object' && payload !== null && !('getBytes' in payload)
  const form = () =>
    Object.entries(payload as Record<string, unknown>)
      .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
      .join('&')
  let body = ''
  if (isForm) body = form()
  else if (typeof payload === 'string') body = payload
  else if (payload) body = (payload as GoogleAppsScript.Base.Blob).getDataAsString()
  if (body.length > BODY_BYTES) throw refuse(execution, 'urlPayload')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name] = String(value)
  if (payload !== undefined || request.contentType)
    headers['Content-Type'] = request.contentType ?? (isForm ? 'application/x-www-form-urlencoded' : 'text/plain')
  const lines = Object.entries(headers)
  if (lines.length > HEADERS || lines.some(([name, value]) => name.length + value.length > HEADER_BYTES))
    throw refuse(execution, 'urlHeaders')
  const method = (request.method ?? (payload === undefined ? 'get' : 'post')).toUpperCase()
  return { url: request.url, method, headers, body, now: execution.workspace.clock.now }
}

interface Outcome {
  readonly answer: NetAnswer | 'unreachable' | 'timeout'
  readonly ms: number
}

function resolve(execution: Execution, request: Request, first: NetRequest): Outcome {
  const limit = (request.timeoutSeconds ?? TIMEOUT_SECONDS) * 1000
  let net = first
  let ms = 0
  for (let hop = 0; ; hop++) {
    const answer = ask(execution.workspace.options.network ?? [], net, (execution.workspace.state.web ??= {}))
    if (answer === 'unreachable') return { answer, ms }
    ms += answer.ms ?? 0
    if (ms > limit) return { answer: 'timeout', ms: limit }
    const next = Object.entries(answer.headers ?? {}).find(([name]) => name.toLowerCase() === 'location')?.[1]
    const follows = answer.status >= 300 && answer.status < 400 && next && request.followRedirects !== false
    if (!follows || hop === REDIRECTS) return { answer, ms }
    net = { ...net, method: 'GET', body: '', url: next.startsWith('/') ? hostOf(net.url) + next : next }
  }
}

function toResponse(execution: Execution, request: Request, outcome: Outcome): Response {
  const { answer } = outcome
  if (answer === 'unreachable') throw refuse(execution, 'urlUnreachable', request.url)
  if (answer === 'timeout') throw refuse(execution, 'urlTimeout', request.url)
  if ((answer.status < 200 || answer.status >= 300) && !request.muteHttpExceptions)
    throw refuse(execution, 'urlStatus', hostOf(request.url), answer.status, answer.body.slice(0, 200))
  return makeResponse(answer, request.url)
}

export function makeUrlFetchApp(execution: Execution): Service {
  /** All at once: the time of the slowest passes, and one that fails to connect fails them all. */
  const send = (method: string, requests: readonly Request[]): Response[] =>
    execution.call(
      { service: 'UrlFetchApp', method, scopes: SCOPES },
      () => {
        const ready = requests.map((request) => ({ request, net: toNetRequest(execution, request) }))
        spend(execution, 'url fetch calls', requests.length, 'urlfetch')
        const outcomes = ready.map(({ request, net }) => resolve(execution, request, net))
        elapse(execution, Math.max(0, ...outcomes.map((o) => o.ms)))
        return requests.map((request, i) => toResponse(execution, request, outcomes[i] as Outcome))
      },
      requests.length,
    )
  const single = (url: string, options: Options = {}): Request => ({ ...options, url })

  return strict('UrlFetchApp', {
    fetch: (url: string, options?: Options) => send('fetch', [single(url, options)])[0] as Response,
    fetchAll: (requests: (Request | string)[]) =>
      send(
        'fetchAll',
        requests.map((request) => (typeof request === 'string' ? { url: request } : request)),
      ),
    getRequest: (url: string, options?: Options) => {
      const { headers, body, method } = toNetRequest(execution, single(url, options))
      const type = headers['Content-Type']
      return {
        url,
        method: method.toLowerCase() as 'get',
        headers,
        useIntranet: false,
        followRedirects: options?.followRedirects ?? true,
        validateHttpsCertificates: options?.validateHttpsCertificates ?? true,
        ...(body === '' ? {} : { payload: body }),
        ...(type === undefined ? {} : { contentType: type }),
      }
    },
  } satisfies Service)
}
