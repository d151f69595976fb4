/** Google's enums: constants that are neither strings nor numbers, but print and stringify as their name. */
export interface EnumValue {
  name(): string
  ordinal(): number
  compareTo(other: EnumValue): number
  toString(): string
  toJSON(): string
}

/**
 * One object a name; call it once per enumeration, values are compared by identity. `T` is the enum's own type in the
 * typings, which exists at compile time only: `enumOf<typeof GoogleAppsScript.Script.AuthMode>('NONE', …)`.
 */
export function enumOf<T = Readonly<Record<string, EnumValue>>>(...names: string[]): T {
  const values: Record<string, EnumValue> = {}
  names.forEach((name, index) => {
    values[name] = Object.freeze({
      name: () => name,
      ordinal: () => index,
      compareTo: (other: EnumValue) => index - other.ordinal(),
      toString: () => name,
      toJSON: () => name,
    })
  })
  return Object.freeze(values) as T
}
