/** One call: who leads it and why, its agenda, its roll and its mails. */
import type { CallCard, CallRow, CallsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { Link } from '../../parts/link'
import { FaultNotice } from '../../parts/notice'
import { Card, Pill } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { callsAt, dayOf, goToScreen, openCall, opened, openPanel, timeOf } from '../../state/calls'
import { closing } from '../../state/closing'
import { useStore } from '../../state/store'
import { count } from '../../words'
import { Agenda } from './agenda'
import { Cannot } from './cannot'
import { ScreenHeading } from './heading'
import { Mails } from './mails'
import { CancelCall, MoveCall } from './move'
import { Swap } from './swap'
import { DutyLine } from './turn'

/** What can be done with it now, as the page's one primary button where it is the next step. */
function Doing({ row, card, panel }: { row: CallRow; card: CallCard; panel: string }) {
  if (row.state === 'cancelled' || !card.roll.length) return null
  const begun = row.attended > 0 || row.state === 'held'
  return (
    <div class="row">
      <Button kind={row.state === 'planned' && !panel ? 'primary' : 'plain'} onClick={() => goToScreen('roll')}>
        {row.state === 'held' ? 'Open the roll call' : begun ? 'Go on with roll call' : 'Start roll call'}
      </Button>
      {begun && (
        <Button
          onClick={() => {
            // What was closed here before is behind; what was typed and not taken yet is still there.
            if (closing.get().closed) closing.set({ callId: '' })
            goToScreen('close')
          }}
        >
          {row.state === 'held' ? 'Add notes or decisions' : 'Close the call'}
        </Button>
      )}
    </div>
  )
}

function People({ view, row, card }: { view: CallsView; row: CallRow; card: CallCard }) {
  const { panel } = useStore(callsAt)
  const planned = row.state === 'planned'
  return (
    <Card>
      <p class="muted">{`${timeOf(row)} · ${row.minutes} min`}</p>
      {row.state === 'cancelled' && <Pill kind="bad">✕ Cancelled</Pill>}
      {row.state === 'held' && <Pill kind="good">{`✓ Held · ${count(row.attended, 'group')} there`}</Pill>}
      {row.note && <p>{row.note}</p>}
      {row.state !== 'cancelled' && (
        <>
          <DutyLine word="Facilitator" turn={row.facilitator} />
          <DutyLine word="Notes" turn={row.notes} />
        </>
      )}
      {panel === 'swap' && <Swap card={card} />}
      {panel === 'cannot' && <Cannot card={card} />}
      {panel === 'move' && <MoveCall row={row} />}
      {panel === 'cancel' && <CancelCall row={row} />}
      {planned && !panel && (
        <div class="row tight">
          <Button onClick={() => openPanel('swap')}>Swap</Button>
          <Button onClick={() => openPanel('cannot')}>I can’t</Button>
          {view.mayManage && <Button onClick={() => openPanel('move')}>Move or cancel</Button>}
        </div>
      )}
      <div class="row links">
        {card.joinLink && row.state === 'planned' && <Link to={card.joinLink}>Join</Link>}
        {card.eventLink && <Link to={card.eventLink}>Open in Calendar</Link>}
        {card.notesLink && <Link to={card.notesLink}>Notes</Link>}
      </div>
    </Card>
  )
}

export function ShownCall({ view, row, chosen }: { view: CallsView; row: CallRow; chosen: boolean }) {
  const { card, busy, fault } = useStore(opened)
  const { panel } = useStore(callsAt)
  const mine = card?.call.callId === row.callId ? card : null
  const several = view.series.filter((one) => one.state !== 'ended').length > 1
  return (
    <section key={row.callId}>
      <ScreenHeading aside={several ? row.series : ''}>{dayOf(row)}</ScreenHeading>
      <Waiting on={busy} over={mine !== null} what="Opening the call…" />
      <FaultNotice fault={fault} retry={() => openCall(row.callId)} />
      {mine && (
        <>
          <People view={view} row={mine.call} card={mine} />
          <Agenda card={mine} />
          <Doing row={mine.call} card={mine} panel={panel} />
          <Mails
            card={mine}
            timeZone={view.series.find((one) => one.seriesId === row.seriesId)?.draft.timeZone}
            mayManage={view.mayManage}
          />
        </>
      )}
      {chosen && (
        <Button kind="link" onClick={() => callsAt.set({ callId: '', panel: '', moved: true })}>
          Back to the next call
        </Button>
      )}
    </section>
  )
}
