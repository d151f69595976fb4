/** The channels of the made-up sheet: a Google Group, Slack, Facebook, and an organizer. */
import type { Answer, ChannelCard, ChannelsView, MembersView } from '../../src/contract'
import { MockFault } from './mock-calls'
import type { Sheet } from './mock-server'

const HOSTILE = '<img src=x onerror=alert(1)>'
const card = (about: Partial<ChannelCard>): ChannelCard => ({
  channelId: 'CH-001',
  name: 'Leaders list',
  kind: 'google group',
  audience: 'all',
  address: 'franklin-leaders@groups.example.org',
  topic: '',
  state: 'active',
  webhook: false,
  members: 61,
  readText: 'yesterday 7:10 pm',
  note: '',
  ...about,
})

export const CHANNELS: ChannelCard[] = [
  card({}),
  card({
    channelId: 'CH-002',
    name: '#franklin-alerts',
    kind: 'slack',
    address: '#franklin-alerts',
    webhook: true,
    members: null,
    readText: '',
  }),
  card({
    channelId: 'CH-003',
    name: `Franklin ${HOSTILE}`,
    kind: 'facebook',
    address: '',
    topic: 'Schools',
    state: 'paused',
    members: null,
    readText: '',
  }),
]

const listed = (name: string, why: string) => ({
  address: `${name.toLowerCase().replace(/ /g, '.')}@example.org`,
  name,
  why,
})
export const MEMBERS: MembersView = {
  channelId: 'CH-001',
  readAt: '2026-11-23T17:00:00.000Z',
  members: 61,
  whole: true,
  canChange: true,
  should: 60,
  missing: [listed('Ana Stone', 'lead of Elm Fork'), listed('Bo Reed', 'backup of Mill Creek')],
  extra: [listed('Cy Vale', 'opted out')],
  spelled: [{ address: 'deefox+lists@gmail.com', name: 'Dee Fox', why: 'dee.fox@gmail.com in People' }],
  twice: ['eli.park@gmail.com, elipark@gmail.com'],
  strangers: [`${HOSTILE}@example.org`, 'old.treasurer@example.org'],
  added: 0,
  removed: 0,
  refused: [],
}

const refuse = (code: string, message: string, next: string, field?: string): never => {
  throw new MockFault({ code, message, next, ...(field ? { field } : {}) })
}

type Names =
  | 'channels'
  | 'saveChannel'
  | 'testPost'
  | 'readMembers'
  | 'takeMembers'
  | 'changeMembers'
  | 'organizerDigest'
  | 'tellOrganizer'

export function createChannels(now: {
  mayApprove: boolean
  channels: ChannelCard[]
  hiddenList: boolean
}): Pick<Sheet, Names> {
  let members: MembersView = MEMBERS
  let told = { at: null as string | null, text: '', note: '' }
  const view = (): ChannelsView => ({
    channels: now.channels,
    mayManage: now.mayApprove,
    organizers: [{ name: 'Sam Pebbleton', address: 'sam.pebbleton@national.example.org' }],
    told,
  })
  return {
    channels: view,
    saveChannel: (draft): Answer<'saveChannel'> => {
      if (draft.name.trim() === '')
        refuse('BAD_CHANNEL', 'The channel has no name.', 'Type what people call it.', 'name')
      if (draft.webhook && !draft.webhook.startsWith('https://hooks.slack.com/services/'))
        refuse('BAD_CHANNEL', 'This is no incoming webhook of Slack.', 'Copy it from Slack.', 'webhook')
      const { webhook, channelId, ...rest } = draft
      const standing = now.channels.find((one) => one.channelId === channelId)
      const row = card({
        members: null,
        readText: '',
        ...standing,
        ...rest,
        channelId: channelId ?? 'CH-004',
        webhook: Boolean(webhook),
      })
      now.channels = standing ? now.channels.map((one) => (one === standing ? row : one)) : [...now.channels, row]
      return { channelId: row.channelId, view: view() }
    },
    testPost: () => ({ at: '2026-11-23T17:00:00.000Z' }),
    readMembers: () =>
      now.hiddenList
        ? refuse(
            'LIST_HIDDEN',
            'Google does not show the members of this Group to your account.',
            'Copy the list from the Group\u2019s Members page (or its CSV export) and paste it here.',
          )
        : members,
    takeMembers: ({ addresses }) => ({ ...members, canChange: false, members: addresses.length }),
    changeMembers: ({ add, remove }) => {
      // One of each at a time.
      const [first] = members.missing.filter((one) => add.includes(one.address))
      const [last] = members.extra.filter((one) => remove.includes(one.address))
      members = {
        ...members,
        missing: members.missing.filter((one) => one !== first),
        extra: members.extra.filter((one) => one !== last),
        added: first ? 1 : 0,
        removed: last ? 1 : 0,
      }
      return members
    },
    organizerDigest: () => ({
      to: ['sam.pebbleton@national.example.org'],
      subject: 'Franklin: what we did, Nov 23',
      body: 'ALERTS\n- HB 120: 42 leaders mailed in 38 groups (sent)',
      seal: 'digest-1',
    }),
    tellOrganizer: () => {
      told = { at: '2026-11-23T17:20:00.000Z', text: 'today 12:20 pm', note: '' }
      return view()
    },
  }
}
