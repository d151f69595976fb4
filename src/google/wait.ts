/** Lets time pass (at most 5 minutes at once, the platform’s limit). */
export const wait = (ms: number): void => {
  Utilities.sleep(Math.min(ms, 300_000))
}
