/** An emulated Google Workspace with one script bound to its spreadsheets. See README.md for a tour. */
import { serverCall, serverFunctionNames } from './client'
import { Clock } from './clock'
import { ScriptError } from './errors'
import type { Execution } from './execution'
import type { Hook, MeterLine, ServiceCall } from './gate'
import { type MessageKey, message } from './messages'
import type { Network } from './network'
import { People } from './people'
import { checkPermission } from './permissions'
import { Quotas } from './quota'
import { Random } from './random'
import { type RunLogLine, type RunResult, type RunSpec, run } from './run'
import type { MailMessage } from './services/mail-state'
import { type NewSpreadsheet, newSpreadsheet } from './services/spreadsheet/new'
import type { SpreadsheetState } from './services/spreadsheet/state'
import { type AccountState, emptyState, type WorkspaceState } from './state'
import { advance, nextTimerAt } from './timers'
import { emptyUi, type Prompt, type PromptAnswer, type UiState } from './ui-state'

export interface Manifest {
  timeZone: string
  oauthScopes: string[]
  urlFetchWhitelist?: string[]
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] }
}

/** Where the documentation is silent, both answers can be had. The defaults are the stricter ones. */
export interface Unknowns {
  /** Advanced Gmail draws on the e-mail recipient quota too. */
  gmailCountsAsEmail: boolean
  /** A killed run’s buffered sheet writes are lost (else they are applied). */
  killLosesBuffer: boolean
  /** Number format `@` also keeps a leading `=` from becoming a formula. */
  textFormatStopsFormulas: boolean
  /** A leading `'` that a script writes stays part of the value. */
  apostropheIsStored: boolean
  /** How long a new draft or message stays out of search results. */
  gmailIndexDelayMs: number
}

export interface WorkspaceOptions {
  /** `dist/Code.js`, the very text that would be pushed. */
  bundle: string
  manifest: Manifest
  /** HTML files of the script by name without ending: `{ Sidebar: '<!doctype html>…' }`. */
  pages?: Record<string, string>
  /** Virtual time to begin with, ms since 1970. */
  now: number
  seed?: number
  latency?: 'modelled' | 'none'
  network?: Network
  unknowns?: Partial<Unknowns>
}

/** Things that go wrong in the field, off until a test switches them on. */
export interface Faults {
  /** Several Google accounts in one browser: every call from a page fails. */
  multiLogin: boolean
}

/** Something a person sees in a spreadsheet has changed; `sheetId` null: tabs came, went, or changed their names. */
export interface Change {
  readonly spreadsheetId: string
  readonly sheetId: number | null
  /** Changed cells (0-based), or null where rows, columns or looks changed. */
  readonly cells: { row: number; column: number; rows: number; columns: number } | null
}

export class Workspace {
  readonly clock: Clock
  readonly random: Random
  readonly quotas: Quotas
  readonly unknowns: Unknowns
  readonly state: WorkspaceState
  readonly faults: Faults = { multiLogin: false }
  /** What persons do in a spreadsheet, by hand. */
  readonly people = new People(this)
  hook: Hook | null = null
  /** Answers alerts and prompts. Without it nobody sees them: the run waits until Google ends it. */
  onPrompt: ((prompt: Prompt) => PromptAnswer) | null = null
  /** Told of every change to a spreadsheet, by whomever. */
  onChange: ((change: Change) => void) | null = null
  /** Service calls since the workspace was made. */
  callCount = 0
  readonly meters = new Map<string, MeterLine>()
  readonly running = new Set<Execution>()
  /** The last 200 runs, oldest first. */
  readonly runs: RunLogLine[] = []
  private readonly screens = new Map<string, UiState>()

  constructor(
    readonly options: WorkspaceOptions,
    saved?: WorkspaceState,
  ) {
    this.clock = new Clock(saved?.now ?? options.now)
    this.random = new Random(saved?.random ?? options.seed ?? 1)
    this.unknowns = {
      gmailCountsAsEmail: true,
      killLosesBuffer: true,
      textFormatStopsFormulas: false,
      apostropheIsStored: false,
      gmailIndexDelayMs: 0,
      ...options.unknowns,
    }
    this.state = saved ?? emptyState(options.now, options.seed ?? 1)
    this.quotas = new Quotas(
      this.state.quotas,
      (email) => this.account(email).kind,
      () => this.clock.now,
    )
  }

  /** Everything as JSON text, for `Workspace.load`. */
  save(): string {
    return JSON.stringify({ ...this.state, now: this.clock.now, random: this.random.state })
  }

