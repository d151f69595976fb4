/** Test to me, then approve with a second click; or ask someone who may. */
import { useEffect, useState } from 'preact/hooks'
import type { AlertPreview } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { TextField } from '../../parts/inputs'
import { FaultNotice, Notice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { alertChoices, home } from '../../state/answers'
import { askForApproval, check, goToStep, leaveDraft, startAfresh } from '../../state/draft'
import { previewFor } from '../../state/preview-for'
import { sendAll } from '../../state/send-run'
import { useTask } from '../../state/task'
import { count, people } from '../../words'
import { From } from './from'

const stopIn = ({ checks }: AlertPreview) => checks.find((one) => one.level === 'stop')
/** Checks that Who decides. */
const OF_WHO = ['audience', 'targets', 'list', 'people']

/** Why it cannot be approved now; '' where it can. */
export function whyNot(preview: AlertPreview): string {
  const stop = stopIn(preview)
  if (stop) return `${stop.text} ${stop.next}`.trim()
  if (preview.people === 0 && !preview.posts?.length) return 'Nobody would get it.'
  return ''
}

/** `to 42 people`, `to 42 people, with 1 post`, `1 post`, `the drill as 1 post`: what leaves with one click. */
export function reachOf({ people: n, posts = [] }: AlertPreview, drill: boolean): string {
  const made = posts.length > 0 ? count(posts.length, 'post') : ''
  if (n === 0 && made) return `${drill ? 'the drill as ' : ''}${made}`
  return `${drill ? 'the drill ' : ''}to ${people(n)}${made && `, with ${made}`}`
}

interface Props {
  preview: AlertPreview
  drill: boolean
  /** It waits for someone's approval. */
  asked: boolean
  /** What is shown is about to change: not to be approved. */
  stale: boolean
  recheck: () => void
}

const LOOK_MS = 20_000

export function Approve({ preview, drill, asked, stale, recheck }: Props) {
  const [asking, setAsking] = useState(false)
  const [testedTo, setTestedTo] = useState('')
  const test = useTask()
  const approve = useTask()
  const ask = useTask()
  const { alertId, seal, mayApprove } = preview
  /** As a second person types it. */
  const [typed, setTyped] = useState('')
  const [told, setTold] = useState(false)
  const isSecond = Boolean(preview.second?.why)
  /** Members of a Google Group count, where they were counted; where nobody did, there is no number to type. */
  const reached = preview.second?.people ?? preview.people
  const types = isSecond && reached > 0
  const differs = types && Number(typed.replace(/[\s,.]/g, '') || 'x') !== reached
  const why = whyNot(preview)

  const testToMe = () =>
    test.run(async () => {
      const { to } = await call('testAlert', { alertId, groupId: previewFor.get().groupId || null })
      setTestedTo(to)
      announce(`Test sent to ${to}.`)
      await check()
    })
  const send = async () => {
    setTold(differs)
    if (differs) return
    const well = await approve.run(async () => {
      const counted = types ? { people: reached } : {}
      const progress = await call('approveAlert', { alertId, seal, ...counted })
      sendAll(progress)
      startAfresh()
      goToStep('send')
      home.load()
      alertChoices.load()
    })
    if (!well) setAsking(false)
  }

  const waits = asked && !mayApprove
  useEffect(() => {
    if (!waits) return
    // Once somebody approves it, the page turns to Send.
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') home.load()
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [waits])

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
      <Waiting on={ask.busy} what="Asking for approval…" />
      {waits && (
        <Notice kind="done" live>
          <p>
            <b>This alert waits for approval.</b> It stands on Home for everyone who can approve it, and the next timed
            run mails them. If it cannot wait, call one of them now.
          </p>
          <p>{preview.checks.find((one) => one.id === 'approve')?.next}</p>
        </Notice>
      )}
      {mayApprove && <From />}
      {asking && mayApprove && !why ? (
        <Confirm
          ask={`Send ${reachOf(preview, drill)} now?`}
          detail={`${preview.people === 0 ? 'Posts that have' : preview.posts?.length ? 'Mail and posts that have' : 'Mail that has'} gone cannot be taken back. The test does not count as sent.`}
          yes="Send now"
          no="Not yet"
          busy={approve.busy || stale}
          onYes={send}
          onNo={() => setAsking(false)}
        >
          {types && reached !== preview.people && (
            <div class="from">
              <p>
                With the members of the Google Group <b>{people(reached)}</b>
              </p>
            </div>
          )}
          {types && (
            <TextField
              label="How many people get it?"
              hint={`${preview.second?.why}. Two people look at it, and the second types the number.`}
              error={
                told && differs ? `It goes to ${people(reached)}. Look at who gets it, then type that number.` : ''
              }
              value={typed}
              onValue={setTyped}
            />
          )}
        </Confirm>
      ) : (
        <>
          {why && (
            <p class="field-error">
              <span aria-hidden="true">✕ </span>
              {why}
            </p>
          )}
          <div class="row">
            {mayApprove ? (
              <Button id="approve" kind="primary" off={why} busy={stale} onClick={() => setAsking(true)}>
                {`Approve and send ${reachOf(preview, drill)}`}
              </Button>
            ) : (
              !asked && (
                <Button
                  id="approve"
                  kind="primary"
                  off={why}
                  busy={stale || ask.busy}
                  onClick={() => ask.run(askForApproval)}
                >
                  Ask for approval
                </Button>
              )
            )}
            <Button busy={test.busy} onClick={testToMe}>
              Test to me
            </Button>
            {OF_WHO.includes(stopIn(preview)?.id ?? '') && (
              <Button kind="link" onClick={() => goToStep('who')}>
                Change who gets it
              </Button>
            )}
            <Button kind="link" onClick={() => goToStep('what')}>
              Change the text
            </Button>
            {waits && (
              <Button kind="link" onClick={leaveDraft}>
                Prepare another alert
              </Button>
            )}
          </div>
        </>
      )}
    </>
  )
}
