/** What the mails and the event of a call say: when, in every zone; how to join, to those invited alone. */
import type { MailKind } from '../../../src/calls/due'
import { type Asked, type CallWords, eventText, withLinks, wordsOf } from '../../../src/calls/texts'
import type { ReadMail } from '../../../workbench/workspace/services/mail-read'
import type { Workspace } from '../../../workbench/workspace/workspace'
import { ask, callMails, callNetwork, MAYA, MINUTE, make1, memberOf, NOOR } from './world'

jest.setTimeout(300_000)

const WHEN = 'Thu Dec 3, 7:00 pm Eastern / 6:00 pm Central'
const LINK = 'https://zoom.example.org/j/5550199'
const KINDS: MailKind[] = ['ask', 'day', 'hour', 'moved', 'cancelled', 'next']
const call: CallWords = {
  series: 'Statewide call',
  when: WHEN,
  minutes: 60,
  facilitator: 'Dana Fields',
  notes: 'Sam Pebbleton',
  agenda: '60 min  Welcome',
  next: 'Thu Dec 10, 7:00 pm Eastern / 6:00 pm Central, with Sam Pebbleton',
  notesLink: 'https://notes.example.org/1',
  decisions: ['Buses (Ana)'],
  network: 'Franklin Network',
}
const asked: Asked = { name: 'Dana Fields', duties: ['facilitator', 'notes'], why: 'Only Dana can.' }
const textsOf = (kind: MailKind, about: Partial<CallWords> = {}) => wordsOf(kind, { ...call, ...about }, asked)

test.each(KINDS)('%s: the time in both zones, who sends it, and nothing left to fill in', (kind) => {
  const { subject, body } = textsOf(kind)
  expect(`${subject}\n${body}`).toContain(WHEN)
  expect(body).toMatch(/Franklin Network$/)
  expect(`${subject}\n${withLinks(body, LINK, 'https://event.example.org/1')}`).not.toMatch(/[{}]|undefined|null/)
  expect(subject).not.toMatch(/\n|\{/)
})

test('whoever is to come has the way to join; the mail after the call and the one that calls it off have none', () => {
  const has = KINDS.filter((kind) => withLinks(textsOf(kind).body, LINK, '').includes(LINK))
  expect(has).toEqual(['ask', 'day', 'hour', 'moved'])
  for (const kind of KINDS) expect(textsOf(kind).subject + textsOf(kind).body).not.toContain(LINK)
  expect(eventText(call)).not.toMatch(/[{}]|https:/)
})

test('without a link, without anybody, without a next date every mail still is whole', () => {
  const bare = { facilitator: '', notes: '', next: '', notesLink: '', decisions: [], agenda: '', network: '' }
  for (const kind of KINDS) {
    const { subject, body } = textsOf(kind, bare)
    const text = withLinks(body, '', '')
    expect(text).not.toMatch(/[{}]|undefined|null|\n\n\n|[.?!] [a-z]/)
    expect(subject).not.toMatch(/, $|undefined/)
    if (body.includes('{join}')) expect(text).toContain('The way to join stands in the Calendar invitation.')
  }
  expect(eventText({ ...call, ...bare })).toContain('Facilitator: nobody yet. Notes: nobody yet.')
})

describe('as they arrive', () => {
  function lived(): { ws: Workspace; mails: (ReadMail & { who: string })[] } {
    const ws = callNetwork(5, 3)
    make1(ws, { join: 'fixed', link: LINK })
    const at = (iso: string): void => {
      ws.clock.pass(Date.parse(iso) - ws.clock.now)
      ws.advance(6 * MINUTE)
    }
    at('2026-11-26T20:00:00-05:00')
    at('2026-12-02T19:02:00-05:00')
    at('2026-12-03T18:02:00-05:00')
    at('2026-12-03T20:02:00-05:00')
    const decisions = [{ item: 'Buses', who: '' }]
    ask(ws, MAYA, 'closeCall', { callId: 'C-0001', notesLink: 'https://notes.example.org/1', done: [], decisions })
    const mails = [1, 2, 3, 4, 5].flatMap((n) => callMails(ws, memberOf(n)).map((m) => ({ ...m, who: memberOf(n) })))
    return { ws, mails }
  }
  let world: ReturnType<typeof lived>
  beforeAll(() => {
    world = lived()
  })

  test('each kind came, with the time in both zones and no gap', () => {
    const kinds = ['Can you', 'Tomorrow', 'In an hour', 'After the call']
    for (const kind of kinds) expect([kind, world.mails.some((m) => m.subject.startsWith(kind))]).toEqual([kind, true])
    for (const { subject, text } of world.mails) {
      expect(`${subject}\n${text}`).toMatch(/\d:\d\d pm Eastern \/ \d:\d\d pm Central/)
      expect(`${subject}\n${text}`).not.toMatch(/\{\w*\}|undefined|null/)
    }
  })

  test('the link to join is in mails to members, and in no tab, log, property of the sheet or mail to others', () => {
    const tomorrow = world.mails.filter((m) => m.subject.startsWith('Tomorrow'))
    expect(tomorrow.map((m) => m.who)).toEqual([1, 2, 3, 4, 5].map(memberOf))
    for (const { text } of tomorrow) expect(text).toContain(LINK)
    for (const { subject, text } of world.mails)
      if (subject.startsWith('After the call')) expect(text).not.toContain('5550199')
    const sheet = world.ws.spreadsheet()
    expect(JSON.stringify(sheet.sheets.map((tab) => tab.cells))).not.toContain('5550199')
    for (const who of [NOOR, 'stranger@example.org'])
      expect(callMails(world.ws, who).filter((m) => m.text.includes('5550199'))).toEqual([])
  })
})
