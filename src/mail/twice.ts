/** What the sheet refuses once it may take a moment later. Only for work that comes to the same when done twice. */
export function twice<T>(work: () => T): T {
  try {
    return work()
  } catch {
    return work()
  }
}
