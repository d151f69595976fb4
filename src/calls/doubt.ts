/** A mail of a call of which nobody knows whether it went: what a person says of it. */
import type { Answer, Params } from '../contract'
import { settleMessage } from '../mail/doubt'
import type { OutboxRow } from '../mail/outbox'
import type { Caller } from '../registry/callers'
import { alone } from '../registry/settle'
import { updateRows } from '../registry/table'
import { cardOf } from './card'
import { findCall } from './change-call'
import { mailsOf, tokensOf } from './due'
import { datedOf } from './send-due'
import { demandManager, settle } from './settle'
import { plannedOf, readWorld } from './world'

/** Throws `MAY_NOT_MANAGE`, `NOT_IN_DOUBT`, `TOO_LATE`, `CALL_NOT_FOUND`. */
export function settleMail({ messageId, as }: Params<'settleDoubt'>, caller: Caller): Answer<'openCall'> {
  const settings = demandManager(caller)
  const keyOf = ({ alertId }: OutboxRow): { callId: string; key: string } => {
    const [callId = ''] = alertId.split(' ')
    return { callId, key: alertId.slice(callId.length + 1) }
  }
  const isOver = (message: OutboxRow): boolean => {
    const { callId, key } = keyOf(message)
    const { row, series } = findCall(callId, settings)
    const planned = plannedOf(readWorld(caller.email, settings, caller.now), series, row)
    const mail = mailsOf(datedOf(planned)).find((one) => one.key === key)
    return !mail || mail.until <= caller.now
  }
  // While its key stands under Told it is done with, whatever the Outbox says.
  const goOn = (message: OutboxRow): void => {
    const { callId, key } = keyOf(message)
    updateRows('calls', (rows) => {
      const told = tokensOf(rows.find((row) => row.id === callId)?.told ?? '')
      return new Map(told.includes(key) ? [[callId, { told: told.filter((token) => token !== key).join('; ') }]] : [])
    })
  }
  const { row } = alone(() =>
    settleMessage(messageId, as, caller.email, isOver, as === 'send it again' ? goOn : undefined),
  )
  return cardOf(settle(caller, settings), keyOf(row).callId)
}
