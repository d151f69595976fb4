/** The channels themselves: who may keep them, a row made sure of, the secret of Slack kept out of the sheet. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import { withScriptLock } from '../google/lock'
import { deleteProperty, getProperty, setProperty } from '../google/properties'
import { isWebhook, postToSlack, webhookKey } from '../mail/slack'
import { mailboxOf, toAddress } from '../registry/address'
import { type Caller, identified, mayApprove } from '../registry/callers'
import { log } from '../registry/log'
import { networkNameOf } from '../registry/network'
import { getSettings } from '../registry/settings'
import { alone } from '../registry/settle'
import { appendRows, readTable, updateRows } from '../registry/table'
import type { Row } from '../registry/tables'
import { viewOf } from './view'

/** Channels are kept by the operator and coordinators. Throws `MAY_NOT_MANAGE`. */
export function demandManager(caller: Caller): void {
  identified(caller)
  if (mayApprove(caller, readTable('people'), getSettings())) return
  throw new Fault(
    'MAY_NOT_MANAGE',
    'Channels are kept by the operator and the coordinators.',
    'Ask one of them; what you see here stays as it is.',
  )
}

/** Throws `CHANNEL_NOT_FOUND`. */
export function findChannel(channelId: string): Row<'channels'> {
  const channel = readTable('channels').find((row) => row.id === channelId)
  if (channel) return channel
  throw new Fault(
    'CHANNEL_NOT_FOUND',
    `There is no channel ${channelId} in the Channels tab.`,
    'Close this channel and open it again from the list.',
  )
}

const wrong = (field: string, message: string, next: string): Fault => new Fault('BAD_CHANNEL', message, next, field)

/** What stands in a row: checked, and with an address that is one. Throws `BAD_CHANNEL`. */
function checked(draft: Params<'saveChannel'>): Partial<Row<'channels'>> {
  const { kind, audience, state, webhook } = draft
  const name = draft.name.trim()
  const address = draft.address.trim()
  if (name === '') throw wrong('name', 'The channel has no name.', 'Type what people call it.')
  // Wherever it was pasted, a secret does not go into the sheet.
  for (const field of ['name', 'address', 'topic'] as const)
    if (/hooks\.slack/i.test(draft[field]))
      throw wrong(field, 'A webhook is a secret: it must not stand in the sheet.', 'Paste it into the field “Webhook”.')
  if (kind === 'google group' && !toAddress(address))
    throw wrong('address', 'This is no e-mail address of a Google Group.', 'Such as leaders@googlegroups.com.')
  if (kind === 'facebook' && address !== '' && !/^https:\/\/([a-z]+\.)?facebook\.com\/[^\s<>"]+$/i.test(address))
    throw wrong('address', 'This is no link to a Facebook group.', 'It begins with https://www.facebook.com/groups/')
  if (webhook && (kind !== 'slack' || !isWebhook(webhook.trim())))
    throw wrong(
      'webhook',
      'This is no incoming webhook of Slack.',
      'Copy it from Slack: it begins with https://hooks.slack.com/services/',
    )
  return {
    name,
    kind,
    audience,
    topic: draft.topic.trim(),
    state,
    address: kind === 'google group' ? (toAddress(address) ?? '') : address,
  }
}

/** Adds a channel (null ID) or changes one. A null webhook: the one that is kept stays; '' takes it away. */
export function saveChannel(draft: Params<'saveChannel'>, caller: Caller): Answer<'saveChannel'> {
  demandManager(caller)
  const row = checked(draft)
  const { webhook, kind } = draft
  const channelId = alone(() => {
    const standing = draft.channelId ? findChannel(draft.channelId) : null
    const twin = readTable('channels').find(
      (c) =>
        c.id !== standing?.id &&
        kind === 'google group' &&
        c.kind === kind &&
        mailboxOf(c.address) === mailboxOf(row.address ?? ''),
    )
    if (twin) throw wrong('address', `${twin.name} has this address already.`, 'Change that one.')
    if (!standing) return appendRows('channels', [row])[0] ?? ''
    updateRows('channels', new Map([[standing.id, row]]))
    return standing.id
  })
  if (kind !== 'slack' || webhook === '') deleteProperty(webhookKey(channelId))
  else if (webhook) setProperty(webhookKey(channelId), webhook.trim())
  const isSet = kind === 'slack' && getProperty(webhookKey(channelId)) !== ''
  updateRows('channels', new Map([[channelId, { webhook: isSet ? 'set' : '' }]]))
  log(
    caller.email,
    draft.channelId ? 'changed a channel' : 'added a channel',
    channelId,
    webhook ? 'webhook set anew' : '',
  )
  return { channelId, view: viewOf(caller) }
}

const TEST_WAIT_MS = 10_000

/** Posts a few words with “test” in them to a Slack channel. Throws `MAY_NOT_MANAGE`, `NOT_POSTED`. */
export function testPost({ channelId }: Params<'testPost'>, caller: Caller): Answer<'testPost'> {
  demandManager(caller)
  const channel = findChannel(channelId)
  const webhook = getProperty(webhookKey(channelId))
  if (channel.kind !== 'slack' || !webhook)
    throw new Fault(
      'NO_WEBHOOK',
      `No webhook is set for ${channel.name || channelId}.`,
      'Set it first, then test.',
      'webhook',
    )
  const text = `This is a test of ${networkNameOf(getSettings())}: Statewide can post here. Nothing is asked of you.`
  // Two who press it at once post one after the other, as Slack wants it.
  const verdict = withScriptLock(TEST_WAIT_MS, () => postToSlack(webhook, text))?.value ?? { is: 'wait', seconds: 1 }
  if (verdict.is === 'sent') {
    log(caller.email, 'test post', channelId)
    return { at: new Date().toISOString() }
  }
  const why = verdict.is === 'wait' ? `Slack asks to wait ${verdict.seconds} seconds` : verdict.why
  const next = verdict.is === 'doubt' ? 'Look into the channel: it may be there.' : 'When that is mended, test again.'
  throw new Fault('NOT_POSTED', `The test was not posted: ${why}.`, next, 'webhook')
}
