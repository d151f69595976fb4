/** What a script sees when a service refuses: `name` is `Exception`, the message is in the user's language. */
export class ScriptError extends Error {
  override name = 'Exception'
}

/**
 * The run is over: no more time, or a test killed it. Scripts can catch what JavaScript throws, so the gate also
 * answers every later call of a dead run with this, before any effect: `catch` and `finally` change nothing any more.
 */
export class RunKilled extends Error {
  override name = 'RunKilled'
}

/** The add-on uses a part of Google's services that the workbench does not have. */
export class NotEmulated extends Error {
  constructor(what: string) {
    super(`not emulated: ${what}`)
    this.name = 'NotEmulated'
  }
}

/** Wraps an emulated object: a method it lacks throws `not emulated: Class.method` instead of being undefined. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'toJSON' || key === 'then')
        return Reflect.get(target, key, receiver)
      throw new NotEmulated(`${name}.${key}`)
    },
  })
}

/** As `strict`, for objects of many methods: each part is made when one of its methods is first asked for. */
export function strictParts<T extends object>(name: string, parts: readonly (() => Partial<T>)[]): T {
  const made: Partial<T>[] = []
  return new Proxy({} as T, {
    get(_target, key) {
      for (const [i, make] of parts.entries()) {
        const part = (made[i] ??= make())
        if (key in part) return part[key as keyof T]
      }
      if (key === 'toString') return () => name
      if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined
      throw new NotEmulated(`${name}.${key}`)
    },
  })
}
