/** Who was asked by an alert and by which mails: what an answer is held against. Pure. */
import { isPost, kindOf, listed, type OutboxRow, ownerOf, recipientsOf, tokenOf } from '../mail/outbox'
import { mailboxOf } from '../registry/address'
import type { Row } from '../registry/tables'
import type { Callee } from './answer-words'
import { type Tables as CalleeTables, calledBy } from './callees'
import { plainLine } from './own-words'

export interface Tables extends CalleeTables {
  readonly outbox: readonly OutboxRow[]
  readonly people: readonly Row<'people'>[]
}

type Words = Pick<OutboxRow, 'subject' | 'body'>

/** One wording, and who got it. */
export interface Wave extends Words {
  readonly key: string
  readonly groupIds: readonly string[]
  /** Addresses it is known to have gone to. */
  readonly to: readonly string[]
  /** Groups that have it by the Google Group, which does not say who of them read it. */
  readonly posted: readonly string[]
}

export interface Asked {
  readonly alert: Row<'alerts'>
  /** Its own messages, without who was left out. */
  readonly messages: readonly OutboxRow[]
  /** Messages that followed: to backups, reminders, the summary. */
  readonly more: readonly OutboxRow[]
  /** The first mail went; null while none has. */
  readonly sentAt: Date | null
  /** Groups that it is for, by mail or by a post, in the order of their messages. */
  readonly groupIds: readonly string[]
  /** Of them: somebody has it. */
  readonly reached: ReadonlySet<string>
  readonly waves: readonly Wave[]
  readonly callees: readonly Callee[]
  /** What each group was asked to call. */
  readonly calleesOf: ReadonlyMap<string, readonly string[]>
  /** Groups of a mailbox, of those that were asked. */
  groupsOf(mailbox: string): string[]
}

export const groupsIn = (row: { readonly groupIds: string }): string[] =>
  listed(row.groupIds).map((id) => id.toUpperCase())

export const isOf = (alertId: string, row: OutboxRow): boolean => row.alertId.startsWith(`${alertId}-`)

export function askedBy(alert: Row<'alerts'>, t: Tables): Asked {
  const messages = t.outbox.filter(
    (row) => row.alertId === alert.id && row.state !== 'skipped' && row.recipients !== '' && row.subject !== '',
  )
  const more = t.outbox.filter((row) => isOf(alert.id, row))
  const sent = messages.filter((row) => row.state === 'sent')
  const times = sent.flatMap((row) => (row.changedAt ? [row.changedAt.getTime()] : []))
  const groupIds = [...new Set(messages.flatMap(groupsIn))]
  const waves = new Map<string, Record<'groupIds' | 'to' | 'posted', Set<string>> & Words>()
  // What a group’s own mail says goes before what was posted for all. Slack and Facebook are no mail: none follows them.
  const mails = messages.filter((row) => !isPost(row))
  const posts = sent.filter((row) => kindOf(row) === 'google group')
  for (const row of [...mails, ...posts]) {
    const { subject, body } = row
    const key = `${subject}\n${body}`
    const wave = waves.get(key) ?? { subject, body, groupIds: new Set(), to: new Set(), posted: new Set() }
    for (const id of groupsIn(row)) {
      wave.groupIds.add(id)
      if (isPost(row)) wave.posted.add(id)
    }
    if (row.state === 'sent' && !isPost(row)) for (const address of recipientsOf(row)) wave.to.add(address)
    waves.set(key, wave)
  }
  const called = calledBy(alert, groupIds, t)
  const asked = new Set(groupIds)
  const byMailbox = new Map<string, Set<string>>()
  const add = (mailbox: string, id: string): void => {
    if (asked.has(id)) byMailbox.set(mailbox, (byMailbox.get(mailbox) ?? new Set<string>()).add(id))
  }
  for (const person of t.people) if (person.email.trim()) add(mailboxOf(person.email), person.groupId)
  // Whoever was written to and has left People since: their message says the group, where it was for one.
  for (const row of messages) {
    const own = groupsIn(row)
    for (const address of listed(row.recipients))
      if (!byMailbox.has(mailboxOf(address)) && own.length === 1) add(mailboxOf(address), own[0] ?? '')
  }
  return {
    alert,
    messages,
    more,
    sentAt: times.length > 0 ? new Date(Math.min(...times)) : null,
    groupIds,
    reached: new Set(sent.flatMap(groupsIn)),
    waves: [...waves].map(([key, w]) => ({
      key,
      subject: w.subject,
      body: w.body,
      groupIds: [...w.groupIds],
      to: [...w.to],
      posted: [...w.posted],
    })),
    callees: called.callees,
    calleesOf: new Map(groupIds.map((id) => [id, called.of(id)])),
    groupsOf: (mailbox) => [...(byMailbox.get(mailbox) ?? [])],
  }
}

