import { CallFault, call } from '../../sidebar/call'
import { ANSWERS } from '../../src/answers'
import { REQUESTS } from '../../src/contract'

type Handler = (value: unknown) => void
/** What the page sent, and the two ways Google may come back. */
let sent: { request: { name: string; params: unknown }; succeed: Handler; fail: Handler }[]

function runner(succeed: Handler, fail: Handler): object {
  return {
    withSuccessHandler: (handler: Handler) => runner(handler, fail),
    withFailureHandler: (handler: Handler) => runner(succeed, handler),
    sidebar: (request: string) => sent.push({ request: JSON.parse(request), succeed, fail }),
  }
}
const world = globalThis as { google?: unknown }
const google = (run: unknown) => {
  world.google = { script: { run } }
}
const well = (value: unknown) => JSON.stringify({ ok: true, value })
const faultOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => error as CallFault,
  )
const nothing = () => {}

beforeEach(() => {
  sent = []
  google(runner(nothing, nothing))
  jest.spyOn(console, 'error').mockImplementation(nothing)
})
afterEach(() => {
  delete world.google
  jest.restoreAllMocks()
})

test('a request crosses as one JSON text and its answer comes back typed', async () => {
  const answer = call('setPhone', { legislatorId: 'ocd-1', phone: '555-0114' })
  expect(sent[0]?.request).toEqual({ name: 'setPhone', params: { legislatorId: 'ocd-1', phone: '555-0114' } })
  sent[0]?.succeed(well({ phone: '555-0114' }))
  await expect(answer).resolves.toEqual({ phone: '555-0114' })
})

test.each([
  ['null, as Google gives for a Date in the answer', null, 'NO_ANSWER'],
  ['nothing at all', undefined, 'NO_ANSWER'],
  ['an empty text', '', 'NO_ANSWER'],
  ['something that is not a text', { ok: true }, 'BAD_ANSWER'],
  ['a text that is no JSON', '<html>Sign in</html>', 'BAD_ANSWER'],
  ['JSON without an envelope', '{"phone":"1"}', 'BAD_ANSWER'],
  ['an answer of another shape', well({ phone: 5 }), 'BAD_ANSWER'],
  ['a fault without a next step', '{"ok":false,"fault":{"code":"X","message":"y"}}', 'BAD_ANSWER'],
])('%s becomes a fault with a sentence and a next step', async (_, text, code) => {
  const answer = faultOf(call('setPhone', { legislatorId: 'a', phone: '1' }))
  sent[0]?.succeed(text)
  const fault = await answer
  expect(fault).toBeInstanceOf(CallFault)
  expect(fault?.code).toBe(code)
  expect(fault?.message).toMatch(/^[A-Z].*\.$/)
  expect(fault?.next).toMatch(/^[A-Z].*\.$/)
})

test('a fault of the server keeps its code, sentence, next step and field', async () => {
  const fault = { code: 'PHONE', message: 'That is no number.', next: 'Type ten digits.', field: 'phone' }
  const answer = faultOf(call('setPhone', { legislatorId: 'a', phone: 'x' }))
  sent[0]?.succeed(JSON.stringify({ ok: false, fault }))
  expect(await answer).toMatchObject(fault)
})

test.each(['Exceeded maximum execution time', 'Délai d’exécution dépassé', '', '<b>Se agotó</b>'])(
  'a failed run reads the same in every language, and shows none of Google’s text: %s',
  async (text) => {
    const answer = faultOf(call('home', {}))
    sent[0]?.fail(new Error(text))
    const fault = await answer
    expect(fault?.code).toBe('CALL_FAILED')
    expect(fault?.message).toBe('Google did not finish this request.')
  },
)

test('a request that Google’s page code refuses is a fault, not an exception', async () => {
  const refuse = {
    withSuccessHandler: () => refuse,
    withFailureHandler: () => refuse,
    sidebar: () => {
      throw new TypeError('Failed due to illegal value in property: 0')
    },
  }
  google(refuse)
  expect((await faultOf(call('home', {})))?.code).toBe('NOT_ASKED')
})

test('a page that is not in a sheet says so', async () => {
  delete world.google
  expect((await faultOf(call('home', {})))?.code).toBe('NO_BRIDGE')
})

test('the same request again joins the one under way: a double click asks once', async () => {
  const both = [call('groupCard', { groupId: 'G-001' }), call('groupCard', { groupId: 'G-001' })]
  expect(sent).toHaveLength(1)
  sent[0]?.succeed(well({ card: null }))
  await expect(Promise.all(both)).resolves.toEqual([{ card: null }, { card: null }])
  call('groupCard', { groupId: 'G-001' })
  expect(sent).toHaveLength(2)
  sent[1]?.succeed(well({ card: null }))
})

test('another request of the same kind waits for the one under way, even if that fails; other kinds do not wait', async () => {
  const first = faultOf(call('mapLot', { after: '' }))
  const second = faultOf(call('mapLot', { after: 'G-020' }))
  const other = faultOf(call('alertLedger', { alertId: 'A-0001' }))
  expect(sent.map(({ request }) => request.name)).toEqual(['mapLot', 'alertLedger'])
  sent[0]?.fail(new Error('down'))
  await first
  await new Promise((go) => setTimeout(go, 0))
  expect(sent.map(({ request }) => request.params)).toEqual([{ after: '' }, { alertId: 'A-0001' }, { after: 'G-020' }])
  sent[1]?.succeed(well({ rows: [] }))
  sent[2]?.succeed(null)
  expect(await other).toBeNull()
  expect((await second)?.code).toBe('NO_ANSWER')
})

test('an answer that never comes ends in a fault, and the next request of its kind goes out', async () => {
  jest.useFakeTimers()
  try {
    const late = faultOf(call('home', {}))
    jest.advanceTimersByTime(6 * 60_000)
    expect(sent).toHaveLength(1)
    jest.advanceTimersByTime(60_000)
    expect((await late)?.code).toBe('TOO_LATE')
    faultOf(call('home', {}))
    expect(sent).toHaveLength(2)
  } finally {
    jest.useRealTimers()
  }
})

test('every request of the contract has params and an answer that this page can check', () => {
  expect(Object.keys(ANSWERS).sort()).toEqual(Object.keys(REQUESTS).sort())
  for (const shape of [...Object.values(REQUESTS), ...Object.values(ANSWERS)])
    expect(shape.safeParse(null).success).toBe(false)
})