  /** A workspace as it was saved; code, pages and network are today’s. */
  static load(options: WorkspaceOptions, json: string): Workspace {
    const saved = JSON.parse(json) as WorkspaceState
    if (saved.version !== 1) throw new Error(`cannot read a workspace of version ${saved.version}`)
    return new Workspace(options, saved)
  }

  addAccount(email: string, about: Partial<Omit<AccountState, 'email'>> = {}): AccountState {
    const account: AccountState = {
      email: email.toLowerCase(),
      name: email.split('@')[0] ?? email,
      kind: 'consumer',
      timeZone: this.options.manifest.timeZone,
      language: 'en',
      granted: null,
      ...about,
    }
    this.state.accounts[account.email] = account
    return account
  }

  account(email: string): AccountState {
    const found = this.state.accounts[email.toLowerCase()]
    if (!found) throw new Error(`no account ${email} in this workspace`)
    return found
  }

  /** A new spreadsheet with the script bound to it; one empty tab unless `tabs` says more. */
  addSpreadsheet(about: NewSpreadsheet): SpreadsheetState {
    const made = newSpreadsheet(this.newId(44), about)
    this.state.spreadsheets[made.id] = made
    return made
  }

  /** The spreadsheet with this ID, or the only one there is. */
  spreadsheet(id?: string): SpreadsheetState {
    const all = Object.values(this.state.spreadsheets)
    const found = id === undefined ? (all.length === 1 ? all[0] : undefined) : this.state.spreadsheets[id]
    if (!found) throw new Error(id === undefined ? `which of ${all.length} spreadsheets?` : `no spreadsheet ${id}`)
    return found
  }

  /** What this person has on the screen. */
  ui(email: string): UiState {
    const key = this.account(email).email
    const found = this.screens.get(key) ?? emptyUi()
    this.screens.set(key, found)
    return found
  }

  /** Mails that arrived at an address, oldest first. */
  mailbox(email: string): readonly MailMessage[] {
    const box = this.state.mail.boxes[email.toLowerCase()]
    return box?.messages.filter((message) => message.labelIds.includes('INBOX')) ?? []
  }

  /** Runs a function of the script. */
  run(spec: RunSpec): RunResult {
    return run(this, spec)
  }

  /** A person opens the spreadsheet: `onOpen` runs, the menu appears. */
  open(email: string, spreadsheetId?: string): void {
    this.people.open(email, spreadsheetId)
  }

  /** A person types into a cell (row and column from 1); `onEdit` runs. */
  edit(email: string, tab: string, row: number, column: number, typed: string): void {
    this.people.edit(email, tab, row, column, typed)
  }

  /** A person clicks an item of a menu (`'Sub-menu > Item'` for one further in). */
  clickMenu(email: string, menuTitle: string, itemLabel: string): RunResult {
    return this.people.clickMenu(email, menuTitle, itemLabel)
  }

  /** `google.script.run` in a page this person has open: what the success handler gets, or a throw for the failure handler. */
  serverCall(email: string, functionName: string, args: readonly unknown[] = [], spreadsheetId?: string): unknown {
    return serverCall(this, { account: email, functionName, args, spreadsheetId })
  }

  /** Names that `google.script.run` has. */
  serverFunctionNames(): string[] {
    return serverFunctionNames(this)
  }

  /** Moves the clock and lets every timer that comes due run, in order. */
  advance(ms: number): RunResult[] {
    return advance(this, ms)
  }

  /** When the next timer is due, or null. */
  nextTimerAt(): number | null {
    return nextTimerAt(this)
  }

  /** Tells the page, if there is one. */
  changed(change: Change): void {
    this.onChange?.(change)
  }

  /** Counts a call under `service.method`, e.g. `SpreadsheetApp.Range.setValues`. */
  meter(call: ServiceCall, ms: number): void {
    const key = `${call.service}.${call.method}`
    const line = this.meters.get(key) ?? { calls: 0, ms: 0 }
    line.calls += 1
    line.ms += ms
    this.meters.set(key, line)
  }

  /** Throws the platform's permission error where scopes or authorisation mode do not allow the call. */
  checkPermission(call: ServiceCall): void {
    checkPermission(this, call)
  }

  /** An error as this account would read it, in its language. */
  error(email: string, key: MessageKey, ...args: (string | number)[]): ScriptError {
    return new ScriptError(message(this.account(email).language, key, ...args))
  }

  /** A fresh ID of the kind Google gives: hexadecimal, never given twice. */
  newId(length = 16): string {
    this.state.idSerial += 1
    return this.random.hex(length - 4) + this.state.idSerial.toString(16).padStart(4, '0')
  }
}
