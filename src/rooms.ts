/**
 * The doors to rooms: code that few runs need, read when a run does (`google/room.ts`, `scripts/build-room.ts`). What a room
 * shares with the rest is handed in, by file.
 */
import * as approver from './alerts/approver'
import type * as Draft from './alerts/draft'
import * as drafts from './alerts/drafts'
import * as keptDraft from './alerts/kept-draft'
import * as lost from './alerts/lost'
import * as lot from './alerts/lot'
import * as progress from './alerts/progress'
import * as store from './alerts/store'
import type * as Calls from './calls'
import type * as Channels from './channels'
import type { Answer, Params, RequestName } from './contract'
import * as contract from './contract'
import * as fault from './fault'
import * as calendar from './google/calendar'
import * as gmail from './google/gmail'
import * as googleGroup from './google/google-group'
import * as inbox from './google/inbox'
import * as lock from './google/lock'
import * as mail from './google/mail'
import * as properties from './google/properties'
import { openRoom } from './google/room'
import * as sentences from './google/sentences'
import * as sheet from './google/sheet'
import type * as Incoming from './incoming'
import * as arrivals from './mail/arrivals'
import * as base64 from './mail/base64'
import * as byMailApp from './mail/by-mail-app'
import * as claim from './mail/claim'
import * as doubt from './mail/doubt'
import * as lots from './mail/lots'
import * as mime from './mail/mime'
import * as outbox from './mail/outbox'
import * as send from './mail/send'
import * as slack from './mail/slack'
import * as address from './registry/address'
import type { Caller } from './registry/callers'
import * as callers from './registry/callers'
import * as committees from './registry/committees'
import * as districtNames from './registry/district-names'
import * as districtPlan from './registry/district-plan'
import * as districtRows from './registry/district-rows'
import * as fingerprint from './registry/fingerprint'
import * as groupRows from './registry/group-rows'
import * as handTyped from './registry/hand-typed'
import * as keys from './registry/keys'
import * as log from './registry/log'
import * as network from './registry/network'
import * as settings from './registry/settings'
import * as settle from './registry/settle'
import * as states from './registry/states'
import * as table from './registry/table'
import * as tables from './registry/tables'
import * as text from './registry/text'
import * as when from './registry/when'
import * as words from './registry/words'

/** Names as the build writes them: the file under `src/`, without its ending. */
const shared = () => ({
  'alerts/approver': approver,
  'alerts/drafts': drafts,
  'alerts/kept-draft': keptDraft,
  'alerts/lost': lost,
  'alerts/lot': lot,
  'alerts/progress': progress,
  'alerts/store': store,
  contract,
  fault,
  'google/calendar': calendar,
  'google/gmail': gmail,
  'google/google-group': googleGroup,
  'google/inbox': inbox,
  'google/lock': lock,
  'google/mail': mail,
  'google/properties': properties,
  'google/sentences': sentences,
  'mail/arrivals': arrivals,
  'google/sheet': sheet,
  'mail/base64': base64,
  'mail/by-mail-app': byMailApp,
  'mail/claim': claim,
  'mail/doubt': doubt,
  'mail/lots': lots,
  'mail/mime': mime,
  'mail/outbox': outbox,
  'mail/send': send,
  'mail/slack': slack,
  'registry/address': address,
  'registry/callers': callers,
  'registry/committees': committees,
  'registry/district-names': districtNames,
  'registry/district-plan': districtPlan,
  'registry/district-rows': districtRows,
  'registry/fingerprint': fingerprint,
  'registry/group-rows': groupRows,
  'registry/hand-typed': handTyped,
  'registry/keys': keys,
  'registry/log': log,
  'registry/network': network,
  'registry/settings': settings,
  'registry/settle': settle,
  'registry/states': states,
  'registry/table': table,
  'registry/tables': tables,
  'registry/text': text,
  'registry/when': when,
  'registry/words': words,
})

const opened = new Map<string, unknown>()

function room<T>(file: string): T {
  if (!opened.has(file)) opened.set(file, openRoom<T>(file, shared()))
  return opened.get(file) as T
}

export const callsRoom = (): typeof Calls => room('Calls')
export const channelsRoom = (): typeof Channels => room('Channels')
export const draftRoom = (): typeof Draft => room('Draft')
export const incomingRoom = (): typeof Incoming => room('Incoming')

/** Handles a request by what a room calls the same. */
const inRoom =
  <Room>(open: () => Room) =>
  <N extends RequestName & keyof Room>(name: N) =>
  (params: Params<N>, caller: Caller): Answer<N> =>
    (open()[name] as (params: Params<N>, caller: Caller) => Answer<N>)(params, caller)

export const inCalls = inRoom(callsRoom)
export const inChannels = inRoom(channelsRoom)
export const inDraft = inRoom(draftRoom)
export const inIncoming = inRoom(incomingRoom)
