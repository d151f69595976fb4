/** The whole path with real data: a state's legislators, real public places as groups, recorded geocoder answers. */
import { describeWithData, readSharedJson } from '../shared-data'
import { bringIn } from '../support/bring-in'
import { type Desk, mapAll, matrix, openDesk, sendAll } from '../support/desk'
import { importLegislators } from '../support/import-legislators'
import { recordedNetwork } from '../support/recorded-network'

interface Side {
  os_district: string
  legislators: { id: string; name: string }[]
}
interface Place {
  id: string
  state: string
  name: string
  street: string
  city: string
  zip: string
  upper: Side | null
  lower: Side | null
}

const OPERATOR = 'operator@example.org'

const placesOf = (state: string): Place[] =>
  readSharedJson<Place[]>('places/ground-truth.json').filter((place) => place.state === state)

const leaderOf = (place: Place): string => `${place.id}@example.org`

/** A set-up sheet with the state's legislators and a group, with a leader, at each real place. */
function ready(state: string, places: Place[]): Desk {
  const desk = openDesk(OPERATOR, { network: recordedNetwork(), timeZone: 'America/Chicago' })
  desk.ask(OPERATOR, 'setUp', { state })
  const groups = places.map((p) => [`Indivisible at ${p.name}`, p.city, p.street, p.zip])
  const people = places.map((p) => [`Leader ${p.id}`, leaderOf(p), `Indivisible at ${p.name}`, 'lead'])
  bringIn(desk, OPERATOR, { kind: 'groups', ...matrix([['Group', 'Town', 'Address', 'ZIP'], ...groups]) })
  bringIn(desk, OPERATOR, { kind: 'people', ...matrix([['Name', 'Email', 'Group', 'Roles'], ...people]) })
  importLegislators(desk, OPERATOR)
  return desk
}

/** Who covers what, read from the cards people see: place → district by chamber. */
function coverageSeen(desk: Desk, places: Place[]): Record<string, { upper: string[]; lower: string[] }> {
  const seen: Record<string, { upper: string[]; lower: string[] }> = {}
  const { groups } = desk.ask(OPERATOR, 'groups', {})
  for (const place of places) {
    const group = groups.find((g) => g.name === `Indivisible at ${place.name}`)
    const { card } = desk.ask(OPERATOR, 'groupCard', { groupId: group?.id ?? 'missing' })
    const covers = card?.covers ?? []
    seen[place.id] = {
      upper: covers.filter((c) => c.chamber === 'upper').map((c) => c.district),
      lower: covers.filter((c) => c.chamber === 'lower').map((c) => c.district),
    }
  }
  return seen
}

/** Alerts the leaders about these legislators; gives the addresses that have mail, once per mail. */
function alertAbout(desk: Desk, legislatorIds: string[], places: Place[]): string[] {
  const choices = desk.ask(OPERATOR, 'alertChoices', {})
  for (const legislatorId of legislatorIds)
    if (!choices.legislators.find((l) => l.id === legislatorId)?.phone)
      desk.ask(OPERATOR, 'setPhone', { legislatorId, phone: '651-555-0100' })
  const draft = {
    ...choices.draft,
    legislatorIds,
    title: 'Vote today',
    subject: 'Call before five',
    ask: 'vote no',
    why: 'The committee votes today.',
    actBy: '2026-11-23T17:00',
  }
  const preview = desk.ask(OPERATOR, 'previewAlert', draft)
  expect(preview.checks.filter((check) => check.level === 'stop')).toEqual([])
  desk.ask(OPERATOR, 'approveAlert', { alertId: preview.alertId, seal: preview.seal })
  const progress = sendAll(desk, OPERATOR, preview.alertId)
  expect(progress).toMatchObject({ state: 'sent', done: true, doubt: 0, failed: 0, waiting: 0 })
  return places.flatMap((place) => desk.inbox(leaderOf(place)).map(() => leaderOf(place)))
}

describeWithData('a real state, from the empty sheet to the leaders’ mailboxes', () => {
  test.each(['mn', 'wa', 'ne', 'ma', 'md', 'nj', 'ca'])('%s: every place gets its true districts', (state) => {
    const places = placesOf(state)
    expect(places.length).toBeGreaterThan(3)
    const desk = ready(state, places)
    expect(mapAll(desk, OPERATOR)).toEqual({ mapped: places.length, check: 0, failed: 0, paused: null })
    const truth = Object.fromEntries(
      places.map((p) => [
        p.id,
        { upper: p.upper ? [p.upper.os_district] : [], lower: p.lower ? [p.lower.os_district] : [] },
      ]),
    )
    expect(coverageSeen(desk, places)).toEqual(truth)
  })

  test('Minnesota has 13 such places, Washington 13, Nebraska 5', () => {
    expect([placesOf('mn').length, placesOf('wa').length, placesOf('ne').length]).toEqual([13, 13, 5])
  })

  test('Minnesota: an alert to one senator reaches exactly the leaders in that district, one mail each', () => {
    const places = placesOf('mn')
    const target = places[0]?.upper
    const desk = ready('mn', places)
    mapAll(desk, OPERATOR)
    const reached = alertAbout(
      desk,
      (target?.legislators ?? []).map((l) => l.id),
      places,
    )
    const there = places.filter((p) => p.upper?.os_district === target?.os_district)
    expect(reached).toEqual(there.map(leaderOf))
    const [mail] = desk.inbox(leaderOf(there[0] as Place))
    expect(mail?.text).toContain(target?.legislators[0]?.name)
    expect(mail?.text).toContain('651-555-0100')
    expect(mail?.text).toMatch(/5:00\s?pm/i)
  })

  test('Washington: two members of one district are named in one mail, not in two', () => {
    const places = placesOf('wa')
    const target = places.find((p) => p.lower?.legislators.length === 2)?.lower
    const desk = ready('wa', places)
    mapAll(desk, OPERATOR)
    const reached = alertAbout(
      desk,
      (target?.legislators ?? []).map((l) => l.id),
      places,
    )
    const there = places.filter((p) => p.lower?.os_district === target?.os_district)
    expect(reached).toEqual(there.map(leaderOf))
    const [mail] = desk.inbox(leaderOf(there[0] as Place))
    for (const legislator of target?.legislators ?? []) expect(mail?.text).toContain(legislator.name)
  })

  test('Nebraska: one chamber, and an alert in it reaches exactly that district', () => {
    const places = placesOf('ne')
    const target = places[1]?.upper
    const desk = ready('ne', places)
    mapAll(desk, OPERATOR)
    expect(desk.ask(OPERATOR, 'districts', {}).chambers.map((c) => c.chamber)).toEqual(['upper'])
    const reached = alertAbout(
      desk,
      (target?.legislators ?? []).map((l) => l.id),
      places,
    )
    const there = places.filter((p) => p.upper?.os_district === target?.os_district)
    expect(reached).toEqual(there.map(leaderOf))
  })
})
