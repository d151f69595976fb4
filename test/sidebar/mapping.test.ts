/** The mapping page: one group after the other, by mouse and by keyboard alone. */
import { describeInBrowser } from '../support/browser'
import { type Asked, covers, REST, said, start } from './mapping'
import { HOSTILE } from './mock-words'
import { axeFindings, cutOff } from './open'
import { useSidebar } from './session'

describeInBrowser('the mapping page', () => {
  const open = useSidebar()

  test('a district is found, added with its reason and share, and undone', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session)
    await button('Add a district').click()
    await page.getByLabel('Find the district').fill('lund')
    await page.getByLabel('Share %').fill('25 %')
    await button('Add House 31').click()
    await page.getByText('about 25 %').waitFor()
    expect(await covers(session)).toEqual(['House 14A', 'Senate 14', 'House 12B', 'House 31'])
    await button('Undo add House 31').click()
    await page.getByText('about 25 %').waitFor({ state: 'detached' })
    expect(await covers(session)).toEqual(['House 14A', 'Senate 14', 'House 12B'])
    expect(await button(/^Undo/).count()).toBe(0)
    const [added, undone] = await asked<Asked>('setCovers')
    expect(said([added as Asked])[0]).toEqual([...REST, 'lower 12B members 20 hand', 'lower 31 members 25 hand'])
    expect(undone).toMatchObject({ back: { mapping: 'check', why: '90 m from a border' }, confirm: false })
  })

  test('a cover is changed and removed; each step says what undoing takes back', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session)
    await button('Change House 12B').click()
    await page.getByLabel('Why').selectOption('declared')
    await page.getByLabel('Share %').fill('')
    await button('Save').click()
    await page.getByText('declared').waitFor()
    await button('Remove Senate 14').click()
    await button('Undo remove Senate 14').click()
    await button('Undo change House 12B').click()
    await page.getByText('about 20 %').waitFor()
    expect(await covers(session)).toHaveLength(3)
    const sent = said(await asked<Asked>('setCovers'))
    expect(sent[0]).toEqual([...REST, 'lower 12B declared null hand'])
    expect(sent[1]).toEqual([REST[0], 'lower 12B declared null hand'])
    expect(sent[3]).toEqual([...REST, 'lower 12B members 20 hand'])
  })

  test('a share that is no share, and no district, are told where they were typed, and nothing is sent', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session)
    await button('Add a district').click()
    await page.getByLabel('Share %').fill('a lot')
    await button('Add the district').click()
    await page.getByText('Find the district and choose it first.').waitFor()
    await page.getByText('Type a number from 0 to 100').waitFor()
    expect(await page.getByLabel('Share %').getAttribute('aria-invalid')).toBe('true')
    expect(await asked('setCovers')).toEqual([])
  })

  test('a failed request loses nothing that was typed, also over another page, and goes through again', async () => {
    const session = await open()
    const { page, button, tab, spoil } = session
    await start(session)
    await button('Add a district').click()
    await page.getByLabel('Find the district').fill('31')
    await page.getByLabel('Share %').fill('25')
    await spoil('setCovers', { as: 'failure', message: 'Zeitüberschreitung' })
    await button('Add House 31').click()
    await page.getByText('Google did not finish this request.').waitFor()
    await tab('Home')
    await tab('Districts')
    expect(await page.getByLabel('Share %').inputValue()).toBe('25')
    expect(await page.getByRole('radio', { name: 'House 31' }).isChecked()).toBe(true)
    await button('Add House 31').click()
    await page.getByText('about 25 %').waitFor()
  })

  test('what somebody else changed meanwhile is shown and told, what was typed stays, and goes through on top', async () => {
    const session = await open()
    const { page, button } = session
    await start(session)
    await button('Add a district').click()
    await page.getByLabel('Find the district').fill('31')
    await page.getByLabel('Share %').fill('25')
    await page.evaluate(() => {
      const { map } = window.mock.sheet.now
      map.version['G-004'] = 7
      map.about = { town: 'Changed Town' }
    })
    await button('Add House 31').click()
    await page.getByText('Somebody changed what this group covers').waitFor()
    await page.getByText('Changed Town').waitFor()
    expect(await page.getByLabel('Share %').inputValue()).toBe('25')
    await button('Add House 31').click()
    await page.getByText('about 25 %').waitFor()
    expect(await page.getByText('Somebody changed').count()).toBe(0)
  })

  test('groups are checked with the keyboard alone: Enter confirms, Enter goes on, and a key held down does neither twice', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session)
    await button('Confirm').focus()
    await page.keyboard.press('Enter')
    await page.getByText('✓ Mapped').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Next ›')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Lakeside Indivisible' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Confirm')
    expect(await button(/^Undo/).count()).toBe(0)
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await page.getByText('✓ Mapped').waitFor()
    await button('Undo confirm').waitFor()
    await page.getByText('3 not mapped').waitFor()
    expect((await asked<Asked>('setCovers')).map((one) => [one.groupId, one.confirm])).toEqual([
      ['G-004', true],
      ['G-005', true],
    ])
    // Nothing is left to check: the next thing is what is not mapped.
    await page.waitForFunction(() => document.activeElement?.textContent === 'Next unmapped ›')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Marlow Circle' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Map this group')
  })

  test('a confirmation is undone: the group is to be checked again, for the same reason', async () => {
    const session = await open()
    const { page, button } = session
    await start(session)
    await button('Confirm').click()
    await page.getByText('checked by maya@franklin.example.org on Nov 23, 2026').first().waitFor()
    await button('Undo confirm').click()
    await page.getByText('Check: 90 m from a border').waitFor()
    expect(await page.getByText('checked by').count()).toBe(0)
    expect(await button('Confirm').getAttribute('class')).toContain('primary')
  })

  test('an answer that comes late does not bring back a group that was left', async () => {
    const session = await open()
    const { page, button, hold, release } = session
    await start(session)
    await hold('setCovers')
    await button('Confirm').click()
    await button('Next to check ›').click()
    await page.getByRole('heading', { name: 'Lakeside Indivisible' }).waitFor()
    await release('setCovers')
    await page.getByText('1 to check').waitFor()
    expect(await page.getByRole('heading', { name: 'Lakeside Indivisible' }).count()).toBe(1)
    expect(await button(/^Undo/).count()).toBe(0)
    expect(await button('Confirm').getAttribute('aria-busy')).toBeNull()
  })

  test('of several places that fit a person chooses one; nothing is chosen beforehand', async () => {
    const session = await open()
    const { page, button, asked } = session
    const choices = [
      { address: '12 MILL ST, STONEBRIDGE', districts: ['House 14A', 'Senate 14'] },
      { address: '12 MILL ST, HARLOW', districts: ['House 31'] },
    ]
    await start(session, { about: { choices, mapping: 'check', why: '2 places fit this address.' } })
    expect(await button('Use this place').getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('radio', { name: 'HARLOW' }).check()
    await button('Use this place').click()
    await page.waitForFunction(() => window.mock.asked.some((one) => one.name === 'mapGroup'))
    expect(await asked('mapGroup')).toEqual([{ groupId: 'G-004', pick: '12 MILL ST, HARLOW' }])
  })

  test('a hint only fills the form', async () => {
    const session = await open()
    const { page, button, asked } = session
    await start(session, { about: { hints: ['House 31 (2 groups)', 'Nowhere 7 (1 group)'], covers: [] } })
    expect(await button(/^Add Nowhere/).count()).toBe(0)
    await page.getByText('A hint from the same ZIP or town, not a mapping.').waitFor()
    await button('Add House 31').click()
    expect(await page.getByRole('radio', { name: 'House 31' }).isChecked()).toBe(true)
    expect(await page.getByLabel('Why').inputValue()).toBe('meeting place')
    expect(await asked('setCovers')).toEqual([])
  })

  test('groups on old lines are listed, told on their card, and lead there', async () => {
    const session = await open()
    const { page, button } = session
    const why = 'Mapped on the lines of 2024; those of 2026 count now.'
    await start(session, {
      outdated: [{ groupId: 'G-003', group: HOSTILE, why }],
      about: { outdated: why },
    })
    await button(`G-003 · ${HOSTILE}`).click()
    await page.getByRole('heading', { name: HOSTILE }).waitFor()
    await page.getByText(`! ${why}`).waitFor()
    expect(await page.locator('img').count()).toBe(0)
  })
})

