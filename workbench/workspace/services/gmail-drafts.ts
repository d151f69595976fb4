/** Gmail.Users.Drafts. When a draft is sent it is gone, and a new message with a new ID takes its place. */
import { strict } from '../errors'
import { type Access, type ListOptions, SCOPES } from './gmail-access'
import { idsOnly, messageShape } from './gmail-shape'
import type { MailDraft } from './mail-state'

type Drafts = GoogleAppsScript.Gmail.Collection.Users.DraftsCollection
type Draft = GoogleAppsScript.Gmail.Schema.Draft

export function makeDrafts(access: Access): Drafts {
  const { workspace, box, call, fail, rawOf } = access
  const find = (method: string, id: string | undefined): MailDraft => {
    const found = box().drafts.find((draft) => draft.id === id)
    if (!found) throw fail(method, 404, 'notFound')
    return found
  }
  const drop = (draft: MailDraft): void => {
    box().drafts.splice(box().drafts.indexOf(draft), 1)
  }
  const shape = (draft: MailDraft): Draft => ({
    id: draft.id,
    message: { ...idsOnly(access.draftMessage(draft)), labelIds: ['DRAFT'] },
  })

  const drafts: Partial<Drafts> = {
    create: (resource: Draft, userId: string) =>
      call('Drafts.create', SCOPES.draftWrite, userId, () => {
        const raw = rawOf('Drafts.create', resource.message)
        const messageId = workspace.newId(16)
        const threadId = resource.message?.threadId ?? messageId
        const draft = { id: `r${workspace.newId(18)}`, messageId, threadId, raw, at: workspace.clock.now }
        box().drafts.push(draft)
        return shape(draft)
      }),
    get: (userId: string, id: string, options: { format?: string } = {}) =>
      call('Drafts.get', SCOPES.draftRead, userId, () => {
        const format = access.formatOf('Drafts.get', options)
        const draft = find('Drafts.get', id)
        return { id: draft.id, message: messageShape(access.draftMessage(draft), format) }
      }),
    list: (userId: string, options: ListOptions = {}) =>
      call('Drafts.list', SCOPES.draftRead, userId, () => {
        const byMessage = new Map(box().drafts.map((draft) => [draft.messageId, draft]))
        const found = access.search(box().drafts.map(access.draftMessage), options)
        const { items, rest } = access.page(found, options)
        const shown = items.map((m) => ({ id: byMessage.get(m.id)?.id ?? '', message: idsOnly(m) }))
        return { ...(shown.length > 0 ? { drafts: shown } : {}), resultSizeEstimate: found.length, ...rest }
      }),
    update: (resource: Draft, userId: string, id: string) =>
      call('Drafts.update', SCOPES.draftWrite, userId, () => {
        const draft = find('Drafts.update', id)
        draft.raw = rawOf('Drafts.update', resource.message)
        draft.messageId = workspace.newId(16)
        return shape(draft)
      }),
    remove: (userId: string, id: string) =>
      call('Drafts.remove', SCOPES.draftWrite, userId, () => drop(find('Drafts.remove', id))),
    send: (resource: Draft, userId: string) =>
      call('Drafts.send', SCOPES.draftWrite, userId, () => {
        const changed = resource.message?.raw !== undefined
        if (resource.id === undefined)
          return idsOnly(access.send('Drafts.send', rawOf('Drafts.send', resource.message)))
        const draft = find('Drafts.send', resource.id)
        const raw = changed ? rawOf('Drafts.send', resource.message) : draft.raw
        const sent = access.send('Drafts.send', raw, draft.threadId)
        drop(draft)
        return { ...idsOnly(sent), labelIds: [...sent.labelIds] }
      }),
  }
  return strict('Gmail.Users.Drafts', drafts) as Drafts
}
