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
  [
    'a column is deleted while rows are appended, and that run is killed: approving again writes them anew, as approved',
    {
      scene: { seed: 825522923, crowd: false, unknowns: {} },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 2, when: 'before' },
              act: { do: 'delete column', tab: 'Outbox', at: 0.723, calls: 19 },
              next: { at: { call: 'getValues', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'a column is inserted while rows are appended, and that run is killed: the same',
    {
      scene: { seed: 941229212, crowd: false, unknowns: {} },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 1 },
          strikes: [
            {
              at: { call: 'setValues', nth: 2, when: 'before' },
              act: { do: 'insert column', tab: 'Outbox', at: 0.849 },
            },
            {
              at: { call: 'setValues', nth: 2, when: 'before' },
              act: { do: 'delete row', tab: 'Log', at: 0.887 },
              next: { at: { call: 'getValues', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'rows and columns move while an approval that is killed writes: no row made of two messages is sent',
    {
      scene: {
        seed: 783473038,
        crowd: false,
        unknowns: { killLosesBuffer: false, apostropheIsStored: true, gmailIndexDelayMs: 0 },
      },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'insertRows', nth: 1, when: 'after' },
              act: { do: 'insert column', tab: 'Alerts', at: 0.593 },
            },
          ],
        },
        {
          request: { do: 'approve', by: 'maya', alert: 1 },
          strikes: [
            {
              at: { call: 'setValues', nth: 3, when: 'before' },
              act: { do: 'delete row', tab: 'Outbox', at: 0.994 },
              next: { at: { call: 'getValues', nth: 2, when: 'after' }, act: { do: 'kill' } },
            },
            {
              at: { call: '', nth: 36, when: 'before' },
              act: { do: 'move column', tab: 'Outbox', at: 0.119, to: 0.321 },
            },
          ],
        },
        {
          request: { do: 'lot', by: 'noor', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 2, when: 'before' },
              act: { do: 'insert rows', tab: 'Outbox', at: 0.269, count: 1 },
              next: { at: { call: '', nth: 2, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
        {
          request: { do: 'wait', minutes: 40 },
          strikes: [
            {
              at: { call: 'setValues', nth: 2, when: 'before' },
              act: { do: 'delete row', tab: 'Outbox', at: 0.044 },
              next: { at: { call: '', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
        { request: { do: 'cancel', by: 'noor', alert: 1 }, strikes: [] },
      ],
    },
  ],
  [
    'a column of Alerts is moved in the moment of a write, and that run is killed: its alert stands still and says why',
    {
      scene: { seed: 341596218, crowd: false, unknowns: {} },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 0 }, strikes: [] },
        { request: { do: 'approve', by: 'maya', alert: 1 }, strikes: [] },
        {
          request: { do: 'wait', minutes: 40 },
          strikes: [
            {
              at: { call: 'setValues', nth: 4, when: 'before' },
              act: { do: 'sort', tab: 'Outbox', column: 11, up: false },
            },
            {
              at: { call: 'setValues', nth: 6, when: 'before' },
              act: { do: 'move column', tab: 'Alerts', at: 0.385, to: 0.972 },
            },
            {
              at: { call: 'setValues', nth: 6, when: 'before' },
              act: { do: 'sort', tab: 'Outbox', column: 11, up: false },
              next: { at: { call: 'flush', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'the same while it is approved: approving says why it cannot',
    {
      scene: { seed: 742649772, crowd: false, unknowns: {} },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 3, when: 'before' },
              act: { do: 'delete column', tab: 'Alerts', at: 0.432, calls: 28 },
              next: { at: { call: 'flush', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'a row is inserted in the moment that an alert becomes approved, and that run is killed: it is approved once',
    {
      scene: { seed: 154921485, crowd: false, unknowns: {} },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 3, when: 'before' },
              act: { do: 'insert rows', tab: 'Alerts', at: 0.7, count: 1 },
              next: { at: { call: 'getValues', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'an alert goes to the Group, and nobody of it is reminded by a mail to the Group',
    {
      scene: { seed: 648315411, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        wait(40, {
          at: at('after', 1, 'MailApp'),
          act: { do: 'other', request: { do: 'wait', minutes: 40 }, strikes: [] },
        }),
      ],
    },
  ],
  [
    'another becomes operator in the middle of the run that sends: answers go to the one before',
    {
      scene: { seed: 974276382, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        wait(40, {
          at: at('after', 2, 'getValues'),
          act: { do: 'other', request: { do: 'operator', by: 'noor' }, strikes: [] },
        }),
        {
          request: { do: 'answer', alert: 0, at: 0.344, authentic: true, words: 'HAVE IT' },
          strikes: [],
        },
      ],
    },
  ],
  [
    'approving is stopped before it stands in the sheet, then the draft is cancelled: nobody gets it, nobody is missing',
    {
      scene: { seed: 605425914, crowd: false, unknowns: { gmailIndexDelayMs: 0 }, channels: false },
      legs: [
        approve(),
        leg(
          { do: 'approve', by: 'maya', alert: 1 },
          {
            at: at('before', 2, 'setValues'),
            act: { do: 'delete row', tab: 'Outbox', at: 0.546 },
            next: { at: at('after', 1, ''), act: kill },
          },
        ),
        leg(
          { do: 'cancel', by: 'maya', alert: 1 },
          {
            at: at('before', 2, 'setValues'),
            act: { do: 'sort', tab: 'Alerts', column: 7, up: false },
            next: { at: at('after', 1, 'flush'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'a column is gone when what MailApp took is to be written: it is in doubt, and goes no second time',
    {
      scene: { seed: 974613895, crowd: true, unknowns: {}, channels: false, mailApp: 'both' },
      legs: [
        approve(),
        lot('maya', { at: at('before', 52, ''), act: { do: 'rename column', tab: 'Outbox', at: 0.83, calls: 34 } }),
      ],
    },
  ],
  [
    'another becomes operator before the first fetch of the timer: answers go to the one before',
    {
      scene: { seed: 386532928, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        wait(60, {
          at: at('before', 1, 'UrlFetch'),
          act: { do: 'other', request: { do: 'operator', by: 'noor' }, strikes: [] },
        }),
        { request: { do: 'answer', alert: 0, at: 0.037, authentic: true, words: 'OUT' }, strikes: [] },
      ],
    },
  ],
  [
    'two columns come and one is renamed while an approval writes: it says that a new alert is to be begun, and nobody gets two',
    {
      scene: { seed: 289469956, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(
          { at: at('before', 2, 'setValues'), act: { do: 'rename column', tab: 'Outbox', at: 0.324, calls: 59 } },
          { at: at('before', 2, 'insertRows'), act: { do: 'insert column', tab: 'Outbox', at: 0.751 } },
          { at: at('before', 7, 'getValues'), act: { do: 'insert column', tab: 'Outbox', at: 0.022 } },
        ),
      ],
    },
  ],
  [
    'a column is renamed before MailApp’s outcome in a scene with channels: it is in doubt',
    {
      scene: { seed: 81887030, crowd: false, unknowns: {}, channels: true, mailApp: 'maya' },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 0 }, strikes: [] },
        {
          request: { do: 'lot', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'Properties', nth: 1, when: 'before' },
              act: { do: 'rename column', tab: 'Outbox', at: 0.364, calls: 41 },
            },
          ],
        },
      ],
    },
  ],
  [
    'another becomes operator while the quota is read: answers go to the one before',
    {
      scene: { seed: 530810879, crowd: false, unknowns: {}, channels: false },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 0 }, strikes: [] },
        {
          request: { do: 'lot', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'MailApp', nth: 1, when: 'before' },
              act: { do: 'other', request: { do: 'operator', by: 'noor' }, strikes: [] },
            },
          ],
        },
        { request: { do: 'answer', alert: 0, at: 0.9106206118594855, authentic: true, words: 'HAVE IT' }, strikes: [] },
      ],
    },
  ],
  [
    'a column is renamed while the lock is taken, both by MailApp: it is in doubt',
    {
      scene: { seed: 617642218, crowd: false, unknowns: {}, channels: false, mailApp: 'both' },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 0 }, strikes: [] },
        {
          request: { do: 'lot', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'Lock', nth: 6, when: 'before' },
              act: { do: 'rename column', tab: 'Outbox', at: 0.347, calls: 24 },
            },
          ],
        },
      ],
    },
  ],
  [
    'another becomes operator while she makes drafts for the first: answers go to the one before',
    {
      scene: { seed: 573288328, crowd: false, unknowns: {}, channels: false },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 0 }, strikes: [] },
        {
          request: { do: 'lot', by: 'noor', alert: 0 },
          strikes: [
            {
              at: { call: 'Drafts.create', nth: 1, when: 'before' },
              act: { do: 'other', request: { do: 'operator', by: 'noor' }, strikes: [] },
            },
          ],
        },
        { request: { do: 'answer', alert: 0, at: 0.37620438472367823, authentic: true, words: 'IN' }, strikes: [] },
      ],
    },
  ],
  [
    'a column is deleted right after MailApp took a mail: it is in doubt',
    {
      scene: { seed: 524374834, crowd: false, unknowns: {}, channels: false, mailApp: 'noor' },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 1 }, strikes: [] },
        {
          request: { do: 'lot', by: 'noor', alert: 1 },
          strikes: [
            {
              at: { call: '', nth: 53, when: 'after' },
              act: { do: 'delete column', tab: 'Outbox', at: 0.585, calls: 21 },
            },
          ],
        },
      ],
    },
  ],
  [
    'approving and cancelling are both stopped: it is cancelled, and nobody gets it',
    {
      scene: { seed: 38112621, crowd: false, unknowns: { killLosesBuffer: false }, channels: true },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 1, when: 'before' },
              act: { do: 'sort', tab: 'Outbox', column: 1, up: false },
              next: { at: { call: 'flush', nth: 2, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
        {
          request: { do: 'cancel', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 1, when: 'before' },
              act: { do: 'insert rows', tab: 'Alerts', at: 0.033, count: 1 },
              next: { at: { call: '', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'another becomes operator meanwhile: answers go to the one before, in the middle of an approval',
    {
      scene: { seed: 568726206, crowd: false, unknowns: {}, channels: false },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'MailApp', nth: 1, when: 'after' },
              act: { do: 'other', request: { do: 'operator', by: 'noor' }, strikes: [] },
            },
          ],
        },
        { request: { do: 'wait', minutes: 25 }, strikes: [] },
        { request: { do: 'answer', alert: 0, at: 0.08538662502542138, authentic: true, words: 'IN' }, strikes: [] },
      ],
    },
  ],
  [
    'a column goes while MailApp sends: it is in doubt, and goes no second time, with channels too',
    {
      scene: { seed: 571799343, crowd: false, unknowns: {}, channels: true, mailApp: 'both' },
      legs: [
        { request: { do: 'approve', by: 'noor', alert: 1 }, strikes: [] },
        {
          request: { do: 'lot', by: 'noor', alert: 1 },
          strikes: [
            {
              at: { call: 'UrlFetch', nth: 1, when: 'before' },
              act: { do: 'rename column', tab: 'Outbox', at: 0.499, calls: 44 },
            },
          ],
        },
      ],
    },
  ],
  [
    'a row inserted while a reminder is appended, by a run that dies, writes over the mail to a backup: nobody gets it again',
    {
      scene: { seed: 212837812, crowd: false, unknowns: {}, channels: false },
      legs: [
        { request: { do: 'approve', by: 'noor', alert: 1 }, strikes: [] },
        { request: { do: 'wait', minutes: 180 }, strikes: [] },
        {
          request: { do: 'wait', minutes: 180 },
          strikes: [
            {
              at: { call: 'setValues', nth: 5, when: 'before' },
              act: { do: 'insert rows', tab: 'Outbox', at: 0.991, count: 1 },
              next: { at: { call: 'getValues', nth: 1, when: 'after' }, act: { do: 'kill' } },
            },
          ],
        },
      ],
    },
  ],
  [
    'the column Channel goes while an approval writes: a post stays a post, and no person',
    {
      scene: { seed: 418753557, crowd: false, unknowns: {}, channels: true },
      legs: [
        {
          request: { do: 'approve', by: 'maya', alert: 0 },
          strikes: [
            {
              at: { call: 'setValues', nth: 2, when: 'after' },
              act: { do: 'delete column', tab: 'Outbox', at: 0.16, calls: 49 },
            },
          ],
        },
      ],
    },
  ],
  [
    'MailApp reports an error where the day’s mails are gone: it is in doubt, and goes no second time',
    {
      scene: { seed: 900046135, crowd: false, unknowns: {}, channels: false, mailApp: 'noor' },
      legs: [
        { request: { do: 'approve', by: 'maya', alert: 0 }, strikes: [] },
        {
          request: { do: 'lot', by: 'noor', alert: 0 },
          strikes: [{ at: { call: 'Lock', nth: 6, when: 'before' }, act: { do: 'quota', left: 0 } }],
        },
      ],
    },
  ],
  [
    'the column State goes while it is written that Slack has taken a post, and comes back as it was: it is not posted again',
    {
      scene: { seed: 375350394, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        wait(5, {
          at: at('before', 5, 'setValues'),
          act: { do: 'delete column', tab: 'Outbox', at: 0.295, calls: 57 },
        }),
      ],
    },
  ],
  [
    'two rows are inserted above while a backup’s one row is appended: the row under it is not lost, its people’s answers count',
    {
      scene: { seed: 299827847, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        wait(5),
        wait(25, { at: at('before', 5, 'flush'), act: { do: 'insert rows', tab: 'Outbox', at: 0.51, count: 2 } }),
        leg({ do: 'answer', alert: 0, at: 0.7118657277897, authentic: true, words: 'OUT' }),
      ],
    },
  ],
  [
    'an approval is refused for want of a column, then it is cancelled while another is renamed: no post is missing',
    {
      scene: { seed: 363588852, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve({ at: at('after', 62, ''), act: { do: 'delete column', tab: 'Outbox', at: 0.81, calls: 60 } }),
        wait(5),
        leg(
          { do: 'cancel', by: 'noor', alert: 0 },
          { at: at('after', 1, 'MailApp'), act: { do: 'rename column', tab: 'Alerts', at: 0.442, calls: 54 } },
        ),
      ],
    },
  ],
  [
    'a row is inserted in Alerts while a second draft is appended and that run stops: the first draft is gone, nobody is mailed',
    {
      scene: { seed: 304414203, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve({
          at: at('before', 2, 'setValues'),
          act: { do: 'sort', tab: 'Outbox', column: 6, up: false },
          next: { at: at('after', 1, 'getValues'), act: kill },
        }),
        leg(
          { do: 'approve', by: 'noor', alert: 1 },
          {
            at: at('before', 1, 'setValues'),
            act: { do: 'insert rows', tab: 'Alerts', at: 0.25, count: 1 },
            next: { at: at('after', 1, 'getValues'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'People is sorted while somebody who wrote OPT OUT is opted out, and that run stops: whoever asked is opted out',
    {
      scene: { seed: 143748132, crowd: true, unknowns: {}, channels: false },
      legs: [
        leg({ do: 'approve', by: 'maya', alert: 1 }),
        wait(180),
        leg({ do: 'answer', alert: 1, at: 0.7583158740308136, authentic: true, words: 'OPT OUT' }),
        wait(10, {
          at: at('before', 2, 'setValues'),
          act: { do: 'sort', tab: 'People', column: 3, up: false },
          next: { at: at('after', 1, 'flush'), act: kill },
        }),
      ],
    },
  ],
  [
    'the ID column is renamed while the column Recipients goes and comes back: it comes back with what was in it',
    {
      scene: { seed: 712349760, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        wait(5),
        lot('noor', {
          at: at('before', 1, 'MailApp'),
          act: { do: 'rename column', tab: 'Outbox', at: 0.04, calls: 36 },
        }),
        wait(5, { at: at('after', 7, ''), act: { do: 'delete column', tab: 'Outbox', at: 0.85, calls: 27 } }),
      ],
    },
  ],
  [
    'Run is moved behind Draft ID while a lot is claimed, and that run stops: nobody has two mails',
    {
      scene: { seed: 168001072, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        lot('maya', {
          at: at('before', 1, 'setValues'),
          act: { do: 'move column', tab: 'Outbox', at: 0.348, to: 0.423 },
          next: { at: at('after', 2, ''), act: kill },
        }),
      ],
    },
  ],
  [
    'two columns of the Outbox go while a post is put on record, and that run stops: it counts as a post still, in doubt',
    {
      scene: { seed: 69189808, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        lot(
          'noor',
          {
            at: at('before', 5, 'setValues'),
            act: { do: 'delete column', tab: 'Outbox', at: 0.375, calls: 35 },
          },
          {
            at: at('before', 4, 'setValues'),
            act: { do: 'delete column', tab: 'Outbox', at: 0.201, calls: 17 },
            next: { at: at('after', 2, 'flush'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'a column is renamed, then taken away, and comes back: with its own name, since both were undone',
    {
      scene: { seed: 978118643, crowd: false, unknowns: {}, channels: true, mailApp: 'both' },
      legs: [
        approve(),
        leg(
          { do: 'cancel', by: 'noor', alert: 0 },
          { at: at('before', 4, 'flush'), act: { do: 'rename column', tab: 'Outbox', at: 0.157, calls: 14 } },
        ),
        lot('noor', {
          at: at('before', 1, 'MailApp'),
          act: { do: 'delete column', tab: 'Outbox', at: 0.163, calls: 38 },
        }),
      ],
    },
  ],
  [
    'the state of a message is cleared that left somebody out who had opted out: settled, it does not count them',
    {
      scene: {
        seed: 814167987,
        crowd: false,
        unknowns: { textFormatStopsFormulas: true, apostropheIsStored: false, gmailIndexDelayMs: 0 },
        channels: false,
      },
      legs: [
        approve(),
        leg(
          { do: 'approve', by: 'noor', alert: 1 },
          { at: at('before', 1, 'MailApp'), act: { do: 'clear state', at: 0.425 } },
        ),
        lot('noor', {
          at: at('before', 3, 'setValues'),
          act: { do: 'sort', tab: 'Outbox', column: 11, up: false },
        }),
        leg(
          { do: 'lot', by: 'noor', alert: 1 },
          { at: at('after', 3, 'getValues'), act: { do: 'opt out', at: 0.807 } },
        ),
        wait(25, { at: at('before', 2, 'Lock'), act: { do: 'clear state', at: 0.387 } }),
      ],
    },
  ],
  [
    'one timed run lasts while others go on for three quarters of an hour: answers are read after all',
    {
      scene: { seed: 33096711, crowd: false, unknowns: {}, channels: false },
      legs: [
        leg({ do: 'approve', by: 'maya', alert: 1 }),
        leg({ do: 'lot', by: 'maya', alert: 1 }),
        leg({ do: 'answer', alert: 1, at: 0.9742538589052856, authentic: true, words: 'IN' }),
        wait(60, {
          at: at('after', 1, 'flush'),
          act: {
            do: 'other',
            request: { do: 'wait', minutes: 5 },
            strikes: [
              { at: at('before', 30, ''), act: { do: 'other', request: { do: 'wait', minutes: 40 }, strikes: [] } },
            ],
          },
        }),
        leg({ do: 'answer', alert: 1, at: 0.6988712274469435, authentic: true, words: 'HAVE IT' }),
      ],
    },
  ],
  [
    'the column Reason goes while an approval writes, and that one is refused: the next writes why people were left out',
    {
      scene: { seed: 820045344, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve({
          at: at('before', 2, 'setValues'),
          act: { do: 'delete column', tab: 'Outbox', at: 0.577, calls: 58 },
        }),
      ],
    },
  ],
  [
    'a row is inserted in Alerts while a draft is appended, and that run stops: the approved alert it wrote over is told on Home',
    {
      scene: { seed: 47541796, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        leg(
          { do: 'approve', by: 'maya', alert: 1 },
          {
            at: at('before', 1, 'setValues'),
            act: { do: 'insert rows', tab: 'Alerts', at: 0.298, count: 1 },
            next: { at: at('after', 1, 'getValues'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'the timer fails for more than an hour while nobody knows which mails went: the answer of its first minute is read',
    {
      scene: { seed: 711410039, crowd: true, unknowns: {}, channels: false },
      legs: [
        approve(),
        lot('noor', { at: at('before', 69, ''), act: { do: 'fail', as: 'notFound', times: 40 } }),
        leg({ do: 'answer', alert: 0, at: 0.2109248477499932, authentic: true, words: 'OUT' }),
        wait(25),
        wait(25),
        wait(25),
      ],
    },
  ],
  [
    'an approved alert is written over, and its act-by comes before anybody looks at it again: Home told until then',
    {
      scene: { seed: 833602884, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        leg(
          { do: 'approve', by: 'maya', alert: 1 },
          {
            at: at('before', 1, 'setValues'),
            act: { do: 'insert rows', tab: 'Alerts', at: 0.565, count: 1 },
            next: { at: at('after', 1, 'flush'), act: kill },
          },
        ),
        wait(10, {
          at: at('before', 4, 'getValues'),
          act: { do: 'other', request: { do: 'wait', minutes: 40 }, strikes: [] },
        }),
        wait(5),
      ],
    },
  ],
  [
    'State is renamed while a column comes in beside it and a lot is written: at worst a doubt',
    {
      scene: { seed: 680794536, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        wait(
          10,
          {
            at: at('after', 6, 'setValues'),
            act: { do: 'rename column', tab: 'Outbox', at: 0.278, calls: 52 },
          },
          { at: at('before', 4, 'flush'), act: { do: 'insert column', tab: 'Outbox', at: 0.318 } },
        ),
      ],
    },
  ],
  [
    'columns stand among those of the block, and two are moved and renamed while states are written: at worst a doubt',
    {
      scene: { seed: 773095151, crowd: false, unknowns: {}, channels: false },
      legs: [
        leg(
          { do: 'approve', by: 'maya', alert: 1 },
          { at: at('after', 46, ''), act: { do: 'insert column', tab: 'Outbox', at: 0.88 } },
        ),
        approve({ at: at('before', 79, ''), act: { do: 'move column', tab: 'Outbox', at: 0.892, to: 0.292 } }),
        wait(
          5,
          {
            at: at('after', 3, 'setValues'),
            act: { do: 'move column', tab: 'Outbox', at: 0.498, to: 0.472 },
          },
          {
            at: at('before', 3, 'flush'),
            act: { do: 'rename column', tab: 'Outbox', at: 0.188, calls: 44 },
          },
        ),
      ],
    },
  ],
  [
    'two stopped runs leave an approval and a lot beside the row of their alert: it goes on and is sent',
    {
      scene: { seed: 333177165, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve({
          at: at('before', 3, 'setValues'),
          act: { do: 'insert rows', tab: 'Alerts', at: 0.444, count: 1 },
          next: { at: at('after', 1, 'flush'), act: kill },
        }),
        lot(
          'maya',
          { at: at('before', 2, 'setValues'), act: { do: 'insert rows', tab: 'Alerts', at: 0.074, count: 2 } },
          {
            at: at('before', 2, 'setValues'),
            act: { do: 'insert rows', tab: 'Outbox', at: 0.174, count: 2 },
            next: { at: at('after', 1, 'flush'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'the only row of the Outbox is deleted while it is written that it went, and that run stops: nobody has it twice',
    {
      scene: { seed: 133757111, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        lot('maya', {
          at: at('before', 4, 'setValues'),
          act: { do: 'delete row', tab: 'Outbox', at: 0.705 },
          next: { at: at('after', 2, 'flush'), act: kill },
        }),
      ],
    },
  ],
  [
    'a column is moved over the block and one of it renamed while a lot is claimed: everyone has it once',
    {
      scene: { seed: 585423107, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(),
        wait(
          5,
          { at: at('before', 2, 'flush'), act: { do: 'rename column', tab: 'Outbox', at: 0.336, calls: 12 } },
          { at: at('before', 1, 'setValues'), act: { do: 'move column', tab: 'Outbox', at: 0.175, to: 0.993 } },
        ),
      ],
    },
  ],
  [
    'the ID column is renamed and Reason taken away in the middle of a lot by MailApp: at worst a doubt',
    {
      scene: { seed: 226969013, crowd: false, unknowns: {}, channels: true, mailApp: 'both' },
      legs: [
        approve(),
        lot(
          'noor',
          { at: at('before', 59, ''), act: { do: 'rename column', tab: 'Outbox', at: 0.02, calls: 10 } },
          { at: at('after', 4, 'setValues'), act: { do: 'delete column', tab: 'Outbox', at: 0.588, calls: 22 } },
        ),
      ],
    },
  ],
  [
    'a lot is sent and its run stopped before it counted, then the alert is cancelled and that run stopped too: Sent is right',
    scene(211157173, [
      approve(),
      lot('noor', { at: at('before', 5, 'setValues'), act: kill }),
      cancel({ at: at('before', 1, 'MailApp'), act: kill }),
    ]),
  ],
  [
    'the Outbox is sorted and a column of it deleted while a second stopped run writes: the ledger says that it lost why some were left out',
    {
      scene: { seed: 984221502, crowd: false, unknowns: {}, channels: true },
      legs: [
        approve(),
        wait(10, {
          at: at('before', 4, 'setValues'),
          act: { do: 'insert rows', tab: 'Outbox', at: 0.491, count: 2 },
          next: { at: at('after', 1, ''), act: kill },
        }),
        wait(
          5,
          { at: at('before', 1, 'setValues'), act: { do: 'sort', tab: 'Outbox', column: 4, up: true } },
          {
            at: at('before', 1, 'setValues'),
            act: { do: 'delete column', tab: 'Outbox', at: 0.271, calls: 40 },
            next: { at: at('after', 1, 'flush'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'an approval fails between two blocks of a ledger that somebody parts with a column, and is asked again: the rows it left take no state away',
    {
      scene: { seed: 577459245, crowd: false, unknowns: {}, channels: false },
      legs: [
        approve(
          { at: at('before', 3, 'setValues'), act: { do: 'fail', as: 'serviceUnavailable', times: 2 } },
          { at: at('after', 3, 'Lock'), act: { do: 'insert column', tab: 'Outbox', at: 0.702 } },
        ),
      ],
    },
  ],
  [
    'the column Alert ID is taken away while a reminder is put into the Outbox, and brought back without it: reminded once',
    {
      scene: {
        seed: 517279456,
        crowd: false,
        unknowns: { textFormatStopsFormulas: false, apostropheIsStored: false, gmailIndexDelayMs: 0 },
        channels: false,
      },
      legs: [
        approve(),
        lot('maya', { at: at('before', 1, 'MailApp'), act: { do: 'insert column', tab: 'Outbox', at: 0.123 } }),
        wait(10),
        wait(10),
        leg({ do: 'answer', alert: 0, at: 0.4013814446516335, authentic: true, words: 'HAVE IT' }),
        wait(25, {
          at: at('before', 4, 'setValues'),
          act: { do: 'delete column', tab: 'Outbox', at: 0.119, calls: 31 },
        }),
      ],
    },
  ],
  [
    'the column Alert ID is taken away while reminders of many are written, and brought back: each is reminded once',
    {
      scene: { seed: 139939842, crowd: true, unknowns: {}, channels: false },
      legs: [
        approve(),
        lot('maya'),
        wait(180, {
          at: at('before', 5, 'flush'),
          act: { do: 'delete column', tab: 'Outbox', at: 0.07, calls: 54 },
        }),
      ],
    },
  ],
  [
    'states stand beside other alerts for a moment: one that was never approved stays a draft',
    {
      scene: { seed: 624766997, crowd: false, unknowns: { gmailIndexDelayMs: 0 }, channels: false },
      legs: [
        approve({
          at: at('before', 2, 'setValues'),
          act: { do: 'insert rows', tab: 'Outbox', at: 0.339, count: 2 },
          next: { at: at('after', 2, 'getValues'), act: kill },
        }),
        leg({ do: 'approve', by: 'noor', alert: 1 }),
        leg(
          { do: 'lot', by: 'maya', alert: 1 },
          {
            at: at('before', 5, 'setValues'),
            act: { do: 'sort', tab: 'Alerts', column: 12, up: false },
          },
          {
            at: at('before', 4, 'setValues'),
            act: { do: 'sort', tab: 'Outbox', column: 9, up: true },
            next: { at: at('after', 2, 'flush'), act: kill },
          },
        ),
      ],
    },
  ],
  [
    'a lot is stopped and nothing can be written for three hours, in which somebody answers: the answer counts',
    {
      scene: {
        seed: 11049117,
        crowd: false,
        unknowns: {
          killLosesBuffer: false,
          gmailCountsAsEmail: true,
          textFormatStopsFormulas: true,
          apostropheIsStored: true,
          gmailIndexDelayMs: 1_800_000,
        },
        channels: false,
      },
      legs: [
        approve(),
        wait(10, { at: at('before', 58, ''), act: kill }),
        wait(5, { at: at('before', 3, 'getValues'), act: { do: 'fail', as: 'serviceUnavailable', times: 1 } }),
        lot('maya', { at: at('before', 5, 'Lock'), act: { do: 'fail', as: 'serverError', times: 40 } }),
        leg({ do: 'answer', alert: 0, at: 0.6327879992313683, authentic: true, words: 'HAVE IT' }),
        wait(180),
      ],
    },
  ],
]
