/** Long lists: the first few, and a button for the rest. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './button'

interface Props<T> {
  items: readonly T[]
  first?: number
  /** What they are, in the plural: `problems`. */
  noun: string
  /** How many there are in all, where only some were sent here. */
  total?: number
  children: (item: T) => ComponentChildren
}

/** `1 more alert`, `2 more alerts`. */
const more = (n: number, noun: string): string =>
  `${n.toLocaleString('en-US')} more ${n > 1 ? noun : noun === 'people' ? 'person' : noun.replace(/(?<=ss)es$|s$/, '')}`

/** With `first` items at a time: thousands of rows never reach the page at once. */
export function More<T>({ items, first = 10, noun, total = items.length, children }: Props<T>) {
  const [shown, setShown] = useState(first)
  const left = items.length - shown
  const unsent = total - items.length
  return (
    <>
      <ul class="list">{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <Button kind="link" onClick={() => setShown(shown + 100)}>
          {`Show ${more(Math.min(left, 100), noun)}`}
        </Button>
      )}
      {left <= 0 && unsent > 0 && <p class="muted">{`And ${more(unsent, noun)}.`}</p>}
    </>
  )
}
