/** Plays a schedule: the legs with their misfortunes, then fair weather until nothing moves any more. */
import type { AlertPreview, Answer, Draft, Params, Progress, RequestName } from '../../src/contract'
import type { Workspace } from '../../workbench/workspace/workspace'
import { MINUTE, rowsIn, SidebarFault } from '../src/alerts/world'
import { Answers } from './answers'
import type { Request } from './misfortune'
import { ACCOUNTS, ask, GROUP, goesTo, MAYA, type Made, makeUp, NOOR, slackOf, stage, whoShould } from './scene'
import type { Schedule } from './schedule'
import { Storm } from './storm'

/** One alert on its way, as its makers see it. */
export interface Course {
  readonly number: number
  alertId: string | null
  seal: string
  /** Who made it: an alert to a Group is for the other one to approve. */
  maker: string
  /** What a second person types. */
  people: number
  /** Who must and who may get it: what the network said in the leg that approved it, at every moment of it. */
  must: Set<string>
  may: Set<string>
  approved: boolean
  wanted: boolean
  /** Approving was answered with success, wherever its state may stand in the sheet right now. */
  answered: boolean
  /** Why it could not be approved, last. */
  refusal: string
  /** Service calls at the end of the request that cancelled it. */
  cancelledAt: number
}

export interface Ledger {
  readonly progress: Progress
  readonly rows: Answer<'alertLedger'>['rows']
  readonly alert: Record<string, unknown>
}

export interface Played {
  readonly ws: Workspace
  readonly made: Made
  readonly storm: Storm
  readonly courses: readonly Course[]
  /** Of each course that was approved, before and after a person has settled what is in doubt. */
  readonly ledgers: (Ledger | null)[]
  readonly settled: (Ledger | null)[]
  /** Requests that failed although the weather was fair. */
  readonly fairFaults: string[]
  readonly answers: Answers
  readonly schedule: Schedule
}

const BEYOND_DRAFT = ['approved', 'sending', 'sent', 'expired', 'cancelled']

const otherThan = (email: string): string => (email === MAYA ? NOOR : MAYA)
const emailOf = (who: 'maya' | 'noor'): string => (who === 'maya' ? MAYA : NOOR)

class Play {
  readonly made: Made
  readonly ws: Workspace
  readonly storm: Storm
  readonly courses: Course[]
  readonly answers: Answers
  readonly fairFaults: string[] = []
  private snapshots: Set<string>[][] = []
  private history: Set<string>[][] = []
  private looking = false
  private readonly lost = new Set<string>()

  constructor(readonly schedule: Schedule) {
    this.made = makeUp(schedule.scene)
    this.ws = stage(this.made, schedule.scene)
    this.courses = this.made.alerts.map((_, number) => ({
      number,
      alertId: null,
      seal: '',
      maker: '',
      people: 0,
      must: new Set(),
      may: new Set(),
      approved: false,
      wanted: false,
      answered: false,
      refusal: '',
      cancelledAt: Number.POSITIVE_INFINITY,
    }))
    this.storm = new Storm(this.ws, this.made, (request) => this.request(request))
    this.answers = new Answers(this.ws, this.made, this.storm)
    this.storm.hands.onNetwork = () => this.look()
    this.look()
    this.ws.hook = this.storm
  }

  private look(): void {
    const now = this.made.alerts.map((alert) => whoShould(alert, this.made))
    this.snapshots.push(now)
    this.history.push(now)
  }

