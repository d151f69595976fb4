/** What counts as an answer in what people really write, and what never does. */
import fc from 'fast-check'
import { answersIn, namedIn } from '../../../src/incoming/answer-words'
import { bodyOf, htmlText } from '../../../src/incoming/body'
import type { Letter } from '../../../src/incoming/letter'
import { wantsOut } from '../../../src/incoming/opt-out'
import { ownWords, plainLine } from '../../../src/incoming/own-words'

const CALLEES = [
  { id: 'ada', name: 'Ada Okafor' },
  { id: 'cy', name: 'Cy Brandt' },
  { id: 'lou', name: 'Lou Brandt' },
]
const said = (text: string, ours: string[] = []) =>
  answersIn(ownWords(text, -1, new Set(ours.map(plainLine))), CALLEES).map(
    ({ answer, calls, legislatorId, said: what }) => [answer, calls, legislatorId, what],
  )

test.each([
  ['HAVE IT', 'have it', null],
  ['have it!', 'have it', null],
  ['Got it, thanks', 'have it', null],
  ['We have it.', 'have it', null],
  ['IN', 'in', null],
  ['In, we can', 'in', null],
  ['We’re in!', 'in', null],
  ['* IN', 'in', null],
  ['OUT', 'out', null],
  ['out – nobody is home', 'out', null],
  ['DONE 12', 'done', 12],
  ['done: 12 calls', 'done', 12],
  ['Done - 7', 'done', 7],
  ['DONE', 'done', null],
  ['Done, thanks', 'done', null],
  ['12 done', 'done', 12],
  ['Twelve calls done', 'done', 12],
  ['done six', 'done', 6],
  ['DONE 0', 'done', 0],
  ['DONE 1,200', 'done', 1200],
])('%s', (text, answer, calls) => {
  expect(said(text)[0]?.slice(0, 2)).toEqual([answer, calls])
})

test.each([
  'In the meantime, who is on the committee?',
  'in other words: no idea',
  'Out of office until Monday',
  'Are you in?',
  'I have not done it yet',
  'We are not done',
  'Doneness is a matter of taste',
  'Inn at the lake',
  'Thanks!',
  '',
])('no answer: %s', (text) => {
  expect(said(text)).toEqual([])
})

test('a mail with several lines: each legislator with its calls and what the office said', () => {
  expect(said('Hi Maya,\nDONE 5 Okafor – undecided\nstaffer was kind\n\nDONE 3 Cy Brandt leans yes')).toEqual([
    ['done', 5, 'ada', 'Hi Maya,\nOkafor – undecided\nstaffer was kind'],
    ['done', 3, 'cy', 'Cy Brandt leans yes'],
  ])
})

test('a last name that two of them have names nobody', () => {
  expect(namedIn('DONE 3 Brandt', CALLEES)).toBe('')
  expect(namedIn('DONE 3 lou brandt', CALLEES)).toBe('lou')
})

const OURS = [
  'HAVE IT – you have read it and pass it on',
  'IN or OUT – your group can, or cannot',
  'DONE and the number of calls, such as DONE 12 – and what the office said',
]
const HISTORY = [
  'Please call Rep. Ada Okafor',
  'Please answer by replying to this mail:',
  ...OURS,
  '',
  'Ref: swa0001abc',
]

