/** Brings the keyboard to where the work goes on. */

/** What had the focus is gone: it goes to this, and stays with a person who has moved on meanwhile. */
export function catchFocus(find: () => HTMLElement | null): void {
  if (document.activeElement === document.body) find()?.focus()
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
