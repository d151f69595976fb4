/** Who could look after a district without a group. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { announce } from '../../state/announce'
import { count } from '../../words'
import { type Area, type Board, type District, shapesWith } from './board'
import { milesWords, type Nearest, nearestTo } from './nearest'
import { groupDetail, type Places } from './places'
import { toucher } from './touching'

/** One for a board: what touches is found out once. */
const known = new WeakMap<Board, (area: Area) => readonly Area[]>()
function touchingOn(board: Board): (area: Area) => readonly Area[] {
  const found = known.get(board) ?? toucher(board.shapes)
  known.set(board, found)
  return found
}

const RINGS = ['', 'In the districts that touch it:', 'No group in the districts that touch it. In the next ones:']

export function NearestGroups({ district, board, places }: { district: District; board: Board; places: Places }) {
  const [found, setFound] = useState<{ of: District; nearest: Nearest } | null>(null)
  const answer = useRef<HTMLParagraphElement>(null)
  // The button that had the focus is gone: the keyboard goes on from the answer.
  useLayoutEffect(() => answer.current?.focus(), [found])
  const gap = shapesWith(board, [district])
  if (board.shapes.length === 0) return <p class="muted">With outlines, Statewide can say who is nearest.</p>
  if (gap.length === 0) return <p class="muted">The map has no outline of this district.</p>
  const nearest = found?.of === district ? found.nearest : null
  if (!nearest)
    return (
      <Button
        onClick={() => {
          const nearest = nearestTo(gap, touchingOn(board), places)
          setFound({ of: district, nearest })
          announce(`${count(nearest.groups.length, 'group')} near ${district.label}.`)
        }}
      >
        Who is nearest
      </Button>
    )
  if (nearest.groups.length === 0)
    return (
      <p ref={answer} tabIndex={-1}>
        Going from district to district leads to no group.
      </p>
    )
  return (
    <>
      <p ref={answer} tabIndex={-1}>
        {RINGS[nearest.ring] ?? `No group within ${nearest.ring - 1} districts. In the next ones:`}
      </p>
      <More items={nearest.groups} first={8} noun="groups">
        {(group) => (
          <li key={group.groupId}>
            {group.name}
            <small>
              {[
                group.district.label,
                group.metres !== null && milesWords(group.metres),
                groupDetail(places, group.groupId),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        )}
      </More>
    </>
  )
}
