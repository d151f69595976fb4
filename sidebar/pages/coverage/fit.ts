/** Asks Google for a dialog as large as the screen has room for; a dialog opens at 1000 × 640. */
interface Host {
  setWidth(pixels: number): void
  setHeight(pixels: number): void
}

/** What the browser’s own bars and Google’s take of the screen. */
const AROUND = { width: 80, height: 250 }

export function fitScreen(): void {
  const { host } = (globalThis as { google?: { script?: { host?: Host } } }).google?.script ?? {}
  if (!host?.setWidth || !screen.availWidth) return
  const width = Math.round(Math.max(300, Math.min(1200, screen.availWidth - AROUND.width)))
  const height = Math.round(Math.max(400, Math.min(800, screen.availHeight - AROUND.height)))
  host.setWidth(width)
  host.setHeight(height)
}
