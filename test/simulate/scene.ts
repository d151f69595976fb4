/** A small made-up network and its alerts, all from one number; and who should get which alert, worked out from them. */
import type { Draft } from '../../src/contract'
import { Random } from '../../workbench/workspace/random'
import type { Unknowns, Workspace } from '../../workbench/workspace/workspace'
import { again, ask, draft, fillIn, MAYA, NOOR, network, typeSetting } from '../src/alerts/world'
import { channel, GROUP, PATH, slackChannel, slackOf } from '../src/channels/world'

export interface Group {
  readonly id: string
  status: string
  /** House districts. All groups cover Senate 1 besides. */
  readonly districts: readonly string[]
}

export interface Person {
  readonly id: string
  readonly email: string
  readonly groupId: string
  readonly role: 'lead' | 'backup' | 'notes'
  optedOut: boolean
  away: boolean
}

export interface Made {
  readonly groups: Group[]
  readonly people: Person[]
  readonly alerts: readonly Draft[]
  /** Who is in the Google Group; null where there are no channels. */
  readonly members: ReadonlySet<string> | null
}

/** Numbers a whole scene is made from. `crowd`: more leads than one lot has messages. */
export interface SceneNumbers {
  readonly seed: number
  readonly crowd: boolean
  readonly unknowns: Partial<Unknowns>
  /** There are a Google Group (CH-001) and a Slack channel (CH-002), and alerts go there too. */
  readonly channels?: boolean
  /** Whose account may not make Gmail drafts, and sends by MailApp. */
  readonly mailApp?: 'maya' | 'noor' | 'both'
}

const DISTRICTS = 6
const ACT_BY = ['2026-11-23T12:50', '2026-11-23T18:00', '2026-11-24T18:00', '2026-11-27T18:00']

/** By which ways an alert goes. */
const WAYS = [
  ['mail', 'CH-001', 'CH-002'],
  ['mail', 'CH-001'],
  ['mail', 'CH-002'],
  ['CH-001', 'CH-002'],
]

/** From numbers of its own, so that a scene stays what it was without channels. */
function withChannels({ groups, people, alerts }: Made, seed: number): Made {
  const random = new Random(seed + 77)
  for (let i = 0; i < 3; i++) random.next()
  const addresses = [...new Set(people.map((p) => p.email.toLowerCase()).filter((e) => e.includes('@')))]
  return {
    groups,
    people,
    alerts: alerts.map((alert) => ({ ...alert, channels: random.pick(WAYS) })),
    members: new Set(addresses.filter(() => random.next() < 0.5)),
  }
}

export function makeUp(numbers: SceneNumbers): Made {
  const made = makeNetwork(numbers)
  return numbers.channels ? withChannels(made, numbers.seed) : made
}

function makeNetwork({ seed, crowd }: SceneNumbers): Made {
  const random = new Random(seed)
  const by = (chance: number): boolean => random.next() < chance
  const groups: Group[] = []
  const people: Person[] = []
  const join = (groupId: string, email: string, role: Person['role']): void => {
    const [optedOut, away] = [by(0.06), by(0.08)]
    people.push({ id: `P-${String(people.length + 1).padStart(3, '0')}`, email, groupId, role, optedOut, away })
  }
  const size = crowd ? 21 + random.int(0, 3) : random.int(2, 7)
  for (let n = 1; n <= size; n++) {
    const id = `G-${String(n).padStart(3, '0')}`
    const first = random.int(1, DISTRICTS)
    const districts = [...new Set(by(0.3) ? [first, random.int(1, DISTRICTS)] : [first])].map(String)
    groups.push({
      id,
      status: random.pick(['active', 'active', 'active', 'quiet', 'quiet', 'paused', 'left']),
      districts,
    })
    // Some lead two groups, and write their address in their own way.
    const again = by(0.2) && n > 1 ? `Lead${random.int(1, n - 1)}@Example.org` : `lead${n}@example.org`
    join(id, again, 'lead')
    if (by(0.15)) join(id, `second${n}@example.org`, 'lead')
    if (by(0.4)) join(id, `backup${n}@example.org`, 'backup')
    if (by(0.1)) join(id, by(0.5) ? `notes${n}@example.org` : 'no address', 'notes')
    if (by(0.1)) join(id, 'not an address', 'lead')
  }
  const one = (title: string): Draft => {
    const reps = Array.from({ length: DISTRICTS }, (_, i) => `rep${i + 1}`).filter(() => by(0.6))
    return draft({
      title,
      subject: '{title}: please call',
      body: 'Call {names}.\n\n{legislators}\n\n{reply}',
      mode: by(crowd ? 0.85 : 0.5) ? 'personal' : 'cohort',
      actBy: random.pick(ACT_BY),
      legislatorIds: by(crowd ? 0.9 : 0.4) || reps.length === 0 ? ['senator'] : reps,
      districts: by(0.2) ? [{ chamber: 'lower', district: String(random.int(1, DISTRICTS)) }] : [],
    })
  }
  return { groups, people, alerts: by(0.3) ? [one('HB 120'), one('SB 7')] : [one('HB 120')], members: null }
}

