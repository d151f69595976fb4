import { describeInBrowser } from '../support/browser'
import { useSidebar } from './session'

interface Import {
  kind: string
  fields: string[]
  rows: string[][]
}
const PASTE = 'Group,Town,Mood\nElm Fork Indivisible,Elm Fork,\nCedar,Bend,fine\n,Nowhere,\nMarlow,Marlow,\n'

describeInBrowser('the page Groups', () => {
  const open = useSidebar()

  test('a paste is checked before it is written, and duplicates stay out unless a person says otherwise', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Groups')
    await page.getByLabel('Paste rows from a sheet or a CSV').fill(PASTE)
    await button('Check').click()
    await page.getByText('Not brought in: Mood.').waitFor()
    await page.getByText('Row 4 · Group').waitFor()
    await page.getByText('The name is missing.').waitFor()
    await page.getByText('There is no column “Address”.').waitFor()
    await page.getByText('same name and town as G-001, Elm Fork Indivisible').waitFor()
    const choice = page.getByLabel('Row 2, Elm Fork Indivisible')
    expect(await choice.inputValue()).toBe('skip')
    await button('Add 2 groups').waitFor()
    await choice.selectOption('add')
    await button('Add 3 groups').waitFor()
    await choice.selectOption('skip')
    await button('Add 2 groups').click()
    await page.getByText('2 groups added: G-009 to G-010.').waitFor()
    expect(await asked('importTables')).toEqual([{ kind: 'groups' }])
    expect(await asked<Import>('commitImport')).toEqual([
      {
        kind: 'groups',
        fields: ['name', 'town', 'status'],
        rows: [
          ['Cedar', 'Bend', 'active'],
          ['Marlow', 'Marlow', 'active'],
        ],
      },
    ])
    // What has an error waits to be mended; a duplicate that a person left out does not.
    await page.getByText('1 row to be mended: still in the box above.').waitFor()
    expect(await page.getByLabel('Paste rows from a sheet or a CSV').inputValue()).toBe('Group,Town,Mood\n,Nowhere,')
  })

  test('wrong quotes are told with their row and nothing is sent', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Groups')
    const box = page.getByLabel('Paste rows from a sheet or a CSV')
    await box.fill('Group,Town\nElm,Fork\nCedar,"Bend\nMarlow,M\n')
    await button('Check').click()
    await page.getByText('Row 3 has a quotation mark that is opened and not closed').waitFor()
    expect(await box.getAttribute('aria-invalid')).toBe('true')
    expect(await asked('importTables')).toEqual([])
  })

  test('missing headings are told at the box, and nothing is asked of the sheet', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Groups')
    await page.getByLabel('People').check()
    const box = page.getByLabel('Paste rows from a sheet or a CSV')
    await box.fill('Name,Town\nAda,Elm\n')
    await button('Check').click()
    await page.getByText('The first row has no column “Email”. It has: Name, Town.').waitFor()
    expect(await box.getAttribute('aria-invalid')).toBe('true')
    expect(await asked('importTables')).toEqual([])
  })

  test('what is typed while rows are being added is still there afterwards', async () => {
    const { page, tab, button, hold, release } = await open()
    await tab('Groups')
    const box = page.getByLabel('Paste rows from a sheet or a CSV')
    await box.fill(PASTE)
    await button('Check').click()
    await hold('commitImport')
    await button('Add 2 groups').click()
    await box.fill('Group\nAsh\n')
    await release('commitImport')
    await page.getByText('2 groups added: G-009 to G-010.').waitFor()
    await page.getByText('2 rows left out.').waitFor()
    expect(await box.inputValue()).toBe('Group\nAsh\n')
  })

  test('a chosen file of 1,000 people goes in one request', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Groups')
    await page.getByLabel('People').check()
    const rows = Array.from({ length: 1000 }, (_, i) => `Person ${i},p${i}@group.example.org`)
    await page.getByLabel('Choose a CSV file').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFFName,Email\r\n${rows.join('\r\n')}\r\n`),
    })
    await page.getByText('people.csv · 1,002 lines').waitFor()
    await button('Check').click()
    await button('Add 1,000 people').click()
    await page.getByText('1,000 people added').waitFor()
    const [sent] = await asked<Import>('commitImport')
    expect(sent?.kind).toBe('people')
    expect(sent?.fields).toEqual(['name', 'email'])
    expect(sent?.rows[999]).toEqual(['Person 999', 'p999@group.example.org'])
  })

  test('a workbook in place of a CSV is refused with what to do', async () => {
    const { page, tab } = await open()
    await tab('Groups')
    const buffer = Buffer.from([0x50, 0x4b, 3, 4, 0, 0])
    await page.getByLabel('Choose a CSV file').setInputFiles({ name: 'groups.xlsx', mimeType: 'x/y', buffer })
    await page.getByText('This is not a CSV file.').waitFor()
  })

  test.each([
    ['importTables', 'Check'],
    ['commitImport', 'Add 2 groups'],
  ] as const)('when %s fails, the paste and the choices are still there', async (request, label) => {
    const { page, tab, button, spoil } = await open()
    await tab('Groups')
    await page.getByLabel('Paste rows from a sheet or a CSV').fill(PASTE)
    if (request === 'commitImport') await button('Check').click()
    await spoil(request, { as: 'failure', message: 'Délai d’exécution dépassé' })
    await button(label).click()
    await page.getByText('Google did not finish this request.').waitFor()
    expect(await page.getByText('Délai').count()).toBe(0)
    expect(await page.getByLabel('Paste rows from a sheet or a CSV').inputValue()).toBe(PASTE)
    await button(label).click()
    await page.getByText('Google did not finish this request.').waitFor({ state: 'detached' })
  })

  test('a preview is void as soon as the paste changes, even while its answer is on the way', async () => {
    const { page, tab, button, hold, release } = await open()
    await tab('Groups')
    const box = page.getByLabel('Paste rows from a sheet or a CSV')
    await box.fill(PASTE)
    await hold('importTables')
    await button('Check').click()
    await box.fill(`${PASTE}More,More,\n`)
    await release('importTables')
    await button('Check').and(page.locator(':not([aria-busy])')).waitFor()
    expect(await button(/^Add/).count()).toBe(0)
    await button('Check').click()
    await button('Add 3 groups').waitFor()
    await page.getByLabel('People').check()
    expect(await button(/^Add/).count()).toBe(0)
  })

  test('what was pasted survives other pages and the sidebar being closed and opened', async () => {
    const { page, tab } = await open()
    await tab('Groups')
    await page.getByLabel('Paste rows from a sheet or a CSV').fill(PASTE)
    await tab('Alert')
    await tab('Groups')
    expect(await page.getByLabel('Paste rows from a sheet or a CSV').inputValue()).toBe(PASTE)
    await page.reload()
    await tab('Groups')
    expect(await page.getByLabel('Paste rows from a sheet or a CSV').inputValue()).toBe(PASTE)
  })

  test('mapping goes lot after lot with true progress, on other pages too, until nothing is left', async () => {
    const { page, tab, button, asked, hold, release } = await open()
    await tab('Groups')
    for (const text of ['3 mapped', '2 to check', '3 not mapped']) await button(text).waitFor()
    await hold('mapLot')
    await button('Map the 3').click()
    await page.getByText('0 of 3 looked up').waitFor()
    await tab('Home')
    await release('mapLot')
    await tab('Groups')
    await page.getByText('3 groups looked up: 3 mapped, 0 to check, 0 not found.').waitFor()
    await button('6 mapped').waitFor()
    await button('0 not mapped').waitFor()
    expect(await asked('mapLot')).toEqual([{ after: '' }, { after: 'G-006' }, { after: 'G-007' }])
  })

  test('mapping can be cancelled: the lot under way is finished, the next is not begun', async () => {
    const { page, tab, button, asked, hold, release } = await open()
    await tab('Groups')
    await hold('mapLot')
    await button('Map the 3').click()
    await button('Cancel').click()
    await button('Stopping after this lot…').waitFor()
    await release('mapLot')
    await page.getByText('Stopped with 2 left.').waitFor()
    expect(await asked('mapLot')).toHaveLength(1)
    expect(await asked('stopMapping')).toHaveLength(1)
    await button('Go on with the 2 left').click()
    await page.getByText('3 groups looked up: 3 mapped, 0 to check, 0 not found.').waitFor()
    expect(await asked('mapLot')).toEqual([{ after: '' }, { after: 'G-006' }, { after: 'G-007' }])
  })

  test('the summary of a run leads to each group: mapped, to check, not found', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Groups')
    await button('Map the 3').click()
    await page.getByText('3 groups looked up: 3 mapped').waitFor()
    const run = page.getByRole('group', { name: 'This run' })
    expect(await run.getByRole('button').allInnerTexts()).toEqual(['3 mapped', '2 to check', '0 not found'])
    const mapped = run.getByRole('button', { name: '3 mapped' })
    await mapped.click()
    expect(await mapped.getAttribute('aria-expanded')).toBe('true')
    await button('G-007 · Upper Valley Indivisible').click()
    await page.getByRole('heading', { name: 'Upper Valley Indivisible' }).waitFor()
    expect(await asked('groupCard')).toEqual([{ groupId: 'G-007' }])
    await tab('Groups')
    const all = page.getByRole('group', { name: 'All groups' })
    await all.getByRole('button', { name: '2 to check' }).click()
    await page.getByText('Two addresses match.').first().waitFor()
  })

  test('a geocoder that does not answer stops the run, which says what to do', async () => {
    const { page, tab, button, asked, change } = await open()
    await tab('Groups')
    await change({ paused: 'The Census geocoder does not answer. Try again in ten minutes.' })
    await button('Map the 3').click()
    await page.getByText('Try again in ten minutes.').waitFor()
    await page.getByText('3 groups left: map them again later.').waitFor()
    expect(await asked('mapLot')).toHaveLength(1)
    await change({ paused: null })
    await button('Go on with the 3 left').click()
    await page.getByText('3 groups looked up: 3 mapped').waitFor()
  })

  test('a failed lot keeps what was found and says so', async () => {
    const { page, tab, button, spoil } = await open()
    await tab('Groups')
    await spoil('mapLot', { as: 'text', text: '<html>' })
    await button('Map the 3').click()
    await page.getByText('The answer from the sheet cannot be read.').waitFor()
    await button('Go on with the 3 left').click()
    await page.getByText('3 groups looked up: 3 mapped').waitFor()
  })

  test('a problem leads to the card of its group', async () => {
    const { page, tab, button, asked } = await open()
    await tab('Groups')
    await button('G-005 · Lakeside Indivisible').click()
    await page.getByRole('heading', { name: 'Lakeside Indivisible' }).waitFor()
    expect(await asked('groupCard')).toEqual([{ groupId: 'G-005' }])
  })
})
