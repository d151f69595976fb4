/** The header block of a message, field by field, as it lies in the mailbox. */
export interface Field {
  readonly name: string
  /** Unfolded: on one line. */
  readonly value: string
  /** The lines as they stand, without the last line break. */
  readonly text: string
}

export interface Split {
  readonly fields: Field[]
  readonly body: string
}

/** Line breaks become CRLF, as mail servers store them. */
export const withCrlf = (raw: string): string => raw.replace(/\r?\n/g, '\r\n')

export function splitMessage(raw: string): Split {
  const end = /\r?\n\r?\n/.exec(raw)
  const startsEmpty = /^\r?\n/.exec(raw)
  const [block, body] = startsEmpty
    ? ['', raw.slice(startsEmpty[0].length)]
    : end
      ? [raw.slice(0, end.index), raw.slice(end.index + end[0].length)]
      : [raw, '']
  const fields: Field[] = []
  for (const text of block.split(/\r?\n(?![ \t])/)) {
    const colon = text.indexOf(':')
    if (colon < 1) continue
    const value = text
      .slice(colon + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim()
    fields.push({ name: text.slice(0, colon).trim(), value, text })
  }
  return { fields, body }
}

export const joinMessage = (lines: readonly string[], body: string): string => `${lines.join('\r\n')}\r\n\r\n${body}`

/** All values of a field, whatever the case of its name. */
export const fieldValues = (fields: readonly Field[], name: string): string[] =>
  fields.filter((f) => f.name.toLowerCase() === name.toLowerCase()).map((f) => f.value)

export const fieldValue = (fields: readonly Field[], name: string): string => fieldValues(fields, name)[0] ?? ''