describe('what is quoted never answers', () => {
  test('marked by > below the answer', () => {
    const quoted = HISTORY.map((l) => `> ${l}`).join('\n')
    expect(said(`OUT\n\nOn Mon, Nov 23, 2026 at 5:01 PM Maya Ortiz <maya@example.org>\nwrote:\n\n${quoted}`)).toEqual([
      ['out', null, '', ''],
    ])
  })
  test('marked by > above the answer', () => {
    const quoted = HISTORY.map((l) => `> ${l}`).join('\n')
    expect(said(`On Mon Maya wrote:\n${quoted}\n\nDONE 4`)).toEqual([['done', 4, '', '']])
  })
  test('unmarked under a header, as Outlook does', () => {
    expect(said(`IN\n\n________________________________\nFrom: Maya\nSent: Monday\n${HISTORY.join('\n')}`)).toEqual([
      ['in', null, '', ''],
    ])
    expect(said(`IN\n\nFrom: Maya\nSent: Monday\nDONE 99`)).toEqual([['in', null, '', '']])
    expect(said(`IN\n-----Original Message-----\nDONE 99`)).toEqual([['in', null, '', '']])
  })
  test('unmarked without anything that says so: lines of our own mail', () => {
    expect(said(`HAVE IT\n\n${HISTORY.join('\n')}`, HISTORY)).toEqual([['have it', null, '', '']])
    expect(said(OURS.join('\n'))).toEqual([])
  })
  test('signatures', () => {
    expect(said('IN\n--\nLee\nDONE 12')).toEqual([['in', null, '', '']])
    expect(said('IN\n\nSent from my phone')).toEqual([['in', null, '', '']])
  })
})

describe('HTML', () => {
  const html = (body: string) =>
    bodyOf([{ type: 'text/html', data: [...Buffer.from(body, 'utf8')].map((b) => (b > 127 ? b - 256 : b)) }])
  const heard = (body: string) => {
    const { text, quoteAt } = html(body)
    return answersIn(ownWords(text, quoteAt, new Set()), CALLEES).map((s) => [s.answer, s.calls, s.said])
  }
  test('alone is read: lines, entities, no styles, no quote', () => {
    expect(
      heard(
        '<html><head><style>p{} DONE 77</style></head><body><div>DONE&nbsp;12</div><p>they said &ldquo;we&#39;ll see&rdquo; &amp; thanks – ok</p><div class="gmail_quote">On Monday Maya wrote:<br>DONE 99</div></body></html>',
      ),
    ).toEqual([['done', 12, "they said  we'll see  & thanks – ok"]])
  })
  test('web-safe Base64 in place of bytes is read too', () => {
    const { text } = bodyOf([{ type: 'text/plain', data: Buffer.from('DONE 3 – Grüße').toString('base64url') }])
    expect(text).toBe('DONE 3 – Grüße')
  })
  test('bytes that are no UTF-8 are read one by one', () => {
    expect(bodyOf([{ type: 'text/plain', data: [0x47, 0x72, 0xfc, 0xdf, 0x65] }]).text).toBe('Grüße')
  })
  test('a megabyte of anything gives a bounded text', () => {
    for (const bomb of ['<div>', '<', '&', '<!--', '<style>', 'IN ', '>', '\n', '"', '<a href="'])
      expect(htmlText(bomb.repeat(200_000)).text.length).toBeLessThanOrEqual(40_000)
    expect(said('> '.repeat(500_000))).toEqual([])
    expect(said('on a wrote: '.repeat(50_000))).toEqual([])
  })
})

test('a line as long as a mail, made to keep a pattern busy, is read in no time', () => {
  const began = Date.now()
  for (const word of ['schrieb', 'wrote', 'opt out', 'DONE', 'we are'])
    for (const text of [`${word}${' '.repeat(39_000)}x`, `${`${word} `.repeat(40)}${' '.repeat(38_000)}x`]) {
      const [first = ''] = ownWords(text, -1, new Set())
      answersIn([first], CALLEES)
      expect(wantsOut({ subject: '', machine: '' } as Letter, first)).toBe(false)
    }
  expect(Date.now() - began).toBeLessThan(1_000)
})

test('any text at all: never throws, at most twenty answers, none longer than a thousand characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const found = answersIn(ownWords(`DONE 3 ${text}\nDONE ${text}`, -1, new Set()), CALLEES)
      expect(found.length).toBeLessThanOrEqual(20)
      for (const { said: what } of found) expect(what.length).toBeLessThanOrEqual(1_000)
    }),
  )
})
