/** Test to me, then approve with a second click. */
import { useState } from 'preact/hooks'
import type { AlertPreview } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { alertChoices, home } from '../../state/answers'
import { check, goToStep, startAfresh } from '../../state/draft'
import { previewFor } from '../../state/preview-for'
import { sendAll } from '../../state/send-run'
import { useTask } from '../../state/task'
import { people } from '../../words'

/** Why it cannot be approved now; '' where it can. */
export function whyNot(preview: AlertPreview): string {
  const stop = preview.checks.find((one) => one.level === 'stop')
  if (stop) return `${stop.text} ${stop.next}`.trim()
  if (!preview.mayApprove) return 'Only the operator or a coordinator can approve an alert. Your draft is kept.'
  if (preview.people === 0) return 'Nobody would get it.'
  return ''
}

interface Props {
  preview: AlertPreview
  /** What is shown is about to change: not to be approved. */
  stale: boolean
  recheck: () => void
}

export function Approve({ preview, stale, recheck }: Props) {
  const [asking, setAsking] = useState(false)
  const [testedTo, setTestedTo] = useState('')
  const test = useTask()
  const approve = useTask()
  const { alertId, seal } = preview
  const why = whyNot(preview)

  const testToMe = () =>
    test.run(async () => {
      const { to } = await call('testAlert', { alertId, groupId: previewFor.get().groupId || null })
      setTestedTo(to)
      announce(`Test sent to ${to}.`)
      await check()
    })
  const send = async () => {
    const well = await approve.run(async () => {
      const progress = await call('approveAlert', { alertId, seal })
      sendAll(progress)
      startAfresh()
      goToStep('send')
      home.load()
      alertChoices.load()
    })
    if (!well) setAsking(false)
  }

  return (
    <>
      {testedTo && (
        <Notice kind="done" live>
          {`Test sent to ${testedTo}. Read it before you approve.`}
        </Notice>
      )}
      <FaultNotice fault={test.fault} />
      <Waiting on={test.busy} what="Sending the test…" />
      <FaultNotice fault={approve.fault} retry={recheck} />
      <Waiting on={approve.busy} what="Fixing the texts and recipients…" />
      {asking && !why ? (
        <Confirm
          ask={`Send to ${people(preview.people)} now?`}
          detail="Mail that has gone cannot be taken back. The test does not count as sent."
          yes="Send now"
          no="Not yet"
          busy={approve.busy || stale}
          onYes={send}
          onNo={() => setAsking(false)}
        />
      ) : (
        <>
          {why && (
            <p class="field-error">
              <span aria-hidden="true">✕ </span>
              {why}
            </p>
          )}
          <div class="row">
            <Button kind="primary" off={why} busy={stale} onClick={() => setAsking(true)}>
              {`Approve and send to ${people(preview.people)}`}
            </Button>
            <Button busy={test.busy} onClick={testToMe}>
              Test to me
            </Button>
            <Button kind="link" onClick={() => goToStep('what')}>
              Change the text
            </Button>
          </div>
        </>
      )}
    </>
  )
}
