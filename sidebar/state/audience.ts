/** Whom the draft asks: any of several ways together. */
import type { AlertChoices, Draft } from '../../src/contract'
import type { AudienceKind, Callees } from '../../src/registry/words'

/** Drafts of an older version ask the groups of their legislators and districts. */
export const kindsOf = ({ audience }: Draft): readonly AudienceKind[] => audience ?? ['targets']

export const asks = (draft: Draft, kind: AudienceKind): boolean => kindsOf(draft).includes(kind)

/** Somebody is asked who is in none of the chosen districts, and calls somebody all the same. */
export const isWide = (draft: Draft): boolean =>
  kindsOf(draft).some((kind) => kind !== 'targets' && kind !== 'committee')

/** Legislators and districts are to be chosen. */
export const needsTargets = (draft: Draft): boolean =>
  asks(draft, 'targets') || (isWide(draft) && draft.callees === 'chosen' && !asks(draft, 'committee'))

const ORDER: readonly AudienceKind[] = ['targets', 'committee', 'state', 'working group', 'list']

/** The draft with one way more, or less. */
export function toggled(draft: Draft, kind: AudienceKind): Partial<Draft> {
  const now = kindsOf(draft)
  const audience = ORDER.filter((one) => (one === kind ? !now.includes(kind) : now.includes(one)))
  return { audience }
}

/** Who calls whom, by the words of the state: `Their own senators and representatives`. */
export function calleesOf(choices: AlertChoices): (readonly [Callees, string])[] {
  const chambers = choices.reach?.chambers ?? []
  const title = (chamber: string) => WORDS[chambers.find((one) => one.chamber === chamber)?.title ?? ''] ?? 'legislator'
  if (chambers.length < 2)
    return [
      ['both', `Their own ${title('upper')}`],
      ['chosen', 'The legislators I choose'],
    ]
  return [
    ['both', `Their own ${title('upper')} and ${title('lower')}`],
    ['upper', `Their own ${title('upper')}`],
    ['lower', `Their own ${title('lower')}`],
    ['chosen', 'The legislators I choose'],
  ]
}
const WORDS: Readonly<Record<string, string>> = {
  'Sen.': 'senator',
  'Rep.': 'representative',
  'Del.': 'delegate',
  'Asm.': 'assembly member',
  'Cm.': 'council member',
}

export type WhoProblems = Partial<Record<'audience' | 'targets' | 'committee' | 'list', string>>

/** What is plainly wrong with the step Who, before the sheet is asked. */
export function whoProblems(draft: Draft): WhoProblems {
  const { legislatorIds, districts, committees = [], list = '' } = draft
  return {
    ...(kindsOf(draft).length === 0 && { audience: 'Choose who gets it.' }),
    ...(needsTargets(draft) &&
      legislatorIds.length + districts.length === 0 && { targets: 'Choose at least one legislator or district.' }),
    ...(asks(draft, 'committee') && committees.length === 0 && { committee: 'Choose at least one committee.' }),
    ...(asks(draft, 'list') && !list.trim() && { list: 'Paste addresses or groups.' }),
  }
}
