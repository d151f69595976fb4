import fc from 'fast-check'
import type { Target } from '../../../src/alerts/draft/targets'
import { fill, problemsOf, valuesFor, wordingFor } from '../../../src/alerts/draft/text'
import { toHtml } from '../../../src/mail/html'
import { newDraft } from '../../../src/new-draft'

const facts = { title: 'HB 120 in committee', bill: 'HB 120', network: 'Franklin Network', actBy: '5:00 pm on Monday' }
const target = (name: string, phone: string): Target => ({
  id: name,
  name,
  titled: `Rep. ${name}`,
  chamber: 'lower',
  district: '14A',
  label: 'House 14A',
  capitolPhone: phone,
  districtPhone: '',
})
const OKAFOR = target('Ada Okafor', '555-0114')
const GROUPS = [
  { id: 'G-1', name: 'Elm Fork', town: 'Elm Fork' },
  { id: 'G-2', name: 'Oak {act by}', town: '' },
]
const problems = (subject: string, body: string, mode: 'cohort' | 'personal' = 'cohort', more = {}) =>
  problemsOf({ subject, body }, { ...facts, ...more }, mode, GROUPS).map((p) => p.text)

test('names, districts and phones stand in the text', () => {
  const { subject, body } = wordingFor(
    { subject: 'Call {names} by {Act  By}', body: '{legislators}\n{ bill } – {network}' },
    facts,
    [OKAFOR, target('Bo Lund', '')],
    [],
  )
  expect(subject).toBe('Call Rep. Ada Okafor and Rep. Bo Lund by 5:00 pm on Monday')
  expect(body).toBe(
    'Rep. Ada Okafor, House 14A\n555-0114 (Capitol)\n\nRep. Bo Lund, House 14A\nno phone number known\nHB 120 – Franklin Network',
  )
})

test('what to ask for ends a sentence, however it was typed', () => {
  const asked = (ask: string) => fill('Ask them to {ask}.', valuesFor({ ...facts, ask }, [OKAFOR], GROUPS))
  expect(asked(' Vote no on HB 120. ')).toBe('Ask them to vote no on HB 120.')
  expect(asked('VOTE NO on HB 120!')).toBe('Ask them to VOTE NO on HB 120.')
  expect(asked('HB 120: vote no')).toBe('Ask them to HB 120: vote no.')
})

test('braces inside a value are words, not placeholders', () => {
  const values = valuesFor(facts, [OKAFOR], GROUPS)
  expect(fill('To {group}', values)).toBe('To Elm Fork and Oak {act by}')
})

test('unknown, empty and unclosed placeholders each stop it and say what to do', () => {
  expect(problems('s', 'Call {legislator}')).toEqual(['Nothing is known for {legislator}.'])
  expect(problems('s', 'On {bill}', 'cohort', { bill: ' ' })).toEqual(['The bill is empty.'])
  expect(problems('s', 'Call {names')).toEqual(['A brace stands alone in the text.'])
  expect(problems('{legislators}', 'b')).toEqual(['{legislators} is too long for a subject.'])
  expect(problems('', ' ')).toEqual(['The subject is empty.', 'The text is empty.'])
  for (const p of problemsOf({ subject: '{x}', body: '{}' }, facts, 'cohort')) expect(p.next).not.toBe('')
})

test('a group’s own words need a mail of their own', () => {
  expect(problems('s', 'Dear {group}')).toEqual(['{group} differs from group to group, but groups share one mail.'])
  expect(problems('s', 'Dear {group}', 'personal')).toEqual([])
  expect(problems('s', 'In {town}', 'personal')).toEqual(['{town} is empty for 1 group.'])
})

test('each empty field is told once, by its name in the page; an act-by that is missing, where the time is checked', () => {
  const twice = problems('{ask}', '{ask} {script} {act by}', 'cohort', { ask: '', actBy: '' })
  expect(twice).toEqual(['“What to ask for” is empty.'])
})

test('the template cannot go out as it is, and only for what a person has to write', () => {
  const { subject, body } = newDraft()
  const found = problems(subject, body)
  expect(found.sort()).toEqual(['“What to ask for” is empty.', '“Why now” is empty.'])
  expect(problems(subject, body, 'cohort', { ask: 'vote no', why: 'Now.' })).toEqual([])
})

test('what is filled keeps no known placeholder and no control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, town) => {
      const { subject } = wordingFor(
        { subject: 'x{title}y', body: '' },
        { ...facts, title },
        [OKAFOR],
        [{ id: 'G', name: 'n', town }],
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    }),
  )
})

test('HTML from outside is shown, not obeyed; addresses and phones can be tapped', () => {
  expect(toHtml('<img src=x onerror="a()"> & co\nline\n\nhttps://example.org/a?b=1&c=2. Call (555) 555-0114')).toBe(
    `<div style="font-family:Arial,sans-serif;font-size:15px;line-height:1.45;max-width:36em">
<p>&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; co<br>
line</p>
<p><a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>. Call <a href="tel:+15555550114">(555) 555-0114</a></p>
</div>`,
  )
})