const subjectKey = (subject: string): string =>
  plainLine(subject.replace(/^(\s*((re|fwd?|aw|wg|rv|sv)\s*(\[\d+\])?\s*:|\[[^\]]{1,80}\]))+/i, ''))

/** Finds the alert that a mail is about. */
export class Finder {
  private readonly tokens = new Map<string, string>()
  private readonly sentIds = new Map<string, string>()
  private readonly subjects = new Map<string, Set<string>>()
  private readonly lines = new Map<string, Set<string>>()

  constructor(readonly all: readonly Asked[]) {
    for (const { alert, messages, more } of all)
      for (const row of [...messages, ...more]) {
        this.tokens.set(tokenOf(row), alert.id)
        if (row.sentId) this.sentIds.set(row.sentId, alert.id)
        const key = subjectKey(row.subject)
        if (key) this.subjects.set(key, (this.subjects.get(key) ?? new Set()).add(alert.id))
        const own = this.lines.get(alert.id) ?? new Set()
        for (const line of row.body.split('\n')) if (line.trim().length > 8) own.add(plainLine(line))
        this.lines.set(alert.id, own)
      }
  }

  /** Alerts with such a subject. */
  bySubject(subject: string): string[] {
    const named = /\bA-\d{4,9}\b/i.exec(subject)?.[0].toUpperCase()
    const same = [...(this.subjects.get(subjectKey(subject)) ?? [])]
    return named && this.all.some(({ alert }) => alert.id === named) ? [named] : same
  }

  /** Alerts whose token stands in a text; `?` for one that is none of them. */
  byToken(text: string): string[] {
    const found = text.toLowerCase().match(/\bswa\d{4,9}[a-z0-9]{8,60}/g) ?? []
    return [...new Set(found.slice(0, 200).map((token) => this.tokens.get(token) ?? '?'))]
  }

  bySentId(ids: readonly string[]): string[] {
    return [...new Set(ids.flatMap((id) => this.sentIds.get(id) ?? []))]
  }

  /** A mail of ours as it left, no answer: it comes to the operator by a Google Group, or from a coordinator’s account. */
  isOurs(alertId: string, subject: string, mailbox: string): boolean {
    const asked = this.of(alertId)
    const plain = plainLine(subject.replace(/^\s*\[[^\]]{1,80}\]\s*/, ''))
    return [...(asked?.messages ?? []), ...(asked?.more ?? [])].some(
      (row) => plainLine(row.subject) === plain && mailboxOf(ownerOf(row.run)) === mailbox,
    )
  }

  /** Alerts that asked a group of this mailbox. */
  byMailbox(mailbox: string): string[] {
    return this.all.filter((asked) => asked.groupsOf(mailbox).length > 0).map(({ alert }) => alert.id)
  }

  /** Lines of an alert’s own mails. */
  linesOf(alertId: string): ReadonlySet<string> {
    return this.lines.get(alertId) ?? new Set()
  }

  of(alertId: string): Asked | undefined {
    return this.all.find(({ alert }) => alert.id === alertId)
  }
}
