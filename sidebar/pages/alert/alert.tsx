/** A request to act in four steps; nothing goes out before the last. */
import { useEffect } from 'preact/hooks'
import { PageFrame } from '../../parts/page'
import { home } from '../../state/answers'
import { drafting, goToStep, startAfresh } from '../../state/draft'
import { sending } from '../../state/send-run'
import { useStore } from '../../state/store'
import { haveIt, isOut } from '../../words'
import { Prepare } from './prepare'
import { Send } from './send'
import { StepBar } from './step-bar'

/** The alert this page has already turned to by itself: once, so that another can be prepared meanwhile. */
let turnedTo = ''

export function AlertPage() {
  const { value } = useStore(home.store)
  const { step, touched, by, draft } = useStore(drafting)
  const alert = useStore(sending).progress
  const live = alert && (!alert.done || alert.doubts.length > 0) ? alert.alertId : ''
  useEffect(() => {
    if (live && live !== turnedTo && !touched && !by) goToStep('send')
    turnedTo = live
  }, [live, touched, by])
  // Someone has approved the draft that was waiting here.
  const approved = Boolean(alert && by && !touched && draft?.alertId === alert.alertId)
  useEffect(() => {
    if (!approved) return
    startAfresh()
    goToStep('send')
  }, [approved])
  const known = Boolean(value)
  useEffect(() => {
    if (known && !alert && step === 'send') goToStep('who')
  }, [known, alert, step])

  const shown = step === 'send' && !alert ? 'who' : step
  return (
    <PageFrame
      foot={
        <p>
          {shown === 'send' && alert && isOut(alert)
            ? `${alert.alertId}: ${haveIt(alert)}`
            : 'Nothing has been sent yet'}
        </p>
      }
    >
      <StepBar step={shown} canSend={Boolean(alert)} />
      {shown === 'send' && alert ? <Send progress={alert} /> : <Prepare step={shown} live={live} />}
    </PageFrame>
  )
}
