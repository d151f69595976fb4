/** Draws a component anew whenever something on the desk has changed. */
import { useEffect, useReducer } from 'preact/hooks'
import type { Desk } from '../desk'

export function useDesk(desk: Desk): void {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => desk.subscribe(() => again(undefined)), [desk])
}
