/** Google Groups as mailing lists. */
import type { Workspace } from '../workspace'
import type { GoogleGroup } from './groups-state'
import { formatAddress, parseAddresses } from './mail-address'
import { type Field, fieldValue } from './mail-headers'

const RECEIVES = ['OWNER', 'MANAGER', 'MEMBER']

export function mayPost(group: GoogleGroup, sender: string): boolean {
  const own = group.members.find((m) => m.email.toLowerCase() === sender)
  if (own?.role === 'BANNED') return false
  return group.posting === 'anyone' || (own !== undefined && RECEIVES.includes(own.role))
}

/**
 * Addresses that get a post by `sender`, groups inside groups included, each once. Nobody, and no error, where the
 * sender may not post: that is how the sender experiences it.
 */
export function membersFor(workspace: Workspace, group: GoogleGroup, sender: string): string[] {
  const found = new Set<string>()
  const visited = new Set<string>()
  const visit = (one: GoogleGroup): void => {
    if (visited.has(one.email)) return
    visited.add(one.email)
    for (const member of one.members) {
      if (!RECEIVES.includes(member.role)) continue
      const inner = workspace.state.groups.groups[member.email.toLowerCase()]
      if (inner) visit(inner)
      else found.add(member.email.toLowerCase())
    }
  }
  if (!mayPost(group, sender)) return []
  visit(group)
  return [...found]
}

/**
 * What a group adds. It sends in its own name, so the receiver's check of SPF and DKIM is about the group; what was
 * found about the author stands in the X- header.
 */
export function listHeaders(group: GoogleGroup, original: string): string[] {
  const domain = group.email.split('@')[1] ?? ''
  const author = group.rewritesFrom ? ['', 'pass', domain] : /dmarc=(\w+) header\.from=(\S+)/.exec(original)
  return [
    `Authentication-Results: mx.google.com; dkim=pass header.i=@${domain}; spf=pass smtp.mailfrom=${group.email}; ` +
      `dmarc=${author?.[1] ?? 'none'} header.from=${author?.[2] ?? domain}`,
    `X-Original-Authentication-Results: ${original}`,
    `List-ID: <${group.email.replace('@', '.')}>`,
    `Mailing-list: list ${group.email}; contact ${group.email.replace('@', '+owners@')}`,
    'Precedence: list',
  ]
}

/**
 * The author’s header lines as a group that rewrites `From` sends them on: the group stands there, the author in
 * `X-Original-From` and, where they named no other, in `Reply-To`. Others stay as they are.
 */
export function groupFields(group: GoogleGroup, fields: readonly Field[]): string[] {
  const lines = fields.map((f) => f.text)
  const from = fieldValue(fields, 'From')
  const [author] = parseAddresses(from)
  const original = author ? [`X-Original-Sender: ${author.email}`] : []
  if (!group.rewritesFrom || !author) return [...original, ...lines]
  const name = `'${author.name || author.email}' via ${group.email.split('@')[0]}`
  const kept = fields.filter((f) => !/^from$/i.test(f.name)).map((f) => f.text)
  return [
    ...original,
    `From: ${formatAddress({ name, email: group.email })}`,
    `X-Original-From: ${from}`,
    ...(fieldValue(fields, 'Reply-To') ? [] : [`Reply-To: ${from}`]),
    ...kept,
  ]
}
