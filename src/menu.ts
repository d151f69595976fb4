/** The menu, and what each item does. Opening the sheet may do no more than make the menu. */

import { demandApprover, tickAlerts } from './alerts'
import { mapAllUntil } from './districts'
import { Fault, UNEXPECTED } from './fault'
import { showDialog, showSidebar } from './google/html'
import { addMenu, ask, say, toast } from './google/ui'
import { stateIsSet } from './home'
import { setUpBy } from './operator'
import { identified } from './registry/callers'
import { currentCaller } from './registry/current-caller'
import { flushLog } from './registry/log'

const TITLE = 'Statewide'
/** A menu action may run six minutes; a person does not wait that long. */
const MENU_MS = 4 * 60_000

const item = (label: string, handler: string) => ({ label, handler })

export function onOpen(): void {
  addMenu(TITLE, [
    item('Open sidebar', 'menuOpen'),
    item('See the coverage', 'menuCoverage'),
    item('Set up or repair', 'menuSetUp'),
    item('Map all unmapped groups', 'menuMapAll'),
    item('Send what is waiting', 'menuSendWaiting'),
  ])
}

/** Runs a menu action; what goes wrong is said in words, never as an exception. */
function act(work: () => void): void {
  try {
    work()
  } catch (error) {
    const fault = error instanceof Fault ? error : UNEXPECTED
    if (fault === UNEXPECTED) console.error('menu action failed', error)
    say(TITLE, `${fault.message}\n\n${fault.next}`)
  } finally {
    flushLog()
  }
}

export const menuOpen = (): void => act(() => showSidebar('Sidebar', TITLE))

export const menuCoverage = (): void => act(() => showDialog('Coverage', 'Coverage', 1000, 640))

/** Makes or mends the tabs; asks for the state where it is not known yet; shows the sidebar, which says what is next. */
export function menuSetUp(): void {
  act(() => {
    const caller = identified(currentCaller())
    const state = stateIsSet() ? '' : ask(TITLE, 'Which state is this sheet for? Two letters, such as MN.')
    const { created, repaired } = setUpBy(caller, { state: state ?? '' })
    const done = [...created.map((tab) => `made ${tab}`), ...repaired.map((what) => `mended ${what}`)]
    toast(done.length > 0 ? `${done.join('. ')}.` : 'Everything was there already.', TITLE)
    showSidebar('Sidebar', TITLE)
  })
}

export function menuMapAll(): void {
  act(() => {
    const caller = identified(currentCaller())
    const { mapped, check, failed, left, paused } = mapAllUntil(caller.now.getTime() + MENU_MS, caller)
    const rest = paused ? ` ${paused}` : left > 0 ? ` ${left} are left: the timer goes on with them.` : ''
    toast(`${mapped} mapped, ${check} to check, ${failed} not found.${rest}`, TITLE, 15)
  })
}

/** A second account can lend its day's mails this way. */
export function menuSendWaiting(): void {
  act(() => {
    const caller = identified(currentCaller())
    demandApprover(caller)
    tickAlerts(caller.now.getTime() + MENU_MS, caller)
    toast('Everything that can go now has gone. The sidebar shows the rest.', TITLE)
  })
}