describeInBrowser('the mapping page in every state', () => {
  const open = useSidebar()

  test('axe finds nothing, nothing is cut off at 300 pixels, one button at most is primary', async () => {
    const session = await open()
    const { page, button } = session
    const long = `Mapped on the lines of 2024; ${'and '.repeat(30)}those of 2026 count now. ${'x'.repeat(120)}`
    const about = {
      name: `${HOSTILE} ${'Averylonggroupname'.repeat(12)}`,
      hints: ['House 31 (2 groups)', `${'y'.repeat(80)} (1 group)`],
      outdated: long,
    }
    const hard = {
      choices: [{ address: '1 '.repeat(60) + 'z'.repeat(90), districts: ['House 14A', HOSTILE] }],
      why: long,
      mapping: 'check',
    }
    const found: Record<string, unknown> = {}
    const look = async (place: string) => {
      const [axe, cut] = [await axeFindings(page), await cutOff(page)]
      const primary = await page.locator('main .primary').count()
      if (axe.length || cut || primary > 1) found[place] = { axe, cut, primary }
    }
    await start(session, { outlined: true })
    await look('a group with its map')
    await page.locator('#shape-99031').click()
    await button('Add House 31').waitFor()
    await look('a district of the map')
    await button('Add a district').click()
    await page.getByLabel('Find the district').fill('1')
    await look('the form')
    await button('Add the district').click()
    await look('the form with its errors')
    await button('Change House 12B').click()
    await look('a change')
    await button('Cancel').click()
    await page.evaluate((all) => void Object.assign(window.mock.sheet.now.map.about, all), {
      ...about,
      ...hard,
    } as object)
    await button('Show selected row').click()
    await page.getByText('Which place is it?').waitFor()
    await look('names that are tags, and very long')
    await page.evaluate(() => {
      const { map } = window.mock.sheet.now
      window.mock.sheet.now.outlines = 0
      map.about = { covers: [], mapping: 'none', why: 'There is no address.' }
      map.outdated = [{ groupId: 'G-001', group: 'Elm Fork', why: 'Mapped on old lines.' }]
    })
    await button('Import legislators').click()
    await page.getByText('Mapped on old lines.').waitFor()
    await look('no map, no districts')
    expect(found).toEqual({})
  })
})
