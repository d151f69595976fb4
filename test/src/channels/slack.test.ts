/** What Slack answers, and what becomes of the post; what is let near its secret. */
import { isWebhook, slackText, verdictOf } from '../../../src/mail/slack'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  again,
  ask,
  draft,
  faultOf,
  HOOK,
  MAYA,
  MINUTE,
  NOOR,
  PATH,
  rowsIn,
  sendAll,
  slackChannel,
  slackOf,
  withChannels,
} from './world'

const json = withChannels(1, []).save()

function approved(): { ws: Workspace; alertId: string } {
  const ws = again(json)
  const { alertId, seal } = ask(ws, MAYA, 'previewAlert', draft({ channels: ['CH-002'] }))
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  return { ws, alertId }
}
const refuses = (ws: Workspace, status: number, body: string): void => {
  const [hook] = slackOf(ws).hooks
  if (hook) hook.refuses = { status, body }
}
const row = (ws: Workspace) => rowsIn(ws, 'outbox').find((r) => r.channel === 'slack')

test.each([
  [403, 'action_prohibited', 'an admin of the Slack workspace does not allow such posts: ask them'],
  [
    404,
    'no_service',
    'the webhook is switched off or was deleted: make a new one in Slack and set it on the Channels page',
  ],
  [404, 'channel_not_found', 'the Slack channel does not exist any more: make a webhook for another one'],
  [410, 'channel_is_archived', 'the Slack channel is archived: unarchive it, or make a webhook for another one'],
  [400, '<html>Bad Request</html>', 'look at the webhook in Slack, and set it anew on the Channels page'],
] as const)('%i %s: not posted, and what to do is said', (status, body, why) => {
  const { ws, alertId } = approved()
  refuses(ws, status, body)
  const progress = sendAll(ws, MAYA, alertId)
  expect(progress.posts).toMatchObject([{ state: 'failed', reason: expect.stringContaining(why) }])
  expect(progress).toMatchObject({ done: true, people: 0, failed: 0 })
  expect(progress.note).toContain('Not posted in Slack')
  // Mended, a person has it posted after all.
  const [hook] = slackOf(ws).hooks
  delete hook?.refuses
  const { messageId = '' } = progress.posts?.[0] ?? {}
  ask(ws, NOOR, 'settleDoubt', { messageId, as: 'send it again' })
  expect(sendAll(ws, NOOR, alertId).posts).toMatchObject([{ state: 'sent' }])
  expect(slackOf(ws).posts).toHaveLength(1)
})

test.each([500, 503])('%i of Slack’s own: it may be there or not, so no machine posts it again', (status) => {
  const { ws, alertId } = approved()
  refuses(ws, status, 'rollup_error')
  const progress = sendAll(ws, MAYA, alertId)
  expect(progress).toMatchObject({ doubt: 0, note: '1 post in doubt: settle it below.' })
  expect(progress.doubts).toMatchObject([
    { to: ['CH-002 #alerts'], reason: expect.stringContaining('may have it or not') },
  ])
  expect(rowsIn(ws, 'alerts')[0]).toMatchObject({ doubt: 1 })
  const [hook] = slackOf(ws).hooks
  delete hook?.refuses
  ws.advance(60 * MINUTE)
  sendAll(ws, NOOR, alertId)
  expect(slackOf(ws).posts).toEqual([])
  const { messageId = '' } = progress.doubts[0] ?? {}
  ask(ws, NOOR, 'settleDoubt', { messageId, as: 'send it again' })
  sendAll(ws, NOOR, alertId)
  expect(slackOf(ws).posts).toHaveLength(1)
})

test('no answer at all, in another language: in doubt', () => {
  const { ws, alertId } = approved()
  ws.hook = {
    after(call) {
      if (call.service === 'UrlFetchApp') throw ws.error(MAYA, 'urlTimeout', HOOK)
    },
  }
  const progress = ask(ws, MAYA, 'sendLot', { alertId })
  ws.hook = null
  expect(progress.posts).toMatchObject([{ state: 'doubt' }])
  ws.advance(60 * MINUTE)
  expect(slackOf(ws).posts).toHaveLength(1)
})

