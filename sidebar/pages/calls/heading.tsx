/** The heading of a screen: takes the focus when a person comes to it from another one. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { callsAt } from '../../state/calls'

export function ScreenHeading({ children, aside }: { children: ComponentChildren; aside?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!callsAt.get().moved) return
    heading.current?.focus()
    callsAt.set({ moved: false })
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
      {aside && <span class="aside"> {aside}</span>}
    </h2>
  )
}
