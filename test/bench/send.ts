/**
 * An alert to so many people, from approval to the last mail: in cohorts, one mail each, and beside them what merging row by
 * row costs.
 */

import type { Workspace } from '../../workbench/workspace/workspace'
import { ask, draft, MAYA, network, rowsIn, typeSetting } from '../src/alerts/world'
import { type Measured, measure } from './measure'

const DAY = 24 * 3_600_000
/** A year: nothing expires on the way. */
const ACT_BY = '2027-11-22T18:00'

interface Line {
  bench: 'send'
  people: number
  account: 'consumer' | 'workspace'
  mode: 'cohort' | 'personal'
  messages: number
  /** Preview and approval. */
  prepareCalls: number
  sendCalls: number
  calls: Measured['calls']
  executions: number
  /** While runs ran, not while they waited for quota. */
  modelledMinutes: number
  daysOfQuota: number
  /** Service calls of merging row by row, for each of ours. */
  rowByRowTimes: number
}

const sum = ({ calls }: Measured): number => Object.values(calls).reduce((all, n) => all + n, 0)

/** Merging row by row so that a stopped run shows where: a mail, its cell, the mark, a flush; the table is read once. */
const rowByRow = (people: number): number => 4 * people + 4

/** Goes on lot after lot; where the day's mails are used up, a day later. Gives the days it took. */
function sendAll(ws: Workspace, alertId: string, count: <T>(work: () => T) => T): number {
  const began = ws.clock.now
  for (let last = -1; ; ) {
    const progress = count(() => ask(ws, MAYA, 'sendLot', { alertId }))
    if (progress.done) return Math.floor((ws.clock.now - began) / DAY) + 1
    if (progress.sent === last) {
      // Nobody’s timer at work: what is counted is this alert alone.
      for (const timer of ws.state.timers.records) timer.disabled = true
      ws.advance(DAY)
    }
    last = progress.sent
  }
}

export function benchSend(people: number, account: Line['account'], mode: Line['mode']): Line {
  const ws = network(people)
  ws.account(MAYA).kind = account
  // One person prepares and approves here.
  typeSetting(ws, 'Second person over', String(people))
  for (const timer of ws.state.timers.records) timer.disabled = true
  const timed = (work: (count: <T>(ask: () => T) => T) => void): { measured: Measured; ranMs: number } => {
    let ranMs = 0
    const measured = measure(ws, (request) =>
      work((ask) => {
        const began = ws.clock.now
        const answer = request(ask)
        ranMs += ws.clock.now - began
        return answer
      }),
    )
    return { measured, ranMs }
  }
  let alertId = ''
  let days = 0
  const prepared = timed((count) => {
    const seen = count(() => ask(ws, MAYA, 'previewAlert', draft({ mode, actBy: ACT_BY })))
    alertId = seen.alertId
    count(() => ask(ws, MAYA, 'approveAlert', { alertId, seal: seen.seal }))
  })
  const dispatched = timed((count) => {
    days = sendAll(ws, alertId, count)
  })
  const rows = rowsIn(ws, 'outbox')
  const sent = rows.filter((row) => row.state === 'sent').reduce((sum, row) => sum + Number(row.to), 0)
  if (sent !== people) throw new Error(`${sent} of ${people} have it`)
  const sendCalls = sum(dispatched.measured)
  return {
    bench: 'send',
    people,
    account,
    mode,
    messages: rows.length,
    prepareCalls: sum(prepared.measured),
    sendCalls,
    calls: dispatched.measured.calls,
    executions: prepared.measured.requests + dispatched.measured.requests,
    modelledMinutes: Math.round((prepared.ranMs + dispatched.ranMs) / 6_000) / 10,
    daysOfQuota: days,
    rowByRowTimes: Math.round((rowByRow(people) / sendCalls) * 10) / 10,
  }
}
