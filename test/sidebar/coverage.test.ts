import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describeInBrowser } from '../support/browser'
import { parseCsv } from '../support/parse-csv'
import { COVERAGE, FORMULA, HOSTILE, OUTLINES } from './mock-coverage'
import { axeFindings, cutOff } from './open'
import { useSidebar } from './session'

const areas = '.map-picture [data-key]'
const clickOn = (page: Page, name: string) => page.locator(`[data-key="o:99${name}"]`).click()
const map = (page: Page) => page.getByRole('application')
const spoken = (page: Page) => page.locator('output[aria-live]').last()
/** How each district of the map is drawn: `none`, `one`, `more`; in brackets where it is faded. */
const drawn = (page: Page) =>
  page.evaluate((selector) => {
    const levels = [...document.querySelectorAll(selector)].map((path) => {
      const level = /cover-(\w+)/.exec(path.getAttribute('fill') ?? '')?.[1] ?? ''
      const faded = Number(path.getAttribute('opacity')) < 0.5
      return [path.getAttribute('data-key')?.slice(4) ?? '', faded ? `(${level})` : level]
    })
    return Object.fromEntries(levels) as Record<string, string>
  }, areas)

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describeInBrowser('the coverage dialog', () => {
  const start = useSidebar('coverage')
  type Now = Parameters<typeof start>[1]
  const open = (now: Now = {}) => start('ready', { shapes: OUTLINES, ...now })
  const opened = async (now: Now = {}) => {
    const session = await open({ outlines: 5, ...now })
    await session.page.locator(areas).first().waitFor({ state: 'attached' })
    return session
  }

  test('it opens with the map of the House: counts of both chambers, and no finding of axe', async () => {
    const { page } = await opened()
    await page.getByText('2 of 3 districts, 1 without a group.').waitFor()
    await page.getByText('6 of 16 districts, 10 without a group.').waitFor()
    const levels = await drawn(page)
    expect(Object.keys(levels)).toHaveLength(15)
    expect([levels['11'], levels['13'], levels['14'], levels['31']]).toEqual(['none', 'one', 'more', 'none'])
    expect(await axeFindings(page)).toEqual([])
  })

  test('colour is never alone: a pattern of its own for each level, and the number on it', async () => {
    const { page } = await opened()
    const patterns = await page.locator('.map-picture pattern').evaluateAll((all) => all.map((one) => one.innerHTML))
    expect(new Set(patterns).size).toBe(3)
    const numbers = await page.locator('.map-picture text').allTextContents()
    expect(numbers.filter((one) => one === '2')).toHaveLength(1)
    expect(numbers.filter((one) => one === '1')).toHaveLength(4)
    expect(numbers.filter((one) => one === 'V')).toHaveLength(2)
  })

  test('a click tells who holds the seat and which groups are there, with town and lead', async () => {
    const { page } = await opened()
    await clickOn(page, '14')
    const panel = page.getByRole('region', { name: 'House 14' })
    await panel.getByText('Lea Brandt (D) · 555-0114').waitFor()
    await panel.getByText('Cedar Bend Neighbors').waitFor()
    await panel.getByText('Town 2 · nobody leads it yet · G-002').waitFor()
    await panel.getByText('Town 3 · has a lead · G-003').waitFor()
    await panel.getByRole('button', { name: 'Close' }).click()
    await panel.waitFor({ state: 'detached' })
  })

  test('where several districts lie on one outline, all are told, each with what is special about it', async () => {
    const { page } = await opened()
    await clickOn(page, '31')
    const panel = page.getByRole('region', { name: 'House 31 and 90' })
    await panel.getByRole('heading', { name: 'House 31', exact: true }).waitFor()
    await panel.getByText('Quarry Circle').waitFor()
    await panel.getByText('House 90 lies over House 31 and 32').waitFor()
  })

  test('for a gap it says who is nearest, and where nobody touches it, who comes next', async () => {
    const { page, button } = await opened()
    await clickOn(page, '15')
    await page.getByText('Vacant seat', { exact: true }).first().waitFor()
    await button('Who is nearest').click()
    await page.getByText('In the districts that touch it:').waitFor()
    expect(await page.locator('.panel .list li').allInnerTexts()).toEqual([
      'Lakeside Indivisible\nHouse 25 · about 7 miles away · Town 5 · has a lead · G-005',
      'Cedar Bend Neighbors\nHouse 14 · Town 2 · nobody leads it yet · G-002',
      'Stonebridge Votes\nHouse 14 · Town 3 · has a lead · G-003',
    ])
    await clickOn(page, '11')
    await button('Who is nearest').click()
    await page.getByText('No group in the districts that touch it. In the next ones:').waitFor()
  })

  test('names that are tags or formulas show as text', async () => {
    const { page } = await opened()
    await clickOn(page, '23')
    await page.getByRole('region', { name: 'House 23' }).getByText(HOSTILE).waitFor()
    await page.locator('[data-key="o:9933"]').hover()
    await page.locator('.tip').getByText(FORMULA).waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })

  test('pointing at a district says its name, groups and seat-holders beside it', async () => {
    const { page } = await opened()
    await page.locator('[data-key="o:9914"]').hover()
    const tip = page.locator('.tip')
    expect(await tip.textContent()).toBe('House 14: 2 groups: Cedar Bend Neighbors, Stonebridge Votes. Lea Brandt.')
    await page.mouse.move(5, 5)
    await tip.waitFor({ state: 'detached' })
  })

  test('with the keyboard alone: one stop for the map, arrows, Enter, Escape, and every step is said', async () => {
    const { page } = await opened()
    await page.getByRole('button', { name: 'Save as CSV' }).focus()
    for (let i = 0; i < 2; i++) await page.keyboard.press('Tab')
    expect(await map(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByText('House 11: no group. Nils Lund.').first().waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await spoken(page).textContent()).toBe(`House 23: 1 group: ${HOSTILE}. Member lower 23.`)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: 'House 35' })
    await heading.waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('In the districts that touch it:').waitFor()
    await page.keyboard.press('Escape')
    await heading.waitFor({ state: 'detached' })
    expect(await map(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('+')
  })

  test('plus, minus and the buttons make the map larger and smaller, up to the whole state', async () => {
    const { page, button } = await opened()
    const seen = () => page.locator('.map-picture').getAttribute('viewBox')
    const whole = await seen()
    await button('Larger').click()
    expect(await seen()).not.toBe(whole)
    await map(page).focus()
    await page.keyboard.press('0')
    expect(await seen()).toBe(whole)
    await page.keyboard.press('+')
    await button('Whole state').click()
    expect(await seen()).toBe(whole)
  })

  test('a committee: its districts stay, the others fade, the counts are its own, strangers are listed', async () => {
    const { page } = await opened()
    await page.getByLabel('Show').selectOption('Housing (House)')
    await page.getByText('1 of 3 districts, 2 without a group.').waitFor()
    const levels = await drawn(page)
    expect([levels['11'], levels['13'], levels['22'], levels['14']]).toEqual(['none', 'one', 'none', '(more)'])
    await page.getByText('1 committee member not found').click()
    await page.getByText('Housing: Jo Public').waitFor()
    await page.getByLabel('Show').selectOption('Rules (Senate)')
    await page.getByRole('radio', { name: 'Senate', checked: true }).waitFor()
  })

  test('a list of targets: asked for by a button, and what is not understood is said', async () => {
    const { page, button } = await opened()
    await page.getByLabel('Show').selectOption('A list of targets')
    await page.getByLabel('Targets').fill('Okafor, HD 31\nNobody Known')
    expect(Object.values(await drawn(page)).filter((level) => level.startsWith('('))).toEqual([])
    await button('Show these').click()
    await page.getByText('“Nobody Known”: no district or legislator is like this.').waitFor()
    await page.getByText('1 of 2 districts, 1 without a group.').waitFor()
    const levels = await drawn(page)
    expect([levels['13'], levels['31'], levels['11']]).toEqual(['one', 'none', '(none)'])
    expect(await axeFindings(page)).toEqual([])
  })

  test('without outlines there are tiles, and a button that fetches the outlines, with progress', async () => {
    const { page, button, hold, release, asked } = await open()
    await page.getByText('The sheet has no outlines of these districts yet').waitFor()
    expect(await page.locator('.tile').count()).toBe(16)
    expect(await page.getByRole('radio', { name: 'Map' }).isDisabled()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'House 11, no group' }).click()
    await page.getByText('With outlines, Statewide can say who is nearest.').waitFor()
    await hold('outlineLot')
    await button('Get the outlines').click()
    await release('outlineLot')
    await page.locator(areas).first().waitFor({ state: 'attached' })
    expect(await asked('outlineLot')).toEqual([{ after: '' }, { after: '2' }, { after: '4' }])
    await page.getByRole('button', { name: 'Get the outlines' }).waitFor({ state: 'detached' })
  })

  test('fetching outlines can be cancelled: the lot under way ends, the next is not begun', async () => {
    const { page, button, hold, release, asked } = await open()
    await hold('outlineLot')
    await button('Get the outlines').click()
    await button('Cancel').click()
    await release('outlineLot')
    await page.getByText('The sheet has no outlines of these districts yet').waitFor()
    expect(await asked('outlineLot')).toHaveLength(1)
  })

  test('tiles are one stop for the keyboard and open the same panel', async () => {
    const { page } = await opened()
    await page.getByRole('radio', { name: 'Tiles' }).check()
    const tile = (name: string) => page.getByRole('button', { name })
    await tile('House 11, no group').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await tile('House 13, 1 group').evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'House 13' }).getByText('Elm Fork Indivisible').waitFor()
    await page.keyboard.press('Escape')
    expect(await tile('House 13, 1 group').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('.tile[tabindex="0"]').count()).toBe(1)
    expect(await axeFindings(page)).toEqual([])
  })

  test('Escape typed at once after Enter closes the panel, though no frame was drawn in between', async () => {
    const { page } = await opened()
    await page.getByRole('radio', { name: 'Tiles' }).check()
    const tile = page.getByRole('button', { name: 'House 13, 1 group' })
    await tile.focus()
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0
    })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('region', { name: 'House 13' }).count()).toBe(0)
    expect(await tile.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('as a table it lists only what is looked at', async () => {
    const { page, button } = await opened()
    await page.getByRole('radio', { name: 'Table' }).check()
    expect(await page.getByRole('row').count()).toBe(17)
    await page.getByLabel('Show').selectOption('Housing (House)')
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['House 11', 'House 13', 'House 22'])
    await button('House 22').click()
    await page.getByRole('region', { name: 'House 22' }).getByText('Ida Lund').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('a district is found by legislator or group and opened from the list', async () => {
    const { page, button } = await opened()
    await page.getByLabel('Find').fill('quarry')
    await button('House 90').click()
    await page.getByRole('region', { name: 'House 90' }).waitFor()
    expect(await page.locator('.map-open').count()).toBe(2)
    await page.getByLabel('Find').fill('zzz')
    await page.getByText('No district here is like this.').waitFor()
  })

  test('the CSV holds the districts that are looked at', async () => {
    const { page } = await opened()
    const all = await saved(page, 'Save as CSV')
    expect(all.name).toMatch(/^coverage-franklin-\d{4}-\d\d-\d\d\.csv$/)
    const rows = parseCsv(all.bytes.toString('utf8').replace('\ufeff', ''))
    expect(rows).toHaveLength(20)
    expect(rows.find((row) => row[1] === '33')?.at(-1)).toBe(`'${FORMULA}`)
    await page.getByLabel('Show').selectOption('Housing (House)')
    const some = await saved(page, 'Save as CSV')
    expect(some.name).toMatch(/^coverage-franklin-housing-house-/)
    expect(
      parseCsv(some.bytes.toString('utf8'))
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(['11', '13', '22'])
  })

  test('the PNG is twice as large as it is drawn, and shows all three levels', async () => {
    const { page } = await opened()
    for (const view of ['Map', 'Tiles']) {
      await page.getByRole('radio', { name: view }).check()
      const { name, bytes } = await saved(page, 'Save as PNG')
      expect(name).toMatch(/^coverage-franklin-house-\d{4}-\d\d-\d\d\.png$/)
      const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
      const seen = await page.evaluate(
        async (url) => {
          const image = new Image()
          image.src = url
          await image.decode()
          const canvas = document.createElement('canvas')
          Object.assign(canvas, { width: image.width, height: image.height })
          const ink = canvas.getContext('2d')
          ink?.drawImage(image, 0, 0)
          const { data } = ink?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
          const count: Record<string, number> = {}
          for (let i = 0; i < data.length; i += 4) {
            const color = `${data[i]} ${data[i + 1]} ${data[i + 2]}`
            count[color] = (count[color] ?? 0) + 1
          }
          return { size: [image.width, image.height], count }
        },
        `data:image/png;base64,${bytes.toString('base64')}`,
      )
      expect(seen.size).toEqual(size)
      expect(size[0]).toBeGreaterThan(1200)
      for (const color of ['253 234 214', '210 227 252', '26 86 176'])
        expect({ view, color, many: (seen.count[color] ?? 0) > 500 }).toEqual({ view, color, many: true })
    }
  })

  test('one chamber alone needs no choice of chamber', async () => {
    const coverage = {
      ...COVERAGE,
      chambers: [{ chamber: 'upper' as const, name: 'Legislature', title: 'Sen.' }],
      districts: COVERAGE.districts.filter((one) => one.chamber === 'upper'),
      committees: [],
      unknown: [],
    }
    const { page } = await opened({ coverage })
    await page.getByText('2 of 3 districts, 1 without a group.').waitFor()
    expect(await page.getByRole('radio', { name: 'Legislature' }).count()).toBe(0)
    expect(await page.locator(areas).count()).toBe(3)
    expect(await axeFindings(page)).toEqual([])
  })

  test('a sheet without districts, and one that does not answer, say what to do', async () => {
    const { page } = await open({ coverage: { ...COVERAGE, districts: [], chambers: [] } })
    await page.getByText('The sheet has no districts yet.').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('where the outlines do not come, the tiles do, with the reason and a way to try again', async () => {
    const { page, button, spoil } = await opened()
    await spoil('outlines', { as: 'failure', message: 'x' })
    await page.getByRole('radio', { name: 'Senate' }).check()
    await page.getByText('Google did not finish this request.').waitFor()
    expect(await page.locator('.tile').count()).toBe(3)
    await button('Try again').click()
    await page.locator(areas).first().waitFor({ state: 'attached' })
    expect(await page.locator(areas).count()).toBe(3)
  })

  test.each([
    [500, 320],
    [300, 500],
  ])('nothing is cut off at %p by %p', async (width, height) => {
    const { page } = await opened()
    await page.setViewportSize({ width, height })
    await clickOn(page, '14')
    await page.getByRole('heading', { name: 'House 14' }).waitFor()
    for (const view of ['Map', 'Tiles', 'Table']) {
      await page.getByRole('radio', { name: view }).check()
      expect({ view, out: await cutOff(page) }).toEqual({ view, out: '' })
      expect(await axeFindings(page)).toEqual([])
    }
  })

  test('ten thousand groups: the numbers are right, and a list shows the first few', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ id: `G-${i}`, name: `Group ${i}` }))
    const coverage = {
      ...COVERAGE,
      districts: COVERAGE.districts.map((one) => ({ ...one, groups: one.district === '11' ? many : one.groups })),
      places: many.map(({ id }, i) => ({
        groupId: id,
        town: 'Ashby',
        led: true,
        point: [44.9 - (i % 100) / 1000, -89.9 + i / 100_000] as [number, number],
      })),
    }
    const { page } = await opened({ coverage })
    await clickOn(page, '11')
    await page.getByText('10,000 groups', { exact: true }).waitFor()
    expect(await page.locator('.panel .list li').count()).toBe(10)
    await page.getByLabel('Groups as dots').check()
    await page.getByRole('radio', { name: 'Table' }).check()
    await page.getByText('9996 more').waitFor()
  })
})