test('asked to wait a moment, the run waits; asked to wait long, it comes again then and not before', () => {
  const { ws, alertId } = approved()
  slackOf(ws).free[PATH] = ws.clock.now + 4_000
  sendAll(ws, MAYA, alertId)
  expect(slackOf(ws).posts).toHaveLength(1)

  const long = approved()
  const until = long.ws.clock.now + 20 * MINUTE
  slackOf(long.ws).free[PATH] = until
  const waiting = sendAll(long.ws, MAYA, long.alertId)
  expect(waiting).toMatchObject({
    done: false,
    note: expect.stringMatching(/^Slack did not take 1 message\. Next try at/),
  })
  expect(row(long.ws)).toMatchObject({ state: 'queued', tries: 1 })
  // Until then it is not even asked: each time it were, it would count as a try.
  long.ws.advance(19 * MINUTE)
  expect(row(long.ws)).toMatchObject({ state: 'queued', tries: 1 })
  long.ws.advance(20 * MINUTE)
  expect(slackOf(long.ws).posts.map((post) => post.at >= until)).toEqual([true])
})

test('two alerts in one run of the timer: their posts are a second apart', () => {
  const { ws } = approved()
  const second = ask(ws, MAYA, 'previewAlert', draft({ channels: ['CH-002'], title: 'SB 7' }))
  ask(ws, MAYA, 'approveAlert', { alertId: second.alertId, seal: second.seal })
  ws.advance(6 * MINUTE)
  const [one, two] = slackOf(ws).posts
  expect(slackOf(ws).posts).toHaveLength(2)
  expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(1_000)
})

test('who may not send any more finishes the mail in their drafts, and posts nothing', () => {
  const ws = withChannels(1, [])
  const { alertId, seal } = ask(
    ws,
    MAYA,
    'previewAlert',
    draft({ channels: ['mail', 'CH-002'], actBy: '2026-11-24T18:00' }),
  )
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  // Slack puts off Noor’s post; then her run dies with a mail in hand.
  slackOf(ws).free[PATH] = ws.clock.now + 3 * MINUTE
  ws.quotas.set(NOOR, 'email recipients', 100)
  expect(ask(ws, NOOR, 'sendLot', { alertId }).posts).toMatchObject([{ state: 'queued' }])
  ws.quotas.set(NOOR, 'email recipients', 0)
  ws.hook = { before: (call) => /Drafts\.send$/.test(call.method) && call.execution.kill() }
  try {
    ask(ws, NOOR, 'sendLot', { alertId })
  } catch {
    // Stopped.
  }
  ws.hook = null
  const people = ws.spreadsheet().sheets.find((s) => s.name === 'People')
  for (const cells of people?.cells ?? [])
    if (cells?.includes('coordinator')) cells[cells.indexOf('coordinator')] = 'lead'
  ws.clock.now += 10 * MINUTE
  expect(ask(ws, NOOR, 'sendLot', { alertId })).toMatchObject({ sent: 1, posts: [{ state: 'queued' }] })
  expect(slackOf(ws).posts).toEqual([])
  expect(sendAll(ws, MAYA, alertId).posts).toMatchObject([{ state: 'sent' }])
})

test('a row of Slack that was typed anew in the Outbox is not posted', () => {
  const { ws, alertId } = approved()
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Outbox')
  const at = tab?.cells[0]?.indexOf('Text') ?? -1
  ws.people.edit(NOOR, 'Outbox', 2, at + 1, 'Something else')
  expect(sendAll(ws, MAYA, alertId).posts).toMatchObject([{ state: 'failed' }])
  expect(slackOf(ws).posts).toEqual([])
})

test('cancelled before it was its turn: nothing is posted', () => {
  const { ws, alertId } = approved()
  ask(ws, MAYA, 'cancelAlert', { alertId })
  ws.advance(60 * MINUTE)
  expect(slackOf(ws).posts).toEqual([])
  expect(row(ws)).toMatchObject({ state: 'cancelled' })
})

test('after act-by nothing is posted', () => {
  const { ws } = approved()
  ws.clock.now += 24 * 60 * MINUTE
  ws.advance(6 * MINUTE)
  expect(slackOf(ws).posts).toEqual([])
  expect(row(ws)).toMatchObject({ state: 'expired' })
})

