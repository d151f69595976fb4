/** Where the keyboard stood before a form opened in its place: a button that is drawn anew is found by its name. */
const nameOf = (element: Element | null) => element?.getAttribute('aria-label') ?? element?.textContent ?? ''

let opener = ''

export function rememberFocus(): void {
  opener = nameOf(document.activeElement)
}

/** After the page is drawn: back to the button, or to the page's first heading where the button is gone. */
export function returnFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement && document.activeElement !== document.body) return
    const same = [...document.querySelectorAll<HTMLElement>('main button')].find((one) => nameOf(one) === opener)
    const place = same ?? document.querySelector<HTMLElement>('main [tabindex="-1"]')
    place?.focus({ preventScroll: same === undefined })
  })
}
