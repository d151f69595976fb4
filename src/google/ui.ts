/** What a person sees beside the sidebar: the menu and short messages. */
export interface MenuItem {
  readonly label: string
  /** Name of a top-level function. */
  readonly handler: string
}

/** Allowed in `onOpen` too, where little else is. */
export function addMenu(title: string, items: readonly MenuItem[]): void {
  const menu = SpreadsheetApp.getUi().createMenu(title)
  for (const { label, handler } of items) menu.addItem(label, handler)
  menu.addToUi()
}

/** A message that goes away by itself. */
export const toast = (text: string, title: string, seconds = 8): void => {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, title, seconds)
}

/** A message that stays until it is closed. The script waits meanwhile, and its locks are lost: only as the last act. */
export function say(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi()
  ui.alert(title, text, ui.ButtonSet.OK)
}

/** What the person typed; null where they closed or cancelled. The script waits meanwhile, and its locks are lost. */
export function ask(title: string, text: string): string | null {
  const ui = SpreadsheetApp.getUi()
  const answer = ui.prompt(title, text, ui.ButtonSet.OK_CANCEL)
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null
}
