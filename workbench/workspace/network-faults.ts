/** Networks that misbehave, made from one that does not. Each concerns the addresses that begin with `url`. */
import { ask, type NetAnswer, type Network } from './network'

export type NetFault = (network: Network) => Network

type Answer = NetAnswer | 'unreachable'

const changed =
  (url: string, change: (whole: () => Answer, n: number) => Answer): NetFault =>
  (network) => {
    let asked = 0
    return [
      (request, kept) => (request.url.startsWith(url) ? change(() => ask(network, request, kept), ++asked) : null),
      ...network,
    ]
  }

/** No connection at all. */
export const down = (url: string): NetFault => changed(url, () => 'unreachable')

/** A page for people where data should be; status 200 as maintenance pages have it, or 503. */
export const htmlInstead = (url: string, status = 200): NetFault =>
  changed(url, () => ({
    status,
    body: '<!DOCTYPE html><html><head><title>Sorry</title></head><body><h1>Temporarily unavailable</h1></body></html>',
    headers: { 'Content-Type': 'text/html' },
    ms: 300,
  }))

/** Every answer comes `ms` later. */
export const slow = (ms: number, url = ''): NetFault =>
  changed(url, (whole) => {
    const answer = whole()
    return answer === 'unreachable' ? answer : { ...answer, ms: (answer.ms ?? 0) + ms }
  })

/** Every n-th request gets no connection (`status` 0) or an error of the server. */
export const flaky = (everyNth: number, url = '', status = 503): NetFault =>
  changed(url, (whole, n) => {
    if (n % everyNth !== 0) return whole()
    return status === 0 ? 'unreachable' : { status, body: '<html><body>Service Unavailable</body></html>', ms: 200 }
  })

/** The first `count` requests get no connection, then all is well. */
export const downAtFirst = (count: number, url = ''): NetFault =>
  changed(url, (whole, n) => (n <= count ? 'unreachable' : whole()))

/** Answers are cut off after `length` characters. */
export const truncated = (url: string, length: number): NetFault =>
  changed(url, (whole) => {
    const answer = whole()
    return answer === 'unreachable' ? answer : { ...answer, body: answer.body.slice(0, length) }
  })
