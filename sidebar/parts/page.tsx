/** The frame of every page: what can be scrolled, and the foot that stays. */
import type { ComponentChildren } from 'preact'

export function PageFrame({ children, foot }: { children: ComponentChildren; foot?: ComponentChildren }) {
  return (
    <>
      <main tabIndex={-1}>{children}</main>
      <footer>{foot}</footer>
    </>
  )
}

export function Section({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <section>
      <h2>
        {title}
        {aside && <span class="aside"> {aside}</span>}
      </h2>
      {children}
    </section>
  )
}

export const Card = ({ children, soft }: { children: ComponentChildren; soft?: boolean }) => (
  <div class={soft ? 'card soft' : 'card'}>{children}</div>
)

/** A short fact in a pill. Its colour repeats what its words say. */
export const Pill = ({ children, kind }: { children: ComponentChildren; kind: 'good' | 'mind' | 'bad' | 'plain' }) => (
  <span class={`pill ${kind}`}>{children}</span>
)
