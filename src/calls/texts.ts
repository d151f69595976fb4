/** The words of the mails and of the event. What must not stand in the sheet is put in last: `{join}`, `{event}`. Pure. */
import type { MailKind } from './due'

export interface CallWords {
  readonly series: string
  /** `Thu Dec 3, 7:00 pm Eastern / 6:00 pm Central` */
  readonly when: string
  readonly minutes: number
  readonly facilitator: string
  readonly notes: string
  readonly agenda: string
  /** When and by whom the next one is; '' where there is none. */
  readonly next: string
  readonly notesLink: string
  readonly decisions: readonly string[]
  readonly network: string
}

/** One person of a rota, and why. */
export interface Asked {
  readonly name: string
  readonly duties: readonly ('facilitator' | 'notes')[]
  readonly why: string
}

const JOIN = '{join}'
const EVENT = '{event}'

/** Puts links into a mail right before it is made. */
export function withLinks(body: string, join: string, event: string): string {
  return body
    .split(JOIN)
    .join(join || 'The way to join stands in the Calendar invitation.')
    .split(EVENT)
    .join(event || 'The event is in your Calendar.')
}

const dutyWords = (duties: Asked['duties']): string =>
  duties.map((duty) => (duty === 'facilitator' ? 'facilitate' : 'take notes')).join(' and ')

/** Subject and text of a mail. `asked`: for those that go to one person. */
export function wordsOf(kind: MailKind, call: CallWords, asked: Asked): { subject: string; body: string } {
  const { series, when, minutes, agenda, next, notesLink, decisions, network, facilitator, notes } = call
  const sign = network
  const body = (...paragraphs: string[]): string => [...paragraphs, sign].filter(Boolean).join('\n\n')
  const roles = `Facilitator: ${facilitator || 'nobody yet'}. Notes: ${notes || 'nobody yet'}.`
  switch (kind) {
    case 'ask':
      return {
        subject: `Can you ${dutyWords(asked.duties)}? ${series}, ${when}`,
        body: body(
          `Hello ${asked.name},`,
          `you are down to ${dutyWords(asked.duties)} in the ${series} on ${when}, ${minutes} minutes.`,
          `Why you? ${asked.why}`,
          `If you can, there is nothing to do. If you cannot: open the event, answer No to this one date, and the next in the rota is asked. ${EVENT}`,
          agenda && `The agenda as it stands:\n${agenda}`,
          `To join: ${JOIN}`,
        ),
      }
    case 'hour':
      return {
        subject: `In an hour: ${series}`,
        body: body(
          `Hello ${asked.name},`,
          `${series}, ${when}. You facilitate; ${notes || 'nobody yet'} takes notes.`,
          `To join: ${JOIN}`,
          agenda,
        ),
      }
    case 'day':
      return {
        subject: `Tomorrow: ${series}, ${when}`,
        body: body(
          `${series}, ${when}, ${minutes} minutes.`,
          `To join: ${JOIN}`,
          'Please do not pass the link on outside of the groups.',
          roles,
          agenda,
        ),
      }
    case 'moved':
      return {
        subject: `New time: ${series}, ${when}`,
        body: body(`The ${series} was moved. It is now on ${when}, ${minutes} minutes.`, `To join: ${JOIN}`, roles),
      }
    case 'cancelled':
      return {
        subject: `Cancelled: ${series}, ${when}`,
        body: body(`The ${series} of ${when} does not take place.`, next && `The next one: ${next}`),
      }
    default:
      return {
        subject: `After the call: ${series}${next ? `, next ${next.split(',')[0]}` : ''}`,
        body: body(
          `Thank you for the ${series} of ${when}.`,
          notesLink && `Notes: ${notesLink}`,
          decisions.length > 0 ? `What comes of it:\n${decisions.map((d) => `- ${d}`).join('\n')}` : '',
          next ? `The next one: ${next}` : 'No next date is planned.',
        ),
      }
  }
}

/** What stands in the event of one date. */
export const eventText = (call: CallWords): string =>
  [
    `Facilitator: ${call.facilitator || 'nobody yet'}. Notes: ${call.notes || 'nobody yet'}.`,
    call.agenda || 'The agenda stands here a week before.',
    'Please keep the link within the groups.',
  ].join('\n\n')
