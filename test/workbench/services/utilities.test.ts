import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { instantOf, wallClock } from '../../../workbench/workspace/services/zone'
import { begin, makeWorkspace, thrown } from './run'

const workspace = makeWorkspace()
const utilities = () => begin(workspace).Utilities
const text = fc.string({ unit: 'binary', maxLength: 200 })
const hex = (bytes: number[]): string => Buffer.from(bytes.map((b) => b & 255)).toString('hex')

describe('digests are those of any other library', () => {
  test.each([
    ['MD5', 'md5'],
    ['SHA_1', 'sha1'],
    ['SHA_256', 'sha256'],
  ] as const)('%s', (name, node) => {
    const u = utilities()
    fc.assert(
      fc.property(text, (value) => {
        expect(hex(u.computeDigest(u.DigestAlgorithm[name], value))).toBe(createHash(node).update(value).digest('hex'))
      }),
    )
  })

  test('and so are signatures, for keys of any length', () => {
    const u = utilities()
    fc.assert(
      fc.property(text, text, (value, key) => {
        expect(hex(u.computeHmacSha256Signature(value, key))).toBe(
          createHmac('sha256', key).update(value).digest('hex'),
        )
      }),
    )
  })

  test('bytes come signed, as in Java', () => {
    const u = utilities()
    const bytes = u.computeDigest(u.DigestAlgorithm.MD5, '')
    expect(bytes.slice(0, 4)).toEqual([-44, 29, -116, -39])
  })
})

describe('base64', () => {
  test('what is encoded can be decoded, in both alphabets', () => {
    const u = utilities()
    fc.assert(
      fc.property(text, (value) => {
        const bytes = [...Buffer.from(value)].map((b) => (b > 127 ? b - 256 : b))
        expect(u.base64Encode(value)).toBe(Buffer.from(value).toString('base64'))
        expect(u.base64Decode(u.base64Encode(value))).toEqual(bytes)
        expect(u.base64DecodeWebSafe(u.base64EncodeWebSafe(bytes))).toEqual(bytes)
        expect(u.base64EncodeWebSafe(value)).not.toMatch(/[+/]/)
      }),
    )
  })

  test('US_ASCII loses what is not ASCII', () => {
    const u = utilities()
    expect(u.base64Encode('é', u.Charset.US_ASCII)).toBe('Pw==')
    expect(u.base64Encode('é', u.Charset.UTF_8)).toBe('w6k=')
  })

  test('what is no base64 is refused', () => {
    expect(() => utilities().base64Decode('a$b=')).toThrow('Could not decode string.')
  })
})

describe('formatDate', () => {
  const at = (iso: string, zone: string, pattern: string) => utilities().formatDate(new Date(iso), zone, pattern)

  test.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', '2026-03-08 03:05:09.007'],
    ["EEE, d MMM yy 'at' h:mm a", 'Sun, 8 Mar 26 at 3:05 AM'],
    ['EEEE MMMM DDD', 'Sunday March 067'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2026-03-08T03:05:09-04:00'],
    ['Z z', '-0400 EDT'],
    ["''yy''", "'26'"],
    ['u K k', '7 3 3'],
  ])('%s', (pattern, expected) => {
    expect(at('2026-03-08T07:05:09.007Z', 'America/New_York', pattern)).toBe(expected)
  })

  test('the zone decides, also just before the clocks change', () => {
    expect(at('2026-03-08T06:59:59Z', 'America/New_York', 'HH:mm Z')).toBe('01:59 -0500')
    expect(at('2026-03-08T06:59:59Z', 'GMT+2', 'HH:mm')).toBe('08:59')
    expect(at('2026-03-08T06:59:59Z', 'Asia/Kathmandu', 'HH:mm')).toBe('12:44')
  })

  test('midnight is 00, 24, 0 or 12', () => {
    expect(at('2026-01-01T05:00:00Z', 'America/New_York', 'HH kk KK hh a')).toBe('00 24 00 12 AM')
  })

  test('unknown zones and letters are refused', () => {
    expect(() => at('2026-01-01T05:00:00Z', 'America/Nowhere', 'HH')).toThrow('Invalid argument: timeZone')
    expect(() => at('2026-01-01T05:00:00Z', 'UTC', 'bb')).toThrow('Invalid argument')
  })

  test('what is no date is refused by the signature', () => {
    const u = utilities()
    const wrong = '2026-01-01' as unknown as GoogleAppsScript.Base.Date
    expect(thrown(() => u.formatDate(wrong, 'UTC', 'HH')).message).toMatch(/don't match the method signature/)
  })
})

test('a wall clock and its moment agree in every zone, except in the hour that is skipped', () => {
  const zones = ['America/New_York', 'America/Phoenix', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('1980-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      (zone, date) => {
        const ms = Math.floor(date.getTime() / 1000) * 1000
        const again = instantOf(zone, wallClock(zone, ms))
        expect([0, -3_600_000]).toContain(again - ms)
        expect(wallClock(zone, again)).toEqual(wallClock(zone, ms))
      },
    ),
  )
})

describe('sleep', () => {
  test('moves the clock, not the test', () => {
    const before = workspace.clock.now
    utilities().sleep(300_000)
    expect(workspace.clock.now - before).toBe(300_000)
  })

  test('takes at most five minutes', () => {
    expect(() => utilities().sleep(300_001)).toThrow('Invalid argument')
  })

  test('does not let a run live longer than six minutes', () => {
    const { Utilities } = begin(workspace)
    Utilities.sleep(300_000)
    expect(thrown(() => Utilities.sleep(300_000)).name).toBe('RunKilled')
    expect(thrown(() => Utilities.getUuid()).name).toBe('RunKilled')
  })
})

test('UUIDs are random ones of version 4, repeatable from the seed', () => {
  const one = begin(makeWorkspace({ seed: 5 })).Utilities
  const uuids = Array.from({ length: 20 }, () => one.getUuid())
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(uuids).size).toBe(20)
  expect(begin(makeWorkspace({ seed: 5 })).Utilities.getUuid()).toBe(uuids[0])
})

test('a blob keeps bytes, type and name', () => {
  const blob = utilities().newBlob('Größe', 'text/plain', 'a.txt')
  expect(blob.getBytes().slice(0, 4)).toEqual([71, 114, -61, -74])
  expect(blob.getDataAsString()).toBe('Größe')
  expect(blob.getDataAsString('ISO-8859-1')).toBe('Gr\u00c3\u00b6\u00c3\u009fe')
  expect([blob.getContentType(), blob.getName()]).toEqual(['text/plain', 'a.txt'])
})

describe('parseCsv', () => {
  test('reads quotes, line breaks in quotes, and both line ends', () => {
    expect(utilities().parseCsv('a,"b ""x"", y"\r\n"c\nd",e\n')).toEqual([
      ['a', 'b "x", y'],
      ['c\nd', 'e'],
    ])
  })

  test('takes another delimiter', () => {
    expect(utilities().parseCsv('a;b,c', ';')).toEqual([['a', 'b,c']])
  })

  test('a quote that is never closed is an error', () => {
    expect(() => utilities().parseCsv('a,"b')).toThrow('Could not parse text.')
  })
})

test('zip is not emulated, and says so', () => {
  expect(thrown(() => utilities().zip([])).message).toBe('not emulated: Utilities.zip')
})
