/** An alert by mail, by the Google Group, in Slack, in Facebook, or by several at once: nobody has it twice. */
import * as fc from 'fast-check'
import type { Draft } from '../../../src/contract'
import { readSlack } from '../../../workbench/workspace/slack'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  approve as approveSeen,
  archived,
  arrived,
  ask,
  channel,
  draft,
  faultOf,
  fillIn,
  groupOf,
  leadOf,
  MAYA,
  NOOR,
  paste,
  reload,
  rowsIn,
  sendAll,
  slackOf,
  withChannels,
  withGroup,
} from './world'

const LEADS = 6
const each = Array.from({ length: LEADS }, (_, i) => leadOf(i + 1))
const SUBJECT = 'Please call by 6:00 pm Eastern / 5:00 pm Central on Monday, November 23: HB 120'

const half = withChannels(LEADS, [1, 2, 3]).save()
const fresh = (): Workspace => reload({ save: () => half } as Workspace)

const look = (ws: Workspace, channels: string[], about: Partial<Draft> = {}) =>
  ask(ws, MAYA, 'previewAlert', draft({ channels, ...about }))
const approve = (ws: Workspace, channels: string[], about: Partial<Draft> = {}): string =>
  approveSeen(ws, look(ws, channels, about)).alertId
const stops = (ws: Workspace, channels: string[]): string[] =>
  look(ws, channels)
    .checks.filter((c) => c.level === 'stop')
    .map((c) => `${c.text} ${c.next}`)

test('by mail and by the Group at once: members get the post, the others a mail, each exactly one', () => {
  const ws = fresh()
  const seen = look(ws, ['mail', 'CH-001'])
  expect(seen).toMatchObject({
    people: 3,
    posts: [{ channelId: 'CH-001', kind: 'google group', name: 'Leaders list' }],
  })
  expect(seen.skipped.filter((s) => s.why === 'gets it by the Google Group').map((s) => s.who)).toEqual([
    'Lead 1 (Elm Fork 1)',
    'Lead 2 (Elm Fork 2)',
    'Lead 3 (Elm Fork 3)',
  ])
  const alertId = approve(ws, ['mail', 'CH-001'])
  const progress = sendAll(ws, MAYA, alertId)
  expect(each.map((a) => arrived(ws, a))).toEqual(each.map(() => [SUBJECT]))
  expect(archived(ws)).toEqual([SUBJECT])
  // The post is no person: three were mailed.
  expect(progress).toMatchObject({ state: 'sent', people: 3, sent: 3, done: true })
  expect(progress.posts).toMatchObject([{ kind: 'google group', to: groupOf(ws).email, state: 'sent' }])
  expect(rowsIn(ws, 'alerts').find((row) => row.id === alertId)).toMatchObject({ people: 3, sent: 3, doubt: 0 })
})

test('the same text goes to the whole Group: every legislator of the alert stands in it', () => {
  const ws = fresh()
  approve(ws, ['CH-001'], { legislatorIds: ['rep1', 'rep2'] })
  sendAll(ws, MAYA, 'A-0001')
  const [post] = rowsIn(ws, 'outbox').filter((r) => r.channel === 'google group')
  expect(String(post?.body)).toMatch(/Rep 1[\s\S]*Rep 2/)
  expect(archived(ws)).toHaveLength(1)
})

test('whoever is in the Group is told from its last list; where there is none, both at once is stopped with what to do', () => {
  const ws = withGroup(LEADS, [1])
  ask(ws, MAYA, 'saveChannel', channel())
  expect(stops(ws, ['mail', 'CH-001'])).toEqual([
    'Who is in Leaders list is not known: some would get it twice. Read or paste its member list on the Channels page (Home, More); or choose mail alone, or the Group alone.',
  ])
  expect(stops(ws, ['CH-001'])).toEqual([])
  const { alertId, seal } = look(ws, ['mail', 'CH-001'])
  expect(faultOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal })).code).toBe('CHECK_STOPS')
  paste(ws)
  expect(stops(ws, ['mail', 'CH-001'])).toEqual([])
})

