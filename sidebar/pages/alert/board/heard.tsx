/** What came, newest first: what the offices said, and what could not be counted and why. */
import { useState } from 'preact/hooks'
import type { AlertBoard } from '../../../../src/contract'
import { Button } from '../../../parts/button'
import { More } from '../../../parts/more'
import { Section } from '../../../parts/page'
import { rememberFocus, returnFocus } from '../../../parts/return-focus'
import { count } from '../../../words'
import { AnswerForm } from './answer-form'
import { ANSWER_LABELS, uncounted } from './words'

type Shown = AlertBoard['answers'][number]

const headOf = (board: AlertBoard, { group, from, answer, calls, legislatorId, outcome }: Shown): string => {
  const to = board.legislators.find((l) => l.id === legislatorId)?.name
  const what = answer && `${ANSWER_LABELS[answer]}${calls === null ? '' : `, ${count(calls, 'call')}`}`
  return [group || from, what, to, outcome].filter(Boolean).join(' · ')
}

function One({ board, shown }: { board: AlertBoard; shown: Shown }) {
  const [open, setOpen] = useState(false)
  const group = board.groups.find((g) => g.groupId === shown.groupId)
  const why = uncounted(shown)
  return (
    <li>
      <p>
        <b>{headOf(board, shown)}</b>
      </p>
      {why && <p>{`! ${why}`}</p>}
      {shown.said && <p class="said">{shown.said}</p>}
      <p class="muted">
        {[shown.atText, shown.byHand ? `entered by ${shown.from}` : `mail from ${shown.from}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {group && shown.counts !== 'bounce' && (
        <Button
          kind="link"
          expanded={open}
          label={`Correct: ${headOf(board, shown)}, ${shown.answerId}`}
          onClick={() => {
            rememberFocus()
            setOpen(!open)
          }}
        >
          Correct
        </Button>
      )}
      {open && group && (
        <AnswerForm
          board={board}
          group={group}
          of={shown}
          close={() => {
            setOpen(false)
            returnFocus()
          }}
        />
      )}
    </li>
  )
}

export function Heard({ board }: { board: AlertBoard }) {
  // An answer of one word is in the list of groups already.
  const items = board.answers.filter((a) => a.said || a.counts !== 'yes' || a.byHand || a.calls !== null)
  // First what somebody has to read: a leader who asks something waits for a person.
  const parts = [
    ['Not counted: please read', items.filter((a) => a.counts !== 'yes')],
    ['What the offices said', items.filter((a) => a.counts === 'yes')],
  ] as const
  return (
    <>
      {parts.map(
        ([title, some]) =>
          some.length > 0 && (
            <Section key={title} title={title}>
              <More items={some} first={10} noun="answers">
                {(shown) => <One key={shown.answerId} board={board} shown={shown} />}
              </More>
            </Section>
          ),
      )}
    </>
  )
}
