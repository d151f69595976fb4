/** Whoever may approve a draft is told by mail that approval is asked for: once, by the operator's account, as all that follows. */
import { Fault } from '../../fault'
import { spreadsheetUrl } from '../../google/sheet'
import { sendBatch } from '../../mail/batch'
import { actByText, zonesFor } from '../../registry/act-by'
import { mailboxOf, toAddress } from '../../registry/address'
import type { Caller } from '../../registry/callers'
import { log } from '../../registry/log'
import { networkNameOf, zoneOf } from '../../registry/network'
import type { Settings } from '../../registry/settings'
import { stateOf } from '../../registry/states'
import { readTable } from '../../registry/table'
import type { Row } from '../../registry/tables'
import { readKept } from '../kept-draft'
import { firstsOf } from './second'
import { asDrill } from './text'

const DAY_MS = 24 * 3_600_000
/** Characters of one line of the mail. */
const LONGEST = 1_000

/** `by`: who made it, as People knows them. */
function wordsFor(
  { id, title, kind, bill, targets, actBy, madeBy }: Row<'alerts'>,
  by: Row<'people'> | undefined,
  zones: readonly string[],
  settings: Settings,
): { subject: string; body: string } {
  const line = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
  const name = kind === 'drill' ? asDrill(line(title)) : line(title)
  const maker = [by?.name ?? '', madeBy, by?.phone ?? ''].map(line).filter(Boolean).join(', ')
  const about = [
    `Alert: ${name}`,
    bill && `Bill: ${line(bill)}`,
    targets && `For: ${line(targets)}`,
    actBy && `Act by: ${actByText(actBy, zones)}`,
  ]
  return {
    subject: `Please approve ${id}: ${name}`,
    body: [
      `An alert waits for your approval. Nothing has been sent. It was made by ${maker}.`,
      about.filter(Boolean).join('\n'),
      `Open the sheet, then Statewide › Open sidebar: it stands on Home. Look at who gets it and what it says, then approve it.\n${spreadsheetUrl()}`,
      networkNameOf(settings),
    ].join('\n\n'),
  }
}

/**
 * Goes on with the mails about these drafts, asked for within the last day. Nobody is told of a draft that they wrote or changed
 * themselves, nor of one that a mail asked for and whose own mail is still to come. What is approved, thrown away or over meanwhile is not told any more.
 */
export function tellApprovers(
  asked: readonly Row<'alerts'>[],
  deadlineMs: number,
  caller: Caller,
  settings: Settings,
): void {
  const { operator } = settings
  const zones = zonesFor(zoneOf(settings), stateOf(settings.state))
  try {
    const people = readTable('people')
    const requests = readTable('answers').filter((row) => row.counts === 'request')
    const coordinators = people.filter((person) => person.roles.includes('coordinator'))
    const approvers = [operator, ...coordinators.map(({ email }) => toAddress(email) ?? '')].filter(Boolean)
    for (const alert of asked) {
      const kept = readKept(alert.draft)
      if (!kept?.askedAt || requests.some((row) => row.alertId === alert.id)) continue
      const firsts = firstsOf(alert.madeBy, kept)
      const by = people.find((person) => mailboxOf(person.email) === mailboxOf(alert.madeBy))
      const over = new Date(Date.parse(kept.askedAt) + DAY_MS)
      const until = alert.actBy && alert.actBy < over ? alert.actBy : over
      sendBatch(
        {
          id: `${alert.id}-asked`,
          to: approvers.filter((address) => !firsts.has(mailboxOf(address))),
          ...wordsFor(alert, by, zones, settings),
          until,
          closed: alert.state !== 'draft' || !kept.asked || until <= caller.now,
          isCancelled: () => readTable('alerts').some((row) => row.id === alert.id && row.state !== 'draft'),
          finish: (body) => body,
        },
        operator,
        settings,
        deadlineMs,
      )
    }
  } catch (error) {
    // A sheet that was set up before there were answers has no such tab yet: the first page says so.
    if (!(error instanceof Fault)) throw error
    if (error.code !== 'TAB_MISSING') log(caller.email, 'could not tell who may approve', '', error.message)
  }
}
