/** Why a group is not mapped, and what to do: both in one cell that people can read. */
const ARROW = ' → '

export const noteOf = (why: string, next: string): string => (why ? why + ARROW + next : '')

export function readNote(note: string): { why: string; next: string } {
  const [why = '', ...next] = note.split(ARROW)
  return { why, next: next.join(ARROW) }
}
