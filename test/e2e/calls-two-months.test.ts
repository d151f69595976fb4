/**
 * Two months of a weekly call in the workbench, by hand where a person acts and by leaps of the clock in between: a rota,
 * a recess, one who cannot, one who says No in Calendar, a call that is moved, one that is deleted in Calendar.
 * Every mail comes at its time and once.
 */
import { franklin } from '../../workbench/franklin'
import { type ReadMail, readMailbox } from '../../workbench/workspace/services/mail-read'
import { Workspace } from '../../workbench/workspace/workspace'
import { describeInBrowser } from '../support/browser'
import { loadBundle } from '../support/bundle'
import { type InBrowser, openFranklin } from '../support/workbench'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000
/** Seven in the evening, Eastern standard time. */
const seven = (day: string): number => Date.parse(`${day}T19:00:00-05:00`)
/** Where the page keeps what it shows (`workbench/page/main.tsx`). */
interface Bench {
  workbench: {
    act(work: () => unknown): unknown
    workspace: Workspace
  }
}

describeInBrowser('two months of weekly calls in Franklin', () => {
  let bench: InBrowser
  let now = 0
  beforeAll(async () => {
    bench = await openFranklin()
  }, 120_000)
  afterAll(() => bench?.close())

  /** One run of the timer at each of these moments. */
  const ticksAt = (moments: readonly number[]) =>
    bench.page.evaluate((all) => {
      const { workbench } = window as unknown as Bench
      const { workspace } = workbench
      workbench.act(() => {
        for (const at of all) {
          workspace.clock.pass(at - workspace.clock.now)
          workspace.advance(0)
        }
      })
    }, moments)

  /** The clock goes to `at`: a look every noon, and around each of these calls a run whenever something is due. */
  const goTo = async (at: number, calls: readonly number[]) => {
    const dues = calls.flatMap((start) =>
      [start - 7 * DAY, start - DAY, start - HOUR, start + HOUR, start + HOUR + DAY].map((due) => due + 2 * MINUTE),
    )
    const noons = Array.from({ length: 80 }, (_, day) => seven('2026-11-23') - 7 * HOUR + day * DAY)
    const moments = [...dues, ...noons].filter((due) => due > now && due < at).sort((a, b) => a - b)
    await ticksAt([...moments, at])
    now = at
  }
  const weekly = ['12-03', '12-10', '12-17'].map((day) => seven(`2026-${day}`))
  const after = ['01-07', '01-14', '01-21', '01-28'].map((day) => seven(`2027-${day}`))
  const moved = Date.parse('2026-12-18T18:30:00-05:00')
  const all = [...weekly.slice(0, 2), moved, ...after]
  const showCall = async (day: string) => {
    await bench.view('Sheet')
    await bench.calls()
    const frame = await bench.sidebar()
    if (!(await frame.getByRole('heading', { name: day }).count())) await bench.press(day)
    await frame.getByRole('heading', { name: day }).waitFor()
    await frame.getByRole('button', { name: 'Print or copy' }).waitFor()
    return frame
  }

  test('the series is made, its recess is seen before', async () => {
    await bench.press('Calls')
    await bench.press('Make a series')
    const frame = await bench.sidebar()
    await frame.getByLabel('Name').fill('Statewide call')
    await frame.getByLabel('From').fill('2026-12-03')
    await frame.getByLabel('Days without a call').fill('2026-12-24..2027-01-02')
    await frame.getByText('skipped').first().waitFor()
    await bench.clean('the form with a recess')
    await bench.press('Make the series')
    await frame.getByRole('heading', { name: 'Thu Dec 3' }).waitFor()
    const coming = frame.locator('section', { has: frame.getByRole('heading', { name: 'Coming up' }) })
    expect(await coming.getByRole('listitem').allTextContents()).toEqual(
      ['Thu Dec 3', 'Thu Dec 10', 'Thu Dec 17', 'Thu Jan 7', 'Thu Jan 14', 'Thu Jan 21'].map((day) =>
        expect.stringContaining(day),
      ),
    )
    now = seven('2026-11-23') - 7 * HOUR
  }, 120_000)

  test('December: one is held and closed, one’s facilitator cannot, one is moved', async () => {
    await goTo(weekly[0] ?? 0, weekly)
    await goTo((weekly[0] ?? 0) + HOUR, weekly)
    let frame = await showCall('Thu Dec 3')
    await bench.press('Start roll call')
    await frame.getByRole('checkbox').first().check()
    await frame.getByText(/^1 of \d+ groups here · all saved$/).waitFor()
    await bench.press('Close the call')
    await bench.clean('closing')
    await bench.press('Close the call')
    await frame.getByText('The call is closed.').first().waitFor()
    await bench.press('Go to the next call')

    await goTo(seven('2026-12-08'), weekly)
    frame = await showCall('Thu Dec 10')
    await bench.press('I can’t')
    await bench.clean('I can’t')
    await bench.press(/\(facilitator\)$/)
    await frame
      .getByText(/cannot/)
      .first()
      .waitFor()
    await bench.shoot('two-months-cannot')

    await goTo(seven('2026-12-14'), weekly)
    frame = await showCall('Thu Dec 17')
    await bench.press('Move or cancel')
    await frame.getByLabel('New date and time').fill('2026-12-18T18:30')
    await bench.clean('moving')
    await bench.press('Move this call')
    await frame.getByRole('heading', { name: 'Fri Dec 18' }).waitFor()
    await bench.clean('moved')
    await bench.shoot('two-months-moved')
  }, 180_000)

  test('January: a No in Calendar asks the next, a date deleted in Calendar is told', async () => {
    await goTo(seven('2027-01-02'), [...weekly.slice(0, 2), moved, ...after])
    const down = (await showCall('Thu Jan 7')).locator('.duty', { hasText: 'Facilitator' }).locator('b')
    const name = (await down.textContent()) ?? ''
    const facilitator = franklin().people.find((person) => person.name === name)?.email ?? ''
    await bench.view('Calendar')
    const dates = bench.page.getByRole('list', { name: 'Dates of Statewide call' })
    const first = dates.getByRole('listitem').filter({ hasText: 'Jan 7' })
    await first.getByRole('combobox').selectOption(facilitator)
    await first.getByRole('button', { name: /^Answer No/ }).click()
    await first.getByText(`${facilitator} said No`).waitFor()
    await bench.clean('the workbench’s Calendar', bench.page)
    await bench.shoot('two-months-calendar', 'body')
    await goTo(seven('2027-01-03'), all)
    await (await showCall('Thu Jan 7')).getByText(`${name} cannot`).first().waitFor()

    await goTo(seven('2027-01-09'), all)
    await bench.view('Calendar')
    await dates
      .getByRole('listitem')
      .filter({ hasText: 'Jan 14' })
      .getByRole('button', { name: /^Delete/ })
      .click()
    await dates.getByText(/Jan 14.*, cancelled/).waitFor()
    await goTo(seven('2027-01-10'), all)
    const frame = await showCall('Thu Jan 14')
    await frame.getByText('✕ Cancelled').first().waitFor()
    await bench.clean('cancelled')
    await bench.shoot('two-months-cancelled')
    await goTo(seven('2027-01-30'), all)
    await bench.calls()
    await frame.getByRole('heading', { name: 'Last calls' }).waitFor()
    await bench.clean('Calls at the end of January')
    await bench.shoot('two-months-end')
  }, 180_000)

  test('each mail came at its time, once, to those it is for; no page had an error', async () => {
    const json = await bench.page.evaluate(() => (window as unknown as Bench).workbench.workspace.save())
    const ws = Workspace.load({ ...loadBundle(), now }, json)
    const guests = invited(ws)
    expect(guests.length).toBeGreaterThan(20)
    const inbox = new Map(guests.map((email) => [email, callMails(ws, email)]))
    const held = [after[0] ?? 0, ...after.slice(2)]
    const due: Record<string, number[]> = {
      Tomorrow: [...weekly.slice(0, 2), moved, ...held].map((start) => start - DAY),
      'After the call': [(weekly[0] ?? 0) + HOUR],
      Cancelled: [seven('2027-01-10') - 7 * HOUR],
      'New time': [],
    }
    for (const [email, mails] of inbox) {
      for (const [word, moments] of Object.entries(due)) {
        const came = mails.filter((m) => m.subject.startsWith(word)).map((m) => m.at)
        expect([email, word, came.length]).toEqual([email, word, moments.length])
        came.forEach((at, i) => {
          expect(at - (moments[i] ?? 0)).toBeGreaterThanOrEqual(0)
          expect(at - (moments[i] ?? 0)).toBeLessThan(15 * MINUTE)
        })
      }
      const marks = mails.map((m) => `${m.subject} ${new Date(m.at).toISOString().slice(0, 10)}`)
      expect(marks).toEqual([...new Set(marks)])
    }
    const volunteers = franklin().people.filter(({ roles }) => /facilitator|notes/.test(roles))
    const emails = [...new Set(volunteers.map(({ email }) => email.toLowerCase()))]
    const ofRota = emails.flatMap((email) => callMails(ws, email).map((mail) => ({ ...mail, email })))
    const hourMarks = (moments: readonly number[]) => moments.map((at) => Math.floor(at / HOUR)).sort()
    const hours = ofRota.filter((m) => m.subject.startsWith('In an hour')).map((m) => m.at)
    expect(hourMarks(hours)).toEqual(hourMarks([...weekly.slice(0, 2), moved, ...held].map((start) => start - HOUR)))
    // Two turns a call, one more for each who could not, and one for whoever was down for the deleted one, once each.
    const asked = ofRota.filter((m) => m.subject.startsWith('Can you')).map((m) => `${m.email} ${m.subject}`)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toHaveLength(18)
    expect(bench.troubles).toEqual([])
  }, 60_000)
})

/** Guests of the series, as Calendar has them. */
function invited(ws: Workspace): string[] {
  const events = Object.values(ws.state.calendar.calendars).flatMap((calendar) => Object.values(calendar.events))
  const series = events.find((event) => event.resource.recurrence)
  const guests = (series?.resource.attendees ?? []) as { email: string }[]
  return guests.map(({ email }) => email)
}

/** Mails about calls in an inbox, Calendar’s own left out. */
const callMails = (ws: Workspace, email: string): ReadMail[] =>
  readMailbox(ws, email).filter((m) => m.labels.includes('INBOX') && !m.headers['x-goog-calendar'])
