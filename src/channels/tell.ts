/** Tells the organizer: a digest that was looked at first, by the Outbox, once. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import { deleteProperty, getProperty, setProperty } from '../google/properties'
import { findTab } from '../google/sheet'
import { sendBatch } from '../mail/batch'
import type { Caller } from '../registry/callers'
import { fingerprint } from '../registry/fingerprint'
import { log } from '../registry/log'
import { networkNameOf, zoneOf } from '../registry/network'
import { getSettings, type Settings } from '../registry/settings'
import { stateOf } from '../registry/states'
import { readTable } from '../registry/table'
import { TABLES } from '../registry/tables'
import { demandManager } from './manage'
import { DIGEST, digestOf, isDigest, organizersOf, toldOf } from './organizer'
import { viewOf } from './view'

const DAY = 24 * 3_600_000
/** How far back the first digest looks. */
const FIRST = 30 * DAY
const SEND_MS = 60_000
/** Names the digest that is not all sent yet: the timer goes on with it. */
export const OPEN_DIGEST = 'organizer digest'

/** A sheet that was set up before there were calls has none. */
const ifThere = <N extends 'calls' | 'series'>(name: N) => (findTab(TABLES[name].tab) ? readTable(name) : [])

function foresee({ now }: Caller, settings: Settings) {
  const zone = zoneOf(settings)
  const told = toldOf(readTable('outbox'), now, zone)
  // By the day, so that what was looked at is what is sent a minute later.
  const since = told.at ? new Date(told.at) : new Date(Math.floor((now.getTime() - FIRST) / DAY) * DAY)
  const tables = {
    alerts: readTable('alerts'),
    calls: ifThere('calls'),
    series: ifThere('series'),
    groups: readTable('groups'),
    coverage: readTable('coverage'),
    districts: readTable('districts'),
  }
  const to = organizersOf(readTable('people'))
  const digest = digestOf(tables, {
    network: networkNameOf(settings),
    zone,
    state: stateOf(settings.state),
    since,
    now,
  })
  return { to, digest, seal: fingerprint(JSON.stringify([to, digest])) }
}

/** What the organizer would be told now. */
export function organizerDigest(_: Params<'organizerDigest'>, caller: Caller): Answer<'organizerDigest'> {
  const { to, digest, seal } = foresee(caller, getSettings())
  return { to: to.map((o) => o.address), ...digest, seal }
}

/**
 * Sends the digest with this seal; pressed twice, or begun by a run that was stopped, it is the same one. Throws
 * `MAY_NOT_MANAGE`, `NO_ORGANIZER`, `DIGEST_CHANGED`.
 */
export function tellOrganizer({ seal }: Params<'tellOrganizer'>, caller: Caller): Answer<'tellOrganizer'> {
  demandManager(caller)
  const settings = getSettings()
  const { to, digest, seal: now } = foresee(caller, settings)
  const id = `${DIGEST} ${seal}`
  const isThere = readTable('outbox').some((row) => row.alertId === id)
  if (!isThere && to.length === 0)
    throw new Fault(
      'NO_ORGANIZER',
      'Nobody in People has the role organizer and an e-mail address.',
      'Add the organizer in the People tab, with the role “organizer”.',
    )
  if (!isThere && seal !== now)
    throw new Fault('DIGEST_CHANGED', 'Something changed since you looked.', 'Read it again, then send it.')
  setProperty(OPEN_DIGEST, id)
  if (!isThere) log(caller.email, 'told the organizer', to.map((o) => o.address).join(', '), digest.subject)
  goOn(id, { to: to.map((o) => o.address), ...digest }, caller.email, settings, Date.now() + SEND_MS)
  return viewOf(caller)
}

type Words = { readonly to: readonly string[]; readonly subject: string; readonly body: string }

function goOn(id: string, words: Words, me: string, settings: Settings, deadlineMs: number): void {
  const [first] = readTable('outbox').filter((row) => row.alertId === id)
  // A day after it was last touched nobody waits for it any more.
  const until = new Date((first?.changedAt ?? new Date()).getTime() + DAY)
  const batch = { id, ...words, until, closed: until.getTime() < Date.now(), finish: (body: string) => body }
  if (sendBatch(batch, me, settings, deadlineMs)) deleteProperty(OPEN_DIGEST)
}

/** Goes on with a digest that a stopped run or a spent quota left. */
export function tickChannels(deadlineMs: number, { email }: Caller, settings: Settings): void {
  const id = getProperty(OPEN_DIGEST)
  const rows = readTable('outbox').filter((row) => isDigest(row) && row.alertId === id)
  if (rows.length === 0) deleteProperty(OPEN_DIGEST)
  else goOn(id, { to: [], subject: '', body: '' }, email, settings, deadlineMs)
}
