/** What is special about a district, said where people meet it. Follows from the facts of the state. Pure. */
import { speller } from './district-names'
import { districtPlan, type PlannedDistrict } from './district-plan'
import { districtLabel, type StateFacts } from './states'
import type { Chamber } from './words'

const listed = (parts: readonly PlannedDistrict[]): string => {
  const names = parts.map((p) => p.district)
  const last = names.pop() ?? ''
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

/** How the district lies among the others of its chamber; '' where it stands alone with one member. */
function placed(state: StateFacts, chamber: Chamber, it: PlannedDistrict, plan: readonly PlannedDistrict[]): string[] {
  const below = plan.filter((p) => it.over.includes(p.district))
  const above = plan.filter((p) => p.over.includes(it.district))
  const others = plan.filter((p) => p !== it && p.outline !== '')
  const twins = others.filter((p) => p.outline === it.outline)
  const number =
    state.nested && chamber === 'lower' && it.outline === it.district && it.district.match(/^(\d+)[A-Z]$/)?.[1]
  const parts = number ? others.filter((p) => p.district.replace(/[A-Z]$/, '') === number) : []
  const members = it.seats > 1 ? `${it.seats} members` : ''
  if (below.length > 0)
    return [
      below.length === plan.filter((p) => p.over.length === 0).length
        ? `At large: everyone elects ${members ? `these ${members}` : 'this member'}.`
        : `Lies over ${listed(below)}, whose people elect ${members || 'its member'} here too. It has no outline of its own.`,
    ]
  if (it.outline === '') return ['The seat of a tribe, on no map: add it to a group by hand.']
  return [
    twins.length > 0 ? `Shares one outline with ${listed(twins)}: everyone there elects a member to each.` : '',
    members && `${members} on one outline: everyone there elects all of them.`,
    parts.length > 0 ? `Makes up ${districtLabel(state, 'upper', number || '')} together with ${listed(parts)}.` : '',
    above.length > 0
      ? `${listed(above)} ${above.length > 1 ? 'lie' : 'lies'} over it: people there elect ${above.length > 1 ? 'all' : 'both'}.`
      : '',
  ]
}

/**
 * One line on what is special about a district, however it is spelled, or about the chamber where the state does not have
 * it or has no other: `8 members on one outline: …`. '' where nothing is special, and for a district that is on no list.
 */
export function oddities(state: StateFacts): (chamber: Chamber, district: string) => string {
  const chambers = state.chambers.map((facts) => {
    const plan = districtPlan(facts)
    return { facts, plan, spell: speller(plan) }
  })
  const alone = chambers.length === 1 ? [`${state.name} has one chamber.`] : []
  return (chamber, district) => {
    const here = chambers.find(({ facts }) => facts.chamber === chamber)
    if (!here) return `${state.name} has no ${chamber} chamber.`
    const name = here.spell(district)
    const it = here.plan.find((p) => p.district === name)
    return [...(it ? placed(state, chamber, it, here.plan) : []), ...alone].filter((line) => line !== '').join(' ')
  }
}

/** `oddities` of one district. */
export const oddityOf = (state: StateFacts, chamber: Chamber, district: string): string =>
  oddities(state)(chamber, district)
