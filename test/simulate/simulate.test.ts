/** A short run of the simulation; `npm run simulate` makes long ones. See README.md. */
import { CAUGHT } from './caught'
import { scheduleOf } from './schedule'
import { describe as tellOf, trial } from './simulate'

jest.setTimeout(300_000)

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)

test('whatever goes wrong, nobody has two mails, and whoever has none is told of, with the reason', () => {
  const wrong = SEEDS.flatMap((seed) => {
    const schedule = scheduleOf(seed)
    const complaints = trial(schedule)
    return complaints.length > 0 ? [`seed ${seed}`, ...complaints, tellOf(schedule)] : []
  })
  expect(wrong).toEqual([])
})

test.each(CAUGHT)('%s', (_, schedule) => {
  expect(trial(schedule)).toEqual([])
})
