/** The internal list against the Google Group: who is missing, who is left over, and what is kept of it. */
import * as fc from 'fast-check'
import { compare } from '../../../src/channels/list'
import { mailboxOf } from '../../../src/registry/address'
import type { ServiceCall } from '../../../workbench/workspace/gate'
import { Workspace } from '../../../workbench/workspace/workspace'
import { loadBundle } from '../../support/bundle'
import { group, person } from '../alerts/rows'
import { START } from '../alerts/world'
import {
  again,
  ask,
  channel,
  faultOf,
  fillIn,
  GROUP,
  groupOf,
  leadOf,
  MAYA,
  NOOR,
  paste,
  rowsIn,
  withGroup,
} from './world'

const member = (address: string, runs = false) => ({ address, runs })
const inGroupOf = (ws: Workspace, email: string) => rowsIn(ws, 'people').find((p) => p.email === email)?.inGroups

function start(members: number[] = [1, 2]): Workspace {
  const ws = withGroup(4, members)
  ask(ws, MAYA, 'saveChannel', channel())
  return ws
}

describe('comparing', () => {
  const groups = [group('G-1'), group('G-2', { status: 'left' }), group('G-3', { status: 'paused' })]

  test('leads, backups and coordinators belong in it; whoever opted out, left or has no role there does not', () => {
    const people = [
      person('G-1', 'lead@example.org'),
      person('G-1', 'backup@example.org', { roles: ['backup'] }),
      person('G-1', 'notes@example.org', { roles: ['notes'] }),
      person('G-2', 'gone@example.org'),
      person('G-3', 'paused@example.org'),
      person('', 'coordinator@example.org', { roles: ['coordinator'] }),
      person('G-1', 'out@example.org', { optedOut: 'yes' }),
      person('G-1', 'no address'),
    ]
    const none = compare('all', people, groups, [], true)
    expect(none.should).toBe(4)
    expect(none.missing.map((m) => m.address)).toEqual([
      'lead@example.org',
      'backup@example.org',
      'paused@example.org',
      'coordinator@example.org',
    ])
    const all = compare(
      'all',
      people,
      groups,
      people.flatMap((p) => (p.email.includes('@') ? [member(p.email)] : [])),
      true,
    )
    expect(all.missing).toEqual([])
    expect(all.extra.map((m) => [m.address, m.why])).toEqual([
      ['notes@example.org', 'has no role there'],
      ['gone@example.org', 'Group G-2 has left'],
      ['out@example.org', 'opted out'],
    ])
  })

  test('another spelling of one mailbox is the same person: neither missing nor left over, but said', () => {
    const people = [person('G-1', 'lee.park@gmail.com')]
    const c = compare('all', people, groups, [member('leepark+lists@googlemail.com')], true)
    expect([c.missing, c.extra, c.strangers]).toEqual([[], [], []])
    expect(c.spelled).toMatchObject([{ address: 'leepark+lists@googlemail.com', why: 'lee.park@gmail.com in People' }])
    const two = compare('all', people, groups, [member('leepark@gmail.com'), member('lee.park@gmail.com')], true)
    expect(two.twice).toEqual(['leepark@gmail.com, lee.park@gmail.com'])
  })

  test('who runs the Group is never told to go, nor is anyone whom People does not know', () => {
    const people = [person('G-2', 'owner@example.org')]
    const c = compare('all', people, groups, [member('owner@example.org', true), member('stranger@example.org')], true)
    expect(c.extra).toEqual([])
    expect(c.strangers).toEqual(['stranger@example.org'])
  })

  test('whoever opted out in one row is out, whatever another row says', () => {
    const people = [person('G-1', 'lee@example.org'), person('G-3', 'Lee@example.org', { optedOut: 'yes' })]
    const c = compare('all', people, groups, [member('lee@example.org')], true)
    expect(c.extra).toMatchObject([{ address: 'lee@example.org', why: 'opted out' }])
    expect(compare('all', people, groups, [], true).missing).toEqual([])
  })

  test('a topic’s Group is people’s own choice: nobody is missing, only opt-outs are left over', () => {
    const people = [person('G-1', 'lead@example.org'), person('G-1', 'out@example.org', { optedOut: 'yes' })]
    const c = compare('topic', people, groups, [member('out@example.org')], true)
    expect([c.should, c.missing]).toEqual([null, []])
    expect(c.extra.map((m) => m.address)).toEqual(['out@example.org'])
  })

  test('adding who is missing and taking out who is left over leaves nothing to do, whoever is in it', () => {
    const addresses = [
      'a.b@gmail.com',
      'ab@gmail.com',
      'c@example.org',
      'd@example.org',
      'e@example.org',
      'f@example.org',
    ]
    const someone = fc.record({
      email: fc.constantFrom(...addresses),
      groupId: fc.constantFrom('G-1', 'G-2', 'G-3', ''),
      role: fc.constantFrom('lead', 'backup', 'notes', 'coordinator'),
      optedOut: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), fc.subarray(addresses), (rows, inside) => {
        const people = rows.map((r) =>
          person(r.groupId, r.email, { roles: [r.role], optedOut: r.optedOut ? 'yes' : '' }),
        )
        const first = compare(
          'all',
          people,
          groups,
          inside.map((a) => member(a)),
          true,
        )
        const go = new Set(first.extra.map((m) => m.address))
        const after = [...inside.filter((a) => !go.has(a)), ...first.missing.map((m) => m.address)]
        const then = compare(
          'all',
          people,
          groups,
          after.map((a) => member(a)),
          true,
        )
        expect([then.missing, then.extra]).toEqual([[], []])
        const mailboxes = (list: readonly string[]) => new Set(list.map(mailboxOf)).size
        expect(mailboxes(after) - mailboxes(then.strangers)).toBeGreaterThanOrEqual(then.should ?? 0)
      }),
    )
  })
})

