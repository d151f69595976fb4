/** The calls to come with their holes, and the last ones. */
import type { CallRow, CallsView } from '../../../src/contract'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { Pill, Section } from '../../parts/page'
import { callsAt, dayOf } from '../../state/calls'
import { count } from '../../words'
import { nobody } from './turn'

function State({ row }: { row: CallRow }) {
  if (row.state === 'cancelled') return <Pill kind="bad">✕ Cancelled</Pill>
  if (row.state === 'held') return <span>{`${count(row.attended, 'group')} there`}</span>
  const holes = [nobody(row.facilitator) && 'facilitator', nobody(row.notes) && 'notes taker'].filter(Boolean)
  return (
    <>
      {!nobody(row.facilitator) && <span>{row.facilitator.name}</span>}{' '}
      {holes.length > 0 && <Pill kind="mind">{`○ no ${holes.join(', no ')}`}</Pill>}
    </>
  )
}

const open = (callId: string) => callsAt.set({ callId, panel: '', moved: true })

function Line({ row, several, shown }: { row: CallRow; several: boolean; shown: string | undefined }) {
  const name = several ? `${dayOf(row)}, ${row.series}` : dayOf(row)
  return (
    <li>
      {row.callId === shown ? (
        <b>{name}</b>
      ) : (
        <Button kind="link" onClick={() => open(row.callId)}>
          {name}
        </Button>
      )}{' '}
      · <State row={row} />
      {row.note && <p class="muted">{row.note}</p>}
    </li>
  )
}

const isSeveral = (view: CallsView) => new Set(view.series.map((one) => one.seriesId)).size > 1

export function ComingUp({ view, shown }: { view: CallsView; shown: string | undefined }) {
  if (!view.coming.length) return null
  return (
    <Section title="Coming up">
      <More items={view.coming} first={6} noun="calls">
        {(row) => <Line key={row.callId} row={row} several={isSeveral(view)} shown={shown} />}
      </More>
    </Section>
  )
}

export function LastCalls({ view, shown }: { view: CallsView; shown: string | undefined }) {
  if (!view.past.length) return null
  return (
    <Section title="Last calls">
      <More items={view.past} first={3} noun="calls">
        {(row) => <Line key={row.callId} row={row} several={isSeveral(view)} shown={shown} />}
      </More>
    </Section>
  )
}
