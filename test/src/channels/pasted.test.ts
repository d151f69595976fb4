/** What people paste as a member list, and the addresses that are found in it. */
import * as fc from 'fast-check'
import { readPasted } from '../../../src/channels/in-page'

test.each([
  ['one a line', 'a@example.org\nB@Example.org\r\nc@example.org', ['a@example.org', 'b@example.org', 'c@example.org']],
  [
    'names and angle brackets on one line',
    'Ana Stone <ana@example.org>, "Reed, Bo" <bo@example.org>; cy@example.org',
    ['ana@example.org', 'bo@example.org', 'cy@example.org'],
  ],
  [
    'the export of a Group',
    'Members for group Leaders\nEmail address,Nickname,Group status,Email status\nana@example.org,"Ana, a@b",member,"ok"\n"bo@example.org",,manager,',
    ['ana@example.org', 'bo@example.org'],
  ],
  [
    'bullets, dots, mailto',
    '• ana@example.org.\n- mailto:bo@example.org\n(cy@example.org)',
    ['ana@example.org', 'bo@example.org', 'cy@example.org'],
  ],
  ['one address twice', 'a@example.org\nA@EXAMPLE.ORG', ['a@example.org']],
  ['mark-up', '<a href="mailto:ana@example.org">Ana</a><script>alert("x@y")</script>', ['ana@example.org']],
  ['nothing', '', []],
])('%s', (_, text, addresses) => {
  expect(readPasted(text).addresses).toEqual(addresses)
})

test('banned, invited and pending lines are left out and counted', () => {
  const text =
    'a@example.org,,member\nb@example.org,,banned\nc@example.org,"Invited",\nd@example.org\tpending\ne@example.org,Mr Banned Books,member'
  expect(readPasted(text)).toMatchObject({ addresses: ['a@example.org', 'e@example.org'], outside: 3 })
})

test('what looks like an address and is none is shown, not taken', () => {
  expect(readPasted('a@@b\nü@example.org\nfine@example.org')).toMatchObject({
    addresses: ['fine@example.org'],
    unread: ['a@@b', 'ü@example.org'],
  })
})

test('whatever is pasted, what comes out can be written to, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.emailAddress(), fc.constantFrom(',', '\n', '<', '"'))), (parts) => {
      const { addresses } = readPasted(parts.join(' '))
      for (const address of addresses) expect(address).toMatch(/^[^\s<>",;]+@[a-z0-9.-]+$/)
      expect(new Set(addresses).size).toBe(addresses.length)
    }),
  )
})
