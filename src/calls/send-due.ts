/** Mails what is due of calls, each once, and notes in the call’s row what is done. */
import type { CalendarEvent } from '../google/events'
import { sendBatch } from '../mail/batch'
import { toAddress } from '../registry/address'
import { updateRows } from '../registry/table'
import { agendaText } from './agenda'
import { type Dated, type DueMail, dueOf, tokensOf } from './due'
import { invitedTo } from './event'
import type { Turn } from './rota'
import type { Series } from './series'
import { withLinks, wordsOf } from './texts'
import { addressOf, labelOf } from './who'
import { agendaFor, type Planned, type World, wordsFor } from './world'

/** A series with its calls, as they stand after planning. */
export interface Ready {
  readonly series: Series
  readonly all: readonly Planned[]
  /** Events of the dates by call ID; null where Calendar was not asked or did not answer. */
  readonly events: ReadonlyMap<string, CalendarEvent> | null
  readonly reasons: ReadonlyMap<string, readonly Turn[]>
}

export const datedOf = ({ row, wall, starts, minutes, facilitator, notes }: Planned): Dated => ({
  state: row.state === 'held' || row.state === 'cancelled' ? row.state : 'planned',
  wall,
  starts,
  minutes,
  facilitator,
  notes,
  told: tokensOf(row.told),
})

const isPerson = (id: string): boolean => !id.startsWith('?')

/** What is due of these calls, what has to be settled first. */
export const dueIn = (calls: readonly Planned[], now: Date): { call: Planned; mail: DueMail }[] =>
  calls.flatMap((call) =>
    dueOf(datedOf(call), now)
      .filter(({ to }) => isPerson(to))
      .map((mail) => ({ call, mail })),
  )

/** Mails until `deadlineMs`. A mail whose time passed is not sent any more; what was left of it is settled. */
export function sendDue(w: World, ready: readonly Ready[], deadlineMs: number): void {
  const done = new Map<string, string[]>()
  for (const { series, all, events, reasons } of ready) {
    const invited = invitedTo(series, w.people, w.groups)
    for (const { call, mail } of dueIn(all, w.now)) {
      if (Date.now() > deadlineMs) break
      const late = mail.until <= w.now
      // A call that somebody may have cancelled in Calendar is not announced before Calendar was asked, while there is time.
      if (!late && !events && mail.until.getTime() - w.now.getTime() > 20 * 60_000 && call.row.state !== 'held')
        continue
      const event = events?.get(call.row.id)
      const address = mail.to ? toAddress(addressOf(w.people, mail.to)) : null
      const agenda = agendaText(agendaFor(w, series, call, all))
      const turns = reasons.get(call.row.id) ?? []
      const words = wordsOf(mail.kind, wordsFor(w, series, call, all, agenda), {
        name: labelOf(w.people, mail.to),
        duties: (['facilitator', 'notes'] as const).filter((duty) => call[duty] === mail.to),
        why: turns.find((t) => t.personId === mail.to)?.why ?? '',
      })
      const join = series.join === 'fixed' ? (w.links[series.id] ?? '') : (event?.hangoutLink ?? '')
      const over = sendBatch(
        {
          id: `${call.row.id} ${mail.key}`,
          to: mail.to ? (address ? [address] : []) : invited,
          ...words,
          until: mail.until,
          closed: late,
          finish: (body) => withLinks(body, join, event?.htmlLink ?? ''),
        },
        w.me,
        w.settings,
        deadlineMs,
      )
      if (over) done.set(call.row.id, [...(done.get(call.row.id) ?? []), mail.key])
    }
  }
  if (done.size === 0) return
  updateRows('calls', (rows) => {
    const changes = new Map<string, { told: string }>()
    for (const row of rows) {
      const keys = done.get(row.id)
      if (keys) changes.set(row.id, { told: [...new Set([...tokensOf(row.told), ...keys])].join('; ') })
    }
    return changes
  })
}
