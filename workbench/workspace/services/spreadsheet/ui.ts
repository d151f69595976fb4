/** Ui: menus, alerts and prompts, sidebar and dialogs, on the screen of the person whose run it is. */
import { strict } from '../../errors'
import type { MenuEntry, Prompt } from '../../ui-state'
import { enumOf } from '../enums'
import { dropLocks } from '../lock'
import type { SheetSession } from './session'

type Ui = GoogleAppsScript.Base.Ui
type Menu = GoogleAppsScript.Base.Menu
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput

const BUTTON = enumOf<typeof GoogleAppsScript.Base.Button>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO')
const BUTTON_SET = enumOf<typeof GoogleAppsScript.Base.ButtonSet>('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL')
const SCOPES = ['script.container.ui'] as const
const SIDEBAR_WIDTH = 300
const MENU_ENTRIES = new WeakMap<object, () => MenuEntry>()

const screen = (session: SheetSession) => session.workspace.ui(session.account)

function gate<T>(session: SheetSession, method: string, limited: boolean, effect: () => T): T {
  return session.execution.call(
    { service: 'SpreadsheetApp', method, limited, ...(limited ? {} : { scopes: SCOPES }) },
    effect,
  )
}

/** Throws where nobody is there to see it: in timed triggers. */
export function makeUi(session: SheetSession): Ui {
  gate(session, 'getUi', true, () => {
    if (!session.execution.hasUi) throw session.error('noUi')
  })
  const object: Partial<Ui> = {
    Button: BUTTON,
    ButtonSet: BUTTON_SET,
    createMenu: (caption: string) => makeMenu(session, caption),
    createAddonMenu: () => makeMenu(session, 'Add-on'),
    alert: (...args: unknown[]) => ask(session, 'alert', args).button,
    prompt: (...args: unknown[]) => {
      const answer = ask(session, 'prompt', args)
      return strict('PromptResponse', {
        getSelectedButton: () => answer.button,
        getResponseText: () => answer.text,
      } as GoogleAppsScript.Base.PromptResponse)
    },
    showSidebar: (page: HtmlOutput) =>
      gate(session, 'Ui.showSidebar', false, () => {
        screen(session).sidebar = { title: page.getTitle() ?? '', html: page.getContent(), width: SIDEBAR_WIDTH }
      }),
    showModalDialog: (page: HtmlOutput, title: string) => showDialog(session, 'Ui.showModalDialog', page, title, true),
    showModelessDialog: (page: HtmlOutput, title: string) =>
      showDialog(session, 'Ui.showModelessDialog', page, title, false),
  }
  return strict('Ui', object) as Ui
}

function showDialog(session: SheetSession, method: string, page: HtmlOutput, title: string, modal: boolean): void {
  gate(session, method, false, () => {
    const { dialogs } = screen(session)
    const id = (dialogs[dialogs.length - 1]?.id ?? 0) + 1
    const width = page.getWidth() ?? 600
    const height = page.getHeight() ?? 400
    dialogs.push({ id, title: String(title), html: page.getContent(), width, height, modal })
  })
}

/** The run stands still until the person answers, and has lost its locks by then. */
function ask(session: SheetSession, kind: Prompt['kind'], args: unknown[]) {
  const [a, b, c] = args
  const [title, text, buttons] =
    args.length >= 3 ? [String(a), String(b), String(c)] : ['', String(a), b === undefined ? 'OK' : String(b)]
  return gate(session, `Ui.${kind}`, false, () => {
    const { workspace, account, execution } = session
    dropLocks(execution)
    session.settle()
    const prompt: Prompt = { account, kind, title, text, buttons: buttons as Prompt['buttons'] }
    if (!workspace.onPrompt) {
      workspace.clock.now = Math.max(workspace.clock.now, execution.deadline + 1)
      return execution.kill()
    }
    const answer = workspace.onPrompt(prompt)
    const button = (BUTTON as unknown as Record<string, GoogleAppsScript.Base.Button>)[answer.button]
    return { button: button as GoogleAppsScript.Base.Button, text: answer.text ?? '' }
  })
}

function makeMenu(session: SheetSession, title: string): Menu {
  const entries: (() => MenuEntry)[] = []
  const add = (entry: () => MenuEntry): Menu => {
    entries.push(entry)
    return self
  }
  const object: Partial<Menu> = {
    addItem: (label: string, handler: string) => add(() => ({ kind: 'item', label, handler })),
    addSeparator: () => add(() => ({ kind: 'separator' })),
    addSubMenu: (menu: Menu) => add(MENU_ENTRIES.get(menu) ?? (() => ({ kind: 'separator' }))),
    addToUi: () =>
      gate(session, 'Menu.addToUi', true, () => {
        const state = screen(session)
        const menu = { title, entries: entries.map((entry) => entry()) }
        state.menus = [...state.menus.filter((other) => other.title !== title), menu]
      }),
  }
  const self = strict('Menu', object) as Menu
  MENU_ENTRIES.set(self, () => ({ kind: 'menu', label: title, entries: entries.map((entry) => entry()) }))
  return self
}

/** `Spreadsheet.toast`: seen by the person whose run it is, if anybody is there. */
export function showToast(
  session: SheetSession,
  text: unknown,
  title: unknown,
  seconds: number | null | undefined,
): void {
  gate(session, 'Spreadsheet.toast', true, () => {
    if (!session.execution.hasUi) return
    screen(session).toasts.push({
      title: title === undefined || title === null ? '' : String(title),
      text: String(text),
      seconds: seconds ?? 5,
      at: session.workspace.clock.now,
    })
  })
}