test('a leader who came after the list was read is not known to be in it or not: stopped until it is read again', () => {
  const ws = fresh()
  fillIn(ws, { people: [{ id: 'P-950', name: 'New', email: 'new@example.org', groupId: 'G-001', roles: 'lead' }] })
  expect(stops(ws, ['mail', 'CH-001'])).toEqual([
    expect.stringContaining('Of 1 person it is not known whether they are in'),
  ])
  paste(ws)
  expect(stops(ws, ['mail', 'CH-001'])).toEqual([])
})

test('an address changed in People since then is not taken for the one that was compared', () => {
  const ws = fresh()
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'People')
  const row = (tab?.cells ?? []).findIndex((cells) => cells?.includes(leadOf(1)))
  const at = tab?.cells[0]?.indexOf('Email') ?? -1
  ws.people.edit(NOOR, 'People', row + 1, at + 1, 'other@example.org')
  expect(stops(ws, ['mail', 'CH-001'])).toHaveLength(1)
})

test('another address of the Group makes its old list worth nothing, also where it was typed into the sheet', () => {
  const ws = fresh()
  const tab = ws.spreadsheet().sheets.find((s) => s.name === 'Channels')
  const at = tab?.cells[0]?.indexOf('Address') ?? -1
  ws.people.edit(NOOR, 'Channels', 2, at + 1, 'others@groups.example.org')
  expect(stops(ws, ['mail', 'CH-001'])).toEqual([expect.stringContaining('is not known')])
})

test('Check warns how many members are outside of the audience, and who may get nothing by the Group alone', () => {
  const ws = fresh()
  const warned = (channels: string[], about: Partial<Draft> = {}) =>
    look(ws, channels, about)
      .checks.filter((c) => c.id === 'ways' && c.level === 'warn')
      .map((c) => c.text)
  // Maya, Noor and leads 1 to 3 are in it; leads 4 to 6 are not.
  expect(warned(['CH-001'])).toEqual([
    '3 people are not known to be in Leaders list.',
    '2 members of Leaders list are outside of this audience.',
  ])
  expect(warned(['mail', 'CH-001'], { legislatorIds: ['rep1'] })).toEqual([
    '4 members of Leaders list are outside of this audience.',
  ])
})

test('two Google Groups at once are stopped: whoever is in both would have it twice', () => {
  const ws = fresh()
  ask(ws, MAYA, 'saveChannel', channel({ name: 'Other', address: 'other@groups.example.org' }))
  expect(stops(ws, ['CH-001', 'CH-003'])).toEqual([expect.stringContaining('in both Google Groups')])
})

test('a channel that was paused or is gone stops it', () => {
  const ws = fresh()
  ask(ws, MAYA, 'saveChannel', channel({ channelId: 'CH-001', state: 'paused' }))
  expect(stops(ws, ['mail', 'CH-001'])).toEqual([expect.stringContaining('Leaders list is paused')])
  expect(stops(ws, ['mail', 'CH-077'])).toEqual([expect.stringContaining('CH-077 is paused')])
  expect(stops(ws, [])).toEqual(expect.arrayContaining([expect.stringContaining('No way is chosen')]))
})

test('a leader whose address is the Group’s own is no second way into it', () => {
  const ws = withGroup(2, [1, 2])
  ask(ws, MAYA, 'saveChannel', channel())
  fillIn(ws, {
    people: [{ id: 'P-960', name: 'List', email: groupOf(ws).email.toUpperCase(), groupId: 'G-001', roles: 'lead' }],
  })
  paste(ws)
  approve(ws, ['mail', 'CH-001'])
  sendAll(ws, MAYA, 'A-0001')
  expect(archived(ws)).toHaveLength(1)
})

test('in Slack: one post, without mark-up of its own, and mails beside it', () => {
  const ws = fresh()
  const nasty = {
    title: '<!channel> HB & <https://x.example.org|click>',
    body: 'Call {names} @here @channel <@U123>.\n\n{reply}',
  }
  approve(ws, ['mail', 'CH-002'], nasty)
  const progress = sendAll(ws, MAYA, 'A-0001')
  const [post] = slackOf(ws).posts
  expect(slackOf(ws).posts).toHaveLength(1)
  expect(post?.text).toContain('&lt;!channel&gt; HB &amp; &lt;https://x.example.org|click&gt;')
  expect(readSlack(post?.text ?? '').mentions).toEqual([])
  expect(post?.text).not.toMatch(/@(here|channel)/)
  expect(post?.text).toContain('answer here, in a thread')
  expect(progress).toMatchObject({ people: LEADS, sent: LEADS })
  expect(progress.posts).toMatchObject([{ kind: 'slack', to: '#alerts', state: 'sent' }])
  expect(each.map((a) => arrived(ws, a).length)).toEqual(each.map(() => 1))
})

