/** Facts of the states: what their chambers are called, how many districts and seats they have, which clocks they keep. */
import {
  dcCouncil,
  maineHouse,
  marylandHouse,
  massachusettsHouse,
  massachusettsSenate,
  newHampshireHouse,
  vermontHouse,
  vermontSenate,
} from './named-districts'
import type { Chamber } from './words'

export interface ChamberFacts {
  readonly chamber: Chamber
  /** `House of Delegates`. */
  readonly name: string
  /** What stands before a district: `House` in `House 14A`. */
  readonly label: string
  /** How a member is addressed: `Rep.`. */
  readonly title: string
  /** Short form: `HD`. */
  readonly prefix: string
  readonly districts: number
  readonly seats: number
  /** The districts in the short form that `district-plan.ts` reads. */
  readonly plan: string
}

export interface StateFacts {
  /** Two letters, lower case: `mn`. */
  readonly code: string
  readonly name: string
  readonly fips: string
  /** IANA names; a second one where the state straddles two zones. */
  readonly zones: readonly string[]
  readonly timeZone: string
  /** Upper chamber first; one chamber alone is `upper`. */
  readonly chambers: readonly ChamberFacts[]
  /** A lower district lies in (or shares the lines of) the upper district of its number: 14A in 14. */
  readonly nested: boolean
}

const ZONES: Readonly<Record<string, string>> = {
  E: 'America/New_York',
  C: 'America/Chicago',
  M: 'America/Denver',
  P: 'America/Los_Angeles',
  A: 'America/Anchorage',
  a: 'America/Adak',
  B: 'America/Boise',
  D: 'America/Detroit',
  H: 'Pacific/Honolulu',
  I: 'America/Indiana/Indianapolis',
  Z: 'America/Phoenix',
}

/** Name, label, title, prefix. */
const KINDS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  S: ['Senate', 'Senate', 'Sen.', 'SD'],
  H: ['House', 'House', 'Rep.', 'HD'],
  D: ['House of Delegates', 'House', 'Del.', 'HD'],
  A: ['Assembly', 'Assembly', 'Asm.', 'AD'],
  R: ['Assembly', 'Assembly', 'Rep.', 'AD'],
  L: ['Legislature', 'Legislature', 'Sen.', 'LD'],
  C: ['Council', 'Council', 'Cm.', 'Council'],
}

/**
 * Code, name, FIPS, zones (`ZONES`, main one first), upper and lower chamber: a letter of `KINDS`, districts, `/seats`
 * where they are not one each, then the plan where counting from 1 does not give it. A last `=` marks nesting.
 */
type Line = [code: string, name: string, fips: string, zones: string, upper: string, lower: string, nested?: '=']

