/** An alert made of a bill with a hearing. */
import { hearingDraft } from '../../../src/alerts/draft/hearing'
import { ask, fillIn, MAYA, network, rowsIn, type SidebarFault } from './world'

const ZONE = 'America/New_York'
const bill = (hearing: string, about = {}) => ({
  bill: 'HB 120',
  title: 'Water rates',
  committee: 'lower|health',
  committeeName: 'House Health',
  hearing: new Date(hearing),
  position: 'oppose' as const,
  ...about,
})
const draftAt = (now: string, hearing: string, about = {}) => hearingDraft(bill(hearing, about), new Date(now), [ZONE])

test('asks the committee’s districts, with the ask that follows from our position', () => {
  expect(draftAt('2026-11-20T15:00:00Z', '2026-11-24T15:00:00Z')).toMatchObject({
    alertId: null,
    title: 'HB 120 hearing: Water rates',
    audience: ['committee'],
    committees: ['lower|health'],
    ask: 'vote no on HB 120',
    why: 'The House Health committee hears HB 120 at 10:00 am Eastern on Tuesday, November 24.',
    actBy: '2026-11-23T17:00',
  })
  expect(
    draftAt('2026-11-20T15:00:00Z', '2026-11-24T15:00:00Z', { position: '', committee: '', committeeName: '' }),
  ).toMatchObject({
    audience: ['targets'],
    ask: '',
    why: 'HB 120 is heard at 10:00 am Eastern on Tuesday, November 24.',
  })
})

test('act by is an hour before where the evening before is gone, and its beginning where that is gone or too near', () => {
  expect(draftAt('2026-11-24T01:00:00Z', '2026-11-24T15:00:00Z').actBy).toBe('2026-11-24T09:00')
  expect(draftAt('2026-11-24T13:50:00Z', '2026-11-24T15:00:00Z').actBy).toBe('2026-11-24T10:00')
  expect(draftAt('2026-11-24T14:30:00Z', '2026-11-24T15:00:00Z').actBy).toBe('2026-11-24T10:00')
})

test('act by stays at five o’clock of the day before where the clocks change between', () => {
  // Clocks go back in the night to November 1, forward in the night to March 14.
  expect(draftAt('2026-10-29T15:00:00Z', '2026-11-01T15:00:00Z').actBy).toBe('2026-10-31T17:00')
  expect(draftAt('2027-03-11T15:00:00Z', '2027-03-14T13:30:00Z').actBy).toBe('2027-03-13T17:00')
})

/** Rep 1 and Rep 2 sit in the committee. */
function hearing() {
  const ws = network(3)
  fillIn(ws, {
    committees: [
      { committee: 'Health', legislatorId: 'rep1', chamber: 'lower' },
      { committee: 'Health', legislatorId: 'rep2', chamber: 'lower' },
    ],
  })
  return ws
}
const facts = { bill: 'HB 120', title: '', committee: 'lower|health', hearing: '2026-11-24T10:00', position: 'oppose' }
const begin = (ws: ReturnType<typeof network>, about: object) =>
  ask(ws, MAYA, 'hearingAlert', { ...facts, ...about } as never)

test('from the sidebar to the mail: the groups of its members are asked, nobody else', () => {
  const ws = hearing()
  const { draft } = begin(ws, {})
  expect(rowsIn(ws, 'alerts')).toMatchObject([{ id: 'A-0001', state: 'draft', bill: 'HB 120', madeBy: MAYA }])
  const { seal, checks, people } = ask(ws, MAYA, 'previewAlert', draft)
  expect(checks.filter((check) => check.level === 'stop')).toEqual([])
  expect(people).toBe(2)
  ask(ws, MAYA, 'approveAlert', { alertId: 'A-0001', seal })
  ask(ws, MAYA, 'sendLot', { alertId: 'A-0001' })
  expect([1, 2, 3].map((n) => ws.mailbox(`lead0${n}@example.org`).length)).toEqual([1, 1, 0])
  const [row] = rowsIn(ws, 'outbox')
  expect(row?.body).toContain('ask them to vote no on HB 120.')
  // Franklin straddles two zones.
  expect(row?.body).toContain(
    'The House Health committee hears HB 120 at 10:00 am Eastern / 9:00 am Central on Tuesday, November 24.',
  )
})

test.each([
  ['no bill', { bill: ' {} ' }, 'BILL_MISSING', 'bill'],
  ['no time', { hearing: 'Tuesday' }, 'HEARING_UNREADABLE', 'hearing'],
  ['an hour that the clocks jump over', { hearing: '2027-03-14T02:30' }, 'HEARING_UNREADABLE', 'hearing'],
  ['a hearing that is over', { hearing: '2026-11-20T10:00' }, 'HEARING_OVER', 'hearing'],
  ['a committee that is gone', { committee: 'upper|rules' }, 'COMMITTEE_NOT_FOUND', 'committee'],
])('%s is told at its field, and no draft is made', (_, about, code, field) => {
  const ws = hearing()
  let fault: SidebarFault | null = null
  try {
    begin(ws, about)
  } catch (error) {
    fault = error as SidebarFault
  }
  expect(fault?.fault).toMatchObject({ code, field })
  expect(rowsIn(ws, 'alerts')).toEqual([])
})
