import type { Params } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { legislatorTables } from './mock-legislators'
import { HOSTILE } from './mock-words'
import { useSidebar } from './session'

describeInBrowser('the page Districts', () => {
  const open = useSidebar()

  test('it shows the group of the selected row: what is sure, what is not and why, who holds the seats', async () => {
    const { page, tab, foot } = await open()
    await tab('Districts')
    await page.getByRole('heading', { name: 'Stonebridge Votes' }).waitFor()
    await page.getByText('Check: 90 m from a border').waitFor()
    await page.getByText('G-004, row 5').waitFor()
    await page.getByText('Ada Okafor (D) · 555-0114').first().waitFor()
    await page.getByText('by hand').waitFor()
    await page.getByText('Vacant seat').first().waitFor()
    expect(await foot()).toBe('Source: US Census geocoder, lines of 2026')
  })

  test('it follows the selection when the person comes back to it, and never asks on a timer', async () => {
    const { page, tab, change, asked } = await open()
    await page.clock.install()
    await tab('Districts')
    await page.getByRole('heading', { name: 'Stonebridge Votes' }).waitFor()
    await page.clock.runFor(10 * 60_000)
    expect(await asked('groupCard')).toHaveLength(1)
    await change({ selected: 'G-001' })
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await page.clock.runFor(100)
    await page.getByRole('heading', { name: 'Elm Fork Indivisible', level: 3 }).first().waitFor()
    await change({ selected: null })
    await page.clock.runFor(5_000)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await page.clock.runFor(100)
    await page.getByText('Select a row in the Groups tab').waitFor()
  })

  test('next to check steps through the groups a person should look at, and stays until the selection is asked for', async () => {
    const { page, tab, button, change, asked } = await open()
    await change({ selected: 'G-001' })
    await tab('Districts')
    await button('Next to check ›').click()
    await page.getByRole('heading', { name: 'Stonebridge Votes' }).waitFor()
    await button('Next to check ›').click()
    await page.getByRole('heading', { name: 'Lakeside Indivisible' }).waitFor()
    expect(await button('Next to check ›').getAttribute('aria-disabled')).toBe('true')
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await button('‹ Previous').click()
    await page.getByRole('heading', { name: 'Stonebridge Votes' }).waitFor()
    expect((await asked('groupCard')).map((params) => params.groupId)).toEqual([null, 'G-004', 'G-005', 'G-004'])
    await button('Show selected row').click()
    await page.getByRole('heading', { name: 'Elm Fork Indivisible', level: 3 }).first().waitFor()
  })

  test('an answer about an earlier group never covers a later one', async () => {
    const { page, tab, button, hold, release, change } = await open()
    await tab('Districts')
    await page.getByRole('heading', { name: 'Stonebridge Votes' }).waitFor()
    await hold('groupCard')
    await button('Next to check ›').click()
    await change({ selected: 'G-001' })
    await button('Show selected row').click()
    await release('groupCard')
    await page.getByText('G-001, row 2').waitFor()
    expect(await page.getByRole('heading', { name: 'Lakeside Indivisible' }).count()).toBe(0)
  })

  test('mapping one group asks for that group only', async () => {
    const { page, tab, button, asked, spoil } = await open()
    await tab('Districts')
    const fault = {
      code: 'GEOCODER',
      message: 'The Census geocoder does not answer.',
      next: 'Try again in a few minutes.',
    }
    await spoil('mapGroup', { as: 'fault', fault })
    await button('Map this group').click()
    await page.getByText(fault.next).waitFor()
    await button('Map this group').click()
    await page.getByText(fault.next).waitFor({ state: 'detached' })
    expect(await asked('mapGroup')).toEqual([{ groupId: 'G-004' }, { groupId: 'G-004' }])
  })

  test('an import of legislators shows what changed, who has no district, and the vacant seats', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Districts')
    await button('Import legislators').click()
    await page.getByText('6 legislators brought in: 4 changes.').waitFor()
    for (const text of [
      '+ new',
      '− gone',
      'House 1B → Senate 1',
      'party: Independent → Republican',
      'House 99Z is not among the districts known for Franklin.',
    ])
      await page.getByText(text).waitFor()
    await page.getByRole('heading', { name: '1 vacant seat' }).waitFor()
    await page.getByText('House 1B', { exact: true }).waitFor()
    const [{ rows }] = (await asked('commitLegislators')) as [Params<'commitLegislators'>]
    expect(rows.map((row) => `${row.name}: ${row.chamber} ${row.district} ${row.districtPhone}`.trim())).toEqual([
      'Ada Okafor: lower 1A',
      'Lea Brandt: upper 1',
      'Nils Lund: lower 2A 555-0131',
      'Kim Doyle: lower 99Z',
      'Max Stone: upper 2',
      'Eve Field: lower 2B',
      ':',
    ])
    expect(rows[6]).toMatchObject({
      id: 'ocd-person/7',
      source: expect.stringMatching(/since 2026-11-23, was House 1A$/),
    })
  })

  test('a file that cannot be trusted is said, nothing is sent, and the next try may be better', async () => {
    const { page, tab, button, asked, spoil } = await open()
    await tab('Districts')
    await spoil('legislatorTables', {
      as: 'text',
      text: JSON.stringify({
        ok: true,
        value: { ...legislatorTables(), file: { status: 200, body: '<!doctype html>', broken: false } },
      }),
    })
    await button('Import legislators').click()
    await page.getByText('it is a web page or an error').waitFor()
    await page.getByText('Nothing in the sheet was changed.').waitFor()
    expect(await asked('commitLegislators')).toEqual([])
    await button('Import legislators').click()
    await page.getByText('6 legislators brought in').waitFor()
  })

  test('a district is found by code, by chamber, by legislator, by group; those without a group say so', async () => {
    const { page, tab } = await open()
    await tab('Districts')
    const labels = async () => (await page.locator('.list h3').allInnerTexts()).map((one) => one.replace(/\s/g, ' '))
    const find = page.getByLabel('Find')
    await page.getByText('5 districts, 3 without a group').waitFor()
    await find.fill('14')
    expect(await labels()).toEqual(['House 14A', 'Senate 14'])
    await find.fill('14A')
    expect(await labels()).toEqual(['House 14A'])
    await find.fill('brandt')
    expect(await labels()).toEqual(['Senate 14'])
    await find.fill('hd 31')
    expect(await labels()).toEqual(['House 31'])
    await page.getByText('○ No group').waitFor()
    await find.fill('zzz')
    await page.getByText('No district is like this.').waitFor()
    await find.fill('')
    await page.getByLabel('Chamber').selectOption('Senate')
    expect(await labels()).toEqual(['Senate 14'])
  })

  test('a group’s name that is a tag shows as text', async () => {
    const { page, tab, button } = await open()
    await tab('Districts')
    await button(HOSTILE).click()
    await page.getByRole('heading', { name: HOSTILE }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })
})