test('a text too long for Slack is cut at the end of a paragraph and says so', () => {
  const ws = fresh()
  approve(ws, ['mail', 'CH-002'], { body: `Call {names}.\n\n${'word '.repeat(1500)}\n\nlast paragraph` })
  sendAll(ws, MAYA, 'A-0001')
  const text = slackOf(ws).posts[0]?.text ?? ''
  expect(text.length).toBeLessThanOrEqual(3_000)
  expect(text).toMatch(/… \(the rest is in the mail\)$/)
})

test('Slack needs no mail quota: with none left the post goes and the people wait', () => {
  const ws = fresh()
  approve(ws, ['mail', 'CH-002'])
  ws.quotas.set(MAYA, 'email recipients', 100)
  const progress = sendAll(ws, MAYA, 'A-0001')
  expect(slackOf(ws).posts).toHaveLength(1)
  expect(progress).toMatchObject({ sent: 0, waiting: LEADS })
  expect(progress.note).toContain('6 people wait for your mail quota')
})

test('the secret of Slack stands nowhere in the sheet, in the log, or in what the sidebar is given', () => {
  const ws = fresh()
  approve(ws, ['mail', 'CH-002'])
  sendAll(ws, MAYA, 'A-0001')
  expect(JSON.stringify(ws.state.spreadsheets)).not.toContain('hooks.slack')
  expect(JSON.stringify(ws.state.spreadsheets)).not.toContain('XXXXXXXX')
  expect(JSON.stringify([ask(ws, MAYA, 'channels', {}), ask(ws, MAYA, 'alertChoices', {})])).not.toContain(
    'hooks.slack',
  )
  expect(rowsIn(ws, 'channels')[1]).toMatchObject({ webhook: 'set', address: '#alerts' })
})

test('Facebook lets no program post: the text waits to be pasted, and a person says that it was', () => {
  const ws = fresh()
  ask(
    ws,
    MAYA,
    'saveChannel',
    channel({ name: 'Franklin on Facebook', kind: 'facebook', address: 'https://www.facebook.com/groups/franklin' }),
  )
  const alertId = approve(ws, ['mail', 'CH-003'])
  const progress = sendAll(ws, MAYA, alertId)
  expect(progress).toMatchObject({ state: 'sent', done: true })
  const [post] = progress.posts ?? []
  expect(post).toMatchObject({ kind: 'facebook', state: 'skipped', to: 'Franklin on Facebook' })
  expect(post?.text).toContain('Sen. Cy Brandt')
  const after = ask(ws, NOOR, 'settleDoubt', { messageId: post?.messageId ?? '', as: 'it went' })
  if (!('posts' in after)) throw new Error('not of an alert')
  expect(after.posts?.[0]).toMatchObject({ state: 'sent', reason: `${NOOR} says it went` })
  expect(after).toMatchObject({ people: LEADS, sent: LEADS })
})

