/** Brings the keyboard to where the work goes on. */

/** What had the focus is gone: it goes to this, and stays with a person who has moved on meanwhile. */
export function catchFocus(find: () => HTMLElement | null): void {
  if (document.activeElement === document.body) find()?.focus()
}

/** So long a page has to say itself where the keyboard goes on. */
const GRACE_MS = 150

/**
 * What had the focus went away, and nobody said where the keyboard goes on: it stays as near as can be, in what held it,
 * instead of at the top of a document that a screen reader begins to read anew.
 */
export function keepFocusNear(): void {
  let around: HTMLElement[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const land = (): void => {
    if (document.activeElement !== document.body) return
    const near = around.find((element) => element.isConnected && element !== document.body)
    if (!near) return
    around = []
    if (!near.hasAttribute('tabindex')) {
      near.tabIndex = -1
      near.addEventListener('blur', () => near.removeAttribute('tabindex'), { once: true })
    }
    near.focus({ preventScroll: true })
  }
  document.addEventListener('focusin', ({ target }) => {
    around = []
    for (let at = target as HTMLElement | null; at; at = at.parentElement) around.push(at)
  })
  new MutationObserver(() => {
    if (document.activeElement !== document.body || !around[0] || around[0].isConnected) return
    clearTimeout(timer)
    timer = setTimeout(land, GRACE_MS)
  }).observe(document.body, { childList: true, subtree: true })
}

/** The first of these elements that is there and can be used gets the focus, once the page has been drawn anew. */
export function focusOn(...ids: string[]): void {
  requestAnimationFrame(() => {
    const found = ids
      .map((id) => document.getElementById(id))
      .find((element) => element && element.getAttribute('aria-disabled') !== 'true')
    found?.focus()
  })
}
