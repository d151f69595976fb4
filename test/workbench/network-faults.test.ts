import { ask, type Network } from '../../workbench/workspace/network'
import { down, downAtFirst, flaky, htmlInstead, slow, truncated } from '../../workbench/workspace/network-faults'

const HERE = 'https://a.example.org/'
const THERE = 'https://b.example.org/'
const sound: Network = [({ url }) => ({ status: 200, body: `{"asked":"${url}"}`, ms: 100 })]
const get = (network: Network, url: string) => ask(network, { url, method: 'get', headers: {}, body: '', now: 0 })
const statuses = (network: Network, url: string, times: number) =>
  Array.from({ length: times }, () => {
    const answer = get(network, url)
    return answer === 'unreachable' ? 0 : answer.status
  })

test('only the named address is down, the rest answers', () => {
  const network = down(HERE)(sound)
  expect(get(network, `${HERE}x`)).toBe('unreachable')
  expect(get(network, THERE)).toEqual(get(sound, THERE))
})

test('a page for people comes with the status that was asked for', () => {
  expect(get(htmlInstead(HERE)(sound), HERE)).toMatchObject({
    status: 200,
    body: expect.stringMatching(/^<!DOCTYPE html>/),
  })
  expect(get(htmlInstead(HERE, 503)(sound), HERE)).toMatchObject({ status: 503 })
})

test('slow answers are the same answers, later', () => {
  expect(get(slow(5_000)(sound), HERE)).toEqual({ status: 200, body: `{"asked":"${HERE}"}`, ms: 5_100 })
  expect(get(slow(5_000, THERE)(sound), HERE)).toMatchObject({ ms: 100 })
  expect(get(slow(5_000)([]), HERE)).toBe('unreachable')
})

test('a flaky network fails at every n-th request, by error or without connection', () => {
  expect(statuses(flaky(3)(sound), HERE, 7)).toEqual([200, 200, 503, 200, 200, 503, 200])
  expect(statuses(flaky(2, HERE, 0)(sound), HERE, 4)).toEqual([200, 0, 200, 0])
})

test('what is down at first comes back', () => {
  expect(statuses(downAtFirst(2)(sound), HERE, 4)).toEqual([0, 0, 200, 200])
})

test('faults can be laid over each other', () => {
  const network = slow(1_000)(truncated(HERE, 5)(sound))
  expect(get(network, HERE)).toEqual({ status: 200, body: '{"ask', ms: 1_100 })
})
