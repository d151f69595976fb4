/** From a seed to a scene, what the two accounts ask for one after the other, and what goes wrong meanwhile. */
import type { MessageKey } from '../../workbench/workspace/messages'
import { Random } from '../../workbench/workspace/random'
import type { Act, Leg, Misfortune, Request, Tab, Where, Who } from './misfortune'
import type { SceneNumbers } from './scene'

export interface Schedule {
  readonly scene: SceneNumbers
  readonly legs: readonly Leg[]
}

const CALLS = [
  ['Drafts.create', 8],
  ['Drafts.send', 8],
  ['Drafts.', 12],
  ['setValues', 6],
  ['flush', 5],
  ['getValues', 8],
  ['insertRows', 2],
  ['Lock', 6],
  ['MailApp', 1],
  ['Properties', 2],
  ['UrlFetch', 1],
  ['', 90],
] as const

const ERRORS: readonly MessageKey[] = ['serverError', 'serviceUnavailable', 'sheetsTimedOut', 'rateLimit', 'notFound']

/** What kinds of misfortune a seed knows: one to three of these. */
const THEMES = ['kills', 'errors', 'rows', 'columns', 'ambush', 'two', 'time', 'people', 'hands'] as const
type Theme = (typeof THEMES)[number]

class Maker {
  constructor(
    private readonly random: Random,
    private readonly alerts: number,
  ) {}

  by(chance: number): boolean {
    return this.random.next() < chance
  }

  private part(): number {
    return Math.round(this.random.next() * 1000) / 1000
  }

  private who(): Who {
    return this.by(0.5) ? 'maya' : 'noor'
  }

  private tab(): Tab {
    return this.by(0.7) ? 'Outbox' : this.random.pick(['Alerts', 'Alerts', 'People', 'Log'])
  }

  private where(): Where {
    const [call, most] = this.random.pick(CALLS)
    return { call, nth: this.random.int(1, most), when: this.by(0.6) ? 'before' : 'after' }
  }

  request(): Request {
    const alert = this.random.int(0, this.alerts - 1)
    const by = this.who()
    if (this.by(0.2)) return { do: 'wait', minutes: this.random.pick([5, 5, 10, 40]) }
    if (this.by(0.06)) return { do: 'operator', by }
    if (this.by(0.08)) return { do: 'cancel', by, alert }
    return { do: this.by(0.15) ? 'approve' : 'lot', by, alert }
  }

  private rows(): Act {
    const { random } = this
    const tab = this.tab()
    if (this.by(0.5)) return { do: 'sort', tab, column: random.int(1, 14), up: this.by(0.5) }
    if (this.by(0.8)) return { do: 'insert rows', tab, at: this.part(), count: random.int(1, 2) }
    return { do: 'delete row', tab: this.by(0.7) ? 'Outbox' : 'Log', at: this.part() }
  }

  private columns(): Act {
    const tab = this.tab()
    const calls = this.random.int(1, 60)
    const at = this.part()
    if (this.by(0.3)) return { do: 'insert column', tab, at }
    if (this.by(0.4)) return { do: 'move column', tab, at, to: this.part() }
    return { do: this.by(0.7) ? 'rename column' : 'delete column', tab, at, calls }
  }

  private act(theme: Theme): Act {
    const { random } = this
    switch (theme) {
      case 'errors':
        return { do: 'fail', as: random.pick(ERRORS), times: random.pick([1, 1, 2, 5, 40]) }
      case 'rows':
        return this.rows()
      case 'columns':
        return this.columns()
      case 'time':
        return this.by(0.4)
          ? { do: 'slow', seconds: random.pick([20, 100, 250, 400]) }
          : this.by(0.4)
            ? { do: 'clock', ms: random.int(-2000, 4000) }
            : { do: 'quota', left: random.pick([0, 0, 10, 12, 20]) }
      case 'people':
        return { do: random.pick(['opt out', 'opt out', 'away', 'group leaves']), at: this.part() }
      case 'hands':
        return { do: this.by(0.6) ? 'delete draft' : 'clear state', at: this.part() }
      default:
        return { do: 'kill' }
    }
  }

