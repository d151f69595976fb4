/** The Channels page: every channel, and how the organizer was last told. Only looks. */
import type { Answer } from '../contract'
import { allProperties } from '../google/properties'
import { isWebhook, webhookKey } from '../mail/slack'
import { toAddress } from '../registry/address'
import { type Caller, mayApprove } from '../registry/callers'
import { isRead } from '../registry/in-group'
import { zoneOf } from '../registry/network'
import { getSettings } from '../registry/settings'
import { readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import { dayText } from '../registry/when'
import { CHANNEL_AUDIENCES, CHANNEL_KINDS, CHANNEL_STATES } from '../registry/words'
import { organizersOf, toldOf } from './organizer'

type Card = Answer<'channels'>['channels'][number]

const isSecret = (text: string): boolean => /hooks\.slack/i.test(text)
const shown = (text: string): string => (isSecret(text) ? '' : text)

/** What a person should mend in a row that was typed by hand; '' where it is right. */
function noteOf(row: Row<'channels'>, hasWebhook: boolean): string {
  if (isSecret(row.name + row.address + row.topic + row.webhook))
    return 'Its webhook stands in the sheet, where everybody reads it: take it out, and make a new one in Slack.'
  if (!CHANNEL_KINDS.some((kind) => kind === row.kind)) return 'Its kind is none that Statewide knows: choose one.'
  if (row.kind === 'google group' && !toAddress(row.address)) return 'Its address is no e-mail address.'
  if (row.kind === 'slack' && !hasWebhook) return 'No webhook is set: nothing can be posted.'
  if (row.kind === 'google group' && !isRead(row))
    return 'Its member list was not read yet: an alert cannot go by mail and by the Group at once.'
  return ''
}

export function viewOf(caller: Caller): Answer<'channels'> {
  const settings = getSettings()
  const people = readTable('people')
  const kept = allProperties()
  const zone = zoneOf(settings)
  return {
    channels: readTable('channels').map((row): Card => {
      const hasWebhook = isWebhook(kept[webhookKey(row.id)] ?? '')
      const { id, name, address, topic } = row
      const readAt = isRead(row) ? row.readAt : null
      return {
        channelId: id,
        name: shown(name),
        kind: CHANNEL_KINDS.find((kind) => kind === row.kind) ?? 'google group',
        audience: CHANNEL_AUDIENCES.find((audience) => audience === row.audience) ?? 'all',
        address: shown(address),
        topic: shown(topic),
        state: CHANNEL_STATES.find((state) => state === (row.state || 'active')) ?? 'paused',
        webhook: hasWebhook,
        members: readAt ? row.members : null,
        readText: readAt ? dayText(readAt, caller.now, zone) : '',
        note: noteOf(row, hasWebhook),
      }
    }),
    mayManage: mayApprove(caller, people, settings),
    organizers: organizersOf(people),
    told: toldOf(readTable('outbox'), caller.now, zone),
  }
}
