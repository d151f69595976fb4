import * as fc from 'fast-check'
import { readAnswer } from '../../../src/districts/census'
import { describeWithData, readShared, readSharedJson } from '../../shared-data'

const ok = (body: unknown) =>
  readAnswer({ status: 200, broken: false, body: typeof body === 'string' ? body : JSON.stringify(body) })
const match = (geographies: unknown) => ({ result: { addressMatches: [{ matchedAddress: '1 A ST', geographies }] } })
const layer = (code: string, field: string, more: object = {}) => [
  { GEOID: `27${code}`, BASENAME: code, NAME: `District ${code}`, [field]: code, LSY: '2026', ...more },
]

describe('an answer of the geocoder', () => {
  test('is found by what its layers are, whatever year stands before them', () => {
    for (const year of ['2024 ', '2026 ', '2032 ', '']) {
      const answer = ok(
        match({
          [`${year}State Legislative Districts - Upper`]: layer('054', 'SLDU'),
          [`${year}State Legislative Districts - Lower`]: layer('19B', 'SLDL'),
        }),
      )
      expect(answer).toMatchObject({ places: [{ upper: { code: '054' }, lower: { code: '19B' }, lines: '2026' }] })
    }
  })

  test('takes the later of two years, and the year of the layer where the district does not say it', () => {
    const answer = ok(
      match({
        '2026 State Legislative Districts - Upper': layer('007', 'SLDU', { LSY: undefined }),
        '2024 State Legislative Districts - Upper': layer('006', 'SLDU'),
      }),
    )
    expect(answer).toMatchObject({ places: [{ upper: { code: '007' }, lower: 'failed', lines: '2026' }] })
  })

  test('has failed where a layer is missing, empty, or holds an error', () => {
    for (const bad of [
      undefined,
      [],
      [{ status: 'Layer query encountered an error' }],
      'x',
      7,
      null,
      {},
      [[]],
      [null],
    ]) {
      const answer = ok(match({ '2026 State Legislative Districts - Lower': bad }))
      expect(answer).toMatchObject({ kind: 'places', places: [{ upper: 'failed', lower: 'failed' }] })
    }
  })

  test('is down, not empty, where it cannot be read', () => {
    const html = '<!DOCTYPE html><html><body>The Geocoder is temporarily unavailable</body></html>'
    for (const body of [html, '', '{', '[]', 'null', '{}', '{"result":{}}', '{"result":{"addressMatches":null}}'])
      expect(ok(body)).toEqual({ kind: 'down' })
    for (const status of [0, 403, 429, 500, 502, 503])
      expect(readAnswer({ status, body: html, broken: false })).toEqual({ kind: 'down' })
    expect(readAnswer({ status: 0, body: '', broken: true })).toEqual({ kind: 'down' })
  })

  test('never throws, and never holds more than places', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(200, 400, 404), (body, status) => {
        expect(['down', 'refused', 'places']).toContain(readAnswer({ status, body, broken: false }).kind)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (addressMatches) => {
        const answer = ok({ result: { addressMatches } })
        expect(answer.kind).toBe('places')
      }),
    )
  })
})

describeWithData('recorded answers', () => {
  const answer = (file: string) => ok(readShared(`census/${file}`))
  const of = (file: string) => {
    const read = answer(file)
    if (read.kind !== 'places') throw new Error(`${file} is ${read.kind}`)
    return read.places
  }

  test('of 2026: Delaware has both chambers, the District of Columbia one', () => {
    expect(of('onelineaddress.2026vintage.de-legislative-hall.verbatim.json')).toMatchObject([
      { upper: { code: '017', basename: '17' }, lower: { code: '032', basename: '32' }, lines: '2026' },
    ])
    expect(of('onelineaddress.2026vintage.dc-no-lower-chamber.verbatim.json')).toMatchObject([
      { upper: { name: 'Ward 2' }, lower: 'failed' },
    ])
  })

  test('without a match are no fault', () => {
    expect(of('onelineaddress.2026vintage.no-match.verbatim.json')).toEqual([])
  })

  test('of other years and with layer errors are read as far as they go', () => {
    for (const file of [
      'onelineaddress.2017vintage.layer-errors.verbatim.json',
      'address.2017.two-matches.verbatim.json',
    ])
      expect(of(file).length).toBeGreaterThan(0)
    expect(of('reconstructed/onelineaddress.mn.lower-layer-error.json')).toMatchObject([
      { upper: { code: '054' }, lower: 'failed' },
    ])
    expect(of('reconstructed/onelineaddress.mn.lower-layer-missing.json')).toMatchObject([{ lower: 'failed' }])
    expect(of('reconstructed/onelineaddress.two-matches-different-districts.json')).toHaveLength(2)
  })

  test('errors are told apart: an address that cannot be read, and a service that is down', () => {
    type Recorded = { status: number; body?: unknown; body_text?: string }
    const errors = readSharedJson<Record<string, Recorded>>('census/reconstructed/errors.json')
    const kinds = Object.entries(errors).map(([name, { status, body, body_text }]) => [
      name,
      readAnswer({ status, body: body_text ?? JSON.stringify(body), broken: false }).kind,
    ])
    expect(Object.fromEntries(kinds)).toEqual({
      '400-empty-or-long-address': 'refused',
      '503-html': 'down',
      '200-html': 'down',
    })
  })
})