test('what was pasted is compared, and kept is only who of People is in it, how many there are, and when', () => {
  const ws = start([1])
  groupOf(ws).members.push({ email: 'stranger@example.org', role: 'MEMBER' })
  const view = paste(ws)
  expect(view).toMatchObject({ members: 4, whole: true, should: 5, strangers: [MAYA, 'stranger@example.org'] })
  expect(view.missing.map((m) => m.address)).toEqual([2, 3, 4].map(leadOf))
  expect(inGroupOf(ws, leadOf(1))).toBe(`CH-001: in as ${leadOf(1)}`)
  expect(inGroupOf(ws, leadOf(2))).toBe(`CH-001: out as ${leadOf(2)}`)
  expect(rowsIn(ws, 'channels')[0]).toMatchObject({ members: 4, readOf: GROUP })
  expect(JSON.stringify([ws.state.spreadsheets, ws.state.stores])).not.toContain('stranger')
})

test('junk beside addresses is left out; nothing but junk is refused, and the list that was read stays', () => {
  const ws = start([1])
  paste(ws)
  const addresses = [
    '=IMPORTXML("http://evil.example")@example.org',
    '<b>x</b>',
    'a@b',
    ` ${leadOf(2)} `,
    GROUP,
    'x'.repeat(400),
  ]
  expect(ask(ws, MAYA, 'takeMembers', { channelId: 'CH-001', addresses })).toMatchObject({ members: 1, strangers: [] })
  expect(faultOf(() => ask(ws, MAYA, 'takeMembers', { channelId: 'CH-001', addresses: ['none'] }))).toMatchObject({
    code: 'NO_MEMBERS',
    field: 'paste',
  })
  expect(rowsIn(ws, 'channels')[0]).toMatchObject({ members: 1 })
})

