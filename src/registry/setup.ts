/**
 * Makes the tabs of the registry and mends them. Nothing that a person typed is ever overwritten: a missing tab is made,
 * a missing column is added after the last, looks and rules that were lost are put back.
 */
import {
  createTab,
  deleteTab,
  findTab,
  hideTab,
  readAll,
  readFirstRow,
  selectedRow,
  showTab,
  tabNames,
} from '../google/sheet'
import { doubledColumn, headerRow, missingColumns } from './grid'
import { mend } from './mend'
import { addMissingSettings, getSettings } from './settings'
import { TABLE_NAMES, TABLES, type Table, type TableName } from './tables'

export interface SetUp {
  /** Tabs that were made. */
  created: string[]
  /** What was mended, as sentences. */
  repaired: string[]
  /** Tabs that were right already. */
  kept: number
}

const isEmpty = (tab: Parameters<typeof readAll>[0]): boolean =>
  readAll(tab).every((row) => row.every((cell) => cell === ''))

/** The blank tab that every new spreadsheet begins with, whatever it is called in the owner's language. */
function dropBlankTab(names: readonly string[]): void {
  const ours = new Set(TABLE_NAMES.map((name) => TABLES[name].tab as string))
  const [only, ...others] = names.filter((name) => !ours.has(name))
  const tab = only !== undefined && others.length === 0 ? findTab(only) : null
  if (tab && isEmpty(tab)) deleteTab(tab)
}

/** Makes what is missing, mends what is broken, leaves the rest. Throws `SHEET_NEWER` before it touches anything. */
export function setUpSheet(): SetUp {
  const standing = tabNames()
  const looked = selectedRow()?.tab ?? ''
  if (standing.includes(TABLES.settings.tab)) checkVersion()
  const result: SetUp = { created: [], repaired: [], kept: 0 }
  TABLE_NAMES.forEach((name, i) => {
    const table = TABLES[name] as Table
    const found = standing.includes(table.tab) ? findTab(table.tab) : null
    const tab = found ?? createTab(table.tab, i + 1)
    const done = mend(tab, table, !found)
    if (!found && table.hidden) hideTab(tab)
    if (!found) result.created.push(table.tab)
    else if (done.length > 0) result.repaired.push(`${table.tab}: ${done.join('; ')}`)
    else result.kept += 1
  })
  const settings = addMissingSettings()
  if (settings > 0 && !result.created.includes(TABLES.settings.tab))
    result.repaired.push(`${TABLES.settings.tab}: ${settings} missing rows`)
  if (result.created.length > 0) {
    // A new tab comes to the front. A new sheet begins at Groups; whoever mends one stays where they were.
    const front = findTab(result.created.length < TABLE_NAMES.length ? looked : TABLES.groups.tab)
    if (front) showTab(front)
    dropBlankTab(standing)
  }
  return result
}

/** A broken Settings tab is mended, a newer one is not touched. */
function checkVersion(): void {
  const tab = findTab(TABLES.settings.tab)
  const header = tab ? readFirstRow(tab) : []
  if (missingColumns(TABLES.settings as Table, header).length === 0) getSettings()
}

/** What a repair would mend, as sentences: missing tabs and columns. */
export function findBroken(): string[] {
  const standing = new Set(tabNames())
  return TABLE_NAMES.flatMap((name: TableName) => {
    const table = TABLES[name] as Table
    const header = standing.has(table.tab) ? headerRow(name) : null
    if (!header)
      return [
        `The tab “${table.tab}” is missing. If someone renamed it, give it that name again: Repair makes an empty one.`,
      ]
    return missingColumns(table, header).map(
      (column) =>
        `The tab “${table.tab}” has no column “${table.columns[column]?.header}”. If someone renamed it, give it that name again: Repair adds an empty one.`,
    )
  })
}

/** What only a person can mend: which of two columns is theirs. */
export const findDoubled = (): string[] =>
  TABLE_NAMES.map((name) => doubledColumn(TABLES[name], headerRow(name) ?? [])).filter(Boolean)
