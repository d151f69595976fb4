/** What may go wrong, as plain data: where it strikes, and what it is. Nothing here acts. */
import type { MessageKey } from '../../workbench/workspace/messages'

/** `call`: a part of `Service.Class.method`, '' any; the `nth` such call of a leg, or of what another account does. */
export interface Where {
  readonly call: string
  readonly nth: number
  readonly when: 'before' | 'after'
}

export type Who = 'maya' | 'noor'
export type Tab = 'Outbox' | 'Alerts' | 'People' | 'Log'

/** What a person or a run asks for, of the first or second alert. */
export type Request =
  | { readonly do: 'approve' | 'lot' | 'cancel'; readonly by: Who; readonly alert: number }
  | { readonly do: 'operator'; readonly by: Who }
  | { readonly do: 'wait'; readonly minutes: number }
  /** Somebody who has this alert answers it; `authentic`: Gmail confirms that it is from them. */
  | {
      readonly do: 'answer'
      readonly alert: number
      readonly at: number
      readonly words: 'HAVE IT' | 'IN' | 'OUT' | 'DONE 3' | 'OPT OUT'
      readonly authentic: boolean
    }

/** Places in a tab or a list are parts of it, from 0 to 1, so that they mean something however long it is. */
export type Act =
  | { readonly do: 'kill' }
  /** So many calls of this service in a row fail, this one first. */
  | { readonly do: 'fail'; readonly as: MessageKey; readonly times: number }
  | { readonly do: 'slow'; readonly seconds: number }
  /** The next run is on a machine whose clock is off. */
  | { readonly do: 'clock'; readonly ms: number }
  | { readonly do: 'quota'; readonly left: number }
  | { readonly do: 'sort'; readonly tab: Tab; readonly column: number; readonly up: boolean }
  | { readonly do: 'insert rows'; readonly tab: Tab; readonly at: number; readonly count: number }
  | { readonly do: 'delete row'; readonly tab: Tab; readonly at: number }
  | { readonly do: 'insert column'; readonly tab: Tab; readonly at: number }
  | { readonly do: 'move column'; readonly tab: Tab; readonly at: number; readonly to: number }
  /** Undone after so many calls. */
  | { readonly do: 'rename column'; readonly tab: Tab; readonly at: number; readonly calls: number }
  | { readonly do: 'delete column'; readonly tab: Tab; readonly at: number; readonly calls: number }
  | { readonly do: 'clear state'; readonly at: number }
  | { readonly do: 'delete draft'; readonly at: number }
  | { readonly do: 'opt out' | 'away' | 'group leaves'; readonly at: number }
  | { readonly do: 'other'; readonly request: Request; readonly strikes: readonly Misfortune[] }

export interface Misfortune {
  readonly at: Where
  readonly act: Act
  /** Comes after this one has struck; its calls are counted from there. */
  readonly next?: Misfortune
}

export interface Leg {
  readonly request: Request
  readonly strikes: readonly Misfortune[]
}

const percent = (part: number): string => `${Math.round(part * 100)} %`

export function tellRequest(r: Request): string {
  if (r.do === 'wait') return `${r.minutes} minutes pass`
  if (r.do === 'answer')
    return `who has alert ${r.alert + 1} (${percent(r.at)}) answers ${r.words}${r.authentic ? '' : ', unconfirmed'}`
  return r.do === 'operator' ? `${r.by} becomes operator` : `${r.by}: ${r.do} alert ${r.alert + 1}`
}

function tellAct(a: Act): string {
  switch (a.do) {
    case 'fail':
      return `${a.times} fail with ${a.as}`
    case 'slow':
      return `takes ${a.seconds} s`
    case 'clock':
      return `clock ${a.ms} ms`
    case 'quota':
      return `quota falls to ${a.left}`
    case 'sort':
      return `sort ${a.tab} by column ${a.column}${a.up ? '' : ', downward'}`
    case 'insert rows':
      return `insert ${a.count} rows in ${a.tab} at ${percent(a.at)}`
    case 'move column':
      return `move column ${percent(a.at)} of ${a.tab} to ${percent(a.to)}`
    case 'rename column':
    case 'delete column':
      return `${a.do} ${percent(a.at)} of ${a.tab} for ${a.calls} calls`
    case 'other':
      return `meanwhile (${tellRequest(a.request)}${a.strikes.map((s) => `; ${tell(s)}`).join('')})`
    default:
      return `${a.do}${'tab' in a ? ` in ${a.tab}` : ''}${'at' in a ? ` at ${percent(a.at)}` : ''}`
  }
}

export function tell({ at, act, next }: Misfortune): string {
  const here = `${at.when} the ${at.nth}. ${at.call || 'call'}: ${tellAct(act)}`
  return next ? `${here}, then ${tell(next)}` : here
}
