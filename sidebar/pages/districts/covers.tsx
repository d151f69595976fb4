/** The districts that a group covers: who holds the seats, where it is known from, and changing or removing each. */
import { useState } from 'preact/hooks'
import type { GroupCard } from '../../../src/contract'
import { focusOn } from '../../focus'
import { Button } from '../../parts/button'
import { Card, Pill } from '../../parts/page'
import { home } from '../../state/answers'
import { coversOf, isSame, openForm, setCovers, work } from '../../state/covers'
import { useStore } from '../../state/store'
import { day, glued } from '../../words'
import { CoverFields, shareError, shareOf } from './cover-form'
import { SeatLine } from './seat-line'

type Cover = GroupCard['covers'][number]

const SOURCE = { census: 'census', map: 'map', hand: 'by hand' } as const
const sourceWords = ({ source, lines }: Cover) => [SOURCE[source], lines].filter(Boolean).join(' ')

export function Covers({ card }: { card: GroupCard }) {
  return (
    <>
      {card.covers.length > 0 && <h3>Covers</h3>}
      {card.covers.map((cover) => (
        <CoverView key={`${cover.chamber} ${cover.district}`} card={card} cover={cover} />
      ))}
    </>
  )
}

function CoverView({ card, cover }: { card: GroupCard; cover: Cover }) {
  const { value } = useStore(home.store)
  const { open, form, busy } = useStore(work)
  const isOpen = open === 'change' && isSame(form, cover)
  const basis = [
    cover.basis,
    cover.share !== null && `about ${cover.share} %`,
    cover.mappedOn && `since ${day(cover.mappedOn, value?.state?.timeZone)}`,
    cover.confirmedBy &&
      (/^checked by /.test(cover.confirmedBy) ? cover.confirmedBy : `confirmed by ${cover.confirmedBy}`),
  ]
  const id = `${cover.chamber}-${cover.district}`
  const remove = async () => {
    const rest = coversOf(card).filter((other) => !isSame(other, cover))
    const well = await setCovers(card, rest, {
      what: `remove ${cover.label}`,
      said: `${cover.label} removed. Undo brings it back.`,
    })
    if (well) focusOn('undo')
  }
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
      {cover.oddity && <p class="odd">{cover.oddity}</p>}
      <p class="muted">{basis.filter(Boolean).join(' · ')}</p>
      {isOpen ? (
        <ChangeForm card={card} cover={cover} id={id} />
      ) : (
        <div class="row">
          <Button
            kind="link"
            id={`change-${id}`}
            label={`Change ${cover.label}`}
            onClick={() => {
              const { chamber, district, share } = cover
              openForm('change', { chamber, district, basis: cover.basis, share: share === null ? '' : String(share) })
              focusOn('basis')
            }}
          >
            Change
          </Button>
          <Button kind="link" busy={busy} label={`Remove ${cover.label}`} onClick={remove}>
            Remove
          </Button>
        </div>
      )}
    </Card>
  )
}

function ChangeForm({ card, cover, id }: { card: GroupCard; cover: Cover; id: string }) {
  const { form, busy } = useStore(work)
  const [error, setError] = useState('')
  const close = () => {
    openForm('no')
    focusOn(`change-${id}`)
  }
  const save = async () => {
    const wrong = shareError(form.share)
    setError(wrong)
    if (wrong) return
    const changed = coversOf(card).map((other) =>
      isSame(other, cover)
        ? {
            ...other,
            basis: form.basis,
            share: shareOf(form.share),
            // What the Census Bureau found is where the group meets; anything else is a person’s word.
            source: form.basis === cover.basis ? other.source : ('hand' as const),
          }
        : other,
    )
    const well = await setCovers(card, changed, { what: `change ${cover.label}`, said: `${cover.label} changed.` })
    if (well) focusOn(`change-${id}`)
  }
  return (
    <form
      aria-label={`Change ${cover.label}`}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <CoverFields error={error} />
      <div class="row">
        <Button kind="primary" type="submit" busy={busy}>
          Save
        </Button>
        <Button onClick={close}>Cancel</Button>
      </div>
    </form>
  )
}
