/** The page in a real browser, with a small script in place of the add-on. */
import { readFileSync, rmSync } from 'node:fs'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { servePage } from '../../../workbench/page/serve'
import type { SheetState } from '../../../workbench/workspace/services/spreadsheet/state'
import { describeInBrowser, launch } from '../../support/browser'
import { scriptFolder } from './script'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

describeInBrowser('the workbench’s page', () => {
  let browser: Browser
  let served: { url: string; close(): Promise<void> }
  const folder = scriptFolder()
  let page: Page
  let outside: string[]
  let broken: string[]

  beforeAll(async () => {
    served = await servePage({ port: 0, dist: folder })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    rmSync(folder, { recursive: true })
  })

  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 720 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    page = await context.newPage()
    outside = []
    broken = []
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url) && !/^(data|blob|about):/.test(request.url()))
        outside.push(request.url())
    })
    page.on('pageerror', (error) => broken.push(error.message))
    await load()
  })
  afterEach(async () => {
    await page.context().close()
    expect(outside).toEqual([])
    expect(broken).toEqual([])
  })

  async function load(): Promise<void> {
    await page.goto(`${served.url}?quick`)
    await page.waitForSelector('[data-region=sheet][aria-busy=false] canvas')
  }

  /** What the model holds on a tab. */
  const cells = (tab: number): Promise<unknown[][]> =>
    page.evaluate((n) => {
      const { workbench } = window as unknown as { workbench: { spreadsheet: { sheets: SheetState[] } } }
      return JSON.parse(JSON.stringify(workbench.spreadsheet.sheets[n]?.cells ?? [], (_, v) => v ?? null))
    }, tab)

  /** The same, as soon as it is so; as it stands after five seconds where it never is. */
  const cellsOnce = async (tab: number, so: (rows: unknown[][]) => boolean): Promise<unknown[][]> => {
    for (let tries = 0; ; tries++) {
      const rows = await cells(tab)
      if (so(rows) || tries === 50) return rows
      await page.waitForTimeout(100)
    }
  }

  const menu = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Tools' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  const openSidebar = async (): Promise<FrameLocator> => {
    await menu('Open sidebar')
    return page.frameLocator('.sidebar iframe')
  }

  /** Presses a button of the sidebar; gives what it then says. */
  const press = async (side: FrameLocator, button: string): Promise<string | null> => {
    const answer = side.locator('#answer')
    const before = await answer.textContent()
    await side.getByRole('button', { name: button }).click()
    await answer.filter({ hasNotText: before ?? '' }).waitFor()
    return answer.textContent()
  }

  /** Chooses from the context menu of C4. */
  const context = async (entry: string, inner: string): Promise<void> => {
    const sheet = await page.locator('.sheet-host').boundingBox()
    await page.mouse.click((sheet?.x ?? 0) + 296, (sheet?.y ?? 0) + 127, { button: 'right' })
    await page.getByRole('button', { name: entry }).last().hover()
    await page.getByText(inner).click()
  }

  /** Goes to a cell by the name box, as a person may. */
  const goTo = async (cell: string): Promise<void> => {
    const box = page.locator('.sheet-host input').first()
    await box.fill(cell)
    await box.press('Enter')
  }

  test('google.script.run is as Google has it: handlers, user object, a Date becomes null, private names are hidden', async () => {
    const side = await openSidebar()
    expect(await press(side, 'Names')).toBe(
      'names ["ask","fail","fill","onEdit","onOpen","openDialog","openSidebar","when"]',
    )
    expect(await press(side, 'Fail')).toMatch(/^failed "ScriptError: .*no such group"$/)
    expect(await press(side, 'When')).toBe('got null')
    expect(await press(side, 'Date')).toBe('threw "Failed due to illegal value in property: 0"')
    expect(await press(side, 'Peek')).toBe('barred "SecurityError"')
    expect(await press(side, 'Fill')).toBe('got {"rows":40}')
    await page.getByText('All is written').waitFor()
  })

  test('what a person types, deletes and pastes reaches the model as typed, fires onEdit, and what onEdit writes is shown', async () => {
    const side = await openSidebar()
    await press(side, 'Fill')
    await goTo('C3')
    await page.keyboard.type('01234')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Delete')
    await goTo('B6')
    await page.keyboard.type('stamp')
    await page.keyboard.press('Enter')
    await page.evaluate(() => navigator.clipboard.writeText('x\t007\ny\t1/2/2027'))
    await goTo('E2')
    await page.keyboard.press('Control+v')
    const rows = await cellsOnce(1, (all) => all[1]?.[4] === 'x')
    expect(rows[2]?.[2]).toBe('01234')
    expect(rows[3]?.[2]).toBeNull()
    expect(rows[5]).toEqual(['G-5', 'stamp', 'was Group 5', 'active'])
    expect(rows[1]?.slice(4)).toEqual(['x', 7])
    expect(rows[2]?.slice(4)).toEqual(['y', { date: Date.parse('2027-01-02T05:00:00Z') }])
    // What is copied is what is shown.
    await goTo('C6')
    await page.keyboard.press('Control+c')
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) === 'was Group 5')
  })

  test('rows inserted, removed and sorted by hand are so in the model, and undo brings them back', async () => {
    const side = await openSidebar()
    await press(side, 'Fill')
    await context('Delete', 'Delete Selected Row')
    await cellsOnce(1, (rows) => rows[3]?.[0] === 'G-4')
    expect((await cells(1))[3]).toEqual(['G-4', 'Group 4', '01004', 'active'])
    await page.keyboard.press('Control+z')
    await cellsOnce(1, (rows) => rows[3]?.[0] === 'G-3')
    expect((await cells(1))[3]).toEqual(['G-3', 'Group 3', '01003', 'active'])
    await page.getByRole('button', { name: 'Data' }).click()
    await page.getByRole('menuitem', { name: 'Z to A' }).click()
    const rows = await cellsOnce(1, (all) => all[1]?.[0] === 'G-40')
    expect([rows[0]?.[0], rows[1]?.[0], rows[40]?.[0]]).toEqual(['ID', 'G-40', 'G-1'])
  })

  test('ui.prompt holds the script until the person has answered', async () => {
    page.once('dialog', (dialog) => {
      expect(dialog.message()).toContain('Of the group')
      void dialog.accept('Elm Fork')
    })
    await menu('Ask')
    await cellsOnce(0, (rows) => rows[0]?.[3] === 'Elm Fork')
    expect((await cells(0))[0]?.[3]).toBe('Elm Fork')
  })

  test('a reload restores the sheet and runs onOpen again; reset begins with an empty sheet', async () => {
    await press(await openSidebar(), 'Fill')
    await load()
    expect((await cells(1))[40]).toEqual(['G-40', 'Group 40', '01040', 'active'])
    await page.getByRole('button', { name: 'Tools' }).waitFor()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByText('Demo data').click()
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByText('Begin with the menu').waitFor()
    expect(await cells(1)).toEqual([])
  })

  test('everything outside the sheet can be reached and done by keyboard', async () => {
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let i = 0; i < 5 && (await focused()) !== 'Tools'; i++) await page.keyboard.press('F6')
    expect(await focused()).toBe('Tools')
    await page.keyboard.press('Enter')
    await page.locator('[role=menuitem]:focus', { hasText: 'Open sidebar' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.frameLocator('dialog iframe').getByRole('button', { name: 'Done' })
    await dialog.focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog').waitFor({ state: 'detached' })
    const inSheet = (): Promise<boolean> =>
      page.evaluate(() => !!document.activeElement?.closest('[data-region=sheet]'))
    for (let i = 0; i < 5 && !(await inSheet()); i++) await page.keyboard.press('F6')
    await page.keyboard.type('typed')
    await page.keyboard.press('Enter')
    expect((await cellsOnce(0, (rows) => rows[0]?.[0] === 'typed'))[0]?.[0]).toBe('typed')
  })

  test('axe finds nothing on any view', async () => {
    await press(await openSidebar(), 'Fill')
    await page.addScriptTag({ content: AXE })
    for (const view of ['Sheet', 'Mail', 'Calendar', 'Meter']) {
      await page.getByRole('button', { name: view, exact: true }).click()
      await page.waitForTimeout(100)
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(what: object): Promise<{ violations: { id: string }[] }> } }
        // The canvas is Univer's, and the frame's page is the script's.
        const { violations } = await axe.run({ exclude: [['.sheet-host'], ['.script-frame']] })
        return violations.map((violation) => violation.id)
      })
      expect([view, found]).toEqual([view, []])
    }
  })
})
