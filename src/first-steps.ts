/** The way from an empty sheet to the first alert, and what is left to do after it. Pure. */
import type { Home, Page } from './contract'
import { isReachable } from './registry/district-rows'
import { hasLeft, mappingBy } from './registry/group-rows'
import type { Row } from './registry/tables'
import { hasOptedOut } from './registry/words'

export interface Counts {
  readonly ready: boolean
  /** Groups that have not left. */
  readonly groups: number
  readonly unmapped: number
  /** Of the unmapped: nobody has tried to map them. */
  readonly untried: number
  readonly check: number
  readonly legislators: number
  readonly people: number
  /** People with an e-mail address who get alerts. */
  readonly mailable: number
  /** Groups that nobody with an e-mail address belongs to. */
  readonly leaderless: number
  /** Alerts that were approved, ever. */
  readonly alerts: number
  /** Rows with a name and no ID. */
  readonly nameless: number
  /** IDs that stand in more than one row of Groups: someone copied a row. */
  readonly doubled: readonly string[]
}

type Step = Home['setup']['steps'][number]

const several = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export function countAll(
  tables: {
    groups: readonly Row<'groups'>[]
    people: readonly Row<'people'>[]
    legislators: readonly Row<'legislators'>[]
    alerts: readonly Row<'alerts'>[]
    coverage: readonly Row<'coverage'>[]
  },
  ready: boolean,
  nameless: number,
): Counts {
  const listed = tables.groups.filter((g) => !hasLeft(g))
  const mappingOf = mappingBy(tables.coverage)
  const unmapped = listed.filter((g) => mappingOf(g) === 'none')
  const reachable = tables.people.filter((p) => p.email !== '' && !hasOptedOut(p))
  const led = new Set(reachable.map((p) => p.groupId.trim()))
  return {
    ready,
    groups: listed.length,
    unmapped: unmapped.length,
    untried: unmapped.filter((g) => g.mappingNote === '').length,
    check: listed.filter((g) => mappingOf(g) === 'check').length,
    legislators: tables.legislators.length,
    people: tables.people.length,
    mailable: reachable.length,
    leaderless: listed.filter((g) => isReachable(g) && !led.has(g.id)).length,
    alerts: tables.alerts.filter((a) => a.state !== 'draft' && a.state !== '').length,
    nameless,
    doubled: twice(tables.groups.map((g) => g.id.trim())),
  }
}

function twice(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const id of ids) (seen.has(id) ? doubled : seen).add(id)
  return [...doubled]
}

/** The steps in their order; the first that is not done is `next`. */
export function stepsOf(c: Counts): Step[] {
  const mapped = c.groups > 0 && c.untried === 0
  const steps: [Step['id'], string, boolean, string, Page][] = [
    ['sheet', 'Set up the sheet', c.ready, '', 'home'],
    ['groups', 'Bring in groups', c.groups > 0, c.groups > 0 ? several(c.groups, 'group') : '', 'groups'],
    [
      'legislators',
      'Bring in legislators',
      c.legislators > 0,
      c.legislators > 0 ? several(c.legislators, 'legislator') : '',
      'districts',
    ],
    ['map', 'Map groups to districts', mapped, c.untried > 0 ? `${several(c.untried, 'group')} left` : '', 'groups'],
    [
      'people',
      'Bring in people',
      c.mailable > 0,
      c.people > 0 ? several(c.people, 'person', 'people') : 'Leaders with their e-mail',
      'groups',
    ],
    ['alert', 'Send a first alert', c.alerts > 0, '', 'alert'],
  ]
  const next = steps.findIndex(([, , done]) => !done)
  return steps.map(([id, label, done, detail, page], i) => ({
    id,
    label,
    state: done ? 'done' : i === next ? 'next' : 'later',
    detail,
    page,
  }))
}

/** What a person could do now, each with the page where it is done. */
export function todosOf(c: Counts): Home['todos'] {
  const todos: Home['todos'] = []
  const add = (n: number, text: string, page: Page) => {
    if (n > 0) todos.push({ text, page })
  }
  add(c.check, `${several(c.check, 'group needs', 'groups need')} the district checked`, 'groups')
  if (c.legislators > 0) add(c.unmapped, `${several(c.unmapped, 'group is', 'groups are')} not mapped`, 'groups')
  if (c.mailable > 0)
    add(c.leaderless, `${several(c.leaderless, 'group has', 'groups have')} nobody with an e-mail address`, 'groups')
  add(
    c.nameless,
    `${several(c.nameless, 'row was', 'rows were')} typed without an ID: menu Statewide › Set up or repair gives one`,
    'home',
  )
  add(
    c.doubled.length,
    `${c.doubled.slice(0, 3).join(', ')}: more than one row has this ID. Empty it in the copy, then Set up or repair`,
    'home',
  )
  return todos
}
