/** The menus the add-on made in `onOpen`, for keyboard and mouse. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { MenuEntry, MenuState } from '../../workspace/ui-state'
import type { Desk } from '../desk'

export function MenuBar({ desk }: { desk: Desk }) {
  const [open, setOpen] = useState<string | null>(null)
  const menus = [...desk.ui.menus, DATA]
  const choose = (menu: MenuState, path: string): void => {
    setOpen(null)
    if (menu === DATA) {
      desk.act(() => sort(desk, path === ASCENDING))
      return
    }
    const result = desk.act(() => desk.workspace.clickMenu(desk.email, menu.title, path))
    if (result?.error) desk.say(result.error.message, 'bad')
  }
  return (
    <div class="menus" data-region="menus">
      {menus.map((menu) => (
        <Menu
          key={menu.title}
          menu={menu}
          open={open === menu.title}
          toggle={(to) => setOpen(to ? menu.title : null)}
          choose={(path) => choose(menu, path)}
        />
      ))}
    </div>
  )
}

const ASCENDING = 'Sort by this column, A to Z'
const DESCENDING = 'Sort by this column, Z to A'
/** Not the add-on's: what people do to a sheet while scripts are at work. */
const DATA: MenuState = {
  title: 'Data',
  entries: [ASCENDING, DESCENDING].map((label) => ({ kind: 'item', label, handler: '' })),
}

function sort(desk: Desk, ascending: boolean): void {
  const here = desk.spreadsheet.selection[desk.email]
  const sheet = desk.spreadsheet.sheets.find((s) => s.id === here?.sheetId) ?? desk.spreadsheet.sheets[0]
  if (sheet) desk.workspace.people.sort(desk.email, sheet.name, (here?.column ?? 0) + 1, ascending)
}

interface MenuProps {
  menu: MenuState
  open: boolean
  toggle(open: boolean): void
  choose(path: string): void
}

function Menu({ menu, open, toggle, choose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  useEffect(() => {
    if (!open) return
    items()[0]?.focus()
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) toggle(false)
    }
    // A click into a frame is seen here only as loss of focus.
    const left = (): void => toggle(false)
    document.addEventListener('pointerdown', away, true)
    window.addEventListener('blur', left)
    return () => {
      document.removeEventListener('pointerdown', away, true)
      window.removeEventListener('blur', left)
    }
  }, [open])

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' && !open) toggle(true)
    else if (!open) return
    else if (event.key === 'Escape' || event.key === 'Tab') {
      toggle(false)
      button.current?.focus()
      if (event.key === 'Tab') return
    } else {
      const all = items()
      const at = all.indexOf(document.activeElement as HTMLElement)
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (to === undefined) return
      all[(to + all.length) % all.length]?.focus()
    }
    event.preventDefault()
  }

  return (
    <div class="menu" ref={box}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => toggle(!open)}
        onKeyDown={onKey}
      >
        {menu.title}
      </button>
      {open ? (
        <div class="menu-list" role="menu" tabIndex={-1} aria-label={menu.title} onKeyDown={onKey}>
          <Entries
            entries={menu.entries}
            path=""
            choose={(path) => {
              button.current?.focus()
              choose(path)
            }}
          />
        </div>
      ) : null}
    </div>
  )
}

function Entries({
  entries,
  path,
  choose,
}: {
  entries: readonly MenuEntry[]
  path: string
  choose(path: string): void
}) {
  return (
    <>
      {entries.map((entry, i) => {
        if (entry.kind === 'separator') return <hr key={i} />
        const here = path + entry.label
        if (entry.kind === 'item')
          return (
            <button key={here} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(here)}>
              {entry.label}
            </button>
          )
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
          <div key={here} role="group" aria-label={entry.label}>
            <span class="menu-group" aria-hidden="true">
              {entry.label}
            </span>
            <Entries entries={entry.entries} path={`${here} > `} choose={choose} />
          </div>
        )
      })}
    </>
  )
}
