/** The spreadsheet a person sees: shows the model, tells what hands do. */
import {
  CellValueType,
  ICommandService,
  IUniverInstanceService,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core'
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets'
import { ILayoutService } from '@univerjs/ui'
import type { SpreadsheetState } from '../../workspace/services/spreadsheet/state'
import { type Deed, watchHands } from './hands'
import { BOOK, idOf, sheetKey } from './keys'
import { type Push, pusher, Tab } from './tab'
import { createUniver } from './univer'

const EDITOR = '__INTERNAL_EDITOR__DOCS_NORMAL'

export class Grid {
  private readonly univer: Univer
  private readonly commands: ICommandService
  private readonly instances: IUniverInstanceService
  private readonly push: Push
  private readonly tabs = new Map<string, Tab>()
  private book: Workbook | null = null
  private quiet = 0
  private waiting: Deed[] = []
  private followed = ''

  /** `acted` gets what a person did, gesture by gesture. Call `show` afterwards. */
  constructor(
    container: HTMLElement,
    private readonly acted: (deeds: Deed[]) => void,
  ) {
    this.univer = createUniver(container)
    const injector = this.univer.__getInjector()
    this.commands = injector.get(ICommandService)
    this.instances = injector.get(IUniverInstanceService)
    this.push = pusher(this.commands)
    watchHands(
      this.commands,
      {
        typed: () => this.editorText(),
        textAt: (sheet, row, column) => this.textOf(sheet, row, column),
        selectedOn: (sheet) =>
          injector.get(SheetsSelectionsService).getWorkbookSelections(BOOK).getSelectionsOfWorksheet(sheet),
      },
      () => this.quiet > 0 || !this.book,
      (deed) => this.hear(deed),
    )
  }

  /** Shows the model as it stands. */
  show(state: SpreadsheetState): void {
    this.quietly(() => {
      if (!this.book) this.open(state)
      else this.update(state)
    })
  }

  /** Brings a tab (by sheet ID) and a cell to the front. */
  select(sheetId: number, row: number, column: number, rows = 1, columns = 1): void {
    this.quietly(() => {
      const subUnitId = sheetKey(sheetId)
      if (this.book?.getActiveSheet(true)?.getSheetId() !== subUnitId)
        this.push(SetWorksheetActiveOperation, { subUnitId })
      const range = { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 }
      const primary = {
        ...{ startRow: row, endRow: row, startColumn: column, endColumn: column },
        ...{ actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false },
      }
      this.push(SetSelectionsOperation, { subUnitId, selections: [{ range, primary, style: null }], reveal: true })
    })
  }

  /** Goes where the model says this person is, unless they are there already: scripts move the selection too. */
  follow({ sheetId, row, column, rows, columns }: SpreadsheetState['selection'][string]): void {
    const wanted = [sheetId, row, column, rows, columns].join()
    if (wanted === this.followed) return
    this.followed = wanted
    this.select(sheetId, row, column, rows, columns)
  }

  /** The cells can be seen; Univer may still be busy. */
  drawn(): Promise<void> {
    return this.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered)
  }

  /** Drawn, and ready for hands. */
  ready(): Promise<void> {
    return this.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Steady)
  }

  /** Keys go to the cells from now on. */
  focus(): void {
    this.univer.__getInjector().get(ILayoutService).focus()
  }

  /** Sheet ID of the tab in front. */
  activeSheet(): number | null {
    const key = this.book?.getActiveSheet(true)?.getSheetId()
    return key ? idOf(key) : null
  }

  private open(state: SpreadsheetState): void {
    const sheets: IWorkbookData['sheets'] = {}
    for (const sheet of state.sheets) sheets[sheetKey(sheet.id)] = this.addTab(state, sheet.id).snapshot
    this.book = this.univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
      id: BOOK,
      name: state.name,
      appVersion: '',
      locale: LocaleType.EN_US,
      styles: {},
      sheetOrder: state.sheets.map((sheet) => sheetKey(sheet.id)),
      sheets,
    })
    this.update(state)
  }

  private addTab(state: SpreadsheetState, id: number): Tab {
    const sheet = state.sheets.find((s) => s.id === id)
    if (!sheet) throw new Error(`no tab ${id}`)
    const tab = new Tab(sheet, state.timeZone)
    this.tabs.set(sheetKey(id), tab)
    return tab
  }

  private update(state: SpreadsheetState): void {
    const front = this.activeSheet()
    state.sheets.forEach((sheet, index) => {
      let tab = this.tabs.get(sheetKey(sheet.id))
      if (!tab) {
        tab = this.addTab(state, sheet.id)
        this.push(InsertSheetMutation, { index, sheet: tab.snapshot })
      }
      tab.update(sheet, state.timeZone, this.push)
    })
    // Tabs the model has not, and those a person made here: the model has made its own of them.
    for (const worksheet of [...(this.book?.getSheets() ?? [])])
      if (!state.sheets.some((sheet) => sheetKey(sheet.id) === worksheet.getSheetId()))
        this.dropTab(worksheet.getSheetId())
    const visible = state.sheets.filter((sheet) => !sheet.hidden)
    if (visible[0] && !visible.some((sheet) => sheet.id === front)) this.select(visible[0].id, 0, 0)
  }

  private dropTab(key: string): void {
    this.tabs.delete(key)
    const gone = this.book?.getSheetBySheetId(key)
    if (gone) this.push(RemoveSheetMutation, { subUnitId: key, subUnitName: gone.getName() })
  }

  /** Marks what Univer now shows of its own, and hands the deeds on when the gesture is over. */
  private hear(deed: Deed): void {
    if ('sheet' in deed) this.mark(deed)
    if (this.waiting.length === 0) queueMicrotask(() => this.acted(this.waiting.splice(0)))
    this.waiting.push(deed)
  }

  private mark(deed: Exclude<Deed, { kind: 'add tab' }>): void {
    const tab = this.tabs.get(deed.sheet)
    const sheet = this.book?.getSheetBySheetId(deed.sheet)
    const size = { rows: sheet?.getRowCount() ?? 0, columns: sheet?.getColumnCount() ?? 0 }
    switch (deed.kind) {
      case 'edit':
        for (const { row, column } of deed.cells) tab?.shadow.doubt(row, column)
        break
      case 'insert rows':
        tab?.shadow.shiftRows(deed.at, deed.count)
        tab?.saw(size)
        break
      case 'remove rows':
        tab?.shadow.shiftRows(deed.at, -deed.count)
        tab?.saw(size)
        break
      case 'insert columns':
      case 'remove columns':
      case 'other':
        tab?.shadow.doubtAll(size.rows, size.columns)
        tab?.saw(size)
        break
      case 'rename tab':
        tab?.saw({ name: deed.name })
        break
      case 'hide tab':
        tab?.saw({ hidden: deed.hidden })
        break
      case 'remove tab':
        this.tabs.delete(deed.sheet)
        break
      case 'select':
        this.followed = [idOf(deed.sheet), deed.row, deed.column, deed.rows, deed.columns].join()
        break
    }
  }

  private editorText(): string | null {
    const snapshot = this.instances.getUnit(EDITOR)?.getSnapshot() as { body?: { dataStream: string } } | undefined
    return snapshot?.body?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n') ?? null
  }

  private quietly(work: () => void): void {
    this.quiet += 1
    try {
      work()
    } finally {
      this.quiet -= 1
    }
  }

  /** What stands in a cell of Univer, as a person would type it. */
  private textOf(key: string, row: number, column: number): string {
    const sheet = this.book?.getSheetBySheetId(key)
    const raw = sheet?.getCellRaw(row, column)
    if (!sheet || !raw) return ''
    if (raw.f) return raw.f
    const rich = raw.p?.body?.dataStream
    if (rich !== undefined) return rich.replace(/\r\n$/, '').replace(/\r/g, '\n')
    if (raw.v === null || raw.v === undefined) return ''
    if (raw.t === CellValueType.BOOLEAN) return raw.v ? 'TRUE' : 'FALSE'
    const pattern = this.book?.getStyles().getStyleByCell(raw)?.n?.pattern
    return String(pattern && pattern !== '@' ? (sheet.getCell(row, column)?.v ?? raw.v) : raw.v)
  }
}
