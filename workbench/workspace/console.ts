/** `console` and `Logger`: lines in the run’s log. They pass no gate. */
import { strict } from './errors'
import type { RunHost } from './globals'

const show = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Object.prototype.toString.call(value) === '[object Error]') return String(value)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}

/** printf in the small: `%s`, `%d`, `%j` are filled in; what is left over is appended. */
export function formatLine(values: readonly unknown[]): string {
  const [first, ...rest] = values
  if (typeof first !== 'string') return values.map(show).join(' ')
  const text = first.replace(/%[sdifjo]/g, (mark) => (rest.length > 0 ? show(rest.shift()) : mark))
  return [text, ...rest.map(show)].join(' ')
}

/** What a run finds as `console` and `Logger`. */
export function makeLogging({ clock, log }: RunHost): { console: object; Logger: object } {
  const started = new Map<string, number>()
  const write =
    (level: string) =>
    (...values: unknown[]): void => {
      log.push(`${level}: ${formatLine(values)}`)
    }
  const console = strict('console', {
    log: write('debug'),
    info: write('info'),
    warn: write('warning'),
    error: write('error'),
    time: (label = 'default') => {
      started.set(label, clock.now)
    },
    timeEnd: (label = 'default') => write('debug')(`${label}: ${clock.now - (started.get(label) ?? clock.now)}ms`),
  })
  const own: string[] = []
  const Logger = strict('Logger', {
    log(...values: unknown[]) {
      write('info')(...values)
      own.push(formatLine(values))
      return Logger
    },
    getLog: () => own.join('\n'),
    clear: () => {
      own.length = 0
    },
  }) as object
  return { console, Logger }
}
