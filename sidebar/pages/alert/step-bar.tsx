/** Where the alert stands: Who, What, Check, Send. */
import { alertChoices } from '../../state/answers'
import { whoProblems } from '../../state/audience'
import { drafting, goToStep, STEPS, type Step, save } from '../../state/draft'
import { useStore } from '../../state/store'
import { isWhatDone } from '../../state/what-problems'

const LABELS: Record<Step, string> = { who: 'Who', what: 'What', check: 'Check', send: 'Send' }

export function StepBar({ step, canSend }: { step: Step; canSend: boolean }) {
  const at = STEPS.indexOf(step)
  const { draft } = useStore(drafting)
  const now = useStore(alertChoices.store).value?.now ?? ''
  // A draft that a mail asked for is opened at Check, whatever it lacks.
  const lacks = (one: Step) =>
    step !== 'send' &&
    draft !== null &&
    (one === 'who' ? Object.keys(whoProblems(draft)).length > 0 : one === 'what' && !isWhatDone(draft, now))
  const isPast = (one: Step, index: number) => index < at && !lacks(one)
  return (
    <ol class="step-bar" aria-label="Steps of an alert">
      {STEPS.map((one, index) => {
        const off = one === 'send' && !canSend
        return (
          <li key={one} class={isPast(one, index) ? 'past' : index === at ? 'now' : ''}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              aria-disabled={off ? 'true' : undefined}
              title={off ? 'Approve the alert in Check first.' : undefined}
              onClick={() => {
                if (off) return
                save()
                goToStep(one)
              }}
            >
              {`${index + 1} ${LABELS[one]}`}
              {isPast(one, index) && <span class="unseen"> (done)</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
