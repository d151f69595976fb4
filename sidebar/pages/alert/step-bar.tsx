/** Where the alert stands: Who, What, Check, Send. */
import { goToStep, STEPS, type Step, save } from '../../state/draft'

const LABELS: Record<Step, string> = { who: 'Who', what: 'What', check: 'Check', send: 'Send' }

export function StepBar({ step, canSend }: { step: Step; canSend: boolean }) {
  const at = STEPS.indexOf(step)
  return (
    <ol class="step-bar" aria-label="Steps of an alert">
      {STEPS.map((one, index) => {
        const off = one === 'send' && !canSend
        return (
          <li key={one} class={index < at ? 'past' : index === at ? 'now' : ''}>
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
              {index < at && <span class="unseen"> (done)</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
