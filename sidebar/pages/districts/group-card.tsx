/** Where the group is, what is sure and what is not, and who holds the seats. */
import type { GroupCard } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { Card, Pill } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { districts, groups, home } from '../../state/answers'
import { put } from '../../state/card'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { day, glued } from '../../words'
import { SeatLine } from './seat-line'

type Cover = GroupCard['covers'][number]

const sourceWords = ({ source, lines }: Cover) => (source === 'hand' ? 'by hand' : `${source}${lines && ` ${lines}`}`)

function Mapping({ card }: { card: GroupCard }) {
  if (card.mapping === 'mapped') return <Pill kind="good">✓ Mapped</Pill>
  const word = card.mapping === 'check' ? 'Check' : 'Not mapped'
  return (
    <>
      <Pill kind="mind">{card.why ? `${word}: ${card.why}` : word}</Pill>
      {card.next && <p>{card.next}</p>}
    </>
  )
}

function CoverView({ cover }: { cover: Cover }) {
  const { value } = useStore(home.store)
  const basis = [
    cover.basis,
    cover.share !== null && `about ${cover.share} %`,
    cover.mappedOn && `since ${day(cover.mappedOn, value?.state?.timeZone)}`,
    cover.confirmedBy && `confirmed by ${cover.confirmedBy}`,
  ]
  return (
    <Card>
      <div class="row apart">
        <h4>{glued(cover.label)}</h4>
        <Pill kind={cover.source === 'hand' ? 'plain' : 'good'}>{sourceWords(cover)}</Pill>
      </div>
      {cover.seats.length ? (
        cover.seats.map((seat, index) => <SeatLine key={`${index} ${seat.id}`} seat={seat} />)
      ) : (
        <p class="muted">No seat-holder is known yet.</p>
      )}
      <p class="muted">{basis.filter(Boolean).join(' · ')}</p>
    </Card>
  )
}

export function GroupCardView({ card }: { card: GroupCard }) {
  const task = useTask()
  const map = () =>
    task.run(async () => {
      const mapped = await call('mapGroup', { groupId: card.id })
      put(mapped)
      announce(`${mapped.name}: ${mapped.mapping === 'mapped' ? 'mapped' : mapped.why}.`)
      await Promise.all([groups.load(), districts.load()])
    })
  const place = [card.address, [card.town, card.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <>
      <Card>
        <h3>{card.name}</h3>
        <p class="muted">{place || 'No address yet'}</p>
        {card.status !== 'active' && <p>{`Status: ${card.status}`}</p>}
        {card.leaders === 0 && <p>○ Nobody of this group is in People yet.</p>}
        <Mapping card={card} />
      </Card>
      {card.covers.length > 0 && <h3>Covers</h3>}
      {card.covers.map((cover) => (
        <CoverView key={`${cover.chamber} ${cover.district}`} cover={cover} />
      ))}
      <Waiting on={task.busy} what="Asking the Census geocoder…" />
      <FaultNotice fault={task.fault} />
      <div class="row">
        <Button kind={card.mapping === 'mapped' ? 'plain' : 'primary'} busy={task.busy} onClick={map}>
          {card.mapping === 'mapped' ? 'Map again' : 'Map this group'}
        </Button>
      </div>
    </>
  )
}
