/** Bringing in legislators as the page does: ask for file and tab, plan, send the rows. */
import type { FaultShape, Params } from '../../src/contract'
import { Fault } from '../../src/fault'
import { type LegislatorNews, planLegislators } from '../../src/legislature/in-page'
import { type Desk, Refused } from './desk'

type Asks = Pick<Desk, 'ask'>

/** What a press on *Import legislators* sends. Throws a `Fault` where the file cannot be trusted. */
export const plannedLegislators = (desk: Asks, email: string): Params<'commitLegislators'> => ({
  rows: planLegislators(desk.ask(email, 'legislatorTables', {})).rows,
})

/** The whole import; gives what a person is told. */
export function importLegislators(desk: Asks, email: string): LegislatorNews {
  const { rows, news } = planLegislators(desk.ask(email, 'legislatorTables', {}))
  desk.ask(email, 'commitLegislators', { rows })
  return news
}

/** The fault of an import that must fail, whether the page or the server finds it. */
export function importFault(desk: Asks, email: string): FaultShape {
  try {
    importLegislators(desk, email)
  } catch (error) {
    if (error instanceof Refused) return error.fault
    if (error instanceof Fault) return { code: error.code, message: error.message, next: error.next }
    throw error
  }
  throw new Error('the import should have been refused')
}
