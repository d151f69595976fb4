/** The alert that is under way, with its true progress; or what became of the last one. */
import { useEffect } from 'preact/hooks'
import type { Home, Progress } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Card, Section } from '../../parts/page'
import { Bar } from '../../parts/progress'
import { goToStep } from '../../state/draft'
import { freshest, lookAgain, sending, show } from '../../state/send-run'
import { useStore } from '../../state/store'
import { goTo } from '../../state/view'
import { count, haveIt, isOut, moment, notAsked, people } from '../../words'

const LOOK_MS = 20_000

/** `✓ Sent to 6 people, Nov 23, 12:01 pm`: what became of an alert, and when. */
function outcome(alert: Progress, timeZone: string | undefined): string {
  const { state, sent, stopped, people: all, endedAt } = alert
  if (all === 0 && alert.posts?.length) return `${state === 'cancelled' ? '✕ Cancelled: ' : ''}${haveIt(alert)}`
  const some = sent === all ? people(sent) : `${sent} of ${people(all)}`
  const what =
    stopped > 0 ? `✕ ${notAsked(state, stopped)} Sent` : state === 'cancelled' ? '✕ Cancelled: sent' : '✓ Sent'
  return `${what} to ${some}${endedAt ? `, ${moment(endedAt, timeZone)}` : ''}`
}

/** Out of how many is known once everyone has it: groups that were not asked yet, or never, owe no answer. */
function answeredOf({ acknowledged = 0, groups = 0, sent, people: all }: Progress): string {
  return sent === all
    ? `${acknowledged} of ${count(groups, 'group')} answered`
    : `${count(acknowledged, 'group')} answered`
}

export function LiveAlert({ home }: { home: Home }) {
  useStore(sending)
  const alert = freshest(home.alert)
  const live = alert && !alert.done ? alert.alertId : null
  useEffect(() => {
    if (!live) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') lookAgain(live)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [live])
  if (!alert) return null
  return (
    <Section title={alert.done ? 'Last alert' : 'Now'}>
      <Card>
        <h3>{`${alert.alertId} · ${alert.title}`}</h3>
        <p class="muted">{alert.actByText && `Act by ${alert.actByText}`}</p>
        {(alert.people > 0 || !alert.posts?.length) && (
          <Bar value={alert.sent} of={alert.people} kind="green" label={`${alert.alertId}: people who have it`} />
        )}
        <div class="row apart">
          <span>
            {alert.done ? outcome(alert, home.state?.timeZone) : haveIt(alert)}
            {(alert.groups ?? 0) > 0 && isOut(alert) && <span class="line">{answeredOf(alert)}</span>}
          </span>
          <Button
            onClick={() => {
              show(alert)
              goToStep('send')
              goTo('alert')
            }}
            label={`Open ${alert.alertId}`}
          >
            Open
          </Button>
        </div>
        {alert.doubt > 0 && <p>{`In doubt: ${people(alert.doubt)}. Open it and settle what happened.`}</p>}
        {alert.note && <p class="muted">{alert.note}</p>}
      </Card>
    </Section>
  )
}
