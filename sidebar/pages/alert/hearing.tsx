/** Begins an alert from a bill’s hearing: bill, committee, ask and until when are filled in. */
import { useRef, useState } from 'preact/hooks'
import type { AlertChoices, Params } from '../../../src/contract'
import { Button } from '../../parts/button'
import { focusFirstError, SelectField, TextField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Card } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { beginFromHearing } from '../../state/draft'
import { useTask } from '../../state/task'
import { zoneName } from '../../words'
import { wallClock } from './what'

type Facts = Params<'hearingAlert'>
const BLANK: Facts = { bill: '', title: '', committee: '', hearing: '', position: '' }

/** What can be seen without asking the server, in its words. */
function problems({ bill, hearing }: Facts, now: string): Partial<Record<keyof Facts, string>> {
  return {
    ...(bill.trim() ? {} : { bill: 'No bill is named. Type it, such as HB 120.' }),
    ...(hearing === ''
      ? { hearing: 'Choose when it is heard.' }
      : hearing <= now && { hearing: 'This hearing has begun already. Choose when it is heard next.' }),
  }
}

export function FromHearing({ choices }: { choices: AlertChoices }) {
  const [open, setOpen] = useState(false)
  const [facts, setFacts] = useState(BLANK)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const task = useTask()
  const put = (part: Partial<Facts>) => {
    task.clear()
    setFacts({ ...facts, ...part })
  }
  const wrong = tried ? problems(facts, choices.now) : {}
  const { fault } = task
  const error = (field: keyof Facts) => wrong[field] ?? (fault?.field === field ? `${fault.message} ${fault.next}` : '')
  const begin = async () => {
    setTried(true)
    if (Object.keys(problems(facts, choices.now)).length > 0) return focusFirstError(form.current)
    const page = form.current?.closest<HTMLElement>('.step-body')
    if (!(await task.run(() => beginFromHearing(facts)))) return focusFirstError(form.current)
    setOpen(false)
    setTried(false)
    setFacts(BLANK)
    // Without a committee it is still Who: there, whom to call comes next.
    announce('The draft is made.')
    requestAnimationFrame(() => page?.querySelector<HTMLElement>('input[type="search"]')?.focus())
  }
  return (
    <>
      <div class="row">
        <Button kind="link" expanded={open} onClick={() => setOpen(!open)}>
          Begin from a bill’s hearing
        </Button>
      </div>
      {open && (
        <Card>
          <form
            ref={form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              begin()
            }}
          >
            <TextField label="Bill" value={facts.bill} error={error('bill')} onValue={(bill) => put({ bill })} />
            <TextField
              label="Heard at"
              type="datetime-local"
              hint={`${zoneName(choices.timeZone)}. It is ${wallClock(choices.now)} there.`}
              value={facts.hearing}
              error={error('hearing')}
              onValue={(hearing) => put({ hearing })}
            />
            {choices.committees?.length ? (
              <SelectField
                label="Committee"
                hint="The groups in its members’ districts get it."
                value={facts.committee}
                error={error('committee')}
                options={[
                  ['', 'None of these: I choose legislators'],
                  ...choices.committees.map(({ key, label }) => [key, label] as const),
                ]}
                onValue={(committee) => put({ committee })}
              />
            ) : (
              <p class="hint">
                Whom to call you choose next. Once the Committees tab has rows, a committee can be chosen here.
              </p>
            )}
            <SelectField
              label="Our position"
              value={facts.position}
              options={[
                ['', 'Not decided'],
                ['oppose', 'Oppose: vote no'],
                ['support', 'Support: vote yes'],
              ]}
              onValue={(position) => put({ position: position as Facts['position'] })}
            />
            <FaultNotice fault={fault?.field ? null : fault} />
            <Waiting on={task.busy} what="Making the draft…" />
            <div class="row">
              <Button type="submit" busy={task.busy}>
                Begin the alert
              </Button>
            </div>
          </form>
        </Card>
      )}
    </>
  )
}
