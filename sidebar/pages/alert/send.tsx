/** True progress while it goes, what is in doubt, and the ledger. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Progress } from '../../../src/contract'
import { catchFocus } from '../../focus'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { Doubts } from '../../parts/doubts'
import { FaultNotice, Notice } from '../../parts/notice'
import { Card } from '../../parts/page'
import { Bar, Waiting } from '../../parts/progress'
import { alertChoices, home } from '../../state/answers'
import { drafting, goToStep, startAfresh } from '../../state/draft'
import { askNow, cancel, lookAgain, sendAll, sending, settle, stopAsking } from '../../state/send-run'
import { useStore } from '../../state/store'
import { count, haveIt, isOut, people, peopleHaveIt } from '../../words'
import { Board } from './board/board'
import { From } from './from'
import { Ledger } from './ledger'
import { Posts } from './posts'
import { RelayKit } from './relay-kit'

const STATE_WORDS: Record<Progress['state'], string> = {
  draft: 'Draft',
  approved: 'Approved',
  sending: 'Being sent',
  sent: '✓ Sent',
  cancelled: '✕ Cancelled',
  expired: '✕ Act-by has passed',
}
const LOOK_MS = 20_000

/** Not spoken: the note beside it has been. */
function Countdown({ to }: { to: number }) {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return <p class="muted">{`Tries again in ${Math.max(1, Math.ceil((to - Date.now()) / 1000))} s.`}</p>
}

export function Send({ progress }: { progress: Progress }) {
  const { running, cancelling, fault, nextAt } = useStore(sending)
  const maySend = useStore(home.store).value?.you.mayApprove ?? true
  const [asking, setAsking] = useState(false)
  const { alertId, done } = progress
  // Backups would still be asked, and people reminded.
  const { follows } = progress
  const stopped = progress.state === 'cancelled' || progress.state === 'expired'
  const mayCancel = maySend && (!done || follows)
  useEffect(() => {
    lookAgain(alertId)
    if (done) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') lookAgain(alertId)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [alertId, done])

  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    catchFocus(() => body.current)
    document.querySelector('main')?.scrollTo(0, 0)
  }, [])

  const counts = [
    progress.waiting && `${people(progress.waiting)} waiting`,
    progress.doubt && `${people(progress.doubt)} in doubt`,
    progress.failed && `${people(progress.failed)} failed`,
    progress.stopped && `${people(progress.stopped)} not sent`,
  ]
  const toPaste = (progress.posts ?? []).filter((post) => post.state === 'skipped').length
  const another = () => {
    if (!drafting.get().touched) startAfresh()
    goToStep('who')
    alertChoices.load()
  }
  return (
    <div ref={body} tabIndex={-1} class="step-body">
      <Card>
        <h2 class="plain">{`${alertId} · ${progress.title}`}</h2>
        <p class="muted">
          {[STATE_WORDS[progress.state], progress.actByText && `act by ${progress.actByText}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {(progress.people > 0 || !progress.posts?.length) && (
          <>
            <Bar value={progress.sent} of={progress.people} kind="green" label="People who have it" />
            <p>
              <b>{peopleHaveIt(progress.sent, progress.people)}</b>
            </p>
          </>
        )}
        <p class="muted">{counts.filter(Boolean).join(' · ')}</p>
        {progress.state === 'cancelled' && isOut(progress) && (
          <p>Nothing more goes out. Whoever has it is not told by itself: call or write to them.</p>
        )}
        {progress.note && <p>{progress.note}</p>}
        {nextAt > 0 && <Countdown to={nextAt} />}
        <Waiting on={running && !nextAt} what={progress.waiting ? 'Sending the next lot…' : 'Finishing…'} />
      </Card>
      {!done && maySend && <From />}
      <FaultNotice fault={fault} />
      <Posts posts={progress.posts} />
      <Doubts doubts={progress.doubts} settle={settle} />
      {!done && (
        <p class="muted">
          {running
            ? 'You can close the sidebar: the timed run goes on with what is left.'
            : `The timed run goes on with what is left.${maySend ? ' You can also send from your account now.' : ''}`}
        </p>
      )}
      {asking && mayCancel ? (
        <Confirm
          ask={done ? 'Call this alert off?' : 'Cancel what has not gone yet?'}
          detail={
            done
              ? 'No backup is asked and nobody is reminded any more. Mail that has gone cannot be taken back.'
              : `${people(progress.waiting)} would not get it. Mail that has gone cannot be taken back.`
          }
          yes="Cancel alert"
          no={done ? 'Let it go on' : 'Keep sending'}
          danger
          busy={cancelling}
          onYes={async () => {
            await cancel(alertId)
            setAsking(false)
          }}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div class="row">
          {!done && !running && !maySend && progress.yours > 0 && (
            <Button kind="primary" onClick={() => sendAll(progress)}>
              Finish what lies in your drafts
            </Button>
          )}
          {!done && !running && maySend && (
            <Button kind="primary" onClick={() => sendAll(progress)}>
              Send what is left now
            </Button>
          )}
          {nextAt > 0 && (
            <>
              <Button kind="primary" onClick={askNow}>
                Try now
              </Button>
              <Button onClick={stopAsking}>Stop trying</Button>
            </>
          )}
          {mayCancel && (
            <Button onClick={() => setAsking(true)} busy={cancelling}>
              Cancel alert
            </Button>
          )}
          <Button kind={done ? 'primary' : 'plain'} onClick={another}>
            Prepare another alert
          </Button>
        </div>
      )}
      {done && progress.state === 'sent' && progress.doubts.length === 0 && (
        <Notice kind="done">
          {progress.people === 0
            ? 'Nothing is left to send.'
            : progress.kind === 'drill'
              ? 'Everyone who can get it has the drill.'
              : 'Everyone who can get it has it.'}
          {toPaste > 0 && ` Left for you: ${count(toPaste, 'post')} to copy and paste, above.`}
        </Notice>
      )}
      {/* Nobody is to pass on what was called off. */}
      {!stopped && <RelayKit alertId={alertId} version={progress.state} />}
      {isOut(progress) && <Board alertId={alertId} version={`${progress.state} ${haveIt(progress)}`} over={stopped} />}
      <Ledger
        alertId={alertId}
        version={`${progress.state} ${progress.sent} ${progress.doubt} ${progress.stopped} ${progress.posts?.map((p) => p.state)}`}
      />
    </div>
  )
}
