/** The tables that answers are judged by, each read once; `fresh` after something was written. */
import { getProperty } from '../google/properties'
import { type Arrivals, lateAlerts, liveAlerts } from '../mail/arrivals'
import { ownerOf, RUN_LIFE_MS, readOutbox } from '../mail/outbox'
import { zonesFor } from '../registry/act-by'
import { mailboxOf } from '../registry/address'
import { networkNameOf, zoneOf } from '../registry/network'
import type { Settings } from '../registry/settings'
import { stateOf } from '../registry/states'
import { lookOnce, readTable } from '../registry/table'
import type { Row } from '../registry/tables'
import { type Asked, askedBy, Finder } from './asked'
import { namesCommittee } from './callees'
import type { Senders } from './judge'
import { type Stand, standOf } from './stand'
import type { Setting } from './texts'

/** The operator before this one, and when that ended: what was sent until then is answered to them. */
export interface TakeOver {
  readonly from: string
  readonly at: number
}

function readTakeOver(): TakeOver | null {
  const [at = '', from = ''] = getProperty('took over').split(' ')
  return from && Number.isFinite(Date.parse(at)) ? { from, at: Date.parse(at) } : null
}

export interface World {
  readonly settings: Settings
  readonly setting: Setting
  readonly alerts: readonly Row<'alerts'>[]
  readonly answers: readonly Row<'answers'>[]
  readonly people: readonly Row<'people'>[]
  readonly live: readonly Row<'alerts'>[]
  readonly finder: Finder
  /** Alerts that are over, but not long. */
  readonly past: Finder
  readonly senders: Senders
  readonly tookOver: TakeOver | null
  standOf(asked: Asked): Stand
}

/** `only`: of this alert alone, over or not. */
export function readWorld(settings: Settings, now: Date, only?: string): World {
  return lookOnce(() => {
    const zone = zoneOf(settings)
    const alerts = readTable('alerts')
    const live = only ? alerts.filter((a) => a.id === only) : liveAlerts(alerts, now)
    const people = readTable('people')
    const answers = readTable('answers')
    const late = only || !settings.readAnswers ? [] : lateAlerts(alerts, now)
    const tables = live.length + late.length > 0 && {
      people,
      outbox: readOutbox(),
      coverage: readTable('coverage'),
      legislators: readTable('legislators'),
      committees: [...live, ...late].some(namesCommittee) ? readTable('committees') : [],
    }
    const asked = (some: readonly Row<'alerts'>[]): Asked[] =>
      tables ? some.map((alert) => askedBy(alert, tables)) : []
    const mailboxes = (some: readonly Row<'people'>[]): Set<string> =>
      new Set(some.filter((p) => p.email.trim()).map((p) => mailboxOf(p.email)))
    const mayAsk = people.filter((p) => p.roles.includes('coordinator') || p.roles.includes('working group'))
    return {
      settings,
      setting: { zone, zones: zonesFor(zone, stateOf(settings.state)), network: networkNameOf(settings), now },
      alerts,
      answers,
      people,
      live,
      finder: new Finder(asked(live)),
      past: new Finder(asked(late)),
      senders: {
        mayAsk: mailboxes(mayAsk),
        people: mailboxes(people),
        alertsByMail: settings.alertsByMail,
      },
      tookOver: readTakeOver(),
      standOf: ({ alert, groupIds }) =>
        standOf(
          answers.filter((row) => row.alertId === alert.id),
          groupIds,
        ),
    }
  })
}

/** Answers go to another mailbox than the operator’s, and not to a Google Group that the operator reads. */
export const answersGoElsewhere = ({ replyTo, operator, googleGroup }: Settings): boolean =>
  replyTo !== '' && replyTo !== operator && replyTo !== googleGroup

/**
 * Answers to an alert that left before the operator changed go to the mailbox of the former one, unless all go elsewhere. A
 * run of theirs that was under way then still named them.
 */
export function formerOperator({ sentAt, messages }: Pick<Asked, 'sentAt' | 'messages'>, w: World): string {
  const { settings, tookOver } = w
  if (settings.replyTo || !tookOver || !sentAt || tookOver.from === settings.operator) return ''
  const late = sentAt.getTime() - tookOver.at
  const theirs = late < RUN_LIFE_MS && messages.some((row) => ownerOf(row.run) === tookOver.from)
  return late < 0 || theirs ? tookOver.from : ''
}

/** So long Gmail may fail before its silence counts as a refusal. */
const PATIENCE_MS = 9 * 60_000

/** Why answers are not read, as a sentence; '' while they are. */
export function whyBlind(settings: Settings, { blind }: Pick<Arrivals, 'blind'>, now: Date): string {
  if (!settings.readAnswers) return 'Answers are not read: the setting “Read answers” says no.'
  if (answersGoElsewhere(settings)) return `Answers go to ${settings.replyTo}, which Statewide does not read.`
  if (blind > 0 && now.getTime() - blind >= PATIENCE_MS)
    return `Gmail does not let Statewide read the mail of ${settings.operator}. They open the sidebar and allow “View your email messages”.`
  return ''
}
