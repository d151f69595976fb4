import * as fc from 'fast-check'
import type { Fault } from '../../../src/fault'
import { fileUrl } from '../../../src/legislature/bring-in'
import { readPeople } from '../../../src/legislature/in-page/open-states'
import { describeWithData, readShared } from '../../shared-data'
import { toCsv } from '../../support/parse-csv'

const HEADER = [
  'id',
  'name',
  'current_party',
  'current_district',
  'current_chamber',
  'email',
  'capitol_voice',
  'district_voice',
]
const file = (...rows: string[][]): string => toCsv([HEADER, ...rows]).replace(/\n/g, '\r\n')
const read = (body: string, status = 200) => readPeople({ status, body, broken: false })
const ANN = ['ocd-person/1', 'Ann Example', 'Blue', '14A', 'lower', 'ann@example.org', '', '']

function faultOf(work: () => unknown): Fault {
  try {
    work()
  } catch (error) {
    return error as Fault
  }
  throw new Error('no fault')
}

describe('the file of Open States', () => {
  test('is read by the names of its columns, with any line ends and a byte order mark', () => {
    const ann = { id: 'ocd-person/1', name: 'Ann Example', district: '14A', chamber: 'lower', email: 'ann@example.org' }
    expect(read(file(ANN))).toMatchObject([ann])
    expect(read(`\ufeff${file(ANN).replace(/\r/g, '')}\r\n\r\n`)).toMatchObject([ann])
    const turned = toCsv([HEADER, ANN].map((row) => ['extra, "quoted"', ...[...row].reverse()]))
    expect(read(turned)).toMatchObject([ann])
  })

  test('keeps only what can be dialled and mailed', () => {
    const [person] = read(
      file([...ANN.slice(0, 5), 'ann@example.org\nBcc: all@example.org', '', '508-757-0323 ext. 13;508-000-0000']),
    )
    expect(person).toMatchObject({ email: 'ann@example.org', districtPhone: '508-757-0323 ext. 13' })
    for (const bad of ['=IMPORTXML("x")', 'ann', 'a@b', '<ann@example.org>', '@'])
      expect(read(file([...ANN.slice(0, 5), bad, bad, bad]))).toMatchObject([
        { email: '', capitolPhone: '', districtPhone: '' },
      ])
  })

  test('has names on one line, never longer than a name', () => {
    const [person] = read(file(['ocd-person/1', `Ann\n\tExample${'x'.repeat(60_000)}`, ...ANN.slice(2)]))
    expect(person?.name).toMatch(/^Ann Examplex+$/)
    expect(person?.name.length).toBeLessThanOrEqual(120)
  })

  test('is refused whole where it is anything else, with what to do', () => {
    const html = '<!doctype html><title>503</title>'
    const cases: [string, () => unknown][] = [
      ['OPEN_STATES_DOWN', () => readPeople({ status: 0, body: '', broken: true })],
      ['OPEN_STATES_DOWN', () => read(html, 503)],
      ['OPEN_STATES_DOWN', () => read('slow down', 429)],
      ['OPEN_STATES_NO_FILE', () => read('NoSuchKey', 404)],
      ['OPEN_STATES_NO_FILE', () => read('<Error>AccessDenied</Error>', 403)],
      ['OPEN_STATES_STRANGE', () => read(html)],
      ['OPEN_STATES_STRANGE', () => read('')],
      ['OPEN_STATES_STRANGE', () => read('{"detail":"moved"}')],
      ['OPEN_STATES_STRANGE', () => read(file())],
      ['OPEN_STATES_STRANGE', () => read(file(ANN, ANN.slice(0, 3)))],
      ['OPEN_STATES_STRANGE', () => read(toCsv([HEADER.slice(1), ANN.slice(1)]))],
      ['OPEN_STATES_STRANGE', () => read('id,name\n"never closed, and so on')],
    ]
    for (const [code, work] of cases) {
      const fault = faultOf(work)
      expect(fault).toMatchObject({ name: 'Fault', code })
      expect(fault.next).toMatch(/Nothing in the sheet was changed/)
    }
  })

  test('breaks off somewhere: what is left is never taken for the whole', () => {
    const whole = file(
      ANN,
      ...Array.from({ length: 20 }, (_, i) => [`ocd-person/${i + 2}`, `Name ${i}`, ...ANN.slice(2)]),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        let got: unknown[] = []
        try {
          got = read(whole.slice(0, length))
        } catch (error) {
          expect((error as Fault).code).toBe('OPEN_STATES_STRANGE')
        }
        // A cut between two rows (or in the last, blank cell of one) cannot be seen here: the number of seats shows it.
        if (got.length > 0) expect(whole.slice(0, length)).toMatch(/,\r?\n?$/)
      }),
    )
  })

  test('lies where the state’s code says', () => {
    expect(fileUrl('MN')).toBe('https://data.openstates.org/people/current/mn.csv')
  })
})

describeWithData('the real files', () => {
  test('have everyone, with names and districts', () => {
    const people = Object.fromEntries(
      ['ca', 'id', 'ma', 'md', 'mn', 'ne', 'nh', 'nj', 'wa'].map((code) => [
        code,
        read(readShared(`legislators/${code}.csv`)),
      ]),
    )
    expect(Object.entries(people).map(([code, all]) => `${code} ${all.length}`)).toEqual([
      'ca 120',
      'id 105',
      'ma 198',
      'md 188',
      'mn 201',
      'ne 49',
      'nh 415',
      'nj 120',
      'wa 147',
    ])
    const all = Object.values(people).flat()
    expect(all.every((p) => p.id && p.name && p.district && p.chamber)).toBe(true)
    expect(all.filter((p) => p.districtPhone).length).toBeGreaterThan(350)
    expect(all.filter((p) => p.email).length).toBe(all.length - 2)
  })
})
