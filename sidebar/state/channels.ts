/** Which channel is open on the Channels page, how its form stands, and what its member list said last: kept in memory only. */
import type { ChannelCard, ChannelDraft, MembersView } from '../../src/contract'
import { createStore } from './store'

export const channelsAt = createStore<{
  screen: 'list' | 'form' | 'members'
  /** Of the channel that is open; '' for a new one. */
  channelId: string
  /** The secret is in here while it is typed; nothing of it is kept beyond this page. */
  draft: ChannelDraft | null
  members: MembersView | null
  /** Said on the list after a form was closed. */
  done: string
}>({ screen: 'list', channelId: '', draft: null, members: null, done: '' })

export const blankChannel = (): ChannelDraft => ({
  channelId: null,
  name: '',
  kind: 'google group',
  audience: 'all',
  address: '',
  topic: '',
  state: 'active',
  webhook: null,
})

const draftOf = ({ channelId, name, kind, audience, address, topic, state }: ChannelCard): ChannelDraft => ({
  channelId,
  name,
  kind,
  audience,
  address,
  topic,
  state,
  webhook: null,
})

export const editChannel = (card: ChannelCard | null) =>
  channelsAt.set({
    screen: 'form',
    channelId: card?.channelId ?? '',
    draft: card ? draftOf(card) : blankChannel(),
    done: '',
  })

export const openMembers = (channelId: string) =>
  channelsAt.set(({ members }) => ({
    screen: 'members',
    channelId,
    members: members?.channelId === channelId ? members : null,
    done: '',
  }))

/** Back to the list; a secret that was typed is forgotten. */
export const leaveChannel = (done = '') => channelsAt.set({ screen: 'list', draft: null, done })
