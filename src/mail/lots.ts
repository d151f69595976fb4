/** How many addresses a message, and how many messages a day, can take. Pure. */

/** Addresses of one message: the platform takes 50 in all. */
export const MAX_TO = 49

export const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** Which of these still fit, taken in order; one that is too big is passed over for the smaller ones behind it. */
export function fitting<T>(items: readonly T[], sizeOf: (item: T) => number, room: number): T[] {
  let left = room
  return items.filter((item) => {
    if (sizeOf(item) > left) return false
    left -= sizeOf(item)
    return true
  })
}

/** Recipients that may be mailed now: what Google says is left, without the reserve; all where it does not say. */
export const roomOf = (left: number | null, reserve: number): number =>
  left === null ? Number.POSITIVE_INFINITY : Math.max(0, left - reserve)
