/** Where the group is, what is sure and what is not, what it covers, and what to do about it. */
import type { GroupCard } from '../../../src/contract'
import { call } from '../../call'
import { FaultNotice, Notice } from '../../parts/notice'
import { Card, Pill } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { districts, groups } from '../../state/answers'
import { put } from '../../state/card'
import { remember, work } from '../../state/covers'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { Actions } from './actions'
import { AddDistrict } from './add-district'
import { Choices } from './choices'
import { Covers } from './covers'
import { Hints } from './hints'
import { SmallMap } from './small-map'

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

/** What the one primary button of the page is. */
export function primaryFor(
  card: GroupCard,
  open: 'no' | 'add' | 'change',
): 'form' | 'choices' | 'confirm' | 'map' | '' {
  if (open !== 'no') return 'form'
  if (card.choices.length > 0) return 'choices'
  if (card.mapping === 'mapped') return ''
  return card.covers.length > 0 && card.mapping === 'check' ? 'confirm' : 'map'
}

export function GroupCardView({ card, after }: { card: GroupCard; after: string | undefined }) {
  const task = useTask()
  const { open, fault, busy } = useStore(work)
  const map = (pick?: string) =>
    task.run(async () => {
      const mapped = await call('mapGroup', { groupId: card.id, ...(pick !== undefined && { pick }) })
      remember(card, pick === undefined ? 'mapping' : 'the choice')
      put(mapped)
      announce(`${mapped.name}: ${mapped.mapping === 'mapped' ? 'mapped' : mapped.why}.`)
      await Promise.all([groups.load(), districts.load()])
    })
  const primary = primaryFor(card, open)
  const place = [card.address, [card.town, card.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  // A fault that belongs to a field of the form stands there.
  const isFields = open !== 'no' && (fault?.field === 'district' || fault?.field === 'share')
  return (
    <>
      <Card>
        <h3 id="group-name" tabIndex={-1}>
          {card.name}
        </h3>
        <p class="muted">{place || 'No address yet'}</p>
        {card.status !== 'active' && <p>{`Status: ${card.status || 'not said'}`}</p>}
        {card.leaders === 0 && <p>○ Nobody of this group is in People yet.</p>}
        <Mapping card={card} />
        {card.outdated && <p>{`! ${card.outdated}`}</p>}
      </Card>
      <Choices card={card} primary={primary === 'choices'} busy={task.busy} onPick={map} />
      <SmallMap key={card.id} card={card} />
      <Covers card={card} />
      <Hints card={card} />
      {open === 'add' && <AddDistrict card={card} />}
      <Waiting on={task.busy} what="Asking the Census geocoder…" />
      <Waiting on={busy} what="Writing into the sheet…" />
      <FaultNotice fault={task.fault} />
      {!isFields && <FaultNotice fault={fault} />}
      {card.mapping !== 'none' && card.covers.length === 0 && (
        <Notice kind="info">No district stands here. Map the group, or add its districts.</Notice>
      )}
      <Actions card={card} primary={primary} after={after} mapping={task.busy} onMap={() => map()} />
    </>
  )
}