/** The last one is no state: for trying out. Its district 7 is undivided and has two members; 12F lies over 12A and 12B. */
const lines = () => `al~Alabama~01~C~S35~H105
ak~Alaska~02~Aa~S20 A-T~H40
az~Arizona~04~ZM~S30~H30/60~=
ar~Arkansas~05~C~S35~H100
ca~California~06~P~S40~A80
co~Colorado~08~M~S35~H65
ct~Connecticut~09~E~S36~H151
de~Delaware~10~E~S21~H41
dc~District of Columbia~11~E~C10/13 ${dcCouncil()}~
fl~Florida~12~EC~S40~H120
ga~Georgia~13~E~S56~H180
hi~Hawaii~15~H~S25~H51
id~Idaho~16~BP~S35~H70 35A|B~=
il~Illinois~17~C~S59~H118
in~Indiana~18~IC~S50~H100
ia~Iowa~19~C~S50~H100
ks~Kansas~20~CM~S40~H125
ky~Kentucky~21~EC~S38~H100
la~Louisiana~22~C~S39~H105
me~Maine~23~E~S35~H153 ${maineHouse()}
md~Maryland~24~E~S47~D71/141 ${marylandHouse()}~=
ma~Massachusetts~25~E~S40 ${massachusettsSenate()}~H160 ${massachusettsHouse()}
mi~Michigan~26~DC~S38~H110
mn~Minnesota~27~C~S67~H134 67AB~=
ms~Mississippi~28~C~S52~H122
mo~Missouri~29~C~S34~H163
mt~Montana~30~M~S50~H100
ne~Nebraska~31~CM~L49~
nv~Nevada~32~PM~S21~A42
nh~New Hampshire~33~E~S24~H203/400 ${newHampshireHouse()}
nj~New Jersey~34~E~S40~A40/80~=
nm~New Mexico~35~M~S42~H70
ny~New York~36~E~S63~A150
nc~North Carolina~37~E~S50~H120
nd~North Dakota~38~CM~S47~H48/94 47x2;4=AB~=
oh~Ohio~39~E~S33~H99
ok~Oklahoma~40~C~S48~H101
or~Oregon~41~PB~S30~H60
pa~Pennsylvania~42~E~S50~H203
ri~Rhode Island~44~E~S38~H75
sc~South Carolina~45~E~S46~H124
sd~South Dakota~46~CM~S35~H37/70 35x2;26=AB;28=AB~=
tn~Tennessee~47~CE~S33~H99
tx~Texas~48~CM~S31~H150
ut~Utah~49~M~S29~H75
vt~Vermont~50~E~S16/30 ${vermontSenate()}~H109/150 ${vermontHouse()}
va~Virginia~51~E~S40~D100
wa~Washington~53~P~S49~H49/98~=
wv~West Virginia~54~E~S17/34~D100
wi~Wisconsin~55~C~S33~R99
wy~Wyoming~56~M~S31~H62
fr~Franklin~99~EC~S50~H100/101 50AB;7=2;12F<12A,12B~=`

function toChamber(chamber: Chamber, spec: string): ChamberFacts[] {
  if (!spec) return []
  const [head = '', plan] = spec.split(/ (.*)/)
  const [name, label, title, prefix] = KINDS[head.charAt(0)] ?? ['', '', '', '']
  const [districts = '0', seats = districts] = head.slice(1).split('/')
  const perDistrict = Number(seats) / Number(districts)
  return [
    {
      chamber,
      name,
      label,
      title,
      prefix,
      districts: Number(districts),
      seats: Number(seats),
      plan: plan ?? (perDistrict > 1 ? `${districts}x${perDistrict}` : districts),
    },
  ]
}

const toState = (line: string): StateFacts => {
  const [code, name, fips, zones, upper, lower, nested] = line.split('~') as Line
  const named = zones.split('').map((letter) => ZONES[letter] ?? '')
  return {
    code,
    name,
    fips,
    zones: named,
    timeZone: named[0] ?? '',
    chambers: [...toChamber('upper', upper), ...toChamber('lower', lower)],
    nested: nested === '=',
  }
}

/** The fifty states, the District of Columbia, and the made-up state of the workbench. */
export function allStates(): readonly StateFacts[] {
  known = known ?? lines().split('\n').map(toState)
  return known
}
let known: readonly StateFacts[] | null = null

/** Facts by code (`mn`, `MN`), or null. */
export function stateOf(code: string): StateFacts | null {
  const wanted = code.trim().toLowerCase()
  return allStates().find((state) => state.code === wanted) ?? null
}

/** The chambers of a state, upper first. One-chamber states give one. */
export const chambersOf = (state: StateFacts): readonly ChamberFacts[] => state.chambers

export const chamberOf = (state: StateFacts, chamber: Chamber): ChamberFacts | null =>
  state.chambers.find((facts) => facts.chamber === chamber) ?? null

/** `House 14A`, `Legislature 7`. */
export const districtLabel = (state: StateFacts, chamber: Chamber, district: string): string =>
  `${chamberOf(state, chamber)?.label ?? chamber} ${district}`

/** `HD 14A`. */
export const districtShort = (state: StateFacts, chamber: Chamber, district: string): string =>
  `${chamberOf(state, chamber)?.prefix ?? chamber} ${district}`
