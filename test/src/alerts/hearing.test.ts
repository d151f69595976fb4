/** An alert made of a bill with a hearing. */
import { hearingDraft } from '../../../src/alerts/draft/hearing'

const ZONE = 'America/New_York'
const bill = (hearing: string, about = {}) => ({
  bill: 'HB 120',
  title: 'Water rates',
  committee: 'lower|health',
  hearing: new Date(hearing),
  position: 'oppose' as const,
  ...about,
})
const draftAt = (now: string, hearing: string, about = {}) => hearingDraft(bill(hearing, about), new Date(now), ZONE)

test('asks the committee’s districts, with the ask that follows from our position', () => {
  expect(draftAt('2026-11-20T15:00:00Z', '2026-11-24T15:00:00Z')).toMatchObject({
    alertId: null,
    title: 'HB 120 hearing: Water rates',
    audience: ['committee'],
    committees: ['lower|health'],
    ask: 'vote no on HB 120',
    actBy: '2026-11-23T17:00',
  })
  expect(draftAt('2026-11-20T15:00:00Z', '2026-11-24T15:00:00Z', { position: '', committee: '' })).toMatchObject({
    audience: ['targets'],
    ask: '',
  })
})

test('act by is an hour before where the evening before is gone, and blank where that is gone too', () => {
  expect(draftAt('2026-11-24T01:00:00Z', '2026-11-24T15:00:00Z').actBy).toBe('2026-11-24T09:00')
  expect(draftAt('2026-11-24T14:30:00Z', '2026-11-24T15:00:00Z').actBy).toBe('')
})
