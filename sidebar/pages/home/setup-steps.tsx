/** The steps from an empty sheet to the first alert. */
import type { Home } from '../../../src/contract'
import { type Step, stepsOf } from '../../first-steps'
import { Button } from '../../parts/button'
import { Section } from '../../parts/page'
import { goTo } from '../../state/view'

const MARKS = { done: ['✓', 'Done'], next: ['→', 'Next'], later: ['○', 'Later'] } as const

export function StepList({ steps, links }: { steps: readonly Step[]; links: boolean }) {
  return (
    <ol class="steps-list">
      {steps.map((step) => {
        const [mark, word] = MARKS[step.state]
        return (
          <li key={step.id} class={step.state}>
            <span class="mark" aria-hidden="true">
              {mark}
            </span>
            <div>
              <span class="unseen">{word}: </span>
              {links && step.page !== 'home' ? (
                <Button kind="link" onClick={() => goTo(step.page)}>
                  {step.label}
                </Button>
              ) : (
                <b>{step.label}</b>
              )}
              {step.detail && <p class="muted">{step.detail}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

export function SetupSteps({ home }: { home: Home }) {
  const steps = stepsOf(home.counts)
  const done = steps.filter((step) => step.state === 'done').length
  // What stands in a tab that cannot be read seems to be missing.
  const { broken, twice = [] } = home.setup
  if (done === steps.length || broken.length + twice.length > 0) return null
  return (
    <Section title="Set up" aside={`${done} of ${steps.length} done`}>
      <StepList steps={steps} links />
    </Section>
  )
}
