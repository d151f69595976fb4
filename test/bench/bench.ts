/**
 * `npm run bench`: one JSON line a case. The pushed bundle in the emulated Workspace, asked through the sidebar’s
 * gateway, with Franklin at 100, 1,000 and 10,000 groups. `npm run bench -- 100` measures one size alone.
 */
import { type Franklin, franklin } from '../../workbench/franklin'
import { GROUP_HEADERS, groupRow } from '../../workbench/franklin/groups'
import { PERSON_HEADERS, personRow } from '../../workbench/franklin/people'
import { Workspace } from '../../workbench/workspace/workspace'
import { rowsOfPaste } from '../support/bring-in'
import { type Desk, deskOn, openDesk } from '../support/desk'
import { importLegislators } from '../support/import-legislators'
import { benchCalls } from './calls'
import { coldStart } from './cold-start'
import { drawMap } from './map-drawing'
import { type Measured, measure } from './measure'
import { outlinesOf } from './outlines'
import { benchSend } from './send'

const MAYA = 'maya@example.org'
const DEVON = 'devon@example.org'
/** Rows that one paste may have. */
const PASTE = 5_000
/** Senators to be called: districts where Franklin has groups at every size. */
const TARGETS = ['14', '28', '12']

type Ask = <T>(ask: () => T) => T

const print = (line: object): void => console.log(JSON.stringify(line))

function paste(desk: Desk, ask: Ask, kind: 'groups' | 'people', header: readonly string[], rows: string[][]): void {
  for (let at = 0; at < rows.length; at += PASTE) {
    const part = { kind, header: [...header], rows: rows.slice(at, at + PASTE) }
    const sent = ask(() => rowsOfPaste(desk, MAYA, part))
    ask(() => desk.ask(MAYA, 'commitImport', sent))
  }
}

/** From the menu: one run takes as many groups as fit into its time, with one read and one write a table. */
function mapFromMenu(desk: Desk, ask: Ask): void {
  for (let left = Number.POSITIVE_INFINITY; left > 0; ) {
    const before = left
    ask(() => desk.workspace.people.clickMenu(MAYA, 'Statewide', 'Map all unmapped groups'))
    left = Number(/(\d+) are left/.exec(desk.workspace.ui(MAYA).toasts.at(-1)?.text ?? '')?.[1] ?? 0)
    if (left >= before) throw new Error('mapping stopped')
  }
}

/** From the sidebar: small lots, so that progress is seen every few seconds. */
function mapInLots(desk: Desk, ask: Ask): void {
  for (let after = ''; ; ) {
    const lot = ask(() => desk.ask(MAYA, 'mapLot', { after }))
    if (lot.paused) throw new Error(`mapping stopped: ${lot.paused}`)
    if (lot.left === 0 || lot.last === after) return
    after = lot.last
  }
}

/** A desk that can mail 1,500 people a day, set up for Franklin. */
function openFor(state: Franklin): Desk {
  const desk = openDesk(MAYA, { network: state.network, now: Date.parse(state.now), others: [DEVON] })
  for (const email of [MAYA, DEVON]) desk.workspace.account(email).kind = 'workspace'
  desk.ask(MAYA, 'setUp', { state: state.code })
  importLegislators(desk, MAYA)
  return desk
}

function benchAt(groups: number): void {
  const state = franklin(1, groups)
  const desk = openFor(state)
  const report = (bench: string, work: (ask: Ask) => void): Measured => {
    const measured = measure(desk.workspace, work)
    print({ bench, groups, ...measured })
    return measured
  }

  report('import-groups', (ask) => paste(desk, ask, 'groups', GROUP_HEADERS, state.groups.map(groupRow)))
  report('import-people', (ask) => paste(desk, ask, 'people', PERSON_HEADERS, state.people.map(personRow)))
  const again = Workspace.load(desk.workspace.options, desk.workspace.save())
  report('map-all', (ask) => mapFromMenu(desk, ask))
  print({ bench: 'map-in-lots', groups, ...measure(again, (ask) => mapInLots(deskOn(again), ask)) })

  const { legislators, draft } = desk.ask(MAYA, 'alertChoices', {})
  const targets = legislators.filter((l) => l.chamber === 'upper' && TARGETS.includes(l.district))
  for (const { id, phone } of targets)
    if (!phone) desk.ask(MAYA, 'setPhone', { legislatorId: id, phone: '299-555-0100' })
  const asked = {
    ...draft,
    legislatorIds: targets.map((l) => l.id),
    title: 'Vote today',
    subject: 'Please call today',
    ask: 'vote no on HB 120',
    why: 'The committee votes today.',
    actBy: '2026-11-23T21:00',
  }
  let alert = { alertId: '', seal: '', people: 0 }
  report('audience', (ask) => {
    alert = ask(() => desk.ask(MAYA, 'previewAlert', asked))
  })
  // A large audience wants the approval of a second person.
  const { alertId, seal, people } = alert
  report('approve', (ask) => ask(() => desk.ask(DEVON, 'approveAlert', { alertId, seal, people })))
  report('dispatch', (ask) => {
    for (let progress = ask(() => desk.ask(MAYA, 'sendLot', { alertId: alert.alertId })); !progress.done; ) {
      const { sent, note } = progress
      progress = ask(() => desk.ask(MAYA, 'sendLot', { alertId: alert.alertId }))
      if (!progress.done && progress.sent === sent) throw new Error(`sending stopped: ${note || progress.note}`)
    }
  })
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean)
for (const groups of sizes.length ? sizes : [100, 1_000, 10_000]) benchAt(groups)
for (const people of sizes.length ? sizes : [100, 1_000, 10_000])
  for (const account of ['consumer', 'workspace'] as const)
    for (const mode of ['cohort', 'personal'] as const) print(benchSend(people, account, mode))
for (const state of ['mn', 'nh'] as const) {
  const measured = outlinesOf(state)
  if (measured) print({ bench: 'outlines', state, ...measured })
}
benchCalls(print)
print({ bench: 'cold-start', ...coldStart() })
drawMap('nh').then((drawn) => drawn && print({ bench: 'draw-map', state: 'nh', ...drawn }))
