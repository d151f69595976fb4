/** An answer that came by telephone, or the correction of one. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AlertBoard, Params } from '../../../../src/contract'
import { Button } from '../../../parts/button'
import { focusFirstError, LongField, SelectField, TextField } from '../../../parts/inputs'
import { FaultNotice } from '../../../parts/notice'
import { Waiting } from '../../../parts/progress'
import { putAnswer } from '../../../state/board'
import { useTask } from '../../../state/task'

type Shown = AlertBoard['answers'][number]
type Answer = Params<'setAnswer'>['answer']
type Outcome = Params<'setAnswer'>['outcome']

const ANSWERS: readonly (readonly [Answer, string])[] = [
  ['have it', 'Have it'],
  ['in', 'In'],
  ['out', 'Out'],
  ['done', 'Done'],
]
const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  ['', 'Not known'],
  ['yes', 'Yes'],
  ['lean yes', 'Leans yes'],
  ['undecided', 'Undecided'],
  ['lean no', 'Leans no'],
  ['no', 'No'],
  ['voicemail', 'Voicemail only'],
]

interface Props {
  board: AlertBoard
  group: AlertBoard['groups'][number]
  /** The answer that is corrected; null: a new one. */
  of: Shown | null
  close: () => void
}

export function AnswerForm({ board, group, of, close }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [answer, setAnswer] = useState<Answer>(of ? of.answer || 'have it' : 'done')
  const [calls, setCalls] = useState(of?.calls === null || of === null ? '' : String(of.calls))
  const own = board.legislators.filter((l) => group.legislatorIds.length === 0 || group.legislatorIds.includes(l.id))
  const [legislatorId, setLegislatorId] = useState(of?.legislatorId ?? (own.length === 1 ? (own[0]?.id ?? '') : ''))
  const [outcome, setOutcome] = useState<Outcome>(of?.outcome ?? '')
  const [heard, setHeard] = useState(of?.said ?? '')
  const [error, setError] = useState('')
  const task = useTask()
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), [])
  const write = (as: Answer) => {
    const number = calls.trim() === '' ? null : Number(calls)
    const isWrong = as === 'done' && number !== null && !(Number.isInteger(number) && number >= 0 && number <= 500)
    setError(isWrong ? 'Type a whole number up to 500, or leave it blank.' : '')
    if (isWrong) return focusFirstError(form.current)
    const { alertId } = board
    const params = {
      alertId,
      answerId: of?.answerId ?? null,
      groupId: group.groupId,
      answer: as,
      legislatorId,
      outcome,
    }
    task
      .run(() => putAnswer({ ...params, calls: as === 'done' ? number : null, said: heard }))
      .then((done) => done && close())
  }
  return (
    <form
      class="card soft"
      ref={form}
      aria-label={`${of ? 'Correct the answer' : 'Enter an answer'} of ${group.group}`}
      onKeyDown={(event) => event.key === 'Escape' && !task.busy && close()}
      onSubmit={(event) => {
        event.preventDefault()
        write(answer)
      }}
    >
      <SelectField label="Answer" value={answer} onValue={(value) => setAnswer(value as Answer)} options={ANSWERS} />
      {answer === 'done' && (
        <>
          <TextField label="Calls made" value={calls} onValue={setCalls} error={error} most={6} />
          {own.length > 1 && (
            <SelectField
              label="To whom"
              value={legislatorId}
              onValue={setLegislatorId}
              options={[['', 'Several, or not said'], ...own.map((l) => [l.id, l.name] as const)]}
            />
          )}
          <SelectField
            label="How the office will vote"
            value={outcome}
            onValue={(value) => setOutcome(value as Outcome)}
            options={OUTCOMES}
          />
        </>
      )}
      <LongField label="What was said" value={heard} onValue={setHeard} rows={2} />
      <FaultNotice fault={task.fault} />
      <Waiting on={task.busy} what="Writing it down…" />
      <div class="row">
        <Button kind="primary" type="submit" busy={task.busy}>
          Save
        </Button>
        <Button onClick={close} off={task.busy && 'It is being written.'}>
          Close
        </Button>
        {of && of.counts === 'yes' && (
          <Button onClick={() => write('')} off={task.busy && 'It is being written.'}>
            Take it out
          </Button>
        )}
      </div>
    </form>
  )
}
