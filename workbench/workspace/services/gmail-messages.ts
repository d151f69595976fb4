/** Gmail.Users.Messages and Gmail.Users.Threads. */
import { strict } from '../errors'
import { signed } from './bytes'
import { type Access, type ListOptions, SCOPES } from './gmail-access'
import { idsOnly, messageShape } from './gmail-shape'
import { attachmentsOf, contentOf, parseMime } from './mail-mime'
import type { MailMessage } from './mail-state'

type Messages = GoogleAppsScript.Gmail.Collection.Users.MessagesCollection
type Threads = GoogleAppsScript.Gmail.Collection.Users.ThreadsCollection
type Message = GoogleAppsScript.Gmail.Schema.Message
interface Labels {
  addLabelIds?: string[]
  removeLabelIds?: string[]
}
interface GetOptions {
  format?: string
  metadataHeaders?: string | string[]
}
const listed = (value: string | string[] | undefined): string[] => (typeof value === 'string' ? [value] : (value ?? []))

/** Labels of Gmail's own that a program may put on and take off. */
const CHANGEABLE = ['INBOX', 'UNREAD', 'STARRED', 'IMPORTANT', 'TRASH', 'SPAM']

export function makeMessages(access: Access): Messages {
  const { box, call, fail } = access
  const find = (method: string, id: string): MailMessage => {
    const found = access.everything().find((m) => m.id === id)
    if (!found) throw fail(method, 404, 'notFound')
    return found
  }
  const relabel = (method: string, message: MailMessage, change: Labels): void => {
    const known = new Set([...CHANGEABLE, ...Object.keys(box().labels ?? {})])
    for (const id of [...(change.addLabelIds ?? []), ...(change.removeLabelIds ?? [])])
      if (!known.has(id)) throw fail(method, 400, 'badLabel', id)
    const off = new Set(change.removeLabelIds)
    const kept = message.labelIds.filter((id) => !off.has(id))
    for (const id of change.addLabelIds ?? []) if (!kept.includes(id)) kept.push(id)
    message.labelIds.splice(0, message.labelIds.length, ...kept)
  }

  const messages: Partial<Messages> = {
    list: (userId: string, options: ListOptions = {}) =>
      call('Messages.list', SCOPES.read, userId, () => {
        if (options.q && access.metadataOnly()) throw fail('Messages.list', 403, 'metadataSearch')
        const found = access.search(access.everything(), options)
        const { items, rest } = access.page(found, options)
        return {
          ...(items.length > 0 ? { messages: items.map(idsOnly) } : {}),
          resultSizeEstimate: found.length,
          ...rest,
        }
      }),
    get: (userId: string, id: string, options: GetOptions = {}) =>
      call('Messages.get', SCOPES.read, userId, () => {
        const format = access.formatOf('Messages.get', options)
        if ((format === 'full' || format === 'raw') && access.metadataOnly())
          throw fail('Messages.get', 403, 'metadataFormat', format.toUpperCase())
        return messageShape(find('Messages.get', id), format, listed(options.metadataHeaders))
      }),
    send: (resource: Message, userId: string) =>
      call('Messages.send', SCOPES.send, userId, () => {
        const sent = access.send('Messages.send', access.rawOf('Messages.send', resource), resource.threadId)
        return { ...idsOnly(sent), labelIds: [...sent.labelIds] }
      }),
    modify: (change: Labels, userId: string, id: string) =>
      call('Messages.modify', SCOPES.change, userId, () => {
        const message = find('Messages.modify', id)
        relabel('Messages.modify', message, change)
        return { ...idsOnly(message), labelIds: [...message.labelIds] }
      }),
    batchModify: (change: Labels & { ids?: string[] }, userId: string) =>
      call('Messages.batchModify', SCOPES.change, userId, () => {
        for (const id of change.ids ?? []) relabel('Messages.batchModify', find('Messages.batchModify', id), change)
      }),
    trash: (userId: string, id: string) =>
      call('Messages.trash', SCOPES.change, userId, () => {
        const message = find('Messages.trash', id)
        relabel('Messages.trash', message, { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] })
        return { ...idsOnly(message), labelIds: [...message.labelIds] }
      }),
    Attachments: strict('Gmail.Users.Messages.Attachments', {
      get: (userId: string, messageId: string, id: string) =>
        call('Messages.Attachments.get', SCOPES.read, userId, () => {
          const whole = parseMime(find('Messages.Attachments.get', messageId).raw)
          const shape = messageShape(find('Messages.Attachments.get', messageId), 'full')
          const ids = attachmentIds(shape.payload)
          const part = attachmentsOf(whole)[ids.indexOf(id)]
          if (!part) throw fail('Messages.Attachments.get', 404, 'notFound')
          const content = contentOf(part)
          return { size: content.length, data: signed(content) as unknown as string }
        }),
    }),
  }
  return strict('Gmail.Users.Messages', messages) as Messages
}

/** In the order `attachmentsOf` finds the parts. */
function attachmentIds(part: GoogleAppsScript.Gmail.Schema.MessagePart | undefined): string[] {
  const own = part?.body?.attachmentId
  return own ? [own] : (part?.parts ?? []).flatMap(attachmentIds)
}

export function makeThreads(access: Access): Threads {
  const { call, fail } = access
  const threads: Partial<Threads> = {
    list: (userId: string, options: ListOptions = {}) =>
      call('Threads.list', SCOPES.read, userId, () => {
        if (options.q && access.metadataOnly()) throw fail('Threads.list', 403, 'metadataSearch')
        const found = [...new Set(access.search(access.everything(), options).map((m) => m.threadId))]
        const { items, rest } = access.page(found, options)
        return {
          ...(items.length > 0 ? { threads: items.map((id) => ({ id })) } : {}),
          resultSizeEstimate: found.length,
          ...rest,
        }
      }),
    get: (userId: string, id: string, options: GetOptions = {}) =>
      call('Threads.get', SCOPES.read, userId, () => {
        const format = access.formatOf('Threads.get', options)
        const found = access.everything().filter((m) => m.threadId === id)
        if (found.length === 0) throw fail('Threads.get', 404, 'notFound')
        found.sort((a, b) => a.at - b.at)
        return { id, messages: found.map((m) => messageShape(m, format, listed(options.metadataHeaders))) }
      }),
  }
  return strict('Gmail.Users.Threads', threads) as Threads
}
