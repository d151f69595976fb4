/** The live board under a sent alert: who answered, what the offices said, answers by hand; 300 pixels, keyboard, screen reader. */
import { describeInBrowser } from '../support/browser'
import { answered, board } from './mock-board'
import { AT } from './mock-words'
import { axeFindings, cutOff } from './open'
import { type Session, useSidebar } from './session'

const SHOTS = process.env.SHOTS

describeInBrowser('the board of answers', () => {
  const open = useSidebar()
  const toBoard = async (session: Session): Promise<void> => {
    await session.tab('Alert')
    await session.page.getByRole('heading', { name: 'What the offices said' }).waitFor()
  }

  test('shows what stands, in words, inside 300 pixels and clean for axe', async () => {
    const session = await open('live')
    const { page } = session
    await toBoard(session)
    for (const text of [
      '2 of 4 groups answered',
      'has it 1 · done 1 with 12 calls · no answer 2',
      'Ada Okafor (House 14A): 9 calls by 1 group',
      'Not said to whom: 3 calls',
      '✓ done, 12 calls · today 1:05 pm',
      '○ not sent yet',
      'Backup asked',
      '! Not counted: Gmail does not confirm that it is from kim@example.org',
      '<img src=x onerror=alert(1)> staffer says she is undecided',
    ])
      await page.getByText(text).first().waitFor()
    const read = page.locator('section', { has: page.getByRole('heading', { name: 'Not counted: please read' }) })
    await read.getByText('DONE 400').waitFor()
    const heard = page.locator('section', { has: page.getByRole('heading', { name: 'What the offices said' }) })
    expect(await heard.getByText('DONE 400').count()).toBe(0)
    await page.getByText('⚠ Came back: a.very.long.address').waitFor()
    await page.getByText('All 2 alerts about HB 120: 31 calls by 5 groups.').waitFor()
    expect(await page.getByRole('link', { name: '617-555-0102' }).getAttribute('href')).toBe('tel:6175550102')
    expect(await cutOff(page)).toBe('')
    expect(await axeFindings(page)).toEqual([])
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/board.png`, fullPage: true })
    if (SHOTS) await page.locator('main').evaluate((m) => m.scrollTo(0, 520))
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/board-2.png` })
  })

  test('a telephone call is entered by keyboard, what is wrong is said beside its field, the focus comes back', async () => {
    const session = await open('live')
    const { page, asked, reach } = session
    await toBoard(session)
    await reach('Enter an answer of Mill Town')
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: 'Enter an answer of Mill Town' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.getByLabel('Calls made').fill('many')
    await page.getByLabel('What was said').fill('They listened')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Type a whole number up to 500').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/board-form.png` })
    await page.getByLabel('Calls made').fill('4')
    await page.keyboard.press('Enter')
    await page.getByText('3 of 4 groups answered', { exact: true }).waitFor()
    expect(await asked('setAnswer')).toEqual([
      { alertId: 'A-0007', answerId: null, groupId: 'G-004', answer: 'done', calls: 4, legislatorId: '', outcome: '', said: 'They listened' },
    ]) // biome-ignore format: one request
    expect(await page.getByRole('form').count()).toBe(0)
    await page.getByText('3 of 4 groups answered, 16 calls made.').first().waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('Mill Town'))
  })

  test('who was asked is read again once the last mail has gone', async () => {
    const session = await open('live', { board: board({ asked: 2 }) })
    const { page, change } = session
    await toBoard(session)
    await page.getByText('2 of 2 groups answered', { exact: true }).waitFor()
    await change({ board: board({ asked: 4 }) })
    await session.button('Send what is left now').click()
    await page.getByText('Everyone who can get it has it.').waitFor()
    await page.getByText('2 of 4 groups answered', { exact: true }).waitFor()
  })

  test('a reminder in doubt is told beside the alert’s own, and settled with one click', async () => {
    const doubt = { messageId: 'A-0007-remind-1a2b3c4d-1', to: ['kim@example.org'], reason: 'A run stopped.', at: AT }
    const session = await open('live', { board: board({ doubts: [doubt] }) })
    const { page, asked, spoil } = session
    await toBoard(session)
    await page.getByRole('heading', { name: '1 follow-up in doubt' }).waitFor()
    await spoil('settleDoubt', { as: 'fault', fault: { code: 'TOO_LATE', message: 'It is over.', next: 'Let it be.' } })
    await page.getByRole('button', { name: 'Send it again: kim@example.org' }).click()
    await page.getByText('It is over.').waitFor()
    await page.getByRole('button', { name: 'It went: kim@example.org' }).click()
    await page.getByRole('heading', { name: '1 follow-up in doubt' }).waitFor({ state: 'detached' })
    expect(await asked('settleDoubt')).toEqual([
      { messageId: doubt.messageId, as: 'send it again' },
      { messageId: doubt.messageId, as: 'it went' },
    ])
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
  })

  test('an answer is corrected or taken out; what fails keeps what was typed', async () => {
    const session = await open('live')
    const { page, asked, spoil } = session
    await toBoard(session)
    await page.getByRole('button', { name: /^Correct: Elm Fork/ }).click()
    await page.getByLabel('Calls made').fill('7')
    await spoil('setAnswer', {
      as: 'fault',
      fault: { code: 'SHEET_BUSY', message: 'Someone else is changing the sheet.', next: 'Try again.' },
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Someone else is changing the sheet.').waitFor()
    expect(await page.getByLabel('Calls made').inputValue()).toBe('7')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await page.getByRole('form').waitFor({ state: 'detached' })
    expect((await asked<{ answerId: string; answer: string }>('setAnswer')).map((a) => [a.answerId, a.answer])).toEqual(
      [
        ['R-0002', 'done'],
        ['R-0002', ''],
      ],
    )
  })

  test('what arrives is said aloud, and whoever is typing keeps place and words', async () => {
    const session = await open('live')
    const { page, change } = session
    await toBoard(session)
    await page.getByRole('button', { name: 'Enter an answer of Mill Town' }).click()
    await page.getByLabel('What was said').fill('half a sen')
    await page.getByLabel('What was said').focus()
    const news = answered(board(), { alertId: 'A-0007', answerId: null, groupId: 'G-002', answer: 'in', calls: null, legislatorId: '', outcome: '', said: '' }) // biome-ignore format: a row
    await change({ arriving: news, board: news })
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('3 of 4 groups answered', { exact: true }).waitFor({ timeout: 40_000 })
    await page.getByText('3 of 4 groups answered, 12 calls made.').first().waitFor({ state: 'attached' })
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('half a sen')
  }, 60_000)

  test('“look now” is there for whose mail it is; for others the page says who looks', async () => {
    const session = await open('live', { arriving: board({ answered: 3 }) })
    const { page, change } = session
    await toBoard(session)
    await page.getByRole('button', { name: 'Look for answers now' }).click()
    await page.getByText('3 of 4 groups answered', { exact: true }).waitFor()
    await change({ board: board({ mayLook: false, note: '' }) })
    await session.tab('Home')
    await toBoard(session)
    await page.getByText('The account of maya@example.org looks for answers every few minutes.').waitFor()
    expect(await page.getByRole('button', { name: 'Look for answers now' }).count()).toBe(0)
  })

  test('where mail is not read the page says so and what follows from it', async () => {
    const note = 'Gmail does not let Statewide read the mail of maya@example.org. Enter answers by hand.'
    const session = await open('live', { board: board({ note, mayLook: false }) })
    await toBoard(session)
    await session.page.getByText(note).waitFor()
    expect(await axeFindings(session.page)).toEqual([])
  })
})
