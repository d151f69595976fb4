/** Home and the Groups page count the same things by the same rule. */
import { stepsOf, todosOf } from '../../sidebar/first-steps'
import { countAll } from '../../src/counts'
import { toGroupsView } from '../../src/groups/view'
import type { Row } from '../../src/registry/tables'

const group = (id: string, about: Partial<Row<'groups'>> = {}) =>
  ({
    ...{ id, name: id, town: '', address: '', zip: '', mappedAddress: '' },
    ...{ status: 'active', mapping: 'mapped', mappingNote: '' },
    ...about,
  }) as Row<'groups'>
const covered = (groupId: string) => ({ groupId, chamber: 'upper', district: '1' }) as Row<'coverage'>
const person = (id: string, about: Partial<Row<'people'>> = {}) =>
  ({ id, groupId: 'G-001', email: `${id}@example.org`, roles: ['lead'], optedOut: '', ...about }) as Row<'people'>

const people = [person('P-001'), person('P-002', { email: '' }), person('P-003', { optedOut: 'yes' })]
const count = (groups: Row<'groups'>[], coverage: Row<'coverage'>[]) =>
  countAll({ groups, people, legislators: [], alerts: [], coverage }, true, 0)
const step = (groups: Row<'groups'>[], coverage: Row<'coverage'>[], id: string) =>
  stepsOf(count(groups, coverage)).find((one) => one.id === id)

test('groups that left are not counted, people all are', () => {
  const groups = [group('G-001'), group('G-002', { status: 'left' }), group('G-003', { status: 'paused' })]
  const coverage = [covered('G-001'), covered('G-003')]
  expect(toGroupsView(groups, people, coverage)).toMatchObject({ total: 2, people: 3, mapped: 2 })
  expect(step(groups, coverage, 'groups')?.detail).toBe('2 groups')
  expect(step(groups, coverage, 'people')?.detail).toBe('3 people')
})

test('the first alert is done once one was approved: a discarded draft is none, nor is a drill', () => {
  const alert = (about: Partial<Row<'alerts'>>) => ({ kind: 'alert', approvedBy: '', ...about }) as Row<'alerts'>
  const sent = (alerts: Row<'alerts'>[]) =>
    countAll({ groups: [], people, legislators: [], alerts, coverage: [] }, true, 0).alerts
  expect(sent([alert({ state: 'cancelled' }), alert({ state: 'draft' })])).toBe(0)
  expect(sent([alert({ kind: 'drill', state: 'sent', approvedBy: 'maya@example.org' })])).toBe(0)
  expect(sent([alert({ state: 'sent', approvedBy: 'maya@example.org' })])).toBe(1)
})

test('a group whose Coverage rows are gone is not mapped, and the step is to be done again', () => {
  const groups = [group('G-001'), group('G-002')]
  expect(toGroupsView(groups, people, [covered('G-002')])).toMatchObject({ mapped: 1, none: 1 })
  expect(count(groups, [covered('G-002')]).unmapped).toBe(1)
  expect(step(groups, [covered('G-002')], 'map')).toMatchObject({ state: 'later', detail: '1 group left' })
  expect(
    step(
      groups,
      groups.map((g) => covered(g.id)),
      'map',
    )?.state,
  ).toBe('done')
})

test('mapping is done once every group was tried; what was not found is a to-do', () => {
  const groups = [group('G-001'), group('G-002', { mapping: 'none', mappingNote: 'No such street. → Mend it.' })]
  expect(step(groups, [covered('G-001')], 'map')?.state).toBe('done')
  const counts = { ...count(groups, [covered('G-001')]), legislators: 1 }
  expect(todosOf(counts).map((todo) => todo.text)).toContain('1 group is not mapped')
})

test('a group whose address is another than the one that was mapped is to be checked, on either page', () => {
  const groups = [
    group('G-001', { address: '7 Elm St', mappedAddress: '1 Elm St||' }),
    group('G-002', { address: '1 ELM  St', mappedAddress: '1 Elm St||' }),
  ]
  const coverage = groups.map((g) => covered(g.id))
  expect(toGroupsView(groups, people, coverage)).toMatchObject({
    mapped: 1,
    check: 1,
    problems: [{ groupId: 'G-001' }],
  })
  expect(count(groups, coverage)).toMatchObject({ check: 1, unmapped: 0 })
})
