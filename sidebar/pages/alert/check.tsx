/** Everything that can go wrong, before it does; then the click that sends. */
import { useEffect } from 'preact/hooks'
import type { AlertChoices, Draft } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Card, Pill } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { home } from '../../state/answers'
import { beginAgain, check, drafting, goToStep, isGone, leaveDraft, seen } from '../../state/draft'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { Approve } from './approve'
import { Audience } from './audience'
import { Checks } from './checks'
import { MailPreview } from './mail-preview'
import { MailToday } from './mail-today'
import { Phones } from './phones'
import { PostPreviews } from './posts'
import { RelayKit } from './relay-kit'
import { whoInWords } from './who'

const WHAT_FIELDS = ['title', 'bill', 'subject', 'body', 'actBy', 'mode', 'channels']

export function Check({ choices, draft }: { choices: AlertChoices; draft: Draft }) {
  const { preview, outdated, checkFault } = useStore(seen)
  const { by } = useStore(drafting)
  const you = useStore(home.store).value?.you.email
  const task = useTask()
  // The time left and the mails left change by themselves: looked at afresh whenever this step opens.
  useEffect(() => {
    task.run(check)
  }, [task.run])
  const names = whoInWords(choices, draft)
  const field = checkFault?.field
  return (
    <>
      <Card>
        <h2 class="plain">
          {names.slice(0, 6).join(', ') + (names.length > 6 ? ` and ${names.length - 6} more` : '') ||
            'Nobody chosen yet'}
        </h2>
        {draft.kind === 'drill' && <Pill kind="mind">DRILL</Pill>}
        <p class="muted">{[...new Set([draft.title, draft.bill])].filter(Boolean).join(' · ') || 'No title yet'}</p>
        {by && <p class="muted">{`Draft ${draft.alertId}, made by ${by === you ? 'you' : by}`}</p>}
      </Card>
      <Waiting on={task.busy} what="Finding the groups and people in these districts…" />
      {isGone(checkFault) ? (
        <FaultNotice
          fault={
            checkFault && {
              ...{ code: checkFault.code, message: checkFault.message },
              next: 'What you see here is kept in this sidebar: make it a new alert, or close it.',
            }
          }
        />
      ) : (
        <FaultNotice fault={checkFault} retry={() => task.run(check)} />
      )}
      {isGone(checkFault) && (
        <div class="row">
          <Button
            onClick={() => {
              beginAgain()
              task.run(check)
            }}
          >
            Make it a new alert
          </Button>
          <Button kind="link" onClick={leaveDraft}>
            Close it
          </Button>
        </div>
      )}
      {field && WHAT_FIELDS.includes(field) && <Button onClick={() => goToStep('what')}>Go to What</Button>}
      {preview && !checkFault && (
        <>
          <Audience preview={preview} choices={choices} />
          {(preview.quota.needed > 0 || !preview.posts?.length) && <MailToday quota={preview.quota} />}
          <Checks preview={preview} />
          <Phones preview={preview} />
          <MailPreview preview={preview} />
          <RelayKit alertId={preview.alertId} version={preview.seal} />
          <PostPreviews posts={preview.posts} />
          <Approve
            preview={preview}
            drill={draft.kind === 'drill'}
            asked={draft.asked === true}
            stale={outdated || task.busy}
            recheck={() => task.run(check)}
          />
        </>
      )}
    </>
  )
}
