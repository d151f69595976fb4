/** What each person has on the screen: menus, sidebar, dialogs, toasts. Gone when the page is left, so it is not saved. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly handler: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] }

export interface MenuState {
  readonly title: string
  readonly entries: readonly MenuEntry[]
}

export interface SidebarState {
  readonly title: string
  readonly html: string
  /** Pixels; Google does not let a script choose. */
  readonly width: number
}

export interface DialogState extends SidebarState {
  readonly id: number
  readonly height: number
  /** Covers the sheet until it is closed. */
  readonly modal: boolean
}

export interface ToastState {
  readonly title: string
  readonly text: string
  /** Seconds on screen; negative: until dismissed. */
  readonly seconds: number
  readonly at: number
}

export interface UiState {
  /** The spreadsheet this person has open. */
  spreadsheetId: string | null
  menus: MenuState[]
  sidebar: SidebarState | null
  /** Open dialogs, newest last. */
  dialogs: DialogState[]
  toasts: ToastState[]
}

export const emptyUi = (): UiState => ({ spreadsheetId: null, menus: [], sidebar: null, dialogs: [], toasts: [] })

/** A run is waiting for this person. */
export interface Prompt {
  readonly account: string
  /** `prompt` asks for a text. */
  readonly kind: 'alert' | 'prompt'
  readonly title: string
  readonly text: string
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL'
}

export interface PromptAnswer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE'
  readonly text?: string
}