test('names and addresses with mark-up or formulas come back as they are and stay text', () => {
  const ws = start([])
  ask(
    ws,
    MAYA,
    'saveChannel',
    channel({ channelId: 'CH-001', name: '=HYPERLINK("x")', topic: '<img src=x onerror=alert(1)>' }),
  )
  expect(rowsIn(ws, 'channels')[0]?.name).toMatch(/^'?=HYPERLINK/)
  expect(ask(ws, MAYA, 'channels', {}).channels[0]).toMatchObject({
    name: '=HYPERLINK("x")',
    topic: '<img src=x onerror=alert(1)>',
  })
  const { field } = faultOf(() =>
    ask(ws, MAYA, 'saveChannel', channel({ address: 'a@example.org\nBcc: all@example.org' })),
  )
  expect(field).toBe('address')
  expect(faultOf(() => ask(ws, MAYA, 'saveChannel', channel())).message).toContain('has this address already')
})

test('a channel that was typed into the tab gets its ID by a repair, and says what it lacks', () => {
  const ws = start([])
  fillIn(ws, {
    channels: [
      { name: '#typed', kind: 'slack' },
      { name: 'odd', kind: 'pigeon', id: 'CH-050' },
    ],
  })
  ask(ws, MAYA, 'setUp', { state: 'fr' })
  expect(ask(ws, MAYA, 'channels', {}).channels.map((c) => [c.channelId, c.name, c.note])).toEqual([
    ['CH-001', 'Leaders list', expect.stringContaining('was not read yet')],
    ['CH-051', '#typed', 'No webhook is set: nothing can be posted.'],
    ['CH-050', 'odd', 'Its kind is none that Statewide knows: choose one.'],
  ])
})

test('by GroupsApp: who is seen is in it; who is not, and has no address of Google’s, is not known', () => {
  const ws = start([1])
  groupOf(ws).members.push({ email: leadOf(2), role: 'MEMBER', noAccount: true }, { email: leadOf(3), role: 'BANNED' })
  fillIn(ws, { people: [{ id: 'P-970', name: 'Gil', email: 'gil@gmail.com', groupId: 'G-001', roles: 'lead' }] })
  const view = ask(ws, NOOR, 'readMembers', { channelId: 'CH-001' })
  expect(view).toMatchObject({ whole: false, canChange: false, members: 3 })
  expect([1, 2, 3].map((n) => inGroupOf(ws, leadOf(n)))).toEqual([`CH-001: in as ${leadOf(1)}`, null, null])
  expect(inGroupOf(ws, 'gil@gmail.com')).toBe('CH-001: out as gil@gmail.com')
  expect(view.missing.find((m) => m.address === leadOf(2))?.why).toContain('perhaps in it already')
})

test.each(['es', 'de'])(
  'a hidden list, a Group that is not there, a permission that is missing: told in our words (%s)',
  (language) => {
    const ws = start([1])
    const account = ws.state.accounts[NOOR]
    if (account) account.language = language
    const told = () => faultOf(() => ask(ws, NOOR, 'readMembers', { channelId: 'CH-001' }))
    groupOf(ws).hidden = true
    expect(told()).toMatchObject({ code: 'LIST_HIDDEN', next: expect.stringContaining('paste it here') })
    delete ws.state.groups.groups[GROUP]
    expect(told().code).toBe('LIST_HIDDEN')
    if (account)
      account.granted = [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/userinfo.email',
      ]
    expect(told().code).toBe('LIST_HIDDEN')
  },
)

describe('where the account may, the change itself', () => {
  const pushed = loadBundle()
  /** The manifest of a Workspace, as docs/google-groups.md says. */
  const manifest = {
    ...pushed.manifest,
    oauthScopes: [
      ...pushed.manifest.oauthScopes,
      'https://www.googleapis.com/auth/admin.directory.group.member',
      'https://www.googleapis.com/auth/cloud-identity.groups',
    ],
    dependencies: {
      enabledAdvancedServices: [
        ...(pushed.manifest.dependencies?.enabledAdvancedServices ?? []),
        { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' },
        { userSymbol: 'CloudIdentityGroups', serviceId: 'cloudidentity', version: 'v1' },
      ],
    },
  }
  const load = (json: string) => Workspace.load({ ...pushed, manifest, now: START, seed: 7 }, json)

  function left(admin: boolean): string {
    const ws = start([1, 2])
    if (admin) ws.state.groups.admins = [MAYA]
    const out = rowsIn(ws, 'people').findIndex((p) => p.email === leadOf(2))
    const tab = ws.spreadsheet().sheets.find((s) => s.name === 'People')
    const at = tab?.cells[0]?.indexOf('Opted out') ?? -1
    const cells = tab?.cells[out + 1]
    if (cells) cells[at] = 'yes'
    return ws.save()
  }
  const inside = (ws: Workspace) =>
    groupOf(ws)
      .members.map((m) => m.email)
      .sort()
  const wanted = [leadOf(1), leadOf(3), leadOf(4), MAYA, NOOR].sort()
  const both = { channelId: 'CH-001', add: [leadOf(3), leadOf(4)], remove: [leadOf(2)] }

  test.each([
    ['an admin, by Directory', true, 'AdminDirectory'],
    ['an owner of the Group, by Cloud Identity', false, 'CloudIdentityGroups'],
  ] as const)('%s: after a look, people are added and taken out', (_, admin, service) => {
    const ws = load(left(admin))
    const view = ask(ws, MAYA, 'readMembers', { channelId: 'CH-001' })
    expect(view).toMatchObject({ whole: true, canChange: true })
    expect(view.missing.map((m) => m.address)).toEqual([leadOf(3), leadOf(4)])
    expect(view.extra).toMatchObject([{ address: leadOf(2), why: 'opted out' }])
    const services = new Set<string>()
    ws.hook = { before: (call) => void services.add(call.service) }
    const done = ask(ws, MAYA, 'changeMembers', both)
    expect(services).toContain(service)
    expect(done).toMatchObject({ added: 2, removed: 1, refused: [], missing: [], extra: [], members: 5 })
    expect(inside(ws)).toEqual(wanted)
    expect(inGroupOf(ws, leadOf(3))).toBe(`CH-001: in as ${leadOf(3)}`)
  })

  test('only who was shown and chosen, and still is to be, is changed', () => {
    const ws = load(left(true))
    const add = [leadOf(3), 'stranger@example.org']
    expect(ask(ws, MAYA, 'changeMembers', { channelId: 'CH-001', add, remove: [leadOf(1), MAYA] })).toMatchObject({
      added: 1,
      removed: 0,
    })
    expect(inside(ws)).toEqual([leadOf(1), leadOf(2), leadOf(3), MAYA, NOOR].sort())
  })

  test.each([true, false])(
    'stopped at any service call (admin: %s) and asked again: it goes on from the comparison',
    (admin) => {
      const json = left(admin)
      const calls: ServiceCall[] = []
      const whole = load(json)
      const begun = whole.callCount
      whole.hook = { before: (call) => void calls.push({ ...call, n: call.n - begun }) }
      ask(whole, MAYA, 'changeMembers', both)
      expect(calls.length).toBeGreaterThan(10)
      // Reading leaves nothing behind.
      const writes = calls.filter(
        ({ service, method }) => service !== 'SpreadsheetApp' || /set|insert|flush/i.test(method),
      )
      for (const { n, method } of writes)
        for (const side of ['before', 'after'] as const) {
          const ws = load(json)
          const from = ws.callCount
          ws.hook = { [side]: (call: ServiceCall) => call.n - from === n && call.execution.kill() }
          try {
            ask(ws, MAYA, 'changeMembers', both)
          } catch {
            // Stopped.
          }
          ws.hook = null
          const view = ask(ws, MAYA, 'changeMembers', both)
          expect({ at: `${side} ${method} ${n}`, now: inside(ws), left: view.missing }).toEqual({
            at: `${side} ${method} ${n}`,
            now: wanted,
            left: [],
          })
          expect(inGroupOf(ws, leadOf(4))).toBe(`CH-001: in as ${leadOf(4)}`)
        }
    },
  )

  test('an ordinary member, and a Group of googlegroups.com, are refused in our words', () => {
    const ws = load(left(false))
    expect(faultOf(() => ask(ws, NOOR, 'changeMembers', both)).code).toMatch(/CANNOT_CHANGE|LIST_HIDDEN/)
    groupOf(ws).consumer = true
    expect(ask(ws, MAYA, 'readMembers', { channelId: 'CH-001' })).toMatchObject({ whole: false, canChange: false })
    expect(faultOf(() => ask(ws, MAYA, 'changeMembers', both)).code).toBe('CANNOT_CHANGE')
    expect(inside(ws)).toContain(leadOf(2))
  })

  test('the manifest that everybody gets asks for none of it', () => {
    expect(JSON.stringify(pushed.manifest)).not.toMatch(/admin\.directory|cloud-identity|cloudidentity/)
    const ws = again(left(true))
    expect(ask(ws, MAYA, 'readMembers', { channelId: 'CH-001' })).toMatchObject({ canChange: false })
  })
})
