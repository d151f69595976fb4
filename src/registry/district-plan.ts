/**
 * The districts of a chamber, written out from the short form in `states.ts`. Parts are separated by `;` and applied in
 * order:
 * `40` 1 to 40, one seat each · `30x2` two seats each · `67AB` 1A, 1B … 67B · `35A|B` seats A and B on one outline ·
 * `A-T` letters · `7=2` district 7 whole, two seats · `2=A2B` district 2 in 2A (two seats) and 2B ·
 * `#3 Essex` 1st to 3rd Essex · `Coos:2,1` Coos 1 with two seats, Coos 2 with one · `Orange-:2,1` Orange-1, Orange-2 ·
 * `Rutland*3` a name and its seats · `Name@Other` also written so · `Name!` a tribe’s seat, on no map ·
 * `7<4,5` lies over 4 and 5 of the county before it.
 */
import { type ChamberFacts, districtLabel, type StateFacts } from './states'

export interface PlannedDistrict {
  /** As Open States writes it. */
  readonly district: string
  readonly seats: number
  /** Outline on the map of whoever draws it: `8` for Idaho’s 8A and 8B, '' where there is none. */
  readonly outline: string
  /** The districts of the same chamber that it lies over (a floterial, an at-large seat). */
  readonly over: readonly string[]
  /** Other names that it goes by somewhere, where no rule of spelling leads from one to the other. */
  readonly also: readonly string[]
}

const ordinal = (n: number): string => {
  const teen = n % 100 > 10 && n % 100 < 14
  return `${n}${(!teen && ['', 'st', 'nd', 'rd'][n % 10]) || 'th'}`
}
const counted = <T>(n: number | string, make: (i: number) => T): T[] =>
  Array.from({ length: Number(n) }, (_, i) => make(i + 1))
const whole = (district: string, seats = 1): PlannedDistrict => ({
  district,
  seats,
  outline: district,
  over: [],
  also: [],
})

function over(plan: PlannedDistrict[], part: string): PlannedDistrict[] {
  const [head = '', list = ''] = part.split('<')
  const [name = '', seats] = head.split('*')
  const county = plan[plan.length - 1]?.district.replace(/ \d+$/, '')
  const inFull = (short: string): string => (/^\d+$/.test(short) ? `${county} ${short}` : short)
  const district = inFull(name)
  const known = plan.find((p) => p.district === district)
  const floterial = {
    ...whole(district, Number(seats ?? known?.seats ?? 1)),
    outline: '',
    over: list.split(',').map(inFull),
  }
  return [...plan.filter((p) => p !== known), floterial]
}

function replaced(plan: PlannedDistrict[], n: string, by: string): PlannedDistrict[] {
  const parts = /^\d+$/.test(by)
    ? [whole(n, Number(by))]
    : (by.match(/[A-Z]\d*/g) ?? []).map((part) => whole(n + part.charAt(0), Number(part.slice(1) || 1)))
  const at = plan.findIndex((p) => p.district.replace(/[A-Z]$/, '') === n)
  const rest = plan.filter((p) => p.district.replace(/[A-Z]$/, '') !== n)
  rest.splice(at < 0 ? rest.length : at, 0, ...parts)
  return rest
}

function added(part: string): PlannedDistrict[] {
  let m: RegExpMatchArray | null
  if ((m = part.match(/^(\d+)(?:x(\d+))?$/))) return counted(m[1] ?? 0, (n) => whole(String(n), Number(m?.[2] ?? 1)))
  if ((m = part.match(/^(\d+)([A-Z]+)$/))) {
    const letters = (m[2] ?? '').split('')
    return counted(m[1] ?? 0, (n) => letters.map((letter) => whole(`${n}${letter}`))).flat()
  }
  if ((m = part.match(/^(\d+)([A-Z](?:\|[A-Z])+)$/))) {
    const letters = (m[2] ?? '').split('|')
    const twins = (n: number) => letters.map((letter) => ({ ...whole(`${n}${letter}`), outline: String(n) }))
    return counted(m[1] ?? 0, twins).flat()
  }
  if ((m = part.match(/^([A-Z])-([A-Z])$/))) {
    const from = (m[1] ?? '').charCodeAt(0)
    return counted((m[2] ?? '').charCodeAt(0) - from + 1, (n) => whole(String.fromCharCode(from + n - 1)))
  }
  if ((m = part.match(/^#(\d+) (.+)$/))) return counted(m[1] ?? 0, (n) => whole(`${ordinal(n)} ${m?.[2]}`))
  if ((m = part.match(/^(.+?)(-?):([\d,]+)$/)))
    return (m[3] ?? '').split(',').map((seats, i) => whole(`${m?.[1]}${m?.[2] || ' '}${i + 1}`, Number(seats)))
  if (part.endsWith('!')) return [{ ...whole(part.slice(0, -1)), outline: '' }]
  const [names = '', seats = 1] = part.split('*')
  const [name = '', ...also] = names.split('@')
  return [{ ...whole(name, Number(seats)), also }]
}

/** Every district of the chamber in its own order. */
export function districtPlan(facts: ChamberFacts): PlannedDistrict[] {
  let plan: PlannedDistrict[] = []
  for (const part of facts.plan.split(';')) {
    const [n = '', by] = part.split('=')
    if (part.includes('<')) plan = over(plan, part)
    else if (by) plan = replaced(plan, n, by)
    else plan.push(...added(part))
  }
  return plan
}

/**
 * What a district lies in, as labels: the upper district of its number where the state nests them, and the floterials
 * over it. `['Senate 12', 'House 12F']`.
 */
export function parentsOf(
  state: StateFacts,
  facts: ChamberFacts,
  plan: readonly PlannedDistrict[],
  district: string,
): string[] {
  const number = district.match(/^(\d+)[A-Z]?$/)?.[1]
  const upper = state.nested && facts.chamber === 'lower' && number ? [districtLabel(state, 'upper', number)] : []
  const above = plan.filter((p) => p.over.includes(district))
  return upper.concat(above.map((p) => districtLabel(state, facts.chamber, p.district)))
}

/** The Census Bureau’s code, where it follows from the number: FIPS and three places. '' where it does not. */
export const geoidOf = (state: StateFacts, planned: PlannedDistrict): string =>
  /^(\d+[A-Z]?|[A-Z])$/.test(planned.outline) ? state.fips + `00${planned.outline}`.slice(-3) : ''
