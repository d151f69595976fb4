import { askCensus, BATCH } from '../../../src/districts/ask-census'

const FOUND = { status: 200, body: '{"result":{"addressMatches":[]}}', broken: false }
const BROKEN = { status: 0, body: '', broken: true }
const addressOf = (url: string) => new URL(url).searchParams.get('address') ?? ''
const lines = (n: number) => Array.from({ length: n }, (_, i) => `${i} Elm St`)

/** A geocoder of which `answer` says what comes back for one address; a poisoned one makes the whole batch break. */
function web(answer: (line: string, call: number) => typeof FOUND, poison: (line: string) => boolean = () => false) {
  const batches: string[][] = []
  const waits: number[] = []
  return {
    batches,
    waits,
    vintage: 'Current_Current',
    late: () => false,
    wait: (ms: number) => waits.push(ms),
    fetchMany: (requests: readonly { url: string }[]) => {
      const asked = requests.map((r) => addressOf(r.url))
      batches.push(asked)
      return asked.map((line) => (asked.some(poison) ? BROKEN : answer(line, batches.length)))
    },
  }
}

describe('asking for a batch of addresses', () => {
  test('is one fetch where all goes well', () => {
    const all = web(() => FOUND)
    expect(askCensus(lines(BATCH), all).every((a) => a.kind === 'places')).toBe(true)
    expect(all.batches).toHaveLength(1)
    expect(all.waits).toEqual([])
  })

  test('asks again only for what got no answer', () => {
    const some = web((line, call) => (call === 1 && line.startsWith('7 ') ? BROKEN : FOUND))
    expect(askCensus(lines(50), some).every((a) => a.kind === 'places')).toBe(true)
    expect(some.batches.slice(1)).toEqual([['7 Elm St']])
  })

  test('one bad address costs its neighbours nothing', () => {
    for (const bad of [0, 23, 49]) {
      const poisoned = web(
        () => FOUND,
        (line) => line === `${bad} Elm St`,
      )
      const answers = askCensus(lines(50), poisoned)
      const lost = answers.flatMap((a, i) => (a.kind === 'down' ? [i] : []))
      expect(lost).toContain(bad)
      expect(lost.length).toBeLessThanOrEqual(2)
    }
  })

  test('gives up soon on a geocoder that is down, after waiting', () => {
    const dead = web(() => BROKEN)
    expect(askCensus(lines(50), dead).every((a) => a.kind === 'down')).toBe(true)
    expect(dead.batches.length).toBeLessThanOrEqual(5)
    expect(dead.waits.length).toBeGreaterThan(0)
  })

  test('does not ask again when time is up', () => {
    const late = { ...web(() => BROKEN), late: () => true }
    askCensus(lines(50), late)
    expect(late.batches).toHaveLength(1)
  })

  test('asks for nothing where there is nothing to ask', () => {
    const none = web(() => FOUND)
    expect(askCensus([], none)).toEqual([])
    expect(none.batches).toEqual([])
  })

  test('answers keep the order of the addresses, and no fetch is larger than a batch', () => {
    const every = web((line, call) => (call < 3 && Number.parseInt(line, 10) % 3 === 0 ? BROKEN : FOUND))
    expect(askCensus(lines(BATCH + 20), every)).toHaveLength(BATCH + 20)
    for (const batch of every.batches) expect(batch.length).toBeLessThanOrEqual(BATCH)
  })
})
