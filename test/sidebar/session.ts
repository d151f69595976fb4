/** A browser for a file of tests, and a sidebar for each test that closes clean: no error, no dialog, no network. */
import type { Browser, Page } from 'playwright-core'
import type { RequestName } from '../../src/contract'
import { launch } from '../support/browser'
import type { Mock, Spoil } from './mock-server'
import { openSidebar, type PageName, type Sidebar } from './open'

type Now = Mock['sheet']['now']

export interface Session {
  page: Page
  button(name: string | RegExp): ReturnType<Page['getByRole']>
  tab(name: 'Home' | 'Groups' | 'Districts' | 'Alert' | 'Calls'): Promise<void>
  /** The params of every such request so far. */
  asked<T = Record<string, unknown>>(name: RequestName): Promise<T[]>
  spoil(name: RequestName, how: Spoil): Promise<void>
  hold(name: RequestName): Promise<void>
  release(name: RequestName): Promise<void>
  /** Changes what the made-up sheet holds. */
  change(part: Partial<Now>): Promise<void>
  /** The same for what it holds of calls. */
  changeCalls(part: Partial<Mock['sheet']['callsNow']>): Promise<void>
  foot(): Promise<string>
  /** Tabs on until the focus stands on something named so. */
  reach(what: string | RegExp): Promise<void>
}

/** What a screen reader would call what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null
    return at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? ''
  })

async function reach(page: Page, what: string | RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    const named = await focused(page)
    if (typeof what === 'string' ? named.trim() === what : what.test(named)) return
  }
  throw new Error(`the keyboard does not reach ${what}; it stands at “${await focused(page)}”`)
}

export function useSidebar(name: PageName = 'sidebar') {
  let browser: Browser
  let open: Sidebar[] = []
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    const troubles = open.flatMap((sidebar) => sidebar.troubles)
    await Promise.all(open.map((sidebar) => sidebar.close()))
    open = []
    expect(troubles).toEqual([])
  })
  return async (
    scenario: 'empty' | 'ready' | 'live' = 'ready',
    now: Partial<Now> = {},
    shown: PageName = name,
  ): Promise<Session> => {
    const sidebar = await openSidebar(browser, scenario, shown, now)
    open.push(sidebar)
    const { page } = sidebar
    return {
      page,
      button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
      tab: (name) => page.getByRole('navigation').getByRole('button', { name }).click(),
      asked: (name) =>
        page.evaluate(
          (of) => window.mock.asked.filter((one) => one.name === of).map((one) => one.params),
          name,
        ) as never,
      spoil: (name, how) => page.evaluate(([of, as]) => window.mock.spoil(of, as), [name, how] as const),
      hold: (name) => page.evaluate((of) => window.mock.hold(of), name),
      release: (name) => page.evaluate((of) => window.mock.release(of), name),
      change: (part) => page.evaluate((to) => void Object.assign(window.mock.sheet.now, to), part),
      changeCalls: (part) => page.evaluate((to) => void Object.assign(window.mock.sheet.callsNow, to), part),
      reach: (what) => reach(page, what),
      foot: async () => (await page.locator('footer').textContent()) ?? '',
    }
  }
}
