/**
 * Slack’s incoming webhooks, as a handler of the network: takes posts, one a second for each webhook, and refuses with the
 * codes that Slack documents. What was posted is kept with the workspace, as it came.
 */
import type { Handler, Kept, NetAnswer } from './network'

const HOST = 'https://hooks.slack.com/services/'
const APART_MS = 1_000

export interface SlackHook {
  /** `T…/B…/…` */
  path: string
  /** `#alerts` */
  channel: string
  /** Answers this instead of taking posts. */
  refuses?: { status: number; body: string }
}

export interface SlackPost {
  at: number
  channel: string
  /** As it was posted: entities and all. */
  text: string
}

export interface SlackState {
  hooks: SlackHook[]
  posts: SlackPost[]
  /** By path: when the webhook may be used again. */
  free: Record<string, number>
}

export const slackIn = (kept: Kept): SlackState => (kept.slack ??= { hooks: [], posts: [], free: {} }) as SlackState

const say = (status: number, body: string, headers: Record<string, string> = {}): NetAnswer => ({
  status,
  body,
  headers: { 'Content-Type': 'text/html', ...headers },
  ms: 250,
})

function textOf(body: string): string | null {
  try {
    const { text } = JSON.parse(body) as { text?: unknown }
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}

export const slack: Handler = (request, kept = {}) => {
  if (!request.url.startsWith(HOST)) return null
  const state = slackIn(kept)
  const path = request.url.slice(HOST.length)
  const hook = state.hooks.find((h) => h.path === path)
  if (request.method !== 'POST') return say(400, 'invalid_payload')
  if (!hook) return say(404, 'no_service')
  if (hook.refuses) return say(hook.refuses.status, hook.refuses.body)
  const text = textOf(request.body)
  if (text === null) return say(400, 'invalid_payload')
  if (text.trim() === '') return say(400, 'no_text')
  const free = state.free[path] ?? 0
  if (request.now < free) {
    const seconds = Math.ceil((free - request.now) / 1000)
    return say(429, 'rate_limited', { 'Retry-After': String(seconds) })
  }
  state.free[path] = request.now + APART_MS
  state.posts.push({ at: request.now, channel: hook.channel, text })
  return say(200, 'ok')
}

/** What people read in Slack: entities are characters again; what was a mention or a link in angle brackets shows as one. */
export const readSlack = (text: string): { shown: string; mentions: string[] } => ({
  shown: text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
  mentions: text.match(/<[!@#][^>]*>/g) ?? [],
})
