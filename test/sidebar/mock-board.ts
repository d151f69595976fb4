/** A board of answers as a made-up sheet has it: hostile words, several offices, mails that do not count. */
import type { AlertBoard, Params } from '../../src/contract'

const LONG = 'Indivisible of the upper valley and all the towns along the river'

export const board = (change: Partial<AlertBoard> = {}): AlertBoard => ({
  alertId: 'A-0007',
  title: 'HB 120 in committee',
  drill: false,
  note: '',
  next: 'Next: backups of groups without an answer are asked today 2:30 pm; whoever has not answered is reminded today 4:00 pm.',
  mayLook: true,
  operator: 'maya@example.org',
  asked: 4,
  answered: 2,
  calls: 12,
  counts: { haveIt: 1, in: 0, out: 0, done: 1 },
  groups: [
    {
      groupId: 'G-001', group: 'Elm Fork', reached: true, answer: 'done', calls: 12, atText: 'today 1:05 pm', backupAsked: false,
      bounced: [], contacts: [{ name: 'Lee Park', phone: '617-555-0101' }], legislatorIds: ['ada', 'cy'],
    },
    {
      groupId: 'G-002', group: LONG, reached: true, answer: '', calls: null, atText: '', backupAsked: true,
      bounced: ['a.very.long.address.that.does.not.exist@group.example.org'],
      contacts: [{ name: 'Kim', phone: '617-555-0102' }, { name: '<b>Pat</b>', phone: '' }], legislatorIds: ['ada'],
    },
    {
      groupId: 'G-003', group: 'Harbor', reached: true, answer: 'have it', calls: null, atText: 'today 12:40 pm',
      backupAsked: false, bounced: [], contacts: [], legislatorIds: ['ada'],
    },
    {
      groupId: 'G-004', group: 'Mill Town', reached: false, answer: '', calls: null, atText: '', backupAsked: false,
      bounced: [], contacts: [], legislatorIds: [],
    },
  ], // biome-ignore format: rows
  legislators: [
    { id: 'ada', name: 'Ada Okafor (House 14A)', calls: 9, groups: 1 },
    { id: 'cy', name: 'Cy Brandt (Senate 7)', calls: 0, groups: 0 },
  ],
  unnamedCalls: 3,
  bill: { bill: 'HB 120', alerts: 2, calls: 31, groups: 5 },
  answers: [
    {
      answerId: 'R-0002', groupId: 'G-001', group: 'Elm Fork', from: 'lee@example.org', answer: 'done', calls: 9,
      legislatorId: 'ada', outcome: 'lean yes', said: '<img src=x onerror=alert(1)> staffer says she is undecided\nand kind',
      atText: 'today 1:05 pm', counts: 'yes', why: '', byHand: false,
    },
    {
      answerId: 'R-0001', groupId: 'G-002', group: LONG, from: 'kim@example.org', answer: '', calls: null, legislatorId: '',
      outcome: '', said: 'DONE 400', atText: 'today 12:50 pm', counts: 'no',
      why: 'Gmail does not confirm that it is from kim@example.org', byHand: false,
    },
  ], // biome-ignore format: rows
  ...change,
})

/** As the sheet would have it after that answer. */
export function answered(
  before: AlertBoard,
  { groupId, answer, calls, answerId, said }: Params<'setAnswer'>,
): AlertBoard {
  const groups = before.groups.map((g) =>
    g.groupId === groupId ? { ...g, answer, calls, atText: 'today 1:20 pm' } : g,
  )
  const of = before.groups.find((g) => g.groupId === groupId)
  const one = { groupId, group: of?.group ?? '', from: 'maya@example.org', answer, calls, legislatorId: '', outcome: '' as const, said, atText: 'today 1:20 pm', why: '' } // biome-ignore format: a row
  return {
    ...before,
    groups,
    answered: groups.filter((g) => g.answer !== '').length,
    calls: groups.reduce((sum, g) => sum + (g.calls ?? 0), 0),
    answers: answerId
      ? before.answers.map((a) =>
          a.answerId === answerId ? { ...a, answer, calls, said, counts: answer ? 'yes' : 'no' } : a,
        )
      : [{ ...one, answerId: 'R-0009', counts: 'yes', byHand: true }, ...before.answers],
  }
}
