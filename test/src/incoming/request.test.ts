/** What of a subject becomes an alert. */
import { momentIn } from '../../../src/incoming/moment'
import { isRequest, type Known, readRequest } from '../../../src/incoming/request'
import { stateOf } from '../../../src/registry/states'
import type { Row } from '../../../src/registry/tables'

const NOW = new Date('2026-11-23T17:00:00Z') // Monday noon, Eastern
const legislator = (id: string, name: string, chamber: 'upper' | 'lower', district: string, leaves = '') =>
  ({ id, name, chamber, district, leaves }) as Row<'legislators'>
const known = (state: string, more: Partial<Known> = {}): Known => ({
  state: stateOf(state),
  zone: 'America/New_York',
  legislators: [
    legislator('ada', 'Ada Okafor', 'lower', '14A'),
    legislator('cy', 'Cy Brandt', 'upper', '7'),
    legislator('lou', 'Lou Brandt', 'lower', '3A'),
    legislator('gone', 'Jo Reyes', 'lower', '4A', 'resigned'),
  ],
  committees: [
    { committee: 'Judiciary', legislatorId: 'ada', chamber: 'lower' },
    { committee: 'Judiciary', legislatorId: 'Cy Brandt', chamber: 'upper' },
  ] as Row<'committees'>[],
  ...more,
})
const read = (subject: string, state = 'mn') => {
  const { districts, legislators, by, ...rest } = readRequest(subject, '', known(state), NOW)
  return { ...rest, to: [...districts.map((d) => d.label), ...legislators.map((l) => l.id)], by: by?.wall ?? null }
}

test.each([
  ['ALERT SB 12 HD-14A SD-7 by tomorrow 5pm', 'SB 12', ['Senate 7', 'House 14A'], '2026-11-24T17:00'],
  ['alert: hf 2310, House 14A, Senate District 7, today 4pm', 'HF 2310', ['Senate 7', 'House 14A'], '2026-11-23T16:00'],
  ['[leaders] ALERT SB12 HD 14a in 3 hours', 'SB 12', ['House 14A'], '2026-11-23T15:00'],
  ['ALERT HB 7 Okafor by Nov 30 17:00', 'HB 7', ['ada'], '2026-11-30T17:00'],
  ['ALERT HB 7 Judiciary committee by Friday noon', 'HB 7', ['ada', 'cy'], '2026-11-27T12:00'],
  ['ALERT Senate Bill 12 Okafor by Nov 30 17:00', 'SB 12', ['ada'], '2026-11-30T17:00'],
  ['ALERT house joint resolution 3 HD-14A by 5pm', 'HJR 3', ['House 14A'], '2026-11-23T17:00'],
  ['ALERT H.B. 120 Okafor by 5pm', 'HB 120', ['ada'], '2026-11-23T17:00'],
  ['ALERT HB 7 Lou Brandt by 9am', 'HB 7', ['lou'], '2026-11-24T09:00'],
])('%s', (subject, bill, to, by) => {
  expect(isRequest(subject)).toBe(true)
  const committee = subject.includes('Judic') ? 'Judiciary' : ''
  expect(read(subject)).toEqual({ bill, to, by, committee, ask: '', why: '', unclear: [] })
})

test.each([
  ['ALERT SB 12 vote no HD-14A by 5pm', '', 'vote no on SB 12'],
  ['ALERT HD-14A: Vote  AGAINST SB 12, by 5pm', '', 'vote against SB 12'],
  ['ALERT oppose SB 12 HD-14A by 5pm', '', 'oppose SB 12'],
  ['ALERT vote yes HD-14A by 5pm', '', 'vote yes'],
  ['ALERT SB 12 HD-14A by 5pm', 'It is close.\nAsk: send it back to committee', 'send it back to committee'],
  ['ALERT SB 12 vote no HD-14A by 5pm', 'It is close.\n*Ask them to:* strike section 3', 'strike section 3'],
  ['ALERT SB 12 HD-14A by 5pm', 'It is close.\nAsk:\nvote no on SB 12', 'vote no on SB 12'],
  ['ALERT SB 12 HD-14A by 5pm', 'It is close. Ask: nobody', ''],
])('%s / %s asks to %s', (subject, text, ask) => {
  const asked = readRequest(subject, text, known('mn'), NOW)
  expect(asked).toMatchObject({ ask, unclear: [], districts: [{ label: 'House 14A' }] })
  expect(asked.why).toBe(text.startsWith('It is close.\n') ? 'It is close.' : text)
})

test.each([
  [
    'Hi Maya,\n\nAsk: vote no.\n\nIt closes two clinics.\n\nThanks so much,\nPriya\nNorthdale',
    'It closes two clinics.',
  ],
  ['Why now: they cut the bus.\n\nAsk: vote no\n\nOne vote decides.', 'they cut the bus.\n\nOne vote decides.'],
  [
    'Dear friends of the library\nThanks to all of you who called last week!',
    'Dear friends of the library\nThanks to all of you who called last week!',
  ],
  ['Ask:\nWhy: they cut the bus.', 'Ask:\nWhy: they cut the bus.'],
])('of a letter, the why is what is neither greeting nor farewell: %j', (text, why) => {
  expect(readRequest('ALERT SB 12 HD-14A by 5pm', text, known('mn'), NOW).why).toBe(why)
})