  stateOf({ alertId }: Course): string {
    const rows = alertId ? rowsIn(this.ws, 'alerts') : []
    const own = rows.find((r) => r.id === alertId)
    // A state can stand beside another row for a moment: it says whose it is.
    const owner = (r: Record<string, unknown>): string => String(r.mark ?? '').replace(/ #\d+$/, '')
    const row = own && owner(own) && owner(own) !== alertId ? rows.find((r) => owner(r) === alertId) : own
    return String(row?.state ?? '')
  }

  /** Killed or failed: what the person sees is an error. Gives the fault where it is told in our words. */
  attempt(email: string, name: RequestName, params: Params<RequestName>): unknown {
    try {
      return ask(this.ws, email, name, params as never)
    } catch (error) {
      return error instanceof SidebarFault ? error : null
    }
  }

  request(r: Request): void {
    if (r.do === 'wait') {
      this.ws.advance(r.minutes * MINUTE)
      return
    }
    if (r.do === 'answer') {
      this.answers.answer(r, this.courses)
      return
    }
    const email = emailOf(r.by)
    if (r.do === 'operator') {
      this.attempt(email, 'becomeOperator', {})
      return
    }
    const course = this.courses[r.alert]
    if (!course) return
    if (r.do === 'approve') this.approve(course, email)
    else if (course.alertId)
      this.attempt(email, r.do === 'lot' ? 'sendLot' : 'cancelAlert', { alertId: course.alertId })
    if (r.do === 'cancel' && this.stateOf(course) === 'cancelled')
      course.cancelledAt = Math.min(course.cancelledAt, this.ws.callCount)
  }

  /** Looks, where nobody has looked yet or it has changed since, and approves. */
  approve(course: Course, asks: string): void {
    course.wanted = true
    // One person looks at a time: two who begin an alert each would make two.
    if (course.approved || (course.seal === '' && this.looking)) return
    const draft = this.made.alerts[course.number] as Draft
    const takesTwo = goesTo(draft, 'CH-001')
    if (course.seal === '') {
      this.looking = true
      const looks = takesTwo ? course.maker || otherThan(asks) : asks
      const seen = this.attempt(looks, 'previewAlert', { ...draft, alertId: course.alertId } as Params<'previewAlert'>)
      this.looking = false
      if (seen instanceof SidebarFault) course.refusal = seen.message
      if (seen === null || seen instanceof SidebarFault) return
      const { alertId, seal, second } = seen as AlertPreview
      Object.assign(course, { alertId, seal, maker: course.maker || looks, people: second?.people ?? 0 })
    }
    const { alertId, seal, people } = course
    const email = takesTwo ? otherThan(course.maker) : asks
    const done = this.attempt(email, 'approveAlert', { alertId: alertId ?? '', seal, people })
    // A run that was stopped may have approved it, and another gone on with it.
    if (['approved', 'sending', 'sent'].includes(String((done as Progress | null)?.state))) course.answered = true
    if (done instanceof SidebarFault) Object.assign(course, { seal: '', refusal: done.message })
  }

  /** Something is done during which the network may change; an alert that is approved in it was approved for that. */
  leg(work: () => void): void {
    this.snapshots = this.snapshots.slice(-1)
    work()
    this.lookAtHome()
    this.answers.look(this.courses)
    for (const course of this.courses) {
      const stands = BEYOND_DRAFT.includes(this.stateOf(course))
      if (course.approved || (!stands && !course.answered)) continue
      if (!course.wanted || course.cancelledAt < Number.POSITIVE_INFINITY) continue
      course.approved = true
      // One whose state stands beside its row may have been approved earlier.
      const seen = (stands ? this.snapshots : this.history).map((s) => s[course.number] ?? new Set<string>())
      course.may = new Set(seen.flatMap((s) => [...s]))
      course.must = new Set([...course.may].filter((a) => seen.every((s) => s.has(a))))
    }
  }

  /** In fair weather everything that is asked for works. */
  fair(email: string, name: RequestName, params: Params<RequestName>): unknown {
    const answer = this.attempt(email, name, params)
    if (answer === null || answer instanceof SidebarFault)
      this.fairFaults.push(`${name} by ${email}: ${answer ? answer.message : 'the run failed'}${this.atHome(answer)}`)
    return answer
  }

  /** Where an approved alert is gone, Home tells whoever looks before its act-by. */
  private lookAtHome(): void {
    const standing = new Set(rowsIn(this.ws, 'alerts').map((row) => row.id))
    if (this.courses.every(({ alertId }) => !alertId || standing.has(alertId))) return
    const home = this.attempt(MAYA, 'home', {}) as Answer<'home'> | SidebarFault | null
    if (home && !(home instanceof SidebarFault)) for (const { alertId } of home.lost ?? []) this.lost.add(alertId)
  }

  private atHome(fault: SidebarFault | null): string {
    if (fault?.fault.code !== 'ALERT_NOT_FOUND') return ''
    this.lookAtHome()
    return [...this.lost].some((id) => fault.message.includes(id)) ? ', as Home says' : ''
  }

  settle(): void {
    this.leg(() => {
      for (const course of this.courses) {
        for (let i = 0; i < 3 && course.wanted && !course.approved; i++) {
          if (course.answered || BEYOND_DRAFT.includes(this.stateOf(course))) break
          this.approve(course, MAYA)
        }
      }
    })
    this.goOn()
  }

  /** The timer and both accounts, until nothing waits. Between them hours pass, so that quota comes back. */
  goOn(): void {
    // Whatever was changed by hand, opening an alert brings its counters into line.
    const { moved, cleared } = this.storm.hands
    for (const { alertId } of this.courses.filter((c) => c.approved && (moved || cleared)))
      this.fair(MAYA, 'sendLot', { alertId: alertId ?? '' })
    for (const minutes of [0, 8, 8, 40, 8, 8, 25 * 60, 8, 8, 25 * 60, 8, 25 * 60, 8, 25 * 60, 8]) {
      this.ws.clock.now += minutes * MINUTE
      const open = this.courses.filter((c) => c.approved && this.isOpen(c))
      if (open.length === 0) return
      for (const { alertId } of open)
        for (const email of ACCOUNTS) this.fair(email, 'sendLot', { alertId: alertId ?? '' })
      if (minutes === 8) this.ws.advance(5 * MINUTE)
    }
  }

  private isOpen(course: Course): boolean {
    const { alertId } = course
    const row = rowsIn(this.ws, 'alerts').find((r) => r.id === alertId)
    if (row?.state === 'approved' || row?.state === 'sending' || Number(row?.doubt ?? 0) > 0) return true
    return rowsIn(this.ws, 'outbox').some(
      (r) => r.alertId === alertId && ['queued', 'claimed'].includes(String(r.state)),
    )
  }

  ledgers(): (Ledger | null)[] {
    return this.courses.map((course) => {
      if (!course.approved) return null
      const params = { alertId: course.alertId ?? '' }
      const progress = this.fair(MAYA, 'alertProgress', params) as Progress
      const ledger = this.fair(MAYA, 'alertLedger', params) as Answer<'alertLedger'>
      const alert = rowsIn(this.ws, 'alerts').find((r) => r.id === course.alertId) ?? {}
      return progress && ledger?.rows ? { progress, rows: ledger.rows, alert } : null
    })
  }

  /** A person who knows what arrived settles every doubt, and what has to go again goes. */
  settleDoubts(ledgers: readonly (Ledger | null)[], arrived: (number: number, address: string) => number): void {
    ledgers.forEach((ledger, number) => {
      for (const { messageId, to } of ledger?.progress.doubts ?? []) {
        const went = to.some((address) => arrived(number, address) > 0)
        const again = this.attempt(NOOR, 'settleDoubt', { messageId, as: went ? 'it went' : 'send it again' })
        if (again instanceof SidebarFault && again.fault.code === 'TOO_LATE')
          this.fair(NOOR, 'settleDoubt', { messageId, as: 'let it be' })
      }
    })
    this.goOn()
  }
}

/** Mails of an alert that an address has. */
export function mailsOf({ ws, made }: Pick<Played, 'ws' | 'made'>, number: number, address: string): number {
  const subject = `Subject: ${made.alerts[number]?.title}: please call`
  return ws.mailbox(address).filter((mail) => mail.raw.includes(subject)).length
}

/** Posts of an alert that the Google Group has taken. */
export function archivedOf({ ws, made }: Pick<Played, 'ws' | 'made'>, number: number): number {
  const subject = `Subject: ${made.alerts[number]?.title}: please call`
  return (ws.state.groups.groups[GROUP]?.archive ?? []).filter((post) => post.raw.includes(subject)).length
}

/** Posts of an alert in Slack, and when each came. */
export const slackPostsOf = ({ ws, made }: Pick<Played, 'ws' | 'made'>, number: number): number[] =>
  slackOf(ws)
    .posts.filter((post) => post.text.startsWith(`${made.alerts[number]?.title}: please call`))
    .map((post) => post.at)

/** What a person finds who looks: in the mailbox, in the Group, in Slack. */
function foundAt(play: Pick<Played, 'ws' | 'made'>, number: number, to: string): number {
  if (to === GROUP) return archivedOf(play, number)
  return to.startsWith('CH-') ? slackPostsOf(play, number).length : mailsOf(play, number, to)
}

export function play(schedule: Schedule): Played {
  const play = new Play(schedule)
  const { ws, made, storm, courses, fairFaults } = play
  for (const leg of schedule.legs) play.leg(() => storm.during(leg.strikes, () => play.request(leg.request)))
  storm.end()
  // Whatever was answered is read: Gmail's search is half an hour late at most.
  if (play.answers.told.length > 0) play.leg(() => ws.advance(50 * MINUTE))
  play.settle()
  const ledgers = play.ledgers()
  const hasDoubts = ledgers.some((l) => l && l.progress.doubts.length > 0)
  if (hasDoubts) play.settleDoubts(ledgers, (number, to) => foundAt(play, number, to))
  return {
    ws,
    made,
    storm,
    courses,
    ledgers,
    settled: hasDoubts ? play.ledgers() : ledgers,
    fairFaults,
    answers: play.answers,
    schedule,
  }
}