describe('a post to a Google Group takes two people', () => {
  const withNoor = (ws: Workspace, channels: string[], people?: number) => {
    const { alertId, seal } = look(ws, channels)
    return ask(ws, NOOR, 'approveAlert', { alertId, seal, ...(people === undefined ? {} : { people }) })
  }

  test('however few it mails: not its maker, and the second types everyone it reaches', () => {
    const ws = fresh()
    const seen = look(ws, ['mail', 'CH-001'])
    expect(seen).toMatchObject({ mayApprove: false, people: 3 })
    expect(seen.second).toEqual({
      why: 'It goes to everyone in a Group. It reaches 3 people and a Google Group of 5: 8 people in all',
      people: 8,
    })
    const { alertId, seal } = seen
    expect(faultOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal, people: 8 })).code).toBe('SECOND_PERSON')
    for (const people of [undefined, 3, 5])
      expect(faultOf(() => withNoor(ws, ['mail', 'CH-001'], people)).code).toBe('PEOPLE_DIFFER')
    expect(rowsIn(ws, 'outbox')).toEqual([])
    expect(withNoor(ws, ['mail', 'CH-001'], 8).state).toBe('approved')
  })

  test('to the Group alone: its members are the number', () => {
    const ws = fresh()
    expect(look(ws, ['CH-001']).second).toEqual({
      why: 'It goes to everyone in a Group. It reaches a Google Group of 5',
      people: 5,
    })
    expect(faultOf(() => withNoor(ws, ['CH-001'], 6)).code).toBe('PEOPLE_DIFFER')
    withNoor(ws, ['CH-001'], 5)
  })

  test('where nobody counted its members there is no number to type, but two people still', () => {
    const ws = withGroup(LEADS, [1])
    ask(ws, MAYA, 'saveChannel', channel())
    const { alertId, seal, second } = look(ws, ['CH-001'])
    expect(second).toEqual({
      why: 'It goes to everyone in a Group. It reaches a Google Group, nobody knows of how many',
      people: 0,
    })
    expect(faultOf(() => ask(ws, MAYA, 'approveAlert', { alertId, seal })).code).toBe('SECOND_PERSON')
    withNoor(ws, ['CH-001'])
  })

  test('a list that was read of another address counts for nothing', () => {
    const ws = fresh()
    ask(ws, MAYA, 'saveChannel', channel({ channelId: 'CH-001', address: 'new@groups.example.org' }))
    expect(look(ws, ['CH-001']).second?.people).toBe(0)
  })

  test('Slack, beside mails or alone, takes one', () => {
    for (const channels of [['CH-002'], ['mail', 'CH-002']]) {
      const ws = fresh()
      const { alertId, seal, second } = look(ws, channels)
      expect(second?.why).toBe('')
      ask(ws, MAYA, 'approveAlert', { alertId, seal })
    }
  })
})

test('a post that would name nobody to call is stopped, whoever else it is for', () => {
  const ws = withChannels(4, [1, 2])
  for (const channels of [['CH-001'], ['CH-002'], ['mail', 'CH-002']]) {
    const about = { channels, audience: ['working group' as const], legislatorIds: [] }
    const seen = ask(ws, MAYA, 'previewAlert', draft(about))
    expect(seen.checks.filter((c) => c.level === 'stop').map((c) => c.id)).toEqual(['targets'])
    expect(faultOf(() => approveSeen(ws, seen)).code).toBe('CHECK_STOPS')
    const plain = ask(ws, MAYA, 'previewAlert', draft({ ...about, body: 'Come on Thursday.' }))
    expect(plain.checks.filter((c) => c.level === 'stop')).toEqual([])
  }
})

test('drafts from before there were channels go by mail alone', () => {
  const ws = fresh()
  const { alertId, seal, people } = ask(ws, MAYA, 'previewAlert', draft())
  expect(people).toBe(LEADS)
  ask(ws, MAYA, 'approveAlert', { alertId, seal })
  expect(sendAll(ws, MAYA, alertId)).toMatchObject({ sent: LEADS, posts: [] })
  expect(archived(ws)).toEqual([])
})

test('whoever is in the Group, whatever of it the sheet knows: nobody has an alert twice, and by both ways everyone has it', () => {
  const many = 5
  const leads = Array.from({ length: many }, (_, i) => i + 1)
  fc.assert(
    fc.property(
      fc.subarray(leads),
      fc.subarray(leads),
      fc.constantFrom<string[]>(['mail', 'CH-001'], ['CH-001'], ['mail'], ['mail', 'CH-001', 'CH-002']),
      fc.constantFrom<'cohort' | 'personal'>('cohort', 'personal'),
      (members, rivals, channels, mode) => {
        const ws = withChannels(many, members)
        // Some of them answer to their address in capitals.
        for (const n of rivals)
          for (const m of groupOf(ws).members) if (m.email === leadOf(n)) m.email = leadOf(n).toUpperCase()
        approve(ws, channels, { mode })
        sendAll(ws, MAYA, 'A-0001')
        const got = leads.map((n) => arrived(ws, leadOf(n)).length)
        expect(Math.max(...got)).toBeLessThanOrEqual(1)
        if (channels.includes('mail')) expect(got).toEqual(leads.map(() => 1))
        else expect(got).toEqual(leads.map((n) => (members.includes(n) ? 1 : 0)))
      },
    ),
    { numRuns: 25 },
  )
})
