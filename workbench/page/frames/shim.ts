/**
 * What Google puts into a page before its own scripts: `google.script.run` and `google.script.host`. It is sent into the
 * frame as text (`shimText`), so nothing outside the function may be named in it.
 */

/** From the frame to the page around it. */
export type FromFrame =
  | { kind: 'call'; call: number; name: string; args: unknown[] }
  | { kind: 'close' }
  | { kind: 'focus' }
  | { kind: 'size'; width?: number; height?: number }
  /** The person wants to go on to the next part of the page (F6). */
  | { kind: 'leave'; back: boolean }

/** The answer to one call. */
export interface ToFrame {
  call: number
  value?: unknown
  error?: string
}

function shim(names: string[], channel: string, origin: string): void {
  const post = (message: object): void => parent.postMessage({ channel, ...message }, '*')

  /** Google takes numbers, booleans, text, null and plain objects and lists of those; a form only by itself. */
  const checked = (value: unknown, key: string): unknown => {
    const bad = (): never => {
      throw new TypeError(`Failed due to illegal value in property: ${key}`)
    }
    const seen: unknown[] = []
    const look = (v: unknown, inList: boolean): unknown => {
      if (v === undefined) return inList ? null : undefined
      if (v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean') return v
      if (typeof v !== 'object') return bad()
      if (v instanceof Date || v instanceof Node || v === window) return bad()
      if (seen.includes(v)) throw new TypeError('Failed due to circular reference.')
      seen.push(v)
      let copy: unknown
      if (Array.isArray(v)) copy = v.map((item) => look(item, true))
      else {
        const made: Record<string, unknown> = {}
        for (const name of Object.keys(v)) {
          const inner = look((v as Record<string, unknown>)[name], false)
          if (inner !== undefined) made[name] = inner
        }
        copy = made
      }
      seen.pop()
      return copy
    }
    if (value instanceof HTMLFormElement) {
      const fields: Record<string, unknown> = {}
      new FormData(value).forEach((field, name) => {
        fields[name] = typeof field === 'string' ? field : field.name
      })
      return fields
    }
    return look(value, true)
  }

  interface Handlers {
    success?: (value: unknown, user: unknown) => void
    failure?: (error: Error, user: unknown) => void
    user?: unknown
  }
  const waiting: Record<number, Handlers> = {}
  const queue: object[] = []
  let serial = 0
  let flying = 0
  /** Ten calls at a time, as in the field; the eleventh waits. */
  const fly = (): void => {
    while (flying < 10 && queue.length > 0) {
      flying += 1
      post(queue.shift() as object)
    }
  }

  const runner = (handlers: Handlers): object => {
    const made: Record<string, unknown> = {}
    for (const name of names)
      made[name] = (...args: unknown[]): void => {
        serial += 1
        const call = serial
        const clean = args.map((arg, i) => checked(arg, String(i)))
        waiting[call] = handlers
        queue.push({ kind: 'call', call, name, args: clean })
        fly()
      }
    const chain = (key: keyof Handlers) => (value: unknown) => runner({ ...handlers, [key]: value })
    Object.defineProperties(made, {
      withSuccessHandler: { value: chain('success') },
      withFailureHandler: { value: chain('failure') },
      withUserObject: { value: chain('user') },
    })
    return made
  }

  addEventListener('message', (event: MessageEvent) => {
    if (event.source !== parent || !event.data || event.data.channel !== channel) return
    const answer = event.data as { call: number; value?: unknown; error?: string }
    const handlers = waiting[answer.call]
    if (!handlers) return
    delete waiting[answer.call]
    flying -= 1
    fly()
    if (answer.error === undefined) handlers.success?.(answer.value, handlers.user)
    else {
      const error = new Error(answer.error)
      error.name = 'ScriptError'
      if (handlers.failure) handlers.failure(error, handlers.user)
      else console.error(error)
    }
  })
  addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return
    event.preventDefault()
    post({ kind: 'leave', back: event.shiftKey })
  })

  const google = {
    script: {
      run: runner({}),
      host: {
        origin,
        close: () => post({ kind: 'close' }),
        setWidth: (width: number) => post({ kind: 'size', width }),
        setHeight: (height: number) => post({ kind: 'size', height }),
        editor: { focus: () => post({ kind: 'focus' }) },
      },
    },
  }
  Object.defineProperty(window, 'google', { value: google, configurable: true })
}

/**
 * The page of the script with the shim in front of everything else. `names`: functions of the script; `channel`: known
 * to this frame only.
 */
export function framed(html: string, names: readonly string[], channel: string, origin: string): string {
  const args = [names, channel, origin].map((arg) => JSON.stringify(arg).replace(/</g, '\\u003c')).join(',')
  const script = `<script>(${shim.toString()})(${args})</script><base target="_blank">`
  const head = /<head[^>]*>/i.exec(html)
  if (head) return html.slice(0, head.index + head[0].length) + script + html.slice(head.index + head[0].length)
  const start = /<!doctype[^>]*>(\s*<html[^>]*>)?/i.exec(html)
  const at = start ? start.index + start[0].length : 0
  return html.slice(0, at) + script + html.slice(at)
}
