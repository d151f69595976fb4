/** One call as the sidebar opens it: agenda, roll, whose turn it is, mails. Only looks. */
import type { Answer } from '../contract'
import { Fault } from '../fault'
import { getEvent } from '../google/events'
import { type OutboxRow, readOutbox, recipientsOf } from '../mail/outbox'
import { isReachable } from '../registry/district-rows'
import { districtLabel, stateOf } from '../registry/states'
import { readTable } from '../registry/table'
import { agendaText, itemsOf } from './agenda'
import { dayNumber } from './days'
import { mailsOf } from './due'
import { invitedTo } from './event'
import { datedOf } from './send-due'
import { instant, wallOn, whenText } from './series'
import { attendedOf, callsOf, rowOf } from './view'
import { volunteersOf } from './who'
import { agendaFor, toCome, type World } from './world'

type Card = Answer<'openCall'>

function rollOf(w: World, present: ReadonlySet<string>): Card['roll'] {
  const state = stateOf(w.settings.state)
  const groups = new Map(w.groups.filter(isReachable).map((g) => [g.id, g.name]))
  const roll = new Map<string, { chamber: string; district: string; label: string; ids: Set<string> }>()
  for (const { chamber, district, groupId } of readTable('coverage')) {
    if (!chamber || !groups.has(groupId)) continue
    const key = `${chamber}|${district}`
    const entry = roll.get(key) ?? {
      chamber,
      district,
      label: state ? districtLabel(state, chamber, district) : `${chamber} ${district}`,
      ids: new Set<string>(),
    }
    entry.ids.add(groupId)
    roll.set(key, entry)
  }
  const placed = new Set([...roll.values()].flatMap((r) => [...r.ids]))
  const others = [...groups.keys()].filter((id) => !placed.has(id))
  const sorted = [...roll.values()].sort(
    (a, b) =>
      (b.chamber < a.chamber ? -1 : b.chamber > a.chamber ? 1 : 0) ||
      a.district.localeCompare(b.district, 'en', { numeric: true }),
  )
  const member = (groupId: string) => ({ groupId, group: groups.get(groupId) ?? '', present: present.has(groupId) })
  return [
    ...sorted.map(({ label, ids }) => ({ label, groups: [...ids].map(member) })),
    ...(others.length > 0 ? [{ label: 'No district yet', groups: others.map(member) }] : []),
  ]
}

const WHAT = (): Record<string, string> => ({
  ask: 'A week before, to whoever has a turn',
  day: 'The day before, to everyone',
  hour: 'An hour before, to the facilitator',
  moved: 'New time, to everyone',
  cancelled: 'Cancelled, to everyone',
  next: 'After the call, to everyone',
})

function stateOfMail(rows: readonly OutboxRow[], done: boolean, late: boolean): Card['mails'][number]['state'] {
  if (rows.some((row) => row.state === 'doubt')) return 'doubt'
  if (rows.some((row) => row.state === 'failed')) return 'failed'
  if (rows.length > 0 && rows.every((row) => row.state === 'sent')) return 'sent'
  return late || (done && rows.length === 0) ? 'late' : 'due'
}

/** Throws `CALL_NOT_FOUND`. */
export function cardOf(w: World, callId: string): Card {
  const of = callsOf(w).find(({ all }) => all.some((call) => call.row.id === callId))
  const call = of?.all.find(({ row }) => row.id === callId)
  if (!of || !call)
    throw new Fault('CALL_NOT_FOUND', `There is no call ${callId} in the Calls tab.`, 'Open the Calls page again.')
  const { series, all, row } = of
  const agenda = agendaFor(w, series, call, all)
  const day = dayNumber(call.row.date) ?? 0
  const held = dayNumber(call.wall.slice(0, 10)) ?? day
  const outbox = readOutbox().filter((r) => r.alertId.startsWith(`${callId} `))
  const invited = invitedTo(series, w.people, w.groups)
  const event = eventOf(w, of.row.calendarId, of.row.eventId, instant(wallOn(series, day), series.zone))
  const mails = mailsOf(datedOf(call)).map((mail) => {
    const rows = outbox.filter((r) => r.alertId === `${callId} ${mail.key}`)
    const done = call.row.told.split('; ').includes(mail.key)
    return {
      what: WHAT()[mail.kind] ?? mail.kind,
      at: new Date(Math.max(mail.from.getTime(), 0)).toISOString(),
      state: stateOfMail(rows, done, mail.until <= w.now),
      people: rows.length > 0 ? rows.reduce((sum, r) => sum + (r.to ?? 0), 0) : mail.to ? 1 : invited.length,
      doubts: rows
        .filter((row) => row.state === 'doubt')
        .map((row) => ({
          messageId: row.id,
          to: recipientsOf(row),
          reason: row.reason,
          at: (row.changedAt ?? w.now).toISOString(),
        })),
    }
  })
  return {
    call: rowOf(w, of, call),
    agenda,
    text: `${series.name}\n${whenText(call.starts, series.zones)}, ${call.minutes} minutes\n\n${agendaText(agenda)}`,
    items: itemsOf(w.items, series.id, callId, toCome(w, all)[0]?.row === call.row).map((i) => ({
      itemId: i.id,
      item: i.name,
      who: i.who,
      minutes: i.minutes,
      state: i.state === 'done' || i.state === 'carried' ? i.state : 'open',
    })),
    roll: rollOf(w, new Set(attendedOf(call.row))),
    swaps: volunteersOf(w.people, series.zone)
      .filter((v) => v.duties.length > 0)
      .map((v) => ({ personId: v.id, name: v.name, duties: [...v.duties], why: v.away(held) }))
      .sort((a, b) => Number(a.why !== '') - Number(b.why !== '')),
    notesLink: call.row.notesLink,
    joinLink: series.join === 'fixed' ? (w.links[row.id] ?? '') : series.join === 'meet' ? event.join : '',
    eventLink: event.link,
    mails,
  }
}

/** Only the operator’s account sees the event; the others find it in their own calendar. */
function eventOf(w: World, calendarId: string, eventId: string, given: Date | null): { join: string; link: string } {
  if (!calendarId || w.me !== w.settings.operator || !given) return { join: '', link: '' }
  const found = getEvent(calendarId, eventId)
  return found.ok ? { join: found.value.hangoutLink ?? '', link: found.value.htmlLink ?? '' } : { join: '', link: '' }
}
