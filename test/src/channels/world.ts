/** A small network with a Google Group and a Slack channel, driven through the script’s real doors. */
import type { AlertPreview, Answer, ChannelDraft, Progress } from '../../../src/contract'
import type { GoogleGroup } from '../../../workbench/workspace/services/groups-state'
import { inbox, readMail } from '../../../workbench/workspace/services/mail-read'
import { type SlackState, slackIn } from '../../../workbench/workspace/slack'
import type { Unknowns, Workspace } from '../../../workbench/workspace/workspace'
import { again, ask, leadOf, MAYA, NOOR, network } from '../alerts/world'

export {
  again,
  ask,
  draft,
  faultOf,
  fillIn,
  leadOf,
  MAYA,
  MINUTE,
  NOOR,
  rowsIn,
  SidebarFault,
  sendAll,
} from '../alerts/world'

export const GROUP = 'leaders@groups.example.org'
export const PATH = 'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'
export const HOOK = `https://hooks.slack.com/services/${PATH}`

export const slackOf = (ws: Workspace): SlackState => slackIn((ws.state.web ??= {}))
export const groupOf = (ws: Workspace): GoogleGroup => {
  const group = ws.state.groups.groups[GROUP]
  if (!group) throw new Error('no Group')
  return group
}

export const channel = (about: Partial<ChannelDraft> = {}): ChannelDraft => ({
  channelId: null,
  name: 'Leaders list',
  kind: 'google group',
  audience: 'all',
  address: GROUP,
  topic: '',
  state: 'active',
  webhook: null,
  ...about,
})

export const slackChannel = (about: Partial<ChannelDraft> = {}): ChannelDraft =>
  channel({ name: '#alerts', kind: 'slack', address: '#alerts', webhook: HOOK, ...about })

/** Leads 1 … `leads`; the Google Group has Maya, Noor and those of `members`. Nothing is known of either in the sheet yet. */
export function withGroup(leads: number, members: readonly number[], unknowns: Partial<Unknowns> = {}): Workspace {
  const ws = network(leads, unknowns)
  ws.state.groups.groups[GROUP] = {
    email: GROUP,
    hidden: false,
    posting: 'anyone',
    members: [
      { email: MAYA, role: 'OWNER' },
      { email: NOOR, role: 'MEMBER' },
      ...members.map((n) => ({ email: leadOf(n), role: 'MEMBER' as const })),
    ],
  }
  slackOf(ws).hooks.push({ path: PATH, channel: '#alerts' })
  return ws
}

/** CH-001 is the Google Group with its list pasted, CH-002 Slack. */
export function withChannels(leads: number, members: readonly number[], unknowns: Partial<Unknowns> = {}): Workspace {
  const ws = withGroup(leads, members, unknowns)
  ask(ws, MAYA, 'saveChannel', channel())
  ask(ws, MAYA, 'saveChannel', slackChannel())
  paste(ws)
  return ws
}

/** Noor approves what Maya wrote: a post to a Group takes two people. */
export const approve = (ws: Workspace, { alertId, seal, second }: AlertPreview): Progress =>
  ask(ws, NOOR, 'approveAlert', { alertId, seal, people: second?.people ?? 0 })

/** What a person copies from the Group’s page. */
export const paste = (ws: Workspace): Answer<'takeMembers'> =>
  ask(ws, MAYA, 'takeMembers', { channelId: 'CH-001', addresses: groupOf(ws).members.map((m) => m.email) })

/** Subjects that arrived in a mailbox, tests aside. */
export const arrived = (ws: Workspace, email: string): string[] =>
  inbox(ws, email)
    .map((m) => m.subject)
    .filter((s) => !s.startsWith('TEST'))

export const archived = (ws: Workspace): string[] =>
  (groupOf(ws).archive ?? []).map(
    (p) => readMail({ id: '', threadId: '', labelIds: [], envelope: [], raw: p.raw, at: p.at }).subject,
  )

export const reload = (ws: Workspace, unknowns: Partial<Unknowns> = {}): Workspace => again(ws.save(), unknowns)
