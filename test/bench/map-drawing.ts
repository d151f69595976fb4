/**
 * What it costs Chromium to draw a real state’s larger chamber in the coverage dialog, from the answer of the sheet to the
 * picture; nothing where there is no Chromium or the real data is not beside the project.
 */
import { sharedData } from '../shared-data'
import { openSidebar } from '../sidebar/open'
import { browserAvailable, launch } from '../support/browser'
import { openDesk } from '../support/desk'
import { importLegislators } from '../support/import-legislators'
import { fetchOutlines } from '../support/outlines'
import { recordedNetwork } from '../support/recorded-network'
import { type OutlinedState, realTigerWeb } from '../support/tigerweb'

const MAYA = 'maya@example.org'

export interface MapDrawn {
  outlines: number
  /** Main thread, all its work: parsing the answer, projecting, making the page, laying it out. */
  main_thread_ms: number
}

export async function drawMap(state: OutlinedState): Promise<MapDrawn | null> {
  if (!browserAvailable() || !sharedData('districts/geojson')) return null
  const desk = openDesk(MAYA, { network: [...realTigerWeb([state]).network, ...recordedNetwork()] })
  desk.ask(MAYA, 'setUp', { state })
  importLegislators(desk, MAYA)
  fetchOutlines(desk, MAYA)
  const coverage = desk.ask(MAYA, 'coverage', {})
  const [upper, lower] = (['upper', 'lower'] as const).map(
    (chamber) => desk.ask(MAYA, 'outlines', { chamber }).outlines,
  )
  const browser = await launch()
  try {
    const { page } = await openSidebar(browser, 'ready', 'coverage', {
      coverage,
      outlines: 5,
      shapes: { upper, lower },
    })
    const areas = page.locator('.map-picture [data-key]')
    await areas.first().waitFor({ state: 'attached' })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const spent = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0
    }
    // Held back before the page first asks, so that nothing is drawn until the clock runs.
    await page.addInitScript(`window.mock.hold('outlines')`)
    await page.reload()
    await page.getByRole('radio', { name: 'Tiles' }).waitFor()
    await page.waitForTimeout(500)
    const before = await spent()
    await page.evaluate(() => window.mock.release('outlines'))
    await areas.first().waitFor({ state: 'attached' })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    return { outlines: await areas.count(), main_thread_ms: Math.round(((await spent()) - before) * 1000) }
  } finally {
    await browser.close()
  }
}
