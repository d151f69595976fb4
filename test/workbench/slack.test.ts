/** The fake Slack behaves as its documentation says. */
import { ask, type Kept } from '../../workbench/workspace/network'
import { readSlack, slack, slackIn } from '../../workbench/workspace/slack'

const PATH = 'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'
function start() {
  const kept: Kept = {}
  slackIn(kept).hooks.push({ path: PATH, channel: '#alerts' })
  const post = (body: string, now = 0, path = PATH, method = 'POST') =>
    ask([slack], { url: `https://hooks.slack.com/services/${path}`, method, headers: {}, body, now }, kept)
  return { kept, post }
}
const text = (words: string) => JSON.stringify({ text: words })

test('a post is answered with ok and kept as it came', () => {
  const { kept, post } = start()
  expect(post(text('a &lt;b&gt;'), 5)).toMatchObject({ status: 200, body: 'ok' })
  expect(slackIn(kept).posts).toEqual([{ at: 5, channel: '#alerts', text: 'a &lt;b&gt;' }])
})

test('a second one within a second is put off by 429 and Retry-After', () => {
  const { kept, post } = start()
  post(text('one'), 0)
  expect(post(text('two'), 400)).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } })
  expect(post(text('two'), 1_000)).toMatchObject({ status: 200 })
  expect(slackIn(kept).posts).toHaveLength(2)
})

test('unknown webhooks, what is no JSON, what has no text: refused by code', () => {
  const { post } = start()
  expect(post(text('x'), 0, 'T0/B0/none')).toMatchObject({ status: 404, body: 'no_service' })
  expect(post('{')).toMatchObject({ status: 400, body: 'invalid_payload' })
  expect(post(text(' '))).toMatchObject({ status: 400, body: 'no_text' })
  expect(post('', 0, PATH, 'GET')).toMatchObject({ status: 400 })
})

test('it speaks for no other host', () => {
  expect(ask([slack], { url: 'https://example.org/', method: 'GET', headers: {}, body: '', now: 0 })).toBe(
    'unreachable',
  )
})

test('what people read: entities as characters, mentions told', () => {
  expect(readSlack('&lt;!here&gt; &amp; <!channel>')).toEqual({
    shown: '<!here> & <!channel>',
    mentions: ['<!channel>'],
  })
})
