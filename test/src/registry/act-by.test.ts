import fc from 'fast-check'
import { actByShort, actByText, zonesFor } from '../../../src/registry/act-by'
import { allStates, stateOf } from '../../../src/registry/states'
import { clockText } from '../../../src/registry/when'

const at = (text: string) => new Date(text)
const zones = (code: string) => {
  const state = stateOf(code)
  return zonesFor(state?.timeZone ?? '', state)
}

test('a state in two zones is told both', () => {
  const five = at('2026-11-23T22:00:00Z')
  expect(actByText(five, zones('fr'))).toBe('5:00 pm Eastern / 4:00 pm Central on Monday, November 23')
  expect(actByShort(five, zones('fr'))).toBe('Mon, Nov 23, 5:00 pm Eastern / 4:00 pm Central')
  expect(actByText(five, zones('mn'))).toBe('4:00 pm Central on Monday, November 23')
})

test('the network’s own zone comes first', () => {
  expect(actByText(at('2026-11-23T22:00:00Z'), zonesFor('America/Chicago', stateOf('fr')))).toMatch(
    /^4:00 pm Central \/ 5:00 pm Eastern /,
  )
})

test('around midnight each zone has its own day', () => {
  expect(actByText(at('2026-11-24T05:30:00Z'), zones('fr'))).toBe(
    '12:30 am Eastern on Tuesday, November 24 / 11:30 pm Central on Monday, November 23',
  )
})

test('two zones of one name are one while their clocks agree, and told apart by letters while they do not', () => {
  expect(actByText(at('2026-11-24T00:00:00Z'), zones('az'))).toBe('5:00 pm Mountain on Monday, November 23')
  expect(actByText(at('2026-07-14T00:00:00Z'), zones('az'))).toBe('5:00 pm MST / 6:00 pm MDT on Monday, July 13')
})

test('every clock of every state is in the text', () => {
  const instants = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...allStates()), instants, (state, when) => {
      const text = actByText(when, zonesFor(state.timeZone, state))
      for (const zone of state.zones) expect(text).toContain(clockText(when, zone))
    }),
  )
})
