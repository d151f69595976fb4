/** What is asked: the text with its blanks, until when, and how it is mailed. */
import { useRef, useState } from 'preact/hooks'
import type { AlertChoices, Draft } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { LongField, TextField } from '../../parts/inputs'
import { Section } from '../../parts/page'
import { change, goToStep, save, seen } from '../../state/draft'
import { useStore } from '../../state/store'
import { isWhatDone, whatProblems } from '../../state/what-problems'
import { moment, zoneName } from '../../words'
import { insertAt, Placeholders } from './placeholders'
import { Ways } from './ways'

type BlankField = 'subject' | 'body'
/** `2026-11-23T13:20` as `Nov 23, 1:20 pm`: a wall clock, so no zone is applied. */
export const wallClock = (text: string): string => moment(`${text}Z`, 'UTC')

export function What({ choices, draft }: { choices: AlertChoices; draft: Draft }) {
  const { checkFault } = useStore(seen)
  const boxes = { subject: useRef<HTMLInputElement>(null), body: useRef<HTMLTextAreaElement>(null) }
  const last = useRef<BlankField>('body')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const wrong: Record<string, string> = tried ? { ...whatProblems(draft, choices.now) } : {}
  const error = (field: string) =>
    wrong[field] ?? (checkFault?.field === field ? `${checkFault.message} ${checkFault.next}` : '')
  const go = () => {
    save()
    setTried(true)
    if (isWhatDone(draft, choices.now)) return goToStep('check')
    // After the errors are drawn.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  const insert = (blank: string) => {
    const field = last.current
    const box = boxes[field].current
    if (!box) return
    const { text, caret } = insertAt(draft[field], box.selectionStart, box.selectionEnd, blank)
    change({ [field]: text })
    // After the new text is drawn: setting a value moves the caret to its end.
    requestAnimationFrame(() => {
      box.focus()
      box.setSelectionRange(caret, caret)
    })
  }
  return (
    <Section title="What to ask">
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <fieldset class="radios">
          <legend>Kind</legend>
          {(['alert', 'drill'] as const).map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="kind"
                checked={(draft.kind ?? 'alert') === kind}
                onChange={() => change({ kind })}
              />
              {kind === 'alert' ? 'Alert' : 'Drill'}
            </label>
          ))}
          {draft.kind === 'drill' && (
            <p class="hint">Subject and text begin with DRILL and say to call nobody. It counts as no alert.</p>
          )}
        </fieldset>
        <Field
          label="Title"
          hint="For your network’s list of alerts, such as HB 120 in committee."
          error={error('title')}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={500}
              value={draft.title}
              onInput={(event) => change({ title: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Bill" error={error('bill')}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={500}
              value={draft.bill}
              onInput={(event) => change({ bill: event.currentTarget.value })}
            />
          )}
        </Field>
        <TextField
          label="What to ask for"
          hint="As it ends “I ask you to …”: vote no on HB 120."
          value={draft.ask ?? ''}
          onValue={(ask) => change({ ask })}
        />
        <LongField
          label="Why now"
          hint="In three sentences: what is decided, when, and what it does to people here."
          most={2_000}
          value={draft.why ?? ''}
          onValue={(why) => change({ why })}
        />
        <Field
          label="Act by"
          hint={`${zoneName(choices.timeZone)}. It is ${wallClock(choices.now)} there. Nothing is sent after this.`}
          error={error('actBy')}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="datetime-local"
              min={choices.now}
              value={draft.actBy}
              onInput={(event) => change({ actBy: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Subject" error={error('subject')}>
          {(wiring) => (
            <input
              {...wiring}
              ref={boxes.subject}
              type="text"
              maxLength={500}
              value={draft.subject}
              onFocus={() => (last.current = 'subject')}
              onInput={(event) => change({ subject: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Text" error={error('body')}>
          {(wiring) => (
            <textarea
              {...wiring}
              ref={boxes.body}
              rows={9}
              maxLength={20_000}
              value={draft.body}
              onFocus={() => (last.current = 'body')}
              onInput={(event) => change({ body: event.currentTarget.value })}
            />
          )}
        </Field>
        <Placeholders placeholders={choices.placeholders} onInsert={insert} />
        <Ways choices={choices} draft={draft} />
        <fieldset class="radios stacked">
          <legend>How it is mailed</legend>
          <label>
            <input
              type="radio"
              name="mode"
              checked={draft.mode === 'cohort'}
              onChange={() => change({ mode: 'cohort' })}
            />
            <span>
              Together
              <small>One mail for all who get the same text, everyone in BCC. Fast.</small>
            </span>
          </label>
          <label>
            <input
              type="radio"
              name="mode"
              checked={draft.mode === 'personal'}
              onChange={() => change({ mode: 'personal' })}
            />
            <span>
              One by one
              <small>A mail of its own for each person. Slower.</small>
            </span>
          </label>
        </fieldset>
        <div class="row">
          <Button kind="primary" type="submit">
            Continue
          </Button>
          <Button onClick={() => goToStep('who')}>Back</Button>
        </div>
      </form>
    </Section>
  )
}
