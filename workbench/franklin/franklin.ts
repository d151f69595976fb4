/**
 * The made-up state of Franklin, from a seed: places, groups, people, legislators, bills, and the web services that
 * know it. The same seed and number of groups give the same state, to the letter.
 */
import type { Network } from '../workspace/network'
import { Random } from '../workspace/random'
import type { GoogleGroup } from '../workspace/services/groups-state'
import { type SlackHook, slack } from '../workspace/slack'
import { type AddressBook, addressBook } from './addresses'
import { CALLS, type FranklinBill, type FranklinCalls, makeBills } from './bills'
import { toCsv } from './csv'
import { FRANKLIN } from './facts'
import { censusGeocoder } from './geocoder'
import { HOOKS, makeGoogleGroup } from './google-group'
import { type FranklinGroup, GROUP_HEADERS, groupRow, makeGroups, type Truth } from './groups'
import { type FranklinLegislator, legislatorsCsv, makeLegislators } from './legislators'
import { type FranklinMap, makeMap } from './map'
import { nameGiver } from './names'
import { openStatesFile } from './open-states'
import { ACCOUNTS, type FranklinAccount, type FranklinPerson, makePeople, PERSON_HEADERS, personRow } from './people'
import { tigerWeb } from './tigerweb'
import { makeTowns, type Town } from './towns'

export interface Franklin {
  code: string
  name: string
  timeZone: string
  zones: readonly string[]
  /** The moment the demonstration begins, ISO. */
  now: string
  accounts: readonly FranklinAccount[]
  groups: FranklinGroup[]
  people: FranklinPerson[]
  /** Ready to be pasted: headers as in the Groups tab. */
  groupsCsv: string
  /** Headers as in the People tab, but the group by its name. */
  peopleCsv: string
  legislators: FranklinLegislator[]
  /** Resigned from the vacant seat, and still in the bulk file. */
  left: FranklinLegislator
  legislatorsCsv: string
  bills: FranklinBill[]
  callSeries: FranklinCalls
  /** In the order of `groups`. */
  truth: Truth[]
  towns: Town[]
  map: FranklinMap
  addresses: AddressBook
  /** Their Google Group, kept by hand, and the webhooks of their Slack. */
  googleGroup: GoogleGroup
  slackHooks: readonly SlackHook[]
  /** The Census geocoder, TIGERweb, Open States’ bulk file, Slack. */
  network: Network
}

/** Of each part its own randomness, so that more groups do not move the borders or unseat anybody. */
const part = (seed: number, n: number): Random => new Random(Math.imul(seed, 0x9e3779b1) + n * 0x85ebca6b)

export function franklin(seed = 1, groupCount = 60): Franklin {
  const map = makeMap(part(seed, 1))
  const towns = makeTowns(map, part(seed, 2), Math.max(12, Math.ceil((groupCount * 2) / 3)))
  const { groups, truth } = makeGroups(map, towns, part(seed, 3), groupCount)
  const nextName = nameGiver(part(seed, 4))
  const { seated, left } = makeLegislators(part(seed, 5), nextName)
  const people = makePeople(groups, part(seed, 6), nextName)
  const bulk = legislatorsCsv(seated, left)
  const addresses = addressBook(towns)
  return {
    code: FRANKLIN.code,
    name: FRANKLIN.name,
    timeZone: FRANKLIN.timeZone,
    zones: FRANKLIN.zones,
    now: FRANKLIN.now,
    accounts: ACCOUNTS,
    groups,
    people,
    groupsCsv: toCsv(GROUP_HEADERS, groups.map(groupRow)),
    peopleCsv: toCsv(PERSON_HEADERS, people.map(personRow)),
    legislators: seated,
    left,
    legislatorsCsv: bulk,
    bills: makeBills(part(seed, 7), groups),
    callSeries: CALLS,
    truth,
    towns,
    map,
    addresses,
    googleGroup: makeGoogleGroup(people),
    slackHooks: HOOKS,
    network: [censusGeocoder(map, addresses), tigerWeb(map), openStatesFile(FRANKLIN.code, bulk), slack],
  }
}
