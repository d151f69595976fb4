/** Who is down for a duty, and why this person. */
import type { CallRow } from '../../../src/contract'
import { Pill } from '../../parts/page'

type Turn = CallRow['facilitator']

export const nobody = (turn: Turn) => turn.name === ''

export function DutyLine({ word, turn }: { word: 'Facilitator' | 'Notes'; turn: Turn }) {
  return (
    <div class="duty">
      <div class="row apart">
        <span>{word}</span>
        {nobody(turn) ? <Pill kind="mind">○ Nobody yet</Pill> : <b>{turn.name}</b>}
      </div>
      {(turn.byHand || turn.why) && (
        <p class="muted">{turn.byHand ? `Swapped by hand. ${turn.why}`.trim() : turn.why}</p>
      )}
    </div>
  )
}
