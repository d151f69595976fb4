/** The way from an empty sheet to the first alert, and what is left to do after it, from what the sheet counts. Pure. */
import type { Counts, Page } from '../src/contract'

export interface Step {
  readonly id: 'sheet' | 'groups' | 'legislators' | 'map' | 'people' | 'alert'
  readonly label: string
  readonly state: 'done' | 'next' | 'later'
  readonly detail: string
  readonly page: Page
}
export interface Todo {
  readonly text: string
  readonly page: Page
  /** The call it is about. */
  readonly callId?: string
}

const several = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

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
      c.people > 0
        ? `${several(c.people, 'person', 'people')}${c.mailable > 0 ? '' : ', none with an e-mail address'}`
        : 'Leaders with their e-mail',
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
export function todosOf(c: Counts): Todo[] {
  if (!c.ready) return []
  const todos: Todo[] = []
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
  const [unled] = c.unled
  if (unled)
    todos.push({
      text:
        c.unled.length === 1
          ? `No facilitator yet for ${unled.day}`
          : `${c.unled.length} calls without a facilitator, the first on ${unled.day}`,
      page: 'calls',
      callId: unled.callId,
    })
  return todos
}
