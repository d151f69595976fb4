/** The registry's closed lists: one array feeds a drop-down, its type and its guard. */
export const CHAMBERS = ['upper', 'lower'] as const
export type Chamber = (typeof CHAMBERS)[number]

export const GROUP_STATUSES = ['active', 'quiet', 'paused', 'left'] as const
export type GroupStatus = (typeof GROUP_STATUSES)[number]

export const MAPPINGS = ['mapped', 'check', 'none'] as const
export type Mapping = (typeof MAPPINGS)[number]

export const ROLES = ['lead', 'backup', 'facilitator', 'notes', 'working group', 'coordinator', 'organizer'] as const
export type Role = (typeof ROLES)[number]

export const CAN_DO = ['calls', 'testimony', 'visits', 'letters', 'rally'] as const

export const BASES = ['meeting place', 'members', 'declared'] as const
export type Basis = (typeof BASES)[number]

export const COVERAGE_SOURCES = ['census', 'map', 'hand'] as const
export type CoverageSource = (typeof COVERAGE_SOURCES)[number]

/** Whose district plan counts: of the coming election, or of those who sit now. */
export const LINES = ['current', 'sitting'] as const
export type Lines = (typeof LINES)[number]

export const ALERT_KINDS = ['alert', 'drill'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Whom an alert asks; several together ask everyone in any of them, once. `targets`: the groups of chosen legislators and districts. */
export const AUDIENCES = ['targets', 'committee', 'state', 'working group', 'list'] as const
export type AudienceKind = (typeof AUDIENCES)[number]

/** Whom everyone calls who is not asked for the sake of a chosen target: their own legislators, or the chosen ones. */
export const CALLEES = ['both', 'upper', 'lower', 'chosen'] as const
export type Callees = (typeof CALLEES)[number]

export const ALERT_STATES = ['draft', 'approved', 'sending', 'sent', 'cancelled', 'expired'] as const
export type AlertState = (typeof ALERT_STATES)[number]

export const MESSAGE_STATES = [
  'queued',
  'claimed',
  'sent',
  'doubt',
  'failed',
  'skipped',
  'cancelled',
  'expired',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** Where a post can go besides leaders' own mailboxes. Facebook has no door for programs: a person pastes. */
export const CHANNEL_KINDS = ['google group', 'slack', 'facebook'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** Who reads a channel. Of `topic` the registry knows nothing: people join as they like. */
export const CHANNEL_AUDIENCES = ['all', 'working group', 'topic'] as const
export type ChannelAudience = (typeof CHANNEL_AUDIENCES)[number]

export const CHANNEL_STATES = ['active', 'paused'] as const
export type ChannelState = (typeof CHANNEL_STATES)[number]

/** How often a series of calls meets. `monthly` meets on a day (`day 31`) or on a weekday (`third Thursday`). */
export const REPEATS = ['weekly', 'every two weeks', 'monthly'] as const
export type Repeats = (typeof REPEATS)[number]

/** Who is invited to a series. `list`: the addresses under “Guests”; `google group`: the one address there. */
export const INVITES = ['all leaders', 'working group', 'list', 'google group'] as const
export type Invite = (typeof INVITES)[number]

/** How people join: a link that Calendar makes, one that a person typed (Zoom, a phone line), or none. */
export const JOINS = ['meet', 'fixed', 'none'] as const
export type Join = (typeof JOINS)[number]

/** `gone`: somebody deleted its event in Calendar. */
export const SERIES_STATES = ['active', 'gone', 'ended'] as const
export type SeriesState = (typeof SERIES_STATES)[number]

export const CALL_STATES = ['planned', 'cancelled', 'held'] as const
export type CallState = (typeof CALL_STATES)[number]

/** `carried`: was not done in its call and stands on the next agenda. */
export const ITEM_STATES = ['open', 'done', 'carried'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** What a call needs two people for. */
export const DUTIES = ['facilitator', 'notes'] as const
export type Duty = (typeof DUTIES)[number]

/** What a group sends back. `have it`: it has read the alert and passes it on. */
export const ANSWER_WORDS = ['have it', 'in', 'out', 'done'] as const
export type AnswerWord = (typeof ANSWER_WORDS)[number]

/** What the office said of the vote. */
export const OUTCOMES = ['yes', 'lean yes', 'undecided', 'lean no', 'no', 'voicemail'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a row of Answers is to the count. `request`: a mail that asks for an alert; `told`: and whoever has to know does. */
export const COUNTED = ['yes', 'no', 'auto', 'bounce', 'request', 'told'] as const
export type Counted = (typeof COUNTED)[number]

export const YES = ['yes', 'no'] as const

/** What people also write for these words, parted by bars. */
const ALSO: Readonly<Record<string, string>> = {
  yes: 'y|true|x|1',
  no: 'n|false|0',
  lead: 'leader|group leader|co lead|co leader',
  backup: 'deputy|back up',
  notes: 'notes taker|note taker',
  organizer: 'organiser',
  'every two weeks': 'biweekly|fortnightly',
  cancelled: 'canceled',
  calls: 'call|phone',
  visits: 'visit',
  letters: 'letter',
  rally: 'rallies',
}

export const plainWord = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

/** The word of a list that this text says, in any capitals and spacing. */
export function wordIn<V extends string>(words: readonly V[], text: string): V | undefined {
  const word = plainWord(text)
  return words.find((w) => w === word || ALSO[w]?.split('|').includes(word))
}

/** Where several words of a list part: at commas, semicolons, slashes, `and` or `&`. */
export const WORD_ENDS = /[,;/&+\n]|\band\b/i

/** Whatever is written under “Opted out” stops the mail, unless it says no. */
export const hasOptedOut = ({ optedOut }: { readonly optedOut: string }): boolean =>
  optedOut !== '' && optedOut !== 'no'
