/** Every series of calls, side by side: when it meets, and what is wrong with it. */
import type { CallsView, SeriesCard } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { FaultNotice } from '../../parts/notice'
import { Card, Pill } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { calls } from '../../state/answers'
import { callsAt, closePanel, openPanel } from '../../state/calls'
import { editSeries } from '../../state/series-form'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'

const JOIN = {
  meet: 'Meet link, for members only',
  fixed: 'Fixed link or phone line, for members only',
  none: 'No link to join',
} as const

function OneSeries({ one, mayManage }: { one: SeriesCard; mayManage: boolean }) {
  const { panel } = useStore(callsAt)
  const task = useTask()
  const { seriesId, draft } = one
  const does = (request: 'endSeries' | 'remakeSeries', said: string) =>
    task.run(async () => {
      calls.put(await call(request, { seriesId }))
      closePanel()
      announce(said)
    })
  return (
    <Card>
      <h2 class="plain">{draft.name}</h2>
      <p class="muted">{one.sentence}</p>
      <p class="muted">{JOIN[draft.join]}</p>
      {one.state === 'gone' && <Pill kind="bad">✕ Its event was deleted in Calendar</Pill>}
      {one.state === 'active' && !one.inCalendar && <Pill kind="mind">○ On its way to Calendar</Pill>}
      {one.note && <p>{one.note}</p>}
      <Waiting on={task.busy} what="Changing the calendar…" />
      <FaultNotice fault={task.fault} />
      {panel === `end ${seriesId}` && (
        <Confirm
          danger
          ask={`End ${draft.name}?`}
          detail="No calls after today. Those that were held stay in Calendar, and everyone invited is told by it."
          yes="End the series"
          no="Keep it"
          busy={task.busy}
          onYes={() => does('endSeries', `${draft.name} is ended.`)}
          onNo={closePanel}
        />
      )}
      {panel === `remake ${seriesId}` && (
        <Confirm
          ask={`Make ${draft.name} anew in Calendar?`}
          detail="Everyone gets a new invitation. If somebody deleted it on purpose, end the series instead."
          yes="Make it anew"
          no="Not now"
          busy={task.busy}
          onYes={() => does('remakeSeries', `${draft.name} is made anew.`)}
          onNo={closePanel}
        />
      )}
      {mayManage && panel !== `end ${seriesId}` && panel !== `remake ${seriesId}` && (
        <div class="row links">
          {one.state === 'gone' && (
            <Button kind="link" label={`Make ${draft.name} anew`} onClick={() => openPanel(`remake ${seriesId}`)}>
              Make it anew
            </Button>
          )}
          <Button kind="link" label={`Change ${draft.name}`} onClick={() => editSeries(draft)}>
            Change
          </Button>
          <Button kind="link" label={`End ${draft.name}`} onClick={() => openPanel(`end ${seriesId}`)}>
            End
          </Button>
        </div>
      )}
    </Card>
  )
}

export function SeriesCards({ view }: { view: CallsView }) {
  const live = view.series.filter((one) => one.state !== 'ended')
  const ended = view.series.filter((one) => one.state === 'ended')
  return (
    <>
      {live.map((one) => (
        <OneSeries key={one.seriesId} one={one} mayManage={view.mayManage} />
      ))}
      {ended.length > 0 && <p class="muted">{`Ended: ${ended.map((one) => one.draft.name).join(', ')}`}</p>}
      {live.length > 0 && view.mayManage && (
        <Button kind="link" onClick={() => editSeries(view.draft)}>
          Make another series
        </Button>
      )}
    </>
  )
}
