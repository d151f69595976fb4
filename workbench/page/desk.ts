/** What stands on the page: one workspace, who looks at it, which view. Everything a person does goes through `act`. */
import type { Franklin } from '../franklin'
import type { SpreadsheetState } from '../workspace/services/spreadsheet/state'
import type { UiState } from '../workspace/ui-state'
import type { Workspace } from '../workspace/workspace'
import { answerPrompt } from './prompts'

export const VIEWS = ['sheet', 'mail', 'calendar', 'channels', 'meter'] as const
export type View = (typeof VIEWS)[number]

export interface Notice {
  readonly id: number
  readonly text: string
  /** `lasting`: until it is dismissed. */
  readonly tone: 'plain' | 'bad' | 'lasting'
}

export class Desk {
  view: View = 'sheet'
  email: string
  notices: Notice[] = []
  /** Whose mailbox is read; null: the current account's. */
  reading: string | null = null
  private serial = 0
  private readonly listeners = new Set<() => void>()
  private readonly opened = new Set<string>()

  constructor(
    readonly workspace: Workspace,
    readonly franklin: Franklin,
    /** Called after each change, to keep the state. */
    private readonly keep: () => void,
  ) {
    this.email = Object.keys(workspace.state.accounts)[0] ?? ''
    workspace.onPrompt = answerPrompt
    workspace.onChange = () => this.later()
  }

  get spreadsheet(): SpreadsheetState {
    return this.workspace.spreadsheet()
  }

  get ui(): UiState {
    return this.workspace.ui(this.email)
  }

  /** Does something a person asked for; a failure is said, not thrown. Then everything is shown and kept. */
  act<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error), 'bad')
      return undefined
    } finally {
      this.changed()
      this.keep()
    }
  }

  /** The person comes to the spreadsheet: `onOpen` runs once a visit, as on Google. */
  enter(email: string): void {
    this.email = email
    this.reading = null
    this.act(() => {
      if (this.opened.has(email)) return
      this.opened.add(email)
      this.workspace.open(email)
    })
  }

  show(view: View): void {
    this.view = view
    this.changed()
  }

  /** A line of the workbench's own (not the add-on's), gone after a while. */
  say(text: string, tone: Notice['tone'] = 'plain'): void {
    this.serial += 1
    const notice = { id: this.serial, text, tone }
    this.notices = [...this.notices.slice(-3), notice]
    if (tone !== 'lasting') setTimeout(() => this.unsay(notice.id), tone === 'bad' ? 12_000 : 5_000)
    this.changed()
  }

  unsay(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id)
    this.changed()
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  changed(): void {
    for (const listener of this.listeners) listener()
  }

  private due = false
  /** Many small changes of one run are one look. */
  private later(): void {
    if (this.due) return
    this.due = true
    queueMicrotask(() => {
      this.due = false
      this.changed()
    })
  }
}
