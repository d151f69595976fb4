/** The workbench's page: fetches the add-on, restores or makes a workspace, draws everything. */
import '@univerjs/preset-sheets-core/lib/index.css'
import '@univerjs/preset-sheets-data-validation/lib/index.css'
import './style/page.css'
import { render } from 'preact'
import { franklin } from '../franklin'
import { Workspace } from '../workspace/workspace'
import { type AddOn, fetchAddOn } from './add-on'
import { Desk } from './desk'
import { listenForF6 } from './regions'
import { type Beginning, firstDay, options, setUpAll } from './scenario'
import { App } from './shell/app'
import { forget, keep, keeper, kept, lastAccount, rememberAccount } from './storage'

const root = document.getElementById('page') as HTMLElement
const state = franklin()

/** Survives the reload that begins anew, nothing longer. */
const PROBLEM = 'workbench-problem'

async function begin(addOn: AddOn): Promise<{ workspace: Workspace; fresh: boolean }> {
  const text = await kept()
  if (text !== null)
    try {
      return { workspace: Workspace.load(options(addOn, state), text), fresh: false }
    } catch (error) {
      // What an older workbench has kept cannot always be read.
      console.warn(error)
      await forget()
    }
  return { workspace: firstDay(addOn, state), fresh: true }
}

/** Another workspace takes the place of this one; the page is loaded anew, so that nothing of the old one is left in it. */
async function anew(addOn: AddOn, how: Beginning): Promise<void> {
  const workspace = firstDay(addOn, state)
  if (how === 'set up')
    try {
      setUpAll(workspace, state)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      sessionStorage.setItem(PROBLEM, `Not everything could be set up. ${reason}`)
    }
  if (how === 'set up') await keep(workspace.save())
  else await forget()
  location.reload()
}

function draw(addOn: AddOn, workspace: Workspace, fresh: boolean): void {
  const keeping = keeper(() => workspace.save())
  const desk = new Desk(workspace, state, keeping.keep)
  const startAgain = (how: Beginning): void => {
    keeping.stop()
    desk.say(how === 'set up' ? 'Setting everything up…' : 'Beginning again…')
    // Once the words are on the screen.
    setTimeout(() => anew(addOn, how).catch((error) => desk.say(String(error), 'bad')), 50)
  }
  root.replaceChildren()
  render(<App desk={desk} startAgain={startAgain} />, root)
  const last = fresh ? null : lastAccount()
  desk.enter(last !== null && last in workspace.state.accounts ? last : desk.email)
  desk.subscribe(() => rememberAccount(desk.email))
  const problem = sessionStorage.getItem(PROBLEM)
  sessionStorage.removeItem(PROBLEM)
  if (problem) desk.say(problem, 'bad')
  else if (fresh)
    desk.say('Begin with the menu “Statewide”. Groups and people to bring in are under “Demo data”.', 'lasting')
  Object.assign(window, { workbench: desk })
}

listenForF6()
fetchAddOn()
  .then(async (addOn) => {
    const { workspace, fresh } = await begin(addOn)
    draw(addOn, workspace, fresh)
  })
  .catch((error) => {
    console.error(error)
    render(
      <p class="fatal" role="alert">
        The workbench could not start. {error instanceof Error ? error.message : String(error)}
      </p>,
      root,
    )
  })
