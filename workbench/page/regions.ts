/** F6 and Shift+F6 lead from one part of the page to the next: the sheet itself keeps Tab for moving between cells. */
const regions = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null)

function enter(region: HTMLElement): void {
  const frame = region.querySelector('iframe')
  if (frame) {
    frame.focus()
    return
  }
  const inner = region.querySelector<HTMLElement>('button:not(:disabled), a[href], select, input, [tabindex="0"]')
  ;(region.matches('[tabindex]') ? region : (inner ?? region)).focus()
}

/** Goes on from where the focus is (or from `from`), back with `back`. */
export function leave(back: boolean): void {
  const all = regions()
  const here = all.findIndex((region) => region.contains(document.activeElement))
  const next = all[(here + (back ? -1 : 1) + all.length) % all.length]
  if (next) enter(next)
}

/** Listens before the sheet does. */
export function listenForF6(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      event.stopPropagation()
      leave(event.shiftKey)
    },
    true,
  )
}
