/** Who asks for something, when, and what they may do. */
import { Fault } from '../fault'
import { mailboxOf } from './address'
import type { Settings } from './settings'
import type { Row } from './tables'

export interface Caller {
  /** Lower-case address of the account; '' where Google does not tell. */
  readonly email: string
  readonly now: Date
}

/** The caller, known by address. Throws `NO_IDENTITY`. */
export function identified(caller: Caller): Caller {
  if (caller.email) return caller
  throw new Fault(
    'NO_IDENTITY',
    'Google does not tell Statewide who you are.',
    'Open the sheet with the account that was invited to it, allow Statewide to see your e-mail address, and try again.',
  )
}

/** Approving an alert is for the operator and for people with the role coordinator. */
export const mayApprove = (
  caller: Pick<Caller, 'email'>,
  people: readonly Pick<Row<'people'>, 'email' | 'roles'>[],
  settings: Pick<Settings, 'operator'>,
): boolean =>
  caller.email !== '' &&
  [{ email: settings.operator, roles: ['coordinator'] }, ...people].some(
    (p) => mailboxOf(p.email) === mailboxOf(caller.email) && p.roles.includes('coordinator'),
  )
