/** The advanced Gmail service: `Gmail.Users` with drafts, messages, threads and labels. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { type Access, gmailAccess, SCOPES } from './gmail-access'
import { makeDrafts } from './gmail-drafts'
import { makeMessages, makeThreads } from './gmail-messages'

type Labels = GoogleAppsScript.Gmail.Collection.Users.LabelsCollection
type Label = GoogleAppsScript.Gmail.Schema.Label
type Users = GoogleAppsScript.Gmail.Collection.UsersCollection

const SYSTEM = ['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'IMPORTANT']

function makeLabels(access: Access): Labels {
  const { box, call, fail, workspace } = access
  const labels: Partial<Labels> = {
    list: (userId: string) =>
      call('Labels.list', SCOPES.labelRead, userId, () => ({
        labels: [
          ...SYSTEM.map((id): Label => ({ id, name: id, type: 'system' })),
          ...Object.entries(box().labels ?? {}).map(([id, name]): Label => ({ id, name, type: 'user' })),
        ],
      })),
    create: (resource: Label, userId: string) =>
      call('Labels.create', SCOPES.labelWrite, userId, () => {
        const name = resource.name?.trim() ?? ''
        if (name === '') throw fail('Labels.create', 400, 'badLabel', name)
        const own = (box().labels ??= {})
        const taken = [...SYSTEM, ...Object.values(own)].some((n) => n.toLowerCase() === name.toLowerCase())
        if (taken) throw fail('Labels.create', 409, 'labelTaken')
        const id = `Label_${workspace.newId(8)}`
        own[id] = name
        return { id, name, type: 'user' }
      }),
  }
  return strict('Gmail.Users.Labels', labels) as Labels
}

export function makeGmail(execution: Execution): Partial<GoogleAppsScript.Gmail> {
  const access = gmailAccess(execution)
  const users: Partial<Users> = {
    Drafts: makeDrafts(access),
    Messages: makeMessages(access),
    Threads: makeThreads(access),
    Labels: makeLabels(access),
    getProfile: (userId: string) =>
      access.call('getProfile', SCOPES.profile, userId, () => {
        const all = access.everything()
        return {
          emailAddress: execution.account,
          messagesTotal: all.length,
          threadsTotal: new Set(all.map((m) => m.threadId)).size,
          historyId: String(execution.workspace.clock.now),
        }
      }),
  }
  return strict<Partial<GoogleAppsScript.Gmail>>('Gmail', { Users: strict('Gmail.Users', users) as Users })
}
