/** The caller's own timed triggers for `handler`: other people's are invisible to everyone but them. */
const own = (handler: string) => ScriptApp.getProjectTriggers().filter((t) => t.getHandlerFunction() === handler)

export const hasTimer = (handler: string): boolean => own(handler).length > 0

/**
 * Leaves exactly one timer of this handler for the caller. Asks for every permission of the manifest first: a timer
 * whose owner has not granted all of them never runs, and says so nowhere.
 */
export function installTimer(handler: string, everyMinutes: 1 | 5 | 10 | 15 | 30): void {
  const [first, ...extra] = own(handler)
  for (const trigger of extra) ScriptApp.deleteTrigger(trigger)
  if (first) return
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)
  ScriptApp.newTrigger(handler).timeBased().everyMinutes(everyMinutes).create()
}

export function removeTimers(handler: string): void {
  for (const trigger of own(handler)) ScriptApp.deleteTrigger(trigger)
}
