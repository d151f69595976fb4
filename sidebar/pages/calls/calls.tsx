/** Who leads the next call and why, its agenda, what is coming, and where nobody is down. */
import { useEffect } from 'preact/hooks'
import type { CallsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { PageFrame } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { calls, useAnswer } from '../../state/answers'
import { callsAt, openCall, shownCall } from '../../state/calls'
import { editSeries } from '../../state/series-form'
import { useStore } from '../../state/store'
import { CloseCall } from './close'
import { ComingUp, LastCalls } from './lists'
import { Missing, Volunteers } from './people'
import { RollCall, RollFoot } from './roll'
import { SeriesCards } from './series-cards'
import { SeriesFormPage } from './series-form'
import { ShownCall } from './shown-call'

function foot(view: CallsView | null): string {
  const live = view?.series.filter((one) => one.state === 'active') ?? []
  if (!view || !live.length) return ''
  if (live.every((one) => one.inCalendar)) return 'Calendar is up to date'
  const whose = view.isOperator ? 'the next timed run' : `the account of ${view.operator || 'the operator'}`
  return `On its way to Calendar: within minutes, by ${whose}`
}

function NoSeries({ view }: { view: CallsView }) {
  return (
    <>
      <h2>No calls yet</h2>
      <p>
        Pick a consistent time. Statewide then keeps the event in Calendar, asks facilitators in turn, writes the agenda
        and mails it in time.
      </p>
      {view.mayManage ? (
        <div class="row">
          <Button kind="primary" onClick={() => editSeries(view.draft)}>
            Make a series
          </Button>
        </div>
      ) : (
        <p>The operator or a coordinator can make a series of calls.</p>
      )}
    </>
  )
}

function Overview({ view }: { view: CallsView }) {
  const { callId } = useStore(callsAt)
  const shown = shownCall(view)
  const id = shown?.callId
  useEffect(() => {
    if (id) openCall(id)
  }, [id])
  const none = view.series.every((one) => one.state === 'ended')
  return (
    <>
      {none && <NoSeries view={view} />}
      <SeriesCards view={view} />
      {shown && <ShownCall view={view} row={shown} chosen={callId === id} />}
      <ComingUp view={view} shown={id} />
      <LastCalls view={view} shown={id} />
      <Missing view={view} />
      {view.series.length > 0 && <Volunteers view={view} />}
    </>
  )
}

export function CallsPage() {
  const { value, fault, busy } = useAnswer(calls)
  const { screen } = useStore(callsAt)
  return (
    <PageFrame foot={screen === 'roll' ? <RollFoot /> : <p>{foot(value)}</p>}>
      <Waiting on={busy} over={value !== null} what="Reading the calls…" />
      <FaultNotice fault={fault} retry={calls.load} />
      {value && screen === 'calls' && <Overview view={value} />}
      {value && screen === 'series' && <SeriesFormPage view={value} />}
      {screen === 'roll' && <RollCall />}
      {screen === 'close' && <CloseCall />}
    </PageFrame>
  )
}
