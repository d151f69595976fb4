/** Whose mail it is: by what Gmail wrote down, never by what came with the mail. */
import fc from 'fast-check'
import { authorOf, type Header, soleAddress } from '../../../src/incoming/authentic'
import { standOf } from '../../../src/incoming/stand'
import { timesOf } from '../../../src/incoming/times'
import type { Row } from '../../../src/registry/tables'

const LEE = 'lee@example.org'
const from: Header = { name: 'From', value: `Lee <${LEE}>` }
const results = (value: string): Header => ({ name: 'Authentication-Results', value })
const isLee = (...headers: Header[]): boolean => authorOf([...headers, from], '').authentic

describe('passes', () => {
  test.each([
    ['as Gmail writes it', 'mx.google.com; dkim=pass header.i=@example.org header.s=g header.b=x; spf=pass (google.com: domain of lee@example.org designates 1.2.3.4 as permitted sender; really) smtp.mailfrom=lee@example.org; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.org'],
    ['DKIM of the domain alone', 'mx.google.com; dkim=pass header.i=@example.org'],
    ['DKIM of a domain above', 'mx.google.com; dkim=pass header.d=example.org; dkim=fail header.i=@other.org'],
    ['DMARC alone', 'MX.Google.com; spf=pass smtp.mailfrom=x@example.org; dmarc=pass header.from=example.org'],
  ])('%s', (_, value) => {
    expect(isLee(results(value))).toBe(true)
  }) // biome-ignore format: a table
})

describe('never', () => {
  test.each([
    ['nothing was written down', ''],
    ['another server says so', 'mx.example.net; dkim=pass header.i=@example.org; dmarc=pass header.from=example.org'],
    ['a server with a longer name', 'mx.google.com.example.net; dkim=pass header.i=@example.org'],
    ['DKIM of another domain', 'mx.google.com; dkim=pass header.i=@example.net; dmarc=none header.from=example.org'],
    ['DKIM of a domain that only ends alike', 'mx.google.com; dkim=pass header.i=@evilexample.org'],
    ['DKIM of the top level', 'mx.google.com; dkim=pass header.i=@org'],
    ['DMARC of another domain', 'mx.google.com; dmarc=pass header.from=example.net'],
    ['DMARC that failed', 'mx.google.com; dkim=pass header.i=@example.org; dmarc=fail header.from=example.org'],
    ['SPF alone', 'mx.google.com; spf=pass smtp.mailfrom=lee@example.org; dmarc=none header.from=example.org'],
    ['two verdicts of DMARC', 'mx.google.com; dmarc=pass header.from=example.org; dmarc=fail header.from=example.org'],
    [
      'a quoted envelope address that says so',
      'mx.google.com; spf=pass smtp.mailfrom="; dkim=pass header.i=@example.org "@b.org',
    ],
    [
      'one in a comment',
      'mx.google.com; spf=pass (domain of "a) ; dkim=pass header.i=@example.org ("@b.org) smtp.mailfrom=a@b.org',
    ],
    [
      'one in a comment, escaped',
      'mx.google.com; spf=pass (domain of \\"a) ; dkim=pass header.i=@example.org (\\"@b.org) smtp.mailfrom=a@b.org',
    ],
    [
      'a signer that says DMARC passed',
      'mx.google.com; dkim=pass header.i="; dmarc=pass header.from=example.org "@b.org',
    ],
    ['a comment that never ends', 'mx.google.com; dkim=pass header.i=@example.org (x'],
    ['a comment that says so', 'mx.google.com; spf=fail (x; dkim=pass header.i=@example.org; y) smtp.mailfrom=a@b.org'],
  ])('%s', (_, value) => {
    expect(isLee(results(value))).toBe(false)
  })

  test('by a verdict below the first', () => {
    const good = results('mx.google.com; dkim=pass header.i=@example.org; dmarc=pass header.from=example.org')
    const bad = results('mx.google.com; dkim=fail; dmarc=fail header.from=example.org')
    expect(isLee(bad, good)).toBe(false)
    expect(isLee(good, bad)).toBe(true)
  })

  test('for more than one author', () => {
    for (const values of [
      ['lee@example.org', 'evil@example.net'],
      ['lee@example.org, evil@example.net'],
      ['Lee <lee@example.org> <evil@example.net>'],
      ['lee@example.org evil@example.net'],
      ['evil@example.org, Lee <lee@example.org>'],
      ['evil@example.org <lee@example.org>'],
      ['Lee <lee@example.org>, evil@example.org'],
      ['(a (b) <lee@example.org> c) evil@example.org'],
      ['<lee@example.org> " <evil@example.org> (")'],
      ['(") evil@example.org, (") <lee@example.org>'],
      [''],
    ])
      expect(soleAddress(values)).toBe('')
    expect(soleAddress(['"lee@example.org" <evil@example.net>'])).toBe('evil@example.net')
    for (const value of ['lee@example.org (Lee)', 'Park, Lee <lee@example.org>', 'LEE@example.org <lee@example.org>'])
      expect(soleAddress([value])).toBe('lee@example.org')
  })

  test('whatever comes below a failing verdict, and never by an error', () => {
    const bad = results('mx.google.com; dkim=fail header.i=@example.org; dmarc=fail header.from=example.org')
    const header = fc.record({
      name: fc.constantFrom('Authentication-Results', 'List-ID', 'X-Original-Authentication-Results', 'Sender', 'X'),
      value: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('mx.google.com; dkim=pass header.i=@example.org')),
    })
    fc.assert(
      fc.property(fc.array(header), (more) => {
        expect(authorOf([bad, ...more, from], 'leaders@example.org').authentic).toBe(false)
      }),
    )
  })
})

