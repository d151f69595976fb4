/** A coordinator's desk: the pushed bundle in an emulated Workspace, asked through the sidebar's gateway. */
import { ANSWERS, type Answer, type FaultShape } from '../../src/answers'
import type { Params, RequestName } from '../../src/contract'
import { type ReadMail, readMailbox } from '../../workbench/workspace/services/mail-read'
import { Workspace, type WorkspaceOptions } from '../../workbench/workspace/workspace'
import { loadBundle } from './bundle'

export interface Desk {
  workspace: Workspace
  sheetId: string
  /** Asks as `email`; throws the answer's fault as an error with its code in front, and an answer that breaks the contract. */
  ask<N extends RequestName>(email: string, name: N, params: Params<N>): Answer<N>
  /** What arrived at an address. */
  inbox(email: string): readonly ReadMail[]
  /** The fault of a request that must fail. */
  faultOf<N extends RequestName>(email: string, name: N, params: Params<N>): FaultShape
}

export class Refused extends Error {
  constructor(readonly fault: FaultShape) {
    super(`${fault.code}: ${fault.message} ${fault.next}`)
  }
}

export function openDesk(
  owner: string,
  options: Partial<WorkspaceOptions> & { timeZone?: string; others?: string[] } = {},
): Desk {
  const { timeZone = 'America/New_York', others = [], ...rest } = options
  const workspace = new Workspace({ ...loadBundle(), now: Date.parse('2026-11-23T17:00:00Z'), seed: 1, ...rest })
  for (const email of [owner, ...others]) workspace.addAccount(email, { timeZone })
  const sheet = workspace.addSpreadsheet({ name: 'Registry', owner, editors: others, timeZone })
  workspace.open(owner, sheet.id)
  return deskOn(workspace, sheet.id)
}

/** The desk of a workspace that stands already, such as a loaded one. */
export function deskOn(workspace: Workspace, sheetId = workspace.spreadsheet().id): Desk {
  const send = <N extends RequestName>(email: string, name: N, params: Params<N>) => {
    const text = workspace.serverCall(email, 'sidebar', [JSON.stringify({ name, params })])
    return JSON.parse(String(text)) as { ok: true; value: Answer<N> } | { ok: false; fault: FaultShape }
  }
  return {
    workspace,
    sheetId,
    ask<N extends RequestName>(email: string, name: N, params: Params<N>): Answer<N> {
      const reply = send(email, name, params)
      if (!reply.ok) throw new Refused(reply.fault)
      return ANSWERS[name].parse(reply.value) as Answer<N>
    },
    inbox: (email) => readMailbox(workspace, email).filter((mail) => mail.labels.includes('INBOX')),
    faultOf(email, name, params) {
      const reply = send(email, name, params)
      if (reply.ok) throw new Error(`${name} should have been refused`)
      return reply.fault
    },
  }
}

/** Header and rows of a CSV text without quotes, as the sidebar would send them. */
export const matrix = (rows: readonly (readonly string[])[]): { header: string[]; rows: string[][] } => ({
  header: [...(rows[0] ?? [])],
  rows: rows.slice(1).map((row) => [...row]),
})

/** Maps lot after lot, as the sidebar does, until nothing is left or the geocoder does not answer. */
export function mapAll(
  desk: Desk,
  email: string,
): { mapped: number; check: number; failed: number; paused: string | null } {
  const total = { mapped: 0, check: 0, failed: 0, paused: null as string | null }
  for (let after = ''; ; ) {
    const lot = desk.ask(email, 'mapLot', { after })
    total.mapped += lot.mapped
    total.check += lot.check
    total.failed += lot.failed
    total.paused = lot.paused
    if (lot.left === 0 || lot.paused || lot.last === after) return total
    after = lot.last
  }
}

/** Sends lot after lot, as the sidebar does, until a machine can do no more now. */
export function sendAll(desk: Desk, email: string, alertId: string): Answer<'sendLot'> {
  let progress = desk.ask(email, 'sendLot', { alertId })
  for (let lots = 0; !progress.done && lots < 200; lots++) {
    const before = JSON.stringify(progress)
    progress = desk.ask(email, 'sendLot', { alertId })
    if (JSON.stringify(progress) === before) break
  }
  return progress
}
