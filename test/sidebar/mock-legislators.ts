/** A small legislature: what stands in the sheet, and a file of Open States in which someone is new, gone, moved, changed. */
import type { LegislatorTables } from '../../src/contract'

const seat = (id: string, name: string, chamber: 'upper' | 'lower', district: string, party = 'Republican') => ({
  id: `ocd-person/${id}`,
  name,
  chamber,
  district,
  party,
  email: '',
  districtPhone: '',
  leaves: '',
  source: 'Open States',
})

const FILE = `id,name,current_party,current_district,current_chamber,email,capitol_voice,district_voice
ocd-person/1,Ada Okafor,Democratic,1A,lower,,,
ocd-person/2,Lea Brandt,Republican,1,upper,,,
ocd-person/3,Nils Lund,Republican,2A,lower,,,555-0131
ocd-person/4,Kim Doyle,Republican,99Z,lower,,,
ocd-person/5,Max Stone,Republican,2,upper,,,
ocd-person/6,Eve Field,Republican,2B,lower,,,
`

export const legislatorTables = (): LegislatorTables => ({
  file: { status: 200, body: FILE, broken: false },
  state: {
    code: 'fr',
    name: 'Franklin',
    fips: '99',
    zones: ['America/New_York'],
    timeZone: 'America/New_York',
    chambers: [
      {
        chamber: 'upper',
        name: 'Senate',
        label: 'Senate',
        title: 'Sen.',
        prefix: 'SD',
        districts: 2,
        seats: 2,
        plan: '2',
      },
      {
        chamber: 'lower',
        name: 'House',
        label: 'House',
        title: 'Rep.',
        prefix: 'HD',
        districts: 4,
        seats: 4,
        plan: '2AB',
      },
    ],
    nested: false,
  },
  standing: [
    seat('2', 'Lea Brandt', 'lower', '1B'),
    seat('3', 'Nils Lund', 'lower', '2A', 'Independent'),
    seat('4', 'Kim Doyle', 'lower', '99Z'),
    seat('5', 'Max Stone', 'upper', '2'),
    seat('6', 'Eve Field', 'lower', '2B'),
    seat('7', 'Tom Reyes', 'lower', '1A'),
  ],
  now: '2026-11-24T02:58:00.000Z',
  zones: ['', 'America/New_York'],
})
