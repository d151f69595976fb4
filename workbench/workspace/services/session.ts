/** Session: who is at the keyboard, and by whose authority the code runs. */
import { strict } from '../errors'
import type { Execution } from '../execution'
import { toBase64, utf8 } from './bytes'
import { sha256 } from './hash'

const EMAIL_SCOPES = ['userinfo.email'] as const
const ROTATION = 30 * 86_400_000

export function makeUser(email: string): GoogleAppsScript.Base.User {
  return strict('User', { getEmail: () => email, getUserLoginId: () => email, toString: () => email })
}

export function makeSession(execution: Execution): GoogleAppsScript.Base.Session {
  const { workspace, account } = execution
  const simple = execution.authMode === 'LIMITED'
  const call = <T>(method: string, effect: () => T, scopes: readonly string[] = []): T =>
    execution.call({ service: 'Session', method, limited: true, scopes }, effect)
  // A simple trigger may not know who acts: it is asked for nothing and told nothing.
  const user = (method: string) => call(method, () => makeUser(simple ? '' : account), simple ? [] : EMAIL_SCOPES)

  const session: Partial<GoogleAppsScript.Base.Session> = {
    getActiveUser: () => user('getActiveUser'),
    getEffectiveUser: () => user('getEffectiveUser'),
    getActiveUserLocale: () => call('getActiveUserLocale', () => workspace.account(account).language),
    getScriptTimeZone: () => call('getScriptTimeZone', () => workspace.options.manifest.timeZone),
    getTemporaryActiveUserKey: () =>
      call('getTemporaryActiveUserKey', () => {
        const month = Math.floor(workspace.clock.now / ROTATION)
        return toBase64(sha256(utf8(`${account} ${month}`)), true)
      }),
  }
  return strict('Session', session) as GoogleAppsScript.Base.Session
}
