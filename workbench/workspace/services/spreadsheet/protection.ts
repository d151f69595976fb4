/** Protection of tabs and ranges. `protect()` alone keeps nobody out: all editors stay in until they are removed. */
import { strict } from '../../errors'
import { enumOf } from '../enums'
import { type Rect, rectName } from './a1'
import { mayPass, protectedRect } from './access'
import type { RangeContext } from './range-context'
import type { Protection as State } from './state'

type Protection = GoogleAppsScript.Spreadsheet.Protection
type TabContext = Pick<RangeContext, 'session' | 'book' | 'sheet' | 'range'>

export const PROTECTION_TYPE = enumOf<typeof GoogleAppsScript.Spreadsheet.ProtectionType>('RANGE', 'SHEET')

export function protectionObject(context: TabContext, state: State): Protection {
  const { session, book, sheet } = context
  const user = (email: string) => strict('User', { getEmail: () => email, toString: () => email })
  const emailOf = (given: unknown): string =>
    (typeof given === 'string' ? given : String((given as { getEmail?(): string })?.getEmail?.() ?? '')).toLowerCase()
  const change = (method: string, effect: () => void): Protection => {
    session.change(book, `Protection.${method}`, sheet, () => {
      if (!mayPass(book, state, session.account)) throw session.error('protectedCell')
      effect()
    })
    return self
  }
  // Google leaves the owner and whoever runs the script in, without a word.
  const remove = (emails: string[]): void => {
    const out = emails.filter((email) => email !== book.owner && email !== session.account)
    state.editors = state.editors.filter((email) => !out.includes(email))
  }
  const add = (emails: string[]): void => {
    state.editors = [...new Set([...state.editors, ...emails])]
    book.editors = [...new Set([...book.editors, ...emails.filter((email) => email !== book.owner)])]
  }
  const object: Partial<Protection> = {
    addEditor: (given: unknown) => change('addEditor', () => add([emailOf(given)])),
    addEditors: (given: string[]) => change('addEditors', () => add(given.map(emailOf))),
    removeEditor: (given: unknown) => change('removeEditor', () => remove([emailOf(given)])),
    removeEditors: (given: unknown[]) => change('removeEditors', () => remove(given.map(emailOf))),
    getEditors: () =>
      session.read(book, 'Protection.getEditors', () => {
        if (!mayPass(book, state, session.account)) throw session.error('protectedCell')
        return state.editors.filter((email) => email !== book.owner).map(user) as GoogleAppsScript.Base.User[]
      }),
    canEdit: () => session.read(book, 'Protection.canEdit', () => mayPass(book, state, session.account)),
    canDomainEdit: () => false,
    setDomainEdit: () => {
      throw session.error('invalidArgument', 'editable')
    },
    getDescription: () => state.description,
    setDescription: (text: string) =>
      change('setDescription', () => {
        state.description = String(text)
      }),
    isWarningOnly: () => state.warningOnly,
    setWarningOnly: (only: boolean) =>
      change('setWarningOnly', () => {
        state.warningOnly = Boolean(only)
      }),
    getProtectionType: () => (state.kind === 'sheet' ? PROTECTION_TYPE.SHEET : PROTECTION_TYPE.RANGE),
    getRange: () => context.range(protectedRect(sheet, state)),
    remove: () => {
      change('remove', () => {
        sheet.protections = sheet.protections.filter((other) => other.id !== state.id)
      })
    },
  }
  const self = strict('Protection', object) as Protection
  return self
}

function newProtection(context: TabContext, range: string | null): State {
  const { session, book, sheet } = context
  const state: State = {
    id: session.workspace.random.int(1, 2 ** 31 - 1),
    kind: range === null ? 'sheet' : 'range',
    range,
    description: '',
    warningOnly: false,
    editors: [book.owner, ...book.editors],
  }
  sheet.protections.push(state)
  return state
}

/** Always a new one, even over another. */
export const protectRange = (context: TabContext, rect: Rect): Protection =>
  protectionObject(
    context,
    context.session.change(context.book, 'Range.protect', context.sheet, () => newProtection(context, rectName(rect))),
  )

/** The one there is, or a new one. */
export const protectSheet = (context: TabContext): Protection =>
  protectionObject(
    context,
    context.session.change(
      context.book,
      'Sheet.protect',
      context.sheet,
      () => context.sheet.protections.find((state) => state.kind === 'sheet') ?? newProtection(context, null),
    ),
  )
