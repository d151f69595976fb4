/** The steps before sending: what is chosen and typed is kept here and saved into the sheet. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Draft } from '../../../src/contract'
import { call } from '../../call'
import { catchFocus } from '../../focus'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { alertChoices, home, useAnswer } from '../../state/answers'
import {
  begin,
  beginAgain,
  drafting,
  goToStep,
  isGone,
  leaveDraft,
  putAside,
  type Step,
  save,
  seen,
} from '../../state/draft'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { Check } from './check'
import { DraftList } from './drafts'
import { FromHearing } from './hearing'
import { What } from './what'
import { Who } from './who'

const IDLE_MS = 5_000

/** Saves when the typing rests, when the page is left, when the browser tab is hidden. */
function useSaving() {
  const { draft } = useStore(drafting)
  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(save, IDLE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') save()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      save()
    }
  }, [])
}

export function Prepare({ step, live }: { step: Step; live: string }) {
  const { value, fault, busy } = useAnswer(alertChoices)
  const { draft, by: maker } = useStore(drafting)
  const you = useStore(home.store).value?.you.email ?? ''
  const by = maker === you ? '' : maker
  const others = value?.drafts.filter((one) => one.alertId !== draft?.alertId) ?? []
  const { saveFault } = useStore(seen)
  useSaving()
  useEffect(() => {
    if (value) begin(value)
  }, [value])
  const body = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (first.current) catchFocus(() => body.current)
    else body.current?.focus()
    first.current = false
    document.querySelector('main')?.scrollTo(0, 0)
  }, [step])

  return (
    <div ref={body} tabIndex={-1} class="step-body">
      {live && (
        <Notice kind="info">
          <p>{`${live} is still under way.`}</p>
          <Button onClick={() => goToStep('send')}>{`Open ${live}`}</Button>
        </Notice>
      )}
      <Waiting on={busy} over={value !== null && draft !== null} what="Reading legislators and districts…" />
      <FaultNotice fault={fault} retry={alertChoices.load} />
      {saveFault && step !== 'check' && (
        <Notice kind="warn" live>
          <p>
            <b>The draft is not saved in the sheet yet.</b> {saveFault.message}
          </p>
          <p>{`${saveFault.next} What you typed is kept here.`}</p>
          {isGone(saveFault) ? (
            <Button onClick={beginAgain}>Make it a new alert</Button>
          ) : (
            <Button onClick={save}>Save again</Button>
          )}
        </Notice>
      )}
      {value && draft && (
        <>
          {step === 'who' && (
            <>
              <DraftList title="Waiting for approval" drafts={others.filter((one) => one.asked)} />
              {draft.alertId && <Unfinished alertId={draft.alertId} title={draft.title} by={by} blank={value.blank} />}
              {!by && <FromHearing choices={value} />}
              <Who choices={value} draft={draft} />
              <DraftList title="Other drafts" drafts={others.filter((one) => !one.asked)} />
            </>
          )}
          {step === 'what' && <What choices={value} draft={draft} />}
          {step === 'check' && <Check choices={value} draft={draft} />}
        </>
      )}
    </div>
  )
}

function Unfinished({ alertId, title, by, blank }: { alertId: string; title: string; by: string; blank: Draft }) {
  const [asking, setAsking] = useState(false)
  const task = useTask()
  const discard = async () => {
    const well = await task.run(async () => {
      // Someone may have approved it meanwhile: then it is theirs, and only this page lets go of it.
      const { state } = await call('alertProgress', { alertId })
      if (state === 'draft') await call('cancelAlert', { alertId })
    })
    setAsking(false)
    if (well) await leaveDraft()
  }
  return (
    <>
      <FaultNotice fault={task.fault} />
      {asking ? (
        <Confirm
          ask={`Discard draft ${alertId}?`}
          detail="What was chosen and typed is gone then. Nothing of it has been sent."
          yes="Discard draft"
          no="Keep it"
          danger
          busy={task.busy}
          onYes={discard}
          onNo={() => setAsking(false)}
        />
      ) : (
        <>
          <p class="muted">{`Draft ${alertId}${by && ` by ${by}`}${title && ` · ${title}`}`}</p>
          <div class="row">
            {by ? (
              <Button kind="link" onClick={leaveDraft}>
                Close it
              </Button>
            ) : (
              <Button kind="link" onClick={() => task.run(() => putAside(blank))}>
                Begin another
              </Button>
            )}
            <Button kind="link" onClick={() => setAsking(true)}>
              Discard draft
            </Button>
          </div>
        </>
      )}
    </>
  )
}