let bare: string | null = null
/** A sheet that was set up, with legislators in it, and neither groups nor leaders; made once. */
function bareSheet(): string {
  if (bare) return bare
  const ws = network(0)
  fillIn(ws, {
    legislators: Array.from({ length: DISTRICTS }, (_, i) => ({
      id: `rep${i + 1}`,
      name: `Rep ${i + 1}`,
      chamber: 'lower',
      district: String(i + 1),
      capitolPhone: '555-0114',
    })),
  })
  bare = ws.save()
  return bare
}

const COMPOSE = 'https://www.googleapis.com/auth/gmail.compose'

/** Accounts that send by MailApp. */
export const byMailApp = ({ mailApp }: SceneNumbers): string[] =>
  mailApp ? [...(mailApp === 'noor' ? [] : [MAYA]), ...(mailApp === 'maya' ? [] : [NOOR])] : []

export function stage(made: Made, numbers: SceneNumbers): Workspace {
  const ws = again(bareSheet(), numbers.unknowns)
  const { oauthScopes } = ws.options.manifest
  for (const email of byMailApp(numbers)) {
    ws.account(email).granted = oauthScopes.filter((scope) => scope !== COMPOSE)
    typeSetting(ws, 'Mail without drafts', 'yes')
  }
  fillIn(ws, {
    groups: made.groups.map(({ id, status }) => ({
      id,
      name: `Group ${id}`,
      town: 'Elm Fork',
      status,
      mapping: 'mapped',
    })),
    people: [
      { id: 'P-901', name: 'Maya', email: MAYA, roles: 'coordinator' },
      ...made.people.map((p) => ({
        id: p.id,
        name: `Leader ${p.id}`,
        email: p.email,
        groupId: p.groupId,
        roles: p.role,
        optedOut: p.optedOut ? 'yes' : '',
        awayUntil: p.away ? { date: Date.parse('2027-01-04T00:00:00Z') } : null,
      })),
    ],
    coverage: made.groups.flatMap((g) => [
      { groupId: g.id, chamber: 'upper', district: '1' },
      ...g.districts.map((district) => ({ groupId: g.id, chamber: 'lower', district })),
    ]),
  })
  if (made.members) makeChannels(ws, made.members)
  return ws
}

/** Both channels in the sheet, the member list pasted. */
function makeChannels(ws: Workspace, members: ReadonlySet<string>): void {
  const all = [MAYA, NOOR, ...members]
  ws.state.groups.groups[GROUP] = {
    email: GROUP,
    hidden: false,
    posting: 'anyone',
    members: all.map((email) => ({ email, role: 'MEMBER' as const })),
  }
  slackOf(ws).hooks.push({ path: PATH, channel: '#alerts' })
  ask(ws, MAYA, 'saveChannel', channel())
  ask(ws, MAYA, 'saveChannel', slackChannel())
  ask(ws, MAYA, 'takeMembers', { channelId: 'CH-001', addresses: all })
}

/** The channels of an alert: the Google Group, Slack. */
export const goesTo = (alert: Draft, way: 'mail' | 'CH-001' | 'CH-002'): boolean =>
  (alert.channels ?? ['mail']).includes(way)

/**
 * Addresses that should get this alert by mail, as the network stands now: not one line of the add-on has a say in it.
 * Who is in the Google Group gets it there, where it goes there.
 */
export function whoShould(alert: Draft, made: Pick<Made, 'groups' | 'people' | 'members'>): Set<string> {
  if (!goesTo(alert, 'mail')) return new Set()
  const reached = whoReached(alert, made)
  if (goesTo(alert, 'CH-001')) for (const member of made.members ?? []) reached.delete(member)
  return reached
}

function whoReached(alert: Draft, { groups, people }: Pick<Made, 'groups' | 'people'>): Set<string> {
  const house = new Set([
    ...alert.legislatorIds.filter((id) => id.startsWith('rep')).map((id) => id.slice(3)),
    ...alert.districts.map((d) => d.district),
  ])
  const optedOut = new Set(people.filter((p) => p.optedOut).map((p) => p.email.toLowerCase()))
  const should = new Set<string>()
  for (const group of groups) {
    const isTarget = alert.legislatorIds.includes('senator') || group.districts.some((d) => house.has(d))
    if (!isTarget || (group.status !== 'active' && group.status !== 'quiet')) continue
    const reachable = (role: Person['role']) =>
      people
        .filter((p) => p.groupId === group.id && p.role === role && p.email.includes('@') && !p.away)
        .map((p) => p.email.toLowerCase())
        .filter((email) => !optedOut.has(email))
    const leads = reachable('lead')
    for (const email of leads.length > 0 ? leads : reachable('backup')) should.add(email)
  }
  return should
}

/** Both may approve and send: they are coordinators, and Maya is operator besides, to begin with. */
export const ACCOUNTS = [MAYA, NOOR] as const
export { ask, GROUP, MAYA, NOOR, slackOf }