test.each([
  'http://hooks.slack.com/services/T0/B0/x',
  'https://hooks.slack.com.evil.example/services/T0/B0/x',
  'https://hooks.slack.com@evil.example/services/T0/B0/x',
  'https://hooks.slack.com/triggers/T0/1/x',
  'https://hooks.slack.com/services/../api/x',
  'https://hooks.slack.com/services/T0/B0/x?y=1',
  'https://hooks.slack.com/services/T0/B0/x\nhttps://evil.example',
  'https://hooks.slack.com/services/T0/B0',
  'javascript:alert(1)',
  '',
])('“%s” is no webhook, and is not kept', (webhook) => {
  expect(isWebhook(webhook)).toBe(false)
  if (webhook === '') return
  const ws = again(json)
  const { code, field } = faultOf(() => ask(ws, MAYA, 'saveChannel', slackChannel({ webhook })))
  expect([code, field]).toEqual(['BAD_CHANNEL', 'webhook'])
  expect(JSON.stringify(ws.state.stores)).not.toContain('evil')
})

test('a webhook pasted into the wrong field does not get into the sheet', () => {
  const ws = again(json)
  for (const field of ['name', 'address', 'topic'] as const)
    expect(faultOf(() => ask(ws, MAYA, 'saveChannel', slackChannel({ [field]: `x ${HOOK}` }))).field).toBe(field)
  expect(JSON.stringify(ws.state.spreadsheets)).not.toContain('hooks.slack')
})

test('a test says “test”, and a refusal of it is told', () => {
  const ws = again(json)
  ask(ws, MAYA, 'testPost', { channelId: 'CH-002' })
  expect(slackOf(ws).posts.map((p) => p.text)).toEqual([expect.stringMatching(/This is a test of/)])
  refuses(ws, 404, 'no_service')
  expect(faultOf(() => ask(ws, MAYA, 'testPost', { channelId: 'CH-002' }))).toMatchObject({
    code: 'NOT_POSTED',
    message: expect.stringContaining('the webhook is switched off or was deleted'),
  })
  expect(faultOf(() => ask(ws, MAYA, 'testPost', { channelId: 'CH-001' })).code).toBe('NO_WEBHOOK')
})

test('a webhook stays when a channel is changed, and goes when it is taken away: then an alert cannot be posted there', () => {
  const ws = again(json)
  ask(ws, MAYA, 'saveChannel', slackChannel({ channelId: 'CH-002', name: '#other', webhook: null }))
  ask(ws, MAYA, 'testPost', { channelId: 'CH-002' })
  const { view } = ask(ws, MAYA, 'saveChannel', slackChannel({ channelId: 'CH-002', webhook: '' }))
  expect(view.channels[1]).toMatchObject({ webhook: false, note: 'No webhook is set: nothing can be posted.' })
  const { checks } = ask(ws, MAYA, 'previewAlert', draft({ channels: ['CH-002'] }))
  expect(checks.filter((c) => c.level === 'stop').map((c) => c.text)).toEqual(['No webhook is set for #alerts.'])
})

test('who may not approve may not keep channels, nor post', () => {
  const ws = again(json)
  ws.addAccount('ray@example.org', {})
  ws.spreadsheet().editors.push('ray@example.org')
  for (const work of [
    () => ask(ws, 'ray@example.org', 'saveChannel', slackChannel()),
    () => ask(ws, 'ray@example.org', 'testPost', { channelId: 'CH-002' }),
    () => ask(ws, 'ray@example.org', 'takeMembers', { channelId: 'CH-001', addresses: ['a@example.org'] }),
    () => ask(ws, 'ray@example.org', 'readMembers', { channelId: 'CH-001' }),
    () => ask(ws, 'ray@example.org', 'changeMembers', { channelId: 'CH-001', add: [], remove: [] }),
    () => ask(ws, 'ray@example.org', 'tellOrganizer', { seal: '' }),
  ])
    expect(faultOf(work).code).toBe('MAY_NOT_MANAGE')
  expect(ask(ws, 'ray@example.org', 'channels', {}).mayManage).toBe(false)
})

test('only a plain 200 “ok” counts as posted', () => {
  const answer = (status: number, body: string) => verdictOf({ status, body, broken: false }).is
  expect(answer(200, 'ok')).toBe('sent')
  expect(answer(200, '<html>Maintenance</html>')).toBe('doubt')
  expect(answer(204, '')).toBe('doubt')
  expect(answer(302, '')).toBe('refused')
  expect(answer(429, '')).toBe('wait')
})

test('escaping leaves no angle bracket and no call to a whole channel', () => {
  expect(slackText('a & b <@U1> <!here> @everyone')).toBe('a &amp; b &lt;@U1&gt; &lt;!here&gt; @\u2060everyone')
})
