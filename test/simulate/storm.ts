/** Lets misfortunes strike at the service calls they are meant for, and keeps the record that the judge goes by. */
import type { Execution } from '../../workbench/workspace/execution'
import type { Hook, ServiceCall } from '../../workbench/workspace/gate'
import { boxOf } from '../../workbench/workspace/services/mail-server'
import type { Workspace } from '../../workbench/workspace/workspace'
import { Hands } from './hands'
import { type Misfortune, type Request, type Tab, tell } from './misfortune'
import type { Made } from './scene'

interface Strike {
  readonly what: Misfortune
  left: number
}

/** One mail that left. */
export interface Departure {
  /** Service calls before the run that sent it began, and before it was sent. */
  readonly runBegan: number
  readonly n: number
  /** When the run decided to send it. */
  readonly at: number
  readonly to: readonly string[]
  readonly raw: string
}

export class Storm implements Hook {
  readonly hands: Hands
  readonly departures: Departure[] = []
  readonly told: string[] = []
  readonly counts = { kills: 0, edits: 0, errors: 0, others: 0 }
  private frames: Strike[][] = []
  private readonly failing: { service: string; as: Misfortune['act'] & { do: 'fail' }; left: number }[] = []
  private readonly began = new WeakMap<Execution, number>()
  private readonly runs: Execution[] = []
  /** Runs in the middle of which people moved things, and in which tabs. */
  private readonly disturbed = new Map<Execution, Set<Tab>>()
  private sendAt = 0
  private quiet = 0
  private readonly cut = new Set<Tab>()

  constructor(
    private readonly ws: Workspace,
    made: Made,
    private readonly ask: (request: Request) => void,
  ) {
    this.hands = new Hands(ws, made)
  }

  /** Everything in `work` happens under these. */
  during(strikes: readonly Misfortune[], work: () => void): void {
    this.frames.push(strikes.map((what) => ({ what, left: what.at.nth })))
    work()
    this.frames.pop()
  }

  before(call: ServiceCall): void {
    if (this.quiet > 0) return
    if (!this.began.has(call.execution)) {
      this.began.set(call.execution, call.n - 1)
      this.runs.push(call.execution)
    }
    this.sendAt = this.ws.clock.now
    this.byHand(() => this.hands.undoDue())
    this.strike(call, 'before')
    this.fail(call)
  }

  after(call: ServiceCall): void {
    if (this.quiet > 0) return
    if (/Drafts\.send$|^sendEmail$/.test(call.method)) this.note(call)
    this.strike(call, 'after')
  }

  private note(call: ServiceCall): void {
    const mail = boxOf(this.ws, call.account)
      .messages.filter((m) => m.labelIds.includes('SENT'))
      .pop()
    if (!mail) return
    const runBegan = this.began.get(call.execution) ?? 0
    this.departures.push({ runBegan, n: call.n, at: this.sendAt, to: mail.envelope, raw: mail.raw })
  }

  private strike(call: ServiceCall, when: 'before' | 'after'): void {
    const frame = this.frames[this.frames.length - 1] ?? []
    const name = `${call.service}.${call.method}`
    const due: Misfortune[] = []
    for (const strike of frame) {
      if (strike.what.at.when !== when || !name.includes(strike.what.at.call) || strike.left === 0) continue
      strike.left -= 1
      if (strike.left === 0) due.push(strike.what)
    }
    for (const what of due) {
      if (what.next) frame.push({ what: what.next, left: what.next.at.nth })
      this.told.push(`${call.n} ${call.account.split('@')[0]} ${name}: ${tell({ at: what.at, act: what.act })}`)
      this.act(what, call)
    }
  }

  private act({ act, at }: Misfortune, call: ServiceCall): void {
    const { ws, counts } = this
    if (act.do === 'kill') {
      counts.kills += 1
      call.execution.kill()
    } else if (act.do === 'fail') {
      this.failing.push({ service: call.service, as: act, left: act.times })
      if (at.when === 'after') this.fail(call)
    } else if (act.do === 'slow') {
      ws.clock.pass(act.seconds * 1000)
    } else if (act.do === 'clock') {
      ws.clock.now += act.ms
    } else if (act.do === 'quota') {
      ws.quotas.set(call.account, 'email recipients', 100 - act.left)
    } else if (act.do === 'other') {
      counts.others += 1
      this.during(act.strikes, () => this.ask(act.request))
    } else {
      counts.edits += 1
      this.byHand(() => this.hands.do(act, call.account))
      if ('tab' in act)
        for (const execution of ws.running)
          this.disturbed.set(execution, (this.disturbed.get(execution) ?? new Set()).add(act.tab))
    }
  }

  /** What people do sets off triggers of its own: misfortune does not strike there. */
  private byHand(work: () => void): void {
    this.quiet += 1
    work()
    this.quiet -= 1
  }

  private fail(call: ServiceCall): void {
    const found = this.failing.find((f) => f.service === call.service && f.left > 0)
    if (!found) return
    found.left -= 1
    this.counts.errors += 1
    if (call.service !== 'Gmail') for (const tab of this.disturbed.get(call.execution) ?? []) this.cut.add(tab)
    throw this.ws.error(call.account, found.as.as, call.service)
  }

  /** A run in the middle of which somebody moved things in the sheet was stopped, so it could not put them right. */
  get torn(): boolean {
    return this.tornIn().size > 0
  }

  /** The same, and it was in this tab. */
  tore(tab: Tab): boolean {
    return this.tornIn().has(tab)
  }

  private tornIn(): Set<Tab> {
    return new Set([...this.cut, ...[...this.disturbed].flatMap(([run, tabs]) => (run.dead ? [...tabs] : []))])
  }

  /** A run of this account was stopped, or a call of it may have failed: what it had handed to MailApp nobody can see. */
  wasStopped(account: string): boolean {
    return this.counts.errors > 0 || this.runs.some((run) => run.dead && run.account === account)
  }

  /** The storm is over; what people still have to put right by hand, they do. */
  end(): void {
    this.frames = []
    this.failing.length = 0
    this.byHand(() => this.hands.undoAll())
  }
}
