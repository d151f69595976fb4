/** What people answer while an alert goes on, and what must be true of the mails that follow it. */
import { mailboxOf } from '../../src/registry/address'
import { deliverFromOutside } from '../../workbench/workspace/services/mail-outside'
import { inbox } from '../../workbench/workspace/services/mail-read'
import type { Workspace } from '../../workbench/workspace/workspace'
import { ask, MINUTE, rowsIn } from '../src/alerts/world'
import type { Request } from './misfortune'
import type { Course, Played } from './play'
import { MAYA, type Made } from './scene'
import type { Storm } from './storm'

export const ANSWERS = ['HAVE IT', 'IN', 'OUT', 'DONE 3', 'OPT OUT'] as const

interface Told {
  readonly course: number
  readonly from: string
  readonly words: (typeof ANSWERS)[number]
  readonly authentic: boolean
  /** Stands behind the words, so that its row can be found. */
  readonly mark: string
}

const titleOf = (made: Made, course: number): string => `${made.alerts[course]?.title}: please call`
const isYes = (cell: unknown): boolean => cell === 'yes'
const textOf = (cell: unknown): string => String(cell ?? '')

/** Mails of one alert that followed it, by how their subject begins. */
const followed = ({ ws, made }: Pick<Played, 'ws' | 'made'>, course: number, begins: string, address: string): number =>
  inbox(ws, address).filter((mail) => mail.subject === `${begins} ${titleOf(made, course)}`).length

export class Answers {
  readonly told: Told[] = []
  /** Reminders and mails to backups that were put into the Outbox although the one they were for had answered. */
  readonly late: string[] = []
  private seen = new Set<string>()
  /** By alert and address: the service call after which their answer stood in Answers. */
  readonly answeredAt = new Map<string, number>()
  private answered = new Map<string, Set<string>>()

  constructor(
    private readonly ws: Workspace,
    private readonly made: Made,
    private readonly storm: Storm,
  ) {}

  /** Somebody who has an alert of somebody’s that is still live answers it. */
  answer(r: Request & { readonly do: 'answer' }, courses: readonly Course[]): void {
    const { ws, made } = this
    const course = courses[r.alert]
    const alert = rowsIn(ws, 'alerts').find((row) => row.id === course?.alertId)
    const actBy = (alert?.actBy as { date?: number } | null)?.date ?? 0
    if (!course?.alertId || alert?.state === 'cancelled' || ws.clock.now > actBy + 12 * 60 * MINUTE) return
    const has = [...new Set(made.people.map((p) => p.email.toLowerCase()).filter((e) => e.includes('@')))].filter(
      (email) => inbox(ws, email).some((mail) => mail.subject === titleOf(made, r.alert)),
    )
    const from = has[Math.floor(r.at * has.length)]
    if (!from) return
    const mark = `note ${this.told.length + 1}.`
    const text = r.words === 'OPT OUT' ? `OPT OUT\n\n${mark}` : `${r.words}, ${mark}`
    deliverFromOutside(ws, {
      ...{ from, to: MAYA, subject: `Re: ${titleOf(made, r.alert)}`, text, authenticated: r.authentic },
      headers: { 'In-Reply-To': '<one@example.org>' },
    })
    this.told.push({ course: r.alert, from, words: r.words, authentic: r.authentic, mark })
  }

  /** After each leg: who has opted out by mail, and whether anybody who had answered before it was asked or reminded in it. */
  look(courses: readonly Course[]): void {
    const { ws, made, storm } = this
    for (const row of rowsIn(ws, 'people')) {
      const person = made.people.find((p) => p.id === row.id)
      if (!person || person.optedOut || !isYes(row.optedOut)) continue
      const address = person.email.toLowerCase()
      const asked = this.told.some(
        (t) => t.words === 'OPT OUT' && t.authentic && mailboxOf(t.from) === mailboxOf(address),
      )
      // People is no ledger: what was written while somebody sorted stays beside its row if that run is stopped.
      if (!asked && !storm.tore('People')) this.late.push(`${address} was opted out and did not ask for it`)
      person.optedOut = true
      if (!storm.hands.optedOut.has(address)) storm.hands.optedOut.set(address, ws.callCount)
      storm.hands.onNetwork()
    }
    const outbox = rowsIn(ws, 'outbox')
    for (const { alertId } of courses) {
      if (!alertId) continue
      const before = this.answered.get(alertId) ?? new Set<string>()
      for (const row of outbox) {
        const id = textOf(row.id)
        if (!/-(backup|remind)-/.test(id) || !textOf(row.alertId).startsWith(`${alertId}-`) || this.seen.has(id))
          continue
        this.seen.add(id)
        for (const address of textOf(row.recipients).split(', '))
          if (before.has(address)) this.late.push(`${id} is for ${address}, who had answered`)
      }
      const now = rowsIn(ws, 'answers').filter((row) => row.alertId === alertId && isYes(row.counts))
      this.answered.set(alertId, new Set(now.map((row) => textOf(row.from))))
      for (const row of now) {
        const key = `${alertId} ${textOf(row.from)}`
        if (!this.answeredAt.has(key)) this.answeredAt.set(key, ws.callCount)
      }
    }
  }
}

