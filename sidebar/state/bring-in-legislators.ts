/** One import of legislators: the sheet fetches the file, this page plans, the sheet writes. */
import { type LegislatorNews, planLegislators } from '../../src/legislature/in-page'
import { call } from '../call'

/** Rejects with a `CallFault`, or a `Fault` where the file cannot be trusted: then nothing was written. */
export async function bringInLegislators(): Promise<LegislatorNews> {
  const { rows, news } = planLegislators(await call('legislatorTables', {}))
  await call('commitLegislators', { rows })
  return news
}
