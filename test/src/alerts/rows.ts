/** Rows for tests about alerts: only what a test is about has to be said. */
import type { Row } from '../../../src/registry/tables'

export const group = (id: string, about: Partial<Row<'groups'>> = {}): Row<'groups'> =>
  ({
    ...{ id, name: `Group ${id}`, town: `Town ${id}`, address: '', zip: '', mappedAddress: '' },
    ...{ status: 'active', mapping: 'mapped' },
    ...about,
  }) as Row<'groups'>

let serial = 0
export const person = (groupId: string, email: string, about: Partial<Row<'people'>> = {}): Row<'people'> =>
  ({
    id: `P-${++serial}`,
    name: email.split('@')[0] ?? email,
    email,
    phone: '',
    groupId,
    roles: ['lead'],
    awayUntil: null,
    optedOut: '',
    notes: '',
    ...about,
  }) as Row<'people'>

export const covers = (groupId: string, chamber: 'upper' | 'lower', district: string): Row<'coverage'> =>
  ({ groupId, chamber, district }) as Row<'coverage'>

export const legislator = (
  id: string,
  chamber: 'upper' | 'lower',
  district: string,
  about: Partial<Row<'legislators'>> = {},
): Row<'legislators'> =>
  ({
    id,
    name: `Name ${id}`,
    chamber,
    district,
    party: '',
    email: '',
    capitolPhone: '555-0100',
    districtPhone: '',
    leaves: '',
    ...about,
  }) as Row<'legislators'>
