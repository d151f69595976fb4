/**
 * Slack’s incoming webhooks: what a post says, and what an answer means. A post has no key by which Slack would know it
 * again, so only what Slack refused for certain may ever be posted again by a machine.
 */
import { postJson, type WebAnswer } from '../google/fetch'
import { wait } from '../google/wait'

/** Where the webhook of a channel is kept: script properties, which only editors of the sheet can read. */
export const webhookKey = (channelId: string): string => `webhook ${channelId}`

const WEBHOOK = /^https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9]{1,40}\/[A-Za-z0-9]{1,40}\/[A-Za-z0-9]{1,80}$/
/** An address that a post may be given to: Slack’s own host and path, nothing hidden in it. */
export const isWebhook = (url: string): boolean => WEBHOOK.test(url)

export type Verdict =
  | { readonly is: 'sent' }
  /** Slack may have it or not. */
  | { readonly is: 'doubt'; readonly why: string }
  /** Slack did not take it and asks to come again. */
  | { readonly is: 'wait'; readonly seconds: number }
  | { readonly is: 'refused'; readonly why: string }

/** What a person can do about a code of Slack’s. */
function refusal(status: number, code: string): string {
  const known: Record<string, string> = {
    no_service: 'the webhook is switched off or was deleted: make a new one in Slack and set it on the Channels page',
    no_team: 'the Slack workspace of the webhook does not exist any more',
    invalid_token: 'the webhook is not valid: copy it from Slack again and set it on the Channels page',
    channel_not_found: 'the Slack channel does not exist any more: make a webhook for another one',
    channel_is_archived: 'the Slack channel is archived: unarchive it, or make a webhook for another one',
    action_prohibited: 'an admin of the Slack workspace does not allow such posts: ask them',
    posting_to_general_channel_denied: 'an admin of the Slack workspace does not allow posts to that channel: ask them',
    user_not_found: 'the person or the channel of the webhook is gone: make a new webhook in Slack',
    invalid_payload: 'Slack could not read the post: shorten it, and tell whoever looks after the script',
    too_many_attachments: 'Slack could not read the post: shorten it, and tell whoever looks after the script',
  }
  const byStatus: Record<number, string | undefined> = {
    403: known.action_prohibited,
    404: known.channel_not_found,
    410: known.channel_is_archived,
  }
  return known[code] ?? byStatus[status] ?? 'look at the webhook in Slack, and set it anew on the Channels page'
}

/** Status and body of Slack’s answer, told apart by codes alone. */
export function verdictOf({ status, body, broken, retryAfter }: WebAnswer): Verdict {
  const code = /^[a-z_]{1,60}$/.exec(body.trim())?.[0] ?? ''
  if (status === 200 && code === 'ok') return { is: 'sent' }
  if (status === 429) return { is: 'wait', seconds: Math.min(86_400, Math.max(1, retryAfter || 1)) }
  if (broken) return { is: 'doubt', why: 'Slack gave no answer, so it may have it or not' }
  if (status >= 300 && status < 500)
    return { is: 'refused', why: `Slack refused it (${status}${code && ` ${code}`}): ${refusal(status, code)}` }
  return { is: 'doubt', why: `Slack answered with an error of its own (${status}), so it may have it or not` }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Nothing in a text can become a link with another name, a mention of a person, or a call to the whole channel. */
export const slackText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c).replace(/@(?=channel|here|everyone|group)/gi, '@\u2060')

/** The body of a post. `parse` and `link_names`: Slack looks for no names in it; `mrkdwn`: nor for marks of its own. */
export const slackPost = (text: string): string =>
  JSON.stringify({ text: slackText(text), parse: 'none', link_names: false, mrkdwn: false, unfurl_links: false })

/** One a second, says Slack. */
const APART_MS = 1_000
/** Asked to wait no longer than this, a run waits itself. */
const PATIENT_SECONDS = 10
let last = 0

/** Posts a text; waits where Slack asks for a moment. The caller has made sure that a stopped run is no second post. */
export function postToSlack(webhook: string, text: string): Verdict {
  if (!isWebhook(webhook)) return { is: 'refused', why: refusal(0, 'invalid_token') }
  const once = (): Verdict => {
    const early = last + APART_MS - Date.now()
    if (last > 0 && early > 0) wait(early)
    last = Date.now()
    return verdictOf(postJson(webhook, slackPost(text)))
  }
  const first = once()
  if (first.is !== 'wait' || first.seconds > PATIENT_SECONDS) return first
  wait(first.seconds * 1000)
  return once()
}