test('times: half way, a fifth before the end but 10 minutes to an hour, half an hour after', () => {
  const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 23, 12) + minutes * 60_000)
  expect(timesOf(at(0), at(240))).toEqual({ half: at(120), remind: at(192), summary: at(270) })
  expect(timesOf(at(0), at(40))).toEqual({ half: at(20), remind: at(30), summary: at(70) })
  expect(timesOf(at(0), at(2880))).toMatchObject({ remind: at(2820) })
  expect(timesOf(at(0), at(15)).remind).toBeNull()
})

test('answers in any order of rows: calls are never counted twice, and no group counts that was not asked', () => {
  const row = fc.record({
    groupIds: fc.constantFrom('G-001', 'G-002', 'G-001, G-002', 'G-009'),
    answer: fc.constantFrom('have it', 'in', 'out', 'done', ''),
    calls: fc.option(fc.integer({ min: 0, max: 50 })),
    legislatorId: fc.constantFrom('', 'ada', 'cy'),
    counts: fc.constantFrom('yes', 'no', 'auto', 'bounce'),
    at: fc.integer({ min: 1, max: 1_000_000 }).map((ms) => new Date(ms)),
    gmailId: fc.uuid(),
  }) as unknown as fc.Arbitrary<Row<'answers'>>
  const unique = fc.uniqueArray(row, { selector: (r) => r.at?.getTime() })
  fc.assert(
    fc.property(unique, (rows) => {
      const asked = ['G-001', 'G-002']
      const stand = standOf(rows, asked)
      expect(standOf([...rows].reverse(), asked)).toEqual(stand)
      for (const id of stand.groups.keys()) expect(asked).toContain(id)
      const reported = rows.filter((r) => r.counts === 'yes' && r.answer === 'done' && r.groupIds !== 'G-009')
      expect(stand.calls).toBeLessThanOrEqual(reported.reduce((sum, r) => sum + (r.calls ?? 0), 0))
      const newest = rows
        .filter((r) => r.counts === 'yes' && r.answer !== '' && r.answer !== 'have it' && r.groupIds.includes('G-001'))
        .sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))[0]
      if (newest) expect(stand.groups.get('G-001')?.answer).toBe(newest.answer)
    }),
  )
})
