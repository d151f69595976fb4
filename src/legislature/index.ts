/** The legislators: brought in from Open States, with the phones that people add. */
import type { Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { updateRows } from '../registry/table'
import { toPhoneNumber } from './phone'

export { commitLegislators, legislatorTables } from './bring-in'

/** Keeps a legislator’s phone as a person typed it; '' takes it away. Throws `BAD_PHONE`, `LEGISLATOR_GONE`. */
export function setPhone({ legislatorId, phone }: Params<'setPhone'>, caller: Caller): { phone: string } {
  const capitolPhone = toPhoneNumber(phone)
  const { missing } = updateRows('legislators', new Map([[legislatorId.trim(), { capitolPhone }]]))
  if (missing.length > 0)
    throw new Fault(
      'LEGISLATOR_GONE',
      'This legislator is no longer in the Legislators tab.',
      'Bring in the legislators again, then type the number.',
    )
  log(caller.email, 'set a phone', legislatorId, capitolPhone)
  return { phone: capitolPhone }
}
