/** Answers in words. */
import type { AlertBoard } from '../../../../src/contract'
import { count } from '../../../words'

type Group = AlertBoard['groups'][number]
type Shown = AlertBoard['answers'][number]

export const ANSWER_LABELS: Record<Shown['answer'], string> = {
  '': 'no answer',
  'have it': 'has it',
  in: 'in',
  out: 'out',
  done: 'done',
}

/** `over`: nothing more goes out. */
export const standing = ({ answer, calls, reached }: Group, over: boolean): string => {
  if (!reached) return over ? '✕ not sent' : '○ not sent yet'
  if (answer === '') return '○ no answer'
  const mark = answer === 'out' ? '–' : '✓'
  return `${mark} ${ANSWER_LABELS[answer]}${answer === 'done' && calls !== null ? `, ${count(calls, 'call')}` : ''}`
}

const UNCOUNTED: Record<Shown['counts'], string> = {
  yes: '',
  no: 'Not counted',
  auto: 'Not counted: out of office or the like',
  bounce: 'The mail came back',
  request: '',
  told: '',
}

/** Why an answer is in no sum; '' where it counts. */
export const uncounted = ({ counts, why }: Shown): string =>
  counts === 'no' && why ? `${UNCOUNTED.no}: ${why}` : UNCOUNTED[counts]
