/** Franklin on the first day, and Franklin with everything set up. */
import { parse } from 'papaparse'
import type { ImportTables, LegislatorTables } from '../../src/contract'
import { planImport, toCommit } from '../../src/groups/in-page'
import { planLegislators } from '../../src/legislature/in-page'
import { type Franklin, franklin } from '../franklin'
import { slackIn } from '../workspace/slack'
import { Workspace, type WorkspaceOptions } from '../workspace/workspace'
import type { AddOn } from './add-on'

export type Beginning = 'first day' | 'set up'

export const options = (addOn: AddOn, state: Franklin): WorkspaceOptions => ({
  ...addOn,
  now: Date.parse(state.now),
  network: state.network,
})

/** An empty sheet that Maya owns and the other coordinators may edit; nothing is set up. */
export function firstDay(addOn: AddOn, state: Franklin = franklin()): Workspace {
  const workspace = new Workspace(options(addOn, state))
  for (const { email, name, kind } of state.accounts)
    workspace.addAccount(email, { name, kind, timeZone: state.timeZone })
  const [owner, ...others] = state.accounts
  if (!owner) throw new Error('Franklin has no accounts')
  workspace.addSpreadsheet({
    name: `Statewide: ${state.name}`,
    owner: owner.email,
    editors: others.map((account) => account.email),
    timeZone: state.timeZone,
  })
  workspace.state.groups.groups[state.googleGroup.email] = structuredClone(state.googleGroup)
  slackIn((workspace.state.web ??= {})).hooks.push(...state.slackHooks)
  return workspace
}

/** Asks the add-on as the sidebar would; throws its refusal. */
function ask(workspace: Workspace, email: string, name: string, params: object = {}): Record<string, unknown> {
  const text = workspace.serverCall(email, 'sidebar', [JSON.stringify({ name, params })])
  const reply = JSON.parse(String(text)) as { ok: boolean; value: Record<string, unknown>; fault?: { message: string } }
  if (!reply.ok) throw new Error(`${name}: ${reply.fault?.message ?? 'no answer'}`)
  return reply.value
}

/** More lots than any demonstration needs: a run that does not get ahead must end too. */
const MAX_LOTS = 200

/** Walks the whole path to the end with the add-on's own requests: set up, groups, people, legislators, map. */
export function setUpAll(workspace: Workspace, state: Franklin): void {
  const email = state.accounts[0]?.email ?? ''
  workspace.open(email)
  ask(workspace, email, 'setUp', { state: state.code, timeZone: state.timeZone })
  for (const [kind, csv] of [
    ['groups', state.groupsCsv],
    ['people', state.peopleCsv],
  ] as const) {
    const [header = [], ...rows] = parse<string[]>(csv, { skipEmptyLines: true }).data
    const tables = ask(workspace, email, 'importTables', { kind }) as unknown as ImportTables
    ask(workspace, email, 'commitImport', toCommit(kind, planImport({ kind, header, rows }, tables), []))
  }
  const found = ask(workspace, email, 'legislatorTables') as unknown as LegislatorTables
  ask(workspace, email, 'commitLegislators', { rows: planLegislators(found).rows })
  let after = ''
  for (let lot = 0; lot < MAX_LOTS; lot++) {
    const { last, left, paused } = ask(workspace, email, 'mapLot', { after })
    if (left === 0 || paused || last === after) break
    after = String(last)
  }
}
