/** The sidebar's one gateway: a request as JSON text in, a reply as JSON text out. Nothing else ever crosses. */
import { alertLedger, alertProgress, cancelAlert, demandApprover, sendLot, settleDoubt } from './alerts'
import { type Answer, type FaultShape, type Params, REQUESTS, RequestEnvelope, type RequestName } from './contract'
import {
  coverageView,
  districtsView,
  groupCard,
  mapGroup,
  mapLot,
  outlineLot,
  outlines,
  setCovers,
  stopMapping,
} from './districts'
import { Fault, UNEXPECTED } from './fault'
import { showDialog } from './google/html'
import { commitImport, groupsView, importTables } from './groups'
import { handOver } from './hand-over'
import { becomeOperator, home } from './home'
import { commitLegislators, legislatorTables, setPhone } from './legislature'
import { isFollowUp, isOfCall } from './mail/outbox'
import { setUpBy } from './operator'
import { type Caller, identified } from './registry/callers'
import { currentCaller } from './registry/current-caller'
import { flushLog } from './registry/log'
import { lookOnce } from './registry/table'
import { callsRoom, inCalls, inChannels, incomingRoom, inDraft, inIncoming } from './rooms'

type Handlers = { [N in RequestName]: (params: Params<N>, caller: Caller) => Answer<N> }

const HANDLERS: Handlers = {
  home: (_, caller) => home(caller),
  setUp: (params, caller) => setUpBy(caller, params),
  becomeOperator: (_, caller) => becomeOperator(caller),
  handOver,

  importTables,
  commitImport,

  groups: groupsView,
  groupCard: ({ groupId }) => groupCard(groupId),
  mapGroup: ({ groupId, pick }, caller) => mapGroup(groupId, caller, pick),
  mapLot: ({ after }, caller) => mapLot(after, caller),

  stopMapping: (_, caller) => stopMapping(caller),
  setCovers,

  districts: districtsView,
  outlines: ({ chamber }) => outlines(chamber),
  outlineLot: ({ after }, caller) => outlineLot(after, caller),
  coverage: coverageView,
  legislatorTables,
  commitLegislators,
  setPhone,

  alertChoices: inDraft('alertChoices'),
  openDraft: inDraft('openDraft'),
  hearingAlert: inDraft('hearingAlert'),
  saveDraft: inDraft('saveDraft'),
  previewAlert: inDraft('previewAlert'),
  testAlert: inDraft('testAlert'),
  approveAlert: inDraft('approveAlert'),
  relayFacts: inDraft('relayFacts'),
  sendLot,
  alertProgress,
  cancelAlert,
  alertLedger,
  settleDoubt(params, caller) {
    if (isOfCall(params.messageId)) return callsRoom().settleMail(params, caller)
    if (!isFollowUp(params.messageId)) return settleDoubt(params, caller)
    demandApprover(caller)
    return incomingRoom().settleFollowUp(params, caller)
  },

  openDialog({ page, callId }) {
    showDialog(page, page, 1000, 640, callId)
    return {}
  },
  alertBoard: inIncoming('alertBoard'),
  readAnswers: inIncoming('readAnswers'),
  setAnswer: inIncoming('setAnswer'),
  calls: inCalls('calls'),
  previewSeries: inCalls('previewSeries'),
  saveSeries: inCalls('saveSeries'),
  endSeries: inCalls('endSeries'),
  remakeSeries: inCalls('remakeSeries'),
  openCall: inCalls('openCall'),
  swapCall: inCalls('swapCall'),
  cannotCall: inCalls('cannotCall'),
  moveCall: inCalls('moveCall'),
  cancelCall: inCalls('cancelCall'),
  setItem: inCalls('setItem'),
  markRoll: inCalls('markRoll'),
  closeCall: inCalls('closeCall'),
  channels: inChannels('channels'),
  saveChannel: inChannels('saveChannel'),
  testPost: inChannels('testPost'),
  readMembers: inChannels('readMembers'),
  takeMembers: inChannels('takeMembers'),
  changeMembers: inChannels('changeMembers'),
  organizerDigest: inChannels('organizerDigest'),
  tellOrganizer: inChannels('tellOrganizer'),
}

/** What may be looked at without Google telling who looks. */
const ANYONE: ReadonlySet<RequestName> = new Set<RequestName>([
  'home',
  'groups',
  'groupCard',
  'districts',
  'outlines',
  'coverage',
  'openDialog',
])

/** What only looks: every table is read once. */
const LOOKS: ReadonlySet<RequestName> = new Set<RequestName>([
  'groups',
  'groupCard',
  'districts',
  'outlines',
  'coverage',
  'importTables',
  'legislatorTables',
  'alertChoices',
  'relayFacts',
  'alertProgress',
  'alertLedger',
  'alertBoard',
  'calls',
  'previewSeries',
  'openCall',
  'channels',
  'organizerDigest',
])

const isRequest = (name: string): name is RequestName => Object.keys(REQUESTS).includes(name)

const misunderstood = (field?: string): Fault =>
  new Fault(
    'BAD_REQUEST',
    `The sidebar sent something${field ? ` for “${field}”` : ''} that Statewide does not accept.`,
    'Shorten or correct it. If it stays so, close the sidebar and open it again.',
    field,
  )

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw misunderstood()
  }
}

function answer<N extends RequestName>(name: N, raw: unknown): Answer<N> {
  const params = REQUESTS[name].safeParse(raw)
  if (!params.success) {
    const [first] = params.error.issues[0]?.path ?? []
    throw misunderstood(first === undefined ? undefined : String(first))
  }
  const caller = currentCaller()
  const who = ANYONE.has(name) ? caller : identified(caller)
  const work = () => HANDLERS[name](params.data as Params<N>, who)
  return LOOKS.has(name) ? lookOnce(work) : work()
}

function faultOf(error: unknown): FaultShape {
  if (error instanceof Fault) {
    const { code, message, next, field } = error
    return field === undefined ? { code, message, next } : { code, message, next, field }
  }
  console.error('request failed', error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : '')
  return UNEXPECTED
}

/** `{"name","params"}` → `{"ok":true,"value"}` or `{"ok":false,"fault"}`. Never throws. */
export function sidebar(request: string): string {
  try {
    const envelope = RequestEnvelope.safeParse(parseJson(String(request)))
    if (!envelope.success || !isRequest(envelope.data.name)) throw misunderstood()
    return JSON.stringify({ ok: true, value: answer(envelope.data.name, envelope.data.params) })
  } catch (error) {
    return JSON.stringify({ ok: false, fault: faultOf(error) })
  } finally {
    flushLog()
  }
}
