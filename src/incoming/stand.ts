/** What the answers of an alert add up to: the newest of each group, calls once, whoever they were reported by. Pure. */
import type { Row } from '../registry/tables'
import type { AnswerWord } from './answer-words'
import { groupsIn } from './asked'

type Answer = Row<'answers'>

export interface GroupStand {
  readonly answer: AnswerWord
  readonly at: Date | null
  /** Null where it is done and gave no number. */
  readonly calls: number | null
}

export interface Stand {
  readonly groups: ReadonlyMap<string, GroupStand>
  readonly calls: number
  /** Calls by legislator ID; '' for those that name none. */
  readonly byLegislator: ReadonlyMap<string, { calls: number; groups: number }>
}

const inTime = (a: Answer, b: Answer): number => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0)

/**
 * The newest answer of a group counts; HAVE IT takes nothing back that was said before. Of DONE the newest of each
 * legislator does, and one that names none replaces all that other mails said before it.
 */
export function standOf(answers: readonly Answer[], asked: readonly string[]): Stand {
  const counted = answers.filter((row) => row.counts === 'yes' && row.answer !== '').sort(inTime)
  const groups = new Map<string, GroupStand>()
  const done = new Set<Answer>()
  for (const id of asked) {
    const own = counted.filter((row) => groupsIn(row).includes(id))
    let answer: AnswerWord | null = null
    let at: Date | null = null
    let reports: Answer[] = []
    for (const row of own) {
      if (row.answer === '') continue
      if (row.answer !== 'have it' || answer === null) {
        answer = row.answer
        at = row.at
      }
      if (row.answer !== 'done') continue
      const isSameMail = (other: Answer): boolean => row.gmailId !== '' && other.gmailId === row.gmailId
      reports = reports.filter(
        (other) =>
          isSameMail(other) ||
          (row.legislatorId !== '' && other.legislatorId !== '' && other.legislatorId !== row.legislatorId),
      )
      reports.push(row)
    }
    if (answer === null) continue
    for (const row of reports) done.add(row)
    const numbers = reports.flatMap((row) => (row.calls === null ? [] : [row.calls]))
    groups.set(id, { answer, at, calls: numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) : null })
  }
  const byLegislator = new Map<string, { calls: number; groups: number }>()
  let calls = 0
  for (const row of done) {
    const sum = byLegislator.get(row.legislatorId) ?? { calls: 0, groups: 0 }
    sum.calls += row.calls ?? 0
    sum.groups += groupsIn(row).length
    byLegislator.set(row.legislatorId, sum)
    calls += row.calls ?? 0
  }
  return { groups, calls, byLegislator }
}
