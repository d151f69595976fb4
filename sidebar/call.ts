/** The only way from the sidebar to the sheet: typed requests over `google.script.run`, JSON text both ways. */
import * as z from 'zod/mini'
import { ANSWERS, type Answer, type FaultShape, Reply } from '../src/answers'
import type { Params, RequestName } from '../src/contract'
import { Fault } from '../src/fault'

/** What Google puts into the page, as far as it is used here. */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner
  withFailureHandler(handler: (error: unknown) => void): Runner
  sidebar(request: string): void
}

/** A run on Google ends after six minutes; an answer later than this never comes. */
const PATIENCE_MS = 400_000

/** Every failed request is one of these, whoever failed, this page’s own planning too: a code for programs, a sentence and the next step for people. */
export class CallFault extends Error implements FaultShape {
  readonly code: string
  readonly next: string
  readonly field?: string

  constructor(fault: FaultShape) {
    super(fault.message)
    this.name = 'CallFault'
    this.code = fault.code
    this.next = fault.next
    if (fault.field) this.field = fault.field
  }
}

const REOPEN = 'Try again. If it stays like this, close the sidebar and open it from the Statewide menu.'
const FAULTS = {
  NO_BRIDGE: {
    message: 'This page is not connected to a Google Sheet.',
    next: 'Open it in the sheet: Statewide menu, Open sidebar.',
  },
  NOT_ASKED: { message: 'The request could not leave this page.', next: REOPEN },
  CALL_FAILED: { message: 'Google did not finish this request.', next: REOPEN },
  NO_ANSWER: { message: 'The sheet gave no answer.', next: REOPEN },
  BAD_ANSWER: {
    message: 'The answer from the sheet cannot be read.',
    next: 'Close the sidebar and open it again: the sheet may run another version of Statewide.',
  },
  TOO_LATE: { message: 'Google has not answered for several minutes.', next: REOPEN },
} as const

const fault = (code: keyof typeof FAULTS) => new CallFault({ code, ...FAULTS[code] })

/** Any thrown thing as a fault; what is not one of ours is a defect of this page and says no more than that. */
export function toFault(error: unknown): CallFault {
  if (error instanceof CallFault) return error
  if (error instanceof Fault) return new CallFault(error)
  console.error(error)
  return new CallFault({ code: 'PAGE', message: 'Something in this page went wrong.', next: REOPEN })
}

function readReply<N extends RequestName>(name: N, text: unknown): Answer<N> {
  // A Date anywhere in a returned value makes Google hand over null without an error.
  if (text === null || text === undefined || text === '') throw fault('NO_ANSWER')
  if (typeof text !== 'string') throw fault('BAD_ANSWER')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw fault('BAD_ANSWER')
  }
  const reply = z.safeParse(Reply, json)
  if (!reply.success) throw fault('BAD_ANSWER')
  if (!reply.data.ok) throw new CallFault(reply.data.fault)
  const answer = z.safeParse(ANSWERS[name], reply.data.value)
  if (!answer.success) {
    console.error(name, answer.error.issues)
    throw fault('BAD_ANSWER')
  }
  return answer.data as Answer<N>
}

function ask<N extends RequestName>(name: N, request: string): Promise<Answer<N>> {
  return new Promise((resolve, reject) => {
    const run = (globalThis as { google?: { script?: { run?: Runner } } }).google?.script?.run
    if (!run) return reject(fault('NO_BRIDGE'))
    const timer = setTimeout(() => reject(fault('TOO_LATE')), PATIENCE_MS)
    const settle = (end: () => void) => {
      clearTimeout(timer)
      end()
    }
    try {
      run
        .withSuccessHandler((text) =>
          settle(() => {
            try {
              resolve(readReply(name, text))
            } catch (error) {
              reject(error)
            }
          }),
        )
        .withFailureHandler((error) =>
          settle(() => {
            // Its text is in the language of the account: for the console, never for a decision.
            console.error(name, error)
            reject(fault('CALL_FAILED'))
          }),
        )
        .sidebar(request)
    } catch (error) {
      settle(() => {
        console.error(name, error)
        reject(fault('NOT_ASKED'))
      })
    }
  })
}

const lanes = new Map<RequestName, { request: string; answer: Promise<unknown> }>()

/**
 * Asks the sheet. One request of a kind is under way at a time: the very same one again joins it (a double click asks
 * once), another one waits for it. Rejects with a `CallFault`, never with anything else.
 */
export function call<N extends RequestName>(name: N, params: Params<N>): Promise<Answer<N>> {
  const request = JSON.stringify({ name, params })
  const ahead = lanes.get(name)
  if (ahead?.request === request) return ahead.answer as Promise<Answer<N>>
  const start = () => ask(name, request)
  const answer = ahead ? ahead.answer.then(start, start) : start()
  const lane = { request, answer }
  const leave = () => {
    if (lanes.get(name) === lane) lanes.delete(name)
  }
  lanes.set(name, lane)
  answer.then(leave, leave)
  return answer
}