/** Where rows were taken away or written over, nobody can say whom the alert had asked. */
const mayBeUnknown = ({ storm }: Played): boolean => storm.torn || storm.hands.deletedRows.length > 0

export function aboutAnswers(p: Played, course: Course): string[] {
  const wrong: string[] = []
  const { answers, ws, made, storm } = p
  const addresses = [...new Set(made.people.map((person) => person.email.toLowerCase()))]
  for (const address of addresses)
    for (const begins of ['Reminder:', 'Can you step in?']) {
      const times = followed(p, course.number, begins, address)
      if (times > 1) wrong.push(`${address} has ${times} mails “${begins}”`)
    }
  const began = `${titleOf(made, course.number)}`
  for (const { raw, runBegan, to } of storm.departures) {
    if (!raw.includes(`Subject: Reminder: ${began}`) && !raw.includes(`Subject: Can you step in? ${began}`)) continue
    for (const address of to)
      if (runBegan > (storm.hands.optedOut.get(address) ?? Number.POSITIVE_INFINITY))
        wrong.push(`${address} opted out before the run began that mailed a reminder`)
  }
  // Answers are in Maya’s mailbox: nobody else’s timer reads it.
  const operator = rowsIn(ws, 'settings').find((row) => row.setting === 'Operator')?.value
  if (!course.alertId || !course.approved || mayBeUnknown(p) || operator !== MAYA) return wrong
  for (const { raw, runBegan, to } of storm.departures) {
    if (!raw.includes(`Subject: Reminder: ${began}`) && !raw.includes(`Subject: Can you step in? ${began}`)) continue
    for (const address of to)
      if (runBegan > (answers.answeredAt.get(`${course.alertId} ${address}`) ?? Number.POSITIVE_INFINITY))
        wrong.push(`${address} had answered before the run began that mailed a reminder`)
  }
  const rows = rowsIn(ws, 'answers').filter((row) => row.alertId === course.alertId)
  const about = answers.told.filter((t) => t.course === course.number && t.words !== 'OPT OUT')
  for (const { from, words, authentic, mark } of about) {
    const own = rows.filter((row) => textOf(row.said).includes(mark))
    if (own.length !== 1) wrong.push(`${words} of ${from} stands in Answers ${own.length} times`)
    const counts = own.some((row) => isYes(row.counts))
    if (counts !== authentic) wrong.push(`${words} of ${from} ${counts ? 'counts' : 'does not count'}`)
  }
  const groups = new Set(
    rows.filter((row) => isYes(row.counts)).flatMap((row) => textOf(row.groupIds).split(', ').filter(Boolean)),
  )
  const board = ask(ws, MAYA, 'alertBoard', { alertId: course.alertId })
  if (board.answered !== groups.size) wrong.push(`${board.answered} groups on the board, ${groups.size} in Answers`)
  const senders = new Set(about.filter((t) => t.authentic).map((t) => mailboxOf(t.from)))
  const led = new Set(made.people.filter((x) => senders.has(mailboxOf(x.email))).map((x) => x.groupId))
  if (![...groups].every((id) => led.has(id))) wrong.push('a group counts that did not answer')
  for (const { from, words, authentic } of answers.told.filter((t) => t.course === course.number)) {
    if (words !== 'OPT OUT') continue
    const isOut = rowsIn(ws, 'people').some(
      (row) => isYes(row.optedOut) && mailboxOf(textOf(row.email)) === mailboxOf(from),
    )
    if (authentic && !isOut) wrong.push(`${from} asked to be opted out, and is not`)
  }
  for (const row of rowsIn(ws, 'outbox')) {
    if (!textOf(row.alertId).startsWith(`${course.alertId}-`)) continue
    const begins = /-remind-/.test(textOf(row.alertId)) ? 'Reminder:' : 'Can you step in?'
    if (!/-(remind|backup)-/.test(textOf(row.alertId))) continue
    const leftOut = /^without (.+?) \((?:opted out|answered| or )+\)/.exec(textOf(row.reason))?.[1]?.split(', ') ?? []
    for (const address of textOf(row.recipients).split(', ')) {
      const has = followed(p, course.number, begins, address) > 0
      const isLost = storm.hands.deletedDrafts.some((raw) => raw.includes(address))
      if (row.state === 'sent' && !has && !leftOut.includes(address) && !isLost)
        wrong.push(`${address} has no “${begins}”, and the ledger says sent`)
      if (['failed', 'expired', 'cancelled'].includes(textOf(row.state)) && has)
        wrong.push(`${address} has “${begins}”, and the ledger says ${row.state}`)
    }
  }
  return wrong
}