test('a number before a day is no time, and a day shouted is heard', () => {
  expect(read('Alert: HB 121 - call SD 7 TODAY!!! by 4:30pm')).toMatchObject({
    to: ['Senate 7'],
    by: '2026-11-23T16:30',
    unclear: [],
  })
  expect(read('ALERT HD 14A SB 12 tomorrow')).toMatchObject({ bill: 'SB 12', to: ['House 14A'], by: null })
})

test('a siren beside the word takes nothing from it', () => {
  expect(isRequest('🚨 ALERT 🚨 SB 12 SD-7 by 5pm')).toBe(true)
  expect(read('🚨 ALERT 🚨 SB 12 SD-7 by 5pm')).toMatchObject({ bill: 'SB 12', to: ['Senate 7'], unclear: [] })
})

test('a committee whose name takes a side is a committee', () => {
  const committees = [{ committee: 'Child Support', legislatorId: 'ada', chamber: 'lower' }] as Row<'committees'>[]
  const asked = readRequest('ALERT HB 7 Child Support by noon', '', known('mn', { committees }), NOW)
  expect(asked).toMatchObject({ committee: 'Child Support', ask: '' })
})

test('a committee’s member who cannot be found is handed back by name', () => {
  const gone = { committee: 'Judiciary', legislatorId: 'Kit Lamb', chamber: 'lower' } as Row<'committees'>
  const committees = [...known('mn').committees, gone]
  const asked = readRequest('ALERT HB 7 Judiciary by noon', '', known('mn', { committees }), NOW)
  expect(asked.unclear).toEqual(['Kit Lamb (Judiciary)'])
  expect(asked.legislators.map((l) => l.id)).toEqual(['ada', 'cy'])
})

test('what nothing can be made of is handed back', () => {
  expect(read('ALERT SB 12 HD-999 Brandt Reyes by soon').unclear).toEqual(['HD-999', 'Brandt', 'Reyes', 'soon'])
  expect(read('ALERT').to).toEqual([])
})

test('the number of a bill is no time, and a number behind another word is no bill', () => {
  expect(read('ALERT SB 123 today HD-14A')).toMatchObject({ bill: 'SB 123', by: null, unclear: ['today'] })
  expect(read('ALERT HD-14A call 3 times about SB 12 by 5pm')).toMatchObject({
    bill: 'SB 12',
    unclear: ['3', 'times', 'about'],
  })
})

test('districts with names, letters of one chamber, bills that look like districts', () => {
  expect(read('ALERT H 77 Senate Second Essex and Middlesex by 5pm', 'ma')).toMatchObject({
    bill: 'H 77',
    to: ['Senate Second Essex and Middlesex'],
  })
  expect(read('ALERT LB 5 LD-12 by 5pm', 'ne')).toMatchObject({ bill: 'LB 5', to: ['Legislature 12'] })
  expect(read('ALERT LD 5 HD-12 by 5pm', 'me')).toMatchObject({ bill: 'LD 5', to: ['House 12'] })
})

test.each([
  'FYI',
  'Alerting you',
  'An ALERT',
  'Re: Please call by 5:00 pm',
  'alerts are fun',
  'Re: ALERT SB 12 HD-14A by 5pm',
])('is no request: %s', (subject) => {
  expect(isRequest(subject)).toBe(false)
})

test.each([
  ['tomorrow 5:30 pm', '2026-11-24T17:30'],
  ['by 5pm tomorrow', '2026-11-24T17:00'],
  ['noon on Friday', '2026-11-27T12:00'],
  ['Friday, by 3 p.m.', '2026-11-27T15:00'],
  ['by 11am', '2026-11-24T11:00'],
  ['by 13:00', '2026-11-23T13:00'],
  ['in an hour', '2026-11-23T13:00'],
  ['in 90 minutes', '2026-11-23T13:30'],
  ['Jan 4 9am', '2027-01-04T09:00'],
  ['12/1 12pm', '2026-12-01T12:00'],
  ['2026-12-01 08:15', '2026-12-01T08:15'],
  ['Monday 5pm', '2026-11-23T17:00'],
  ['by 11/30/2026 5pm', '2026-11-30T17:00'],
  ['by Tues. at 5 p.m.', '2026-11-24T17:00'],
  ['5:30pm, on Sept 3rd', '2027-09-03T17:30'],
])('%s', (text, wall) => {
  expect(momentIn(text, NOW, 'America/New_York')?.wall).toBe(wall)
})

test.each([
  'soon',
  'by 25:99',
  'by Feb 30 5pm',
  'tomorrow',
  'HD-5 pm',
  'SB 123 today',
  'by 5 tomorrow',
  'SD 14 today',
  'today 14A',
  'HF 2310 Monday',
  'by 11/30',
  'by 5',
  'tomorrow at 5',
  'today 100 calls',
  'Mayor 12 5pm',
  'friends 3pm',
  'tomorrow HD-14A by 5pm',
])('is no time: %s', (text) => {
  expect(momentIn(text, NOW, 'America/New_York')).toBeNull()
})

test('three hours are three hours in the night the clocks go back', () => {
  const midnight = new Date('2026-11-01T04:30:00Z')
  expect(momentIn('in 3 hours', midnight, 'America/New_York')?.wall).toBe('2026-11-01T02:30')
})
