import { benchSend } from '../../bench/send'

test('1,000 people in cohorts take less than a twentieth of the service calls of one mail a row', () => {
  const cohort = benchSend(1_000, 'workspace', 'cohort')
  expect(cohort.messages).toBe(Math.ceil(1_000 / 49))
  expect(cohort.rowByRowTimes).toBeGreaterThanOrEqual(20)
})
