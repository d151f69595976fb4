/** The box to paste into, the file to choose, and what is wrong with the text itself. */
import { useState } from 'preact/hooks'
import type { ImportKind } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import type { PasteProblem } from '../../paste'
import { readFileText } from '../../paste'
import { paste, pasted } from '../../state/import-store'
import { useStore } from '../../state/store'
import { count } from '../../words'

const KINDS: { kind: ImportKind; label: string; hint: string }[] = [
  { kind: 'groups', label: 'Groups', hint: 'Headings such as Group, Town, Address, ZIP.' },
  { kind: 'people', label: 'People', hint: 'Headings such as Name, Email, Phone, Group, Roles.' },
]

interface Props {
  onCheck: () => void
  problems: PasteProblem[]
  busy: boolean
  /** Checking is the next thing to do on this page. */
  primary: boolean
}

export function PasteBox({ onCheck, problems, busy, primary }: Props) {
  const { kind, text, file } = useStore(pasted)
  const [reading, setReading] = useState(false)
  const choose = async (input: HTMLInputElement) => {
    const chosen = input.files?.[0]
    if (!chosen) return
    setReading(true)
    const read = await readFileText(chosen)
    setReading(false)
    paste({ text: read.text, file: read.problem ? '' : chosen.name }, read.problem)
    // The same file can be chosen again after it was corrected.
    input.value = ''
  }
  const errors = problems.length > 0 && (
    <>
      {problems.slice(0, 5).map((problem, index) => (
        <span class={index ? 'line' : undefined} key={`${problem.row}${problem.message}`}>
          {problem.message} {problem.next}
        </span>
      ))}
      {problems.length > 5 && `And ${problems.length - 5} more rows.`}
    </>
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onCheck()
      }}
    >
      <fieldset class="radios">
        <legend>What are they?</legend>
        {KINDS.map((one) => (
          <label key={one.kind}>
            <input
              type="radio"
              name="kind"
              value={one.kind}
              checked={kind === one.kind}
              onChange={() => paste({ kind: one.kind })}
            />
            {one.label}
          </label>
        ))}
      </fieldset>
      {file ? (
        <Field label="Chosen file" error={errors}>
          {(wiring) => (
            <div class="row apart">
              <output {...wiring}>{`${file} · ${count(text.split('\n').length, 'line')}`}</output>
              <Button onClick={() => paste({ text: '', file: '' })} label={`Remove ${file}`}>
                Remove
              </Button>
            </div>
          )}
        </Field>
      ) : (
        <Field
          label="Paste rows from a sheet or a CSV"
          hint={`The first row holds the headings. ${KINDS.find((one) => one.kind === kind)?.hint}`}
          error={errors}
        >
          {(wiring) => (
            <textarea
              {...wiring}
              rows={5}
              wrap="off"
              spellcheck={false}
              value={text}
              onInput={(event) => paste({ text: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <div class="row">
        <Button kind={primary ? 'primary' : 'plain'} type="submit" busy={busy || reading}>
          Check
        </Button>
        <label class="button plain file">
          Choose a CSV file
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={(event) => choose(event.currentTarget)}
          />
        </label>
      </div>
    </form>
  )
}
