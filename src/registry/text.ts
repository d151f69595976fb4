/**
 * Text that can stand in a cell. What would be taken for a formula is written behind an apostrophe. Whether the sheet
 * keeps that apostrophe as part of the value is told both ways; what is read here is the same either way. Pure.
 */
/** What a cell can hold. */
export const CELL_LIMIT = 50_000

const RISKY = /^[=+\-@\t\r\n]/
/** Characters no sheet keeps: controls other than tab and line feed, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNKEEPABLE = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu

/**
 * Text as it can stand in a sheet: line ends are line feeds, and apostrophes at the start mean only "this is text", so
 * `'=1` is `=1`, and of several before ordinary text one stays.
 */
export function plainText(text: string): string {
  const kept = text.replace(/\r\n?/g, '\n').replace(UNKEEPABLE, '')
  const rest = kept.replace(/^'+/, '')
  if (rest === kept) return kept
  return RISKY.test(rest) ? rest : `'${rest}`
}

const needsGuard = (text: string): boolean => RISKY.test(text) || text.startsWith("'")

/** Plain text as it is written: never a formula. */
export function guardText(text: string): string {
  const plain = plainText(text)
  return needsGuard(plain) ? `'${plain}` : plain
}

/** Plain text from a cell that may or may not have kept the guarding apostrophe. */
export function unguardText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n')
  return plain.startsWith("'") && needsGuard(plain.slice(1)) ? plain.slice(1) : plain
}
