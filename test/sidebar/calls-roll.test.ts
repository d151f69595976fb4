/** The roll call and the end of a call. */
import type { Draft, Params } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { type Session, useSidebar } from './session'

async function toRoll({ tab, button, page }: Session) {
  await tab('Calls')
  await button('Start roll call').click()
  await page.getByRole('heading', { name: 'Roll call, Thu Dec 3' }).waitFor()
}
/** A new line has the focus once it is drawn. */
const decisionFocused = (page: Session['page']) =>
  page.waitForFunction(() => document.activeElement?.closest('.field')?.textContent === 'Decision 1')
const box = ({ page }: Session, name: string) => page.getByRole('checkbox', { name })

describeInBrowser('the roll call', () => {
  const open = useSidebar()

  test('a group ticked in one district is there in all; ticks made quickly go in one request', async () => {
    const session = await open()
    const { page, asked, foot, hold, release } = session
    await toRoll(session)
    await hold('markRoll')
    await page.evaluate(() => {
      for (const one of [...document.querySelectorAll<HTMLInputElement>('.roll input')].slice(0, 2)) one.click()
    })
    expect(await box(session, 'Elm Fork Indivisible').nth(1).isChecked()).toBe(true)
    expect(await foot()).toContain('2 of 3 groups here · 2 ticks not saved yet')
    await release('markRoll')
    await page.getByText('2 of 3 groups here · all saved').waitFor()
    expect(await asked('markRoll')).toEqual([{ callId: 'C-0002', present: ['G-001', 'G-002'], absent: [] }])
    await box(session, 'Cedar Bend Neighbors').uncheck()
    await page.getByText('1 of 3 groups here · all saved').waitFor()
    expect((await asked('markRoll')).at(-1)).toEqual({ callId: 'C-0002', present: [], absent: ['G-002'] })
  })

  test('without a network the ticks stay, it is said so, and they are saved when it is back', async () => {
    const session = await open()
    const { page, spoil, asked, button } = session
    await toRoll(session)
    await spoil('markRoll', { as: 'failure', message: 'NetworkError' })
    await box(session, 'Cedar Bend Neighbors').check()
    await page.getByText('1 tick is not in the sheet yet.').waitFor()
    await box(session, 'Elm Fork Indivisible').first().check()
    await page.getByText('2 ticks are not in the sheet yet.').waitFor()
    expect(await box(session, 'Cedar Bend Neighbors').isChecked()).toBe(true)
    await button('Save again').click()
    await page.getByText('2 of 3 groups here · all saved').waitFor()
    expect((await asked<Params<'markRoll'>>('markRoll')).at(-1)?.present).toEqual(['G-002', 'G-001'])
  })

  test('a failed request is tried again by itself', async () => {
    const session = await open()
    const { page, spoil } = session
    await toRoll(session)
    await page.clock.install()
    await spoil('markRoll', { as: 'null' })
    await box(session, 'Cedar Bend Neighbors').check()
    await page.clock.runFor(1_500)
    await page.getByText('1 tick is not in the sheet yet.').waitFor()
    await page.clock.runFor(6_000)
    await page.getByText('1 of 3 groups here · all saved').waitFor()
  })

  test('ticks survive a sidebar that is closed before they are saved', async () => {
    const session = await open()
    const { page, hold, tab, asked } = session
    await toRoll(session)
    await hold('markRoll')
    await box(session, 'Cedar Bend Neighbors').check()
    await page.waitForTimeout(400)
    await page.reload()
    await tab('Calls')
    await page.waitForFunction(() => window.mock.asked.some((one) => one.name === 'markRoll'))
    expect(await asked('markRoll')).toEqual([{ callId: 'C-0002', present: ['G-002'], absent: [] }])
  })

  test('what another person ticked meanwhile appears, and stays when this one unticks another', async () => {
    const session = await open()
    const { page, changeCalls } = session
    await toRoll(session)
    await changeCalls({ present: ['G-003'] })
    await box(session, 'Elm Fork Indivisible').first().check()
    await page.getByText('2 of 3 groups here · all saved').waitFor()
    await box(session, 'Elm Fork Indivisible').first().uncheck()
    await page.getByText('1 of 3 groups here · all saved').waitFor()
    expect(await page.evaluate(() => window.mock.sheet.callsNow.present)).toEqual(['G-003'])
  })

  test('arrows go through the list, Space ticks, and one Tab leaves it', async () => {
    const session = await open()
    const { page } = session
    await toRoll(session)
    await page.getByLabel('Find a group or district').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect(await box(session, 'Cedar Bend Neighbors').isChecked()).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect(await box(session, 'Elm Fork Indivisible').first().isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close the call')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.closest('fieldset')?.textContent)).toContain('Senate')
  })

  test('a district or a part of a name finds groups', async () => {
    const session = await open()
    const { page } = session
    await toRoll(session)
    await page.getByLabel('Find a group or district').fill('14a elm')
    await page.getByText('House 14A').waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(1)
    await page.getByLabel('Find a group or district').fill('nobody')
    await page.getByText('No group is like this.').waitFor()
  })

  test('closing keeps what was typed when it fails, tells who is missing, and makes a decision an alert', async () => {
    const session = await open()
    const { page, button, asked, spoil, tab, changeCalls } = session
    const about = { who: '', minutes: null, state: 'open', callId: 'C-0002' } as const
    await changeCalls({
      items: [
        { itemId: 'I-1', item: 'Ask Sen. Brandt', ...about },
        { itemId: 'I-2', item: 'Find a hall', ...about },
      ],
    })
    await toRoll(session)
    await box(session, 'Elm Fork Indivisible').first().check()
    await button('Close the call').click()
    await page.getByLabel('Link to the notes').fill('notes.example.org')
    await page.getByRole('checkbox', { name: 'Ask Sen. Brandt' }).check()
    await button('Add a decision').click()
    await decisionFocused(page)
    await page.keyboard.type('Call on HB 120')
    await button('Add a decision').click()
    await button('Close the call').click()
    await page.getByText('This is no web address.').waitFor()
    await tab('Home')
    await tab('Calls')
    expect(await page.getByLabel('Decision 1', { exact: true }).inputValue()).toBe('Call on HB 120')
    await page.getByLabel('Link to the notes').fill('https://notes.example.org/3')
    await spoil('closeCall', { as: 'null' })
    await button('Close the call').click()
    await page.getByText('The sheet gave no answer.').waitFor()
    await button('Close the call').click()
    await page.getByText('The call is closed. 1 group answered the roll.').waitFor()
    expect((await asked('closeCall')).at(-1)).toEqual({
      callId: 'C-0002',
      notesLink: 'https://notes.example.org/3',
      done: ['I-1'],
      decisions: [{ item: 'Call on HB 120', who: '' }],
    })
    await page.getByText('Upper Valley Indivisible').waitFor()
    await button('Make it an alert: Call on HB 120').click()
    await page.getByText('Who decides').waitFor()
    await button('2 What').click()
    expect(await page.getByLabel('Title').inputValue()).toBe('Call on HB 120')
    expect((await asked<Draft>('saveDraft')).at(-1)).toMatchObject({ alertId: null, legislatorIds: [] })
    await tab('Calls')
    await button('Go to the next call').click()
    await page.getByRole('heading', { name: 'Thu Dec 17' }).waitFor()
  })

  test('making an alert of a decision keeps the alert that was being written', async () => {
    const session = await open()
    const { page, button, tab, asked } = session
    await tab('Alert')
    await page.getByRole('checkbox', { name: 'Ada Okafor' }).check()
    await button('Continue').click()
    await page.getByLabel('Title').fill('SB 9')
    await toRoll(session)
    await button('Close the call').click()
    await button('Add a decision').click()
    await decisionFocused(page)
    await page.keyboard.type('Call on HB 120')
    await button('Close the call').click()
    await button('Make it an alert: Call on HB 120').click()
    await page.getByText('Who decides').waitFor()
    expect((await asked<Draft>('saveDraft')).at(-1)).toMatchObject({ title: 'SB 9', legislatorIds: ['ocd-1'] })
    expect(await page.getByRole('checkbox', { name: 'Ada Okafor' }).isChecked()).toBe(false)
    await button('2 What').click()
    expect(await page.getByLabel('Title').inputValue()).toBe('Call on HB 120')
    expect((await asked<Draft>('saveDraft')).at(-1)).toMatchObject({ alertId: null, title: 'Call on HB 120' })
  })
})
