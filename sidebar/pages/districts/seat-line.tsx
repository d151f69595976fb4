/** One seat: who holds it, and the number to call. */
import type { z } from 'zod/mini'
import type { Seat } from '../../../src/contract'
import { partyMark } from '../../words'

export function SeatLine({ seat }: { seat: z.infer<typeof Seat> }) {
  if (seat.vacant) return <p>{seat.id && seat.name ? `Vacant seat · was ${seat.name}` : 'Vacant seat'}</p>
  return (
    <p>
      {seat.name}
      {partyMark(seat.party)}
      {seat.phone ? ` · ${seat.phone}` : <span class="muted"> · no phone yet</span>}
    </p>
  )
}
