/** The door to calls. Their code is read when a run needs it; what it shares with the rest is handed in, by file. */
import type * as Calls from './calls'
import type { Answer, Params, RequestName } from './contract'
import * as fault from './fault'
import * as calendar from './google/calendar'
import * as gmail from './google/gmail'
import * as lock from './google/lock'
import * as mail from './google/mail'
import * as properties from './google/properties'
import { openRoom } from './google/room'
import * as sentences from './google/sentences'
import * as claim from './mail/claim'
import * as lots from './mail/lots'
import * as outbox from './mail/outbox'
import * as send from './mail/send'
import * as address from './registry/address'
import type { Caller } from './registry/callers'
import * as callers from './registry/callers'
import * as districtRows from './registry/district-rows'
import * as fingerprint from './registry/fingerprint'
import * as handTyped from './registry/hand-typed'
import * as keys from './registry/keys'
import * as log from './registry/log'
import * as network from './registry/network'
import * as settings from './registry/settings'
import * as settle from './registry/settle'
import * as states from './registry/states'
import * as table from './registry/table'
import * as text from './registry/text'
import * as when from './registry/when'
import * as words from './registry/words'

let calls: typeof Calls | null = null

/** Names as the build writes them (`scripts/build-room.ts`): the file under `src/`, without its ending. */
export function callsRoom(): typeof Calls {
  calls =
    calls ??
    openRoom<typeof Calls>('Calls', {
      fault,
      'google/calendar': calendar,
      'google/gmail': gmail,
      'google/lock': lock,
      'google/mail': mail,
      'google/properties': properties,
      'google/sentences': sentences,
      'mail/claim': claim,
      'mail/lots': lots,
      'mail/outbox': outbox,
      'mail/send': send,
      'registry/address': address,
      'registry/callers': callers,
      'registry/district-rows': districtRows,
      'registry/fingerprint': fingerprint,
      'registry/hand-typed': handTyped,
      'registry/keys': keys,
      'registry/log': log,
      'registry/network': network,
      'registry/settings': settings,
      'registry/settle': settle,
      'registry/states': states,
      'registry/table': table,
      'registry/text': text,
      'registry/when': when,
      'registry/words': words,
    })
  return calls
}

type CallRequest = Extract<RequestName, keyof typeof Calls>

/** Handles a request of the Calls page. */
export const inCalls =
  <N extends CallRequest>(name: N) =>
  (params: Params<N>, caller: Caller): Answer<N> =>
    (callsRoom()[name] as unknown as (params: Params<N>, caller: Caller) => Answer<N>)(params, caller)
