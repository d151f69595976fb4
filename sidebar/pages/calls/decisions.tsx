/** What was decided, one line each. */
import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/inputs'
import { closing } from '../../state/closing'
import { useStore } from '../../state/store'

const MOST = 50

export function Decisions() {
  const { decisions } = useStore(closing)
  const box = useRef<HTMLFieldSetElement>(null)
  const set = (at: number, part: Partial<(typeof decisions)[number]>) =>
    closing.set({ decisions: decisions.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const add = () => {
    closing.set({ decisions: [...decisions, { item: '', who: '' }] })
    // After the new line is drawn.
    requestAnimationFrame(() => {
      const inputs = box.current?.querySelectorAll('input')
      inputs?.[inputs.length - 2]?.focus()
    })
  }
  return (
    <fieldset ref={box}>
      <legend>What was decided?</legend>
      <p class="hint">Each becomes an item of the next call; afterwards you can make it an alert.</p>
      {decisions.map((one, at) => (
        <div class="card" key={at}>
          <TextField label={`Decision ${at + 1}`} value={one.item} onValue={(item) => set(at, { item })} />
          <TextField label={`Who does decision ${at + 1}`} value={one.who} onValue={(who) => set(at, { who })} />
          <Button
            kind="link"
            label={`Remove decision ${at + 1}`}
            onClick={() => {
              closing.set({ decisions: decisions.filter((_, index) => index !== at) })
              box.current?.querySelector<HTMLElement>('button:last-of-type')?.focus()
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      {decisions.length < MOST && <Button onClick={add}>Add a decision</Button>}
    </fieldset>
  )
}
