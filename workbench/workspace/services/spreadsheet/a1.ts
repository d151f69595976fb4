/** Rectangles of cells and their A1 notation. Inside the workspace everything counts from 0. */
export interface Rect {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const rectOf = (row: number, column: number, rows = 1, columns = 1): Rect => ({ row, column, rows, columns })

export const overlap = (a: Rect, b: Rect): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

/** `A` → 0, `AA` → 26. */
export function columnNumber(letters: string): number {
  let n = 0
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64
  return n - 1
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** `B2`, `B2:C5`. */
export const rectName = (r: Rect): string =>
  r.rows === 1 && r.columns === 1
    ? cellName(r.row, r.column)
    : `${cellName(r.row, r.column)}:${cellName(r.row + r.rows - 1, r.column + r.columns - 1)}`

export interface NamedRect {
  /** The tab before the `!`, if there is one. */
  readonly tab: string | null
  readonly rect: Rect
}

const CORNER = /^([A-Za-z]{0,3})(\d{0,7})$/

/** Reads `A1`, `A1:B2`, `A:B`, `2:3`, `A2:C`, `'My tab'!A1`; `size` closes what is left open. Null: not a range. */
export function readA1(text: string, size: { rows: number; columns: number }): NamedRect | null {
  const split = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim())
  const tab = split ? (split[1]?.replace(/''/g, "'") ?? split[2] ?? null) : null
  const [from = '', to = from, more] = (split?.[3] ?? text.trim()).replace(/\$/g, '').split(':')
  const a = CORNER.exec(from)
  const b = CORNER.exec(to)
  if (more !== undefined || !a || !b || from === '' || to === '') return null
  const open = from.length > 0 && (!a[1] || !a[2] || !b[1] || !b[2])
  if (open && !text.includes(':')) return null
  const c1 = a[1] ? columnNumber(a[1]) : 0
  const c2 = b[1] ? columnNumber(b[1]) : size.columns - 1
  const r1 = a[2] ? Number(a[2]) - 1 : 0
  const r2 = b[2] ? Number(b[2]) - 1 : size.rows - 1
  const row = Math.min(r1, r2)
  const column = Math.min(c1, c2)
  if (row < 0) return null
  return { tab, rect: rectOf(row, column, Math.abs(r2 - r1) + 1, Math.abs(c2 - c1) + 1) }
}
