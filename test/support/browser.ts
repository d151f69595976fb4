/** A Chromium for browser tests, where the machine has one. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of the browser, or null. `CHROMIUM_PATH` names another one. */
export function browserAvailable(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return PLACES.find((path) => existsSync(path)) ?? null
}

export function launch(): Promise<Browser> {
  const executablePath = browserAvailable()
  if (!executablePath) throw new Error('no Chromium on this machine: install it, or name it in CHROMIUM_PATH')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Without it a browser that has no window thinks of a screen of 800 by 600.
      '--screen-info={1366x900}',
    ],
  })
}

/**
 * A `describe` for browser tests: skipped, and says so in its name, where there is no Chromium — but on CI a missing
 * browser is a failure, so that a forgotten install step cannot hide.
 */
export function describeInBrowser(name: string, body: () => void): void {
  if (browserAvailable() || process.env.CI) describe(name, body)
  else describe.skip(`${name} (skipped: no Chromium found; install it or set CHROMIUM_PATH)`, body)
}
