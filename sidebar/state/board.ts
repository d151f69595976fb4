/** What the groups of an alert answered: the last board stays on screen while a fresh one is on its way. */
import type { AlertBoard, Params } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { count } from '../words'
import { announce } from './announce'
import { createStore } from './store'

interface Held {
  board: AlertBoard | null
  /** Of the reading that nobody asked for; what a person asks for says its own. */
  fault: CallFault | null
}
export const held = createStore<Held>({ board: null, fault: null })

/** How far it is, in words: `5 of 12 groups answered, 14 calls`. */
export const inWords = ({ answered, asked, calls }: AlertBoard): string =>
  `${answered} of ${count(asked, 'group')} answered${calls ? `, ${count(calls, 'call')} made` : ''}`

/** The newest question's answer counts: an older one that comes late says nothing. */
let serial = 0

function take(board: AlertBoard, mine: number): void {
  if (mine !== serial) return
  const before = held.get().board
  held.set({ board, fault: null })
  const isNews = before?.alertId === board.alertId && inWords(before) !== inWords(board)
  if (isNews) announce(`${inWords(board)}.`)
}

async function ask(work: () => Promise<AlertBoard>): Promise<void> {
  serial += 1
  const mine = serial
  take(await work(), mine)
}

/** Reads the board. Never rejects: the last one stays, the fault is in the store. */
export async function loadBoard(alertId: string): Promise<void> {
  if (held.get().board?.alertId !== alertId) held.set({ board: null, fault: null })
  try {
    await ask(() => call('alertBoard', { alertId }))
  } catch (error) {
    held.set({ fault: toFault(error) })
  }
}

/** Looks into the mail now. Rejects. */
export const lookNow = (alertId: string): Promise<void> => ask(() => call('readAnswers', { alertId }))

/** Writes down or corrects an answer. Rejects. */
export const putAnswer = (params: Params<'setAnswer'>): Promise<void> => ask(() => call('setAnswer', params))

/** What became of a message that followed. Rejects. */
export const settleFollowUp = (choice: Params<'settleDoubt'>): Promise<void> =>
  ask(() => call('settleDoubt', choice) as Promise<AlertBoard>)
