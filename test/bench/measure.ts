/** Measures what a piece of work costs: service calls by kind, modelled time, and time on this machine. */
import type { Workspace } from '../../workbench/workspace/workspace'

export interface Calls {
  sheet: number
  /** `fetchAll` is one call, however many addresses it asks. */
  fetch: number
  mail: number
  calendar: number
  /** Locks, properties, triggers, session. */
  other: number
}

export interface Measured {
  calls: Calls
  /** Requests of the sidebar it took. */
  requests: number
  /** Sheet calls of the request that made the most: this must not grow with the rows. */
  sheet_per_request: number
  modelled_s: number
  wall_ms: number
}

const KIND: Record<string, keyof Calls> = {
  SpreadsheetApp: 'sheet',
  UrlFetchApp: 'fetch',
  Calendar: 'calendar',
  Gmail: 'mail',
  GmailApp: 'mail',
  MailApp: 'mail',
}

function callsSoFar(workspace: Workspace): Calls {
  const calls: Calls = { sheet: 0, fetch: 0, mail: 0, calendar: 0, other: 0 }
  for (const [name, line] of workspace.meters) calls[KIND[name.slice(0, name.indexOf('.'))] ?? 'other'] += line.calls
  return calls
}

/** `work` gets a function that it puts round each request. */
export function measure(workspace: Workspace, work: (request: <T>(ask: () => T) => T) => void): Measured {
  const before = callsSoFar(workspace)
  const clock = workspace.clock.now
  const wall = performance.now()
  let requests = 0
  let most = 0
  work((ask) => {
    const sheet = callsSoFar(workspace).sheet
    const answer = ask()
    requests += 1
    most = Math.max(most, callsSoFar(workspace).sheet - sheet)
    return answer
  })
  const wall_ms = Math.round(performance.now() - wall)
  const after = callsSoFar(workspace)
  return {
    calls: {
      sheet: after.sheet - before.sheet,
      fetch: after.fetch - before.fetch,
      mail: after.mail - before.mail,
      calendar: after.calendar - before.calendar,
      other: after.other - before.other,
    },
    requests,
    sheet_per_request: most,
    modelled_s: Math.round((workspace.clock.now - clock) / 100) / 10,
    wall_ms,
  }
}
