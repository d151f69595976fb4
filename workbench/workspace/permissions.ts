/** Is a call allowed: by the manifest's scopes, by what the person granted, by the authorisation mode. */
import type { ServiceCall } from './gate'
import type { Workspace } from './workspace'

const PREFIX = 'https://www.googleapis.com/auth/'
export const fullScope = (scope: string): string => (scope.startsWith('https://') ? scope : PREFIX + scope)

export function checkPermission(workspace: Workspace, call: ServiceCall): void {
  const what = call.method.startsWith('Ui.')
    ? call.method
    : `${call.service}.${call.method}`.replace(/^(\w+)\.\w+\.(\w+)$/, '$1.$2')
  const needed = (call.scopes ?? []).map(fullScope)
  if (call.execution.authMode === 'LIMITED' && !call.limited)
    throw workspace.error(call.account, 'notPermitted', what, needed.join(' || '))
  if (needed.length === 0) return
  const inManifest = needed.filter((s) => workspace.options.manifest.oauthScopes.includes(s))
  if (inManifest.length === 0) throw workspace.error(call.account, 'scopeMissing', what, needed.join(' || '))
  // A simple trigger runs before anybody has granted anything.
  if (call.execution.authMode === 'LIMITED') return
  const granted = workspace.account(call.account).granted?.map(fullScope)
  if (granted && !inManifest.some((s) => granted.includes(s)))
    throw workspace.error(call.account, 'notPermitted', what, inManifest.join(' || '))
}