  misfortune(theme: Theme, others: readonly Theme[]): Misfortune {
    const at = this.where()
    if (theme === 'two') {
      const strikes = this.by(0.5) ? [this.misfortune(this.random.pick(others), ['kills'])] : []
      return { at, act: { do: 'other', request: this.request(), strikes } }
    }
    if (theme !== 'ambush') return { at, act: this.act(theme) }
    // Somebody moves something right before a write, and the run dies soon after it.
    const dies: Where = {
      call: this.random.pick(['flush', 'getValues', '']),
      nth: this.random.int(1, 2),
      when: 'after',
    }
    return {
      at: { call: 'setValues', nth: this.random.int(1, 6), when: 'before' },
      act: this.by(0.85) ? this.rows() : this.columns(),
      next: { at: dies, act: { do: 'kill' } },
    }
  }
}

export function scheduleOf(seed: number): Schedule {
  const random = new Random(seed)
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 3; i++) random.next()
  const alerts = 2
  const maker = new Maker(random, alerts)
  const crowd = maker.by(0.12)
  const unknowns = {
    killLosesBuffer: maker.by(0.6),
    gmailCountsAsEmail: maker.by(0.7),
    textFormatStopsFormulas: maker.by(0.5),
    apostropheIsStored: maker.by(0.3),
    gmailIndexDelayMs: random.pick([0, 0, 60_000, 30 * 60_000]),
  }
  const themes = Array.from({ length: random.int(1, 3) }, () => random.pick(THEMES))
  const first: Request[] = [
    ...(maker.by(0.8) ? [{ do: 'approve', by: 'maya', alert: 0 } as const] : []),
    ...(maker.by(0.4) ? [{ do: 'approve', by: maker.by(0.5) ? 'maya' : 'noor', alert: 1 } as const] : []),
  ]
  const requests = [...first, ...Array.from({ length: random.int(2, 6) }, () => maker.request())]
  const legs = requests.map((request) => ({
    request,
    strikes: Array.from({ length: random.pick([0, 1, 1, 2, 2, 3, 4]) }, () =>
      maker.misfortune(random.pick(themes), themes),
    ),
  }))
  const scene = { seed: random.int(1, 1e9), crowd, unknowns, channels: maker.by(0.5) }
  // What came later is drawn last, so that a seed stays what it was but for that.
  const mailApp: Pick<SceneNumbers, 'mailApp'> = maker.by(0.2)
    ? { mailApp: random.pick(['maya', 'noor', 'both'] as const) }
    : {}
  if (!maker.by(0.3)) return { scene: { ...scene, ...mailApp }, legs }
  // A timer does not run for an account that has refused a permission: the operator grants all where the timer is to act.
  const noor = mailApp.mailApp ? { mailApp: 'noor' as const } : {}
  return { scene: { ...scene, channels: false, ...noor }, legs: withAnswers(legs, random, maker, themes) }
}

/** Answers come in between, hours pass, and the timer does what follows. The operator stays: answers are in her mailbox. */
function withAnswers(legs: readonly Leg[], random: Random, maker: Maker, themes: readonly Theme[]): Leg[] {
  const quiet = (request: Request): Leg => ({ request, strikes: [] })
  const answer = (): Leg =>
    quiet({
      ...{ do: 'answer', alert: random.int(0, 1), at: random.next(), authentic: maker.by(0.8) },
      words: random.pick(['HAVE IT', 'IN', 'OUT', 'DONE 3', 'OPT OUT'] as const),
    })
  const hours = (): Leg => ({
    request: { do: 'wait', minutes: random.pick([10, 25, 60, 180]) },
    strikes: Array.from({ length: random.pick([0, 1, 2]) }, () => maker.misfortune(random.pick(themes), themes)),
  })
  const stays = legs.filter(({ request }) => request.do !== 'operator')
  const sends = [0, 1].map((alert) => quiet({ do: 'lot', by: 'maya', alert }))
  const goesOn = Array.from({ length: random.int(2, 4) }, () => [
    ...Array.from({ length: random.int(0, 3) }, answer),
    hours(),
  ])
  return [...stays, ...sends, ...goesOn.flat()]
}
