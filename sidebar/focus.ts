/** Brings the keyboard to where the work goes on. */

/** The first of these elements that is there and can be used gets the focus, once the page has been drawn anew. */
export function focusOn(...ids: string[]): void {
  requestAnimationFrame(() => {
    const found = ids
      .map((id) => document.getElementById(id))
      .find((element) => element && element.getAttribute('aria-disabled') !== 'true')
    found?.focus()
  })
}
