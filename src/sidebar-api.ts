/** The sidebar's one gateway: a request as JSON text in, a reply as JSON text out. Nothing else ever crosses. */
import {
  alertChoices,
  alertLedger,
  alertProgress,
  approveAlert,
  cancelAlert,
  previewAlert,
  saveDraft,
  sendLot,
  settleDoubt,
  testAlert,
} from './alerts'
import { type Answer, type FaultShape, type Params, REQUESTS, RequestEnvelope, type RequestName } from './contract'
import { districtsView, groupCard, mapGroup, mapLot } from './districts'
import { Fault } from './fault'
import { commitImport, groupsView, previewImport } from './groups'
import { becomeOperator, home } from './home'
import { importLegislators, setPhone } from './legislature'
import { setUpBy } from './operator'
import { type Caller, identified } from './registry/callers'
import { currentCaller } from './registry/current-caller'
import { flushLog } from './registry/log'

type Handlers = { [N in RequestName]: (params: Params<N>, caller: Caller) => Answer<N> }

const HANDLERS: Handlers = {
  home: (_, caller) => home(caller),
  setUp: (params, caller) => setUpBy(caller, params),
  becomeOperator: (_, caller) => becomeOperator(caller),

  previewImport: (params) => previewImport(params),
  commitImport,

  groups: () => groupsView(),
  groupCard: ({ groupId }) => groupCard(groupId),
  mapGroup: ({ groupId }, caller) => mapGroup(groupId, caller),
  mapLot: ({ after }, caller) => mapLot(after, caller),

  districts: () => districtsView(),
  importLegislators: (_, caller) => importLegislators(caller),
  setPhone,

  alertChoices: (_, caller) => alertChoices(caller),
  saveDraft,
  previewAlert,
  testAlert,
  approveAlert,
  sendLot,
  alertProgress,
  cancelAlert,
  alertLedger,
  settleDoubt,
}

/** What may be looked at without Google telling who looks. */
const ANYONE: ReadonlySet<RequestName> = new Set<RequestName>(['home', 'groups', 'groupCard', 'districts'])

const isRequest = (name: string): name is RequestName => Object.keys(REQUESTS).includes(name)

const misunderstood = (field?: string): Fault =>
  new Fault(
    'BAD_REQUEST',
    field
      ? `The sidebar sent something for “${field}” that Statewide does not accept.`
      : 'The sidebar sent something that Statewide does not understand.',
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
  const params = REQUESTS[name].params.safeParse(raw)
  if (!params.success) {
    const [first] = params.error.issues[0]?.path ?? []
    throw misunderstood(first === undefined ? undefined : String(first))
  }
  const caller = currentCaller()
  const who = ANYONE.has(name) ? caller : identified(caller)
  const value = HANDLERS[name](params.data as Params<N>, who)
  // What is not in the contract (a Date, a forgotten field) must not reach the page: there it would be a silent null.
  const checked = REQUESTS[name].answer.safeParse(value)
  if (checked.success) return checked.data as Answer<N>
  throw new Error(`answer of ${name} breaks the contract at ${checked.error.issues[0]?.path.join('.')}`)
}

function faultOf(error: unknown): FaultShape {
  if (error instanceof Fault) {
    const { code, message, next, field } = error
    return field === undefined ? { code, message, next } : { code, message, next, field }
  }
  console.error('request failed', error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : '')
  return {
    code: 'UNEXPECTED',
    message: 'Something went wrong that Statewide did not expect.',
    next: 'Try again. If it stays so, tell whoever looks after the script: the details are in its log.',
  }
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
