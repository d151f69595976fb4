/** Schedules that went wrong once, as small as they could be made, and what was wrong. They stay mended. */
import type { Leg, Misfortune, Request, Where } from './misfortune'
import type { Schedule } from './schedule'

const leg = (request: Request, ...strikes: Misfortune[]): Leg => ({ request, strikes })
const at = (when: Where['when'], nth: number, call: string): Where => ({ when, nth, call })
const approve = (...strikes: Misfortune[]) => leg({ do: 'approve', by: 'maya', alert: 0 }, ...strikes)
const lot = (by: 'maya' | 'noor', ...strikes: Misfortune[]) => leg({ do: 'lot', by, alert: 0 }, ...strikes)
const cancel = (...strikes: Misfortune[]) => leg({ do: 'cancel', by: 'maya', alert: 0 }, ...strikes)
const wait = (minutes: number, ...strikes: Misfortune[]) => leg({ do: 'wait', minutes }, ...strikes)
const kill = { do: 'kill' } as const

const scene = (seed: number, legs: Leg[]): Schedule => ({ scene: { seed, crowd: false, unknowns: {} }, legs })

export const CAUGHT: readonly (readonly [sentence: string, schedule: Schedule])[] = [
  [
    'somebody opts out while the alert is approved, and is left out when it is sent',
    scene(382211668, [approve({ at: at('before', 2, 'insertRows'), act: { do: 'opt out', at: 0.091 } })]),
  ],
  [
    'somebody opts out whose draft lies ready from a run that was killed: the draft goes without them',
    scene(441822541, [
      approve(),
      lot('maya', { at: at('before', 1, 'Drafts.send'), act: kill }),
      wait(5, { at: at('before', 4, 'getValues'), act: { do: 'opt out', at: 0.53 } }),
    ]),
  ],
  [
    'an alert is cancelled while a draft lies ready, and the run that throws it away is killed: it does not count as sent',
    scene(382211668, [
      approve(),
      lot('maya', { at: at('before', 1, 'Drafts.send'), act: kill }),
      cancel(),
      wait(10, { at: at('after', 1, 'Drafts.remove'), act: kill }),
    ]),
  ],
  [
    'a column is deleted right before a write, and that run is killed: no recipients are written over',
    scene(595367845, [
      leg({ do: 'approve', by: 'maya', alert: 1 }),
      leg(
        { do: 'lot', by: 'maya', alert: 1 },
        {
          at: at('before', 1, 'setValues'),
          act: { do: 'sort', tab: 'Outbox', column: 4, up: true },
          next: { at: at('after', 2, ''), act: kill },
        },
        { at: at('after', 4, 'getValues'), act: { do: 'delete column', tab: 'Outbox', at: 0.31, calls: 18 } },
      ),
    ]),
  ],
  [
    'a row is deleted and another lost its state: the sidebar tells of both',
    scene(17, [
      approve(),
      lot(
        'maya',
        { at: at('before', 1, ''), act: { do: 'delete row', tab: 'Outbox', at: 0 } },
        { at: at('before', 1, ''), act: { do: 'clear state', at: 0 } },
      ),
    ]),
  ],
]
