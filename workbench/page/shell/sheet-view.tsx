/** Menus, grid, sidebar. The grid's code is large and comes when the rest already stands. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Desk } from '../desk'
import { Sidebar } from '../frames/sidebar'
import type { Grid } from '../grid/grid'
import { perform } from '../grid/perform'
import { MenuBar } from './menu-bar'

export function SheetView({ desk }: { desk: Desk }) {
  return (
    <>
      <MenuBar desk={desk} />
      <div class="sheet-and-sidebar">
        <SheetHost desk={desk} />
        <Sidebar desk={desk} />
      </div>
    </>
  )
}

function SheetHost({ desk }: { desk: Desk }) {
  const host = useRef<HTMLDivElement>(null)
  const grid = useRef<Grid | null>(null)
  const [state, setState] = useState<'coming' | 'drawn' | 'there' | 'failed'>('coming')

  useEffect(() => {
    let gone = false
    const begin = async (): Promise<void> => {
      const { Grid } = await import('../grid/grid')
      if (gone || !host.current) return
      grid.current = new Grid(host.current, (deeds) => desk.act(() => perform(desk, deeds)))
      grid.current.show(desk.spreadsheet)
      await grid.current.drawn()
      setState('drawn')
      await grid.current.ready()
      setState('there')
    }
    begin().catch((error) => {
      console.error(error)
      setState('failed')
    })
    return () => {
      gone = true
    }
  }, [desk])

  useEffect(() => {
    // A grid without size cannot draw: while another view is in front it waits.
    if (desk.view !== 'sheet' || !grid.current) return
    grid.current.show(desk.spreadsheet)
    const wanted = desk.spreadsheet.selection[desk.email]
    if (wanted) grid.current.follow(wanted)
  })

  return (
    <section
      class="sheet"
      data-region="sheet"
      tabIndex={-1}
      aria-label="Spreadsheet"
      aria-busy={state === 'coming' || state === 'drawn'}
      onFocus={(event) => {
        if (event.target === event.currentTarget) grid.current?.focus()
      }}
    >
      <div class="sheet-host" ref={host} />
      {state === 'coming' ? <p class="sheet-wait">The sheet is being drawn…</p> : null}
      {state === 'failed' ? <p class="sheet-wait">The sheet could not be loaded. Reload the page.</p> : null}
      <CellNote desk={desk} />
    </section>
  )
}

/** The note on the selected cell, which Sheets shows on hover. */
function CellNote({ desk }: { desk: Desk }) {
  const here = desk.spreadsheet.selection[desk.email]
  const sheet = desk.spreadsheet.sheets.find((s) => s.id === (here?.sheetId ?? desk.spreadsheet.sheets[0]?.id))
  const note = here && sheet?.notes[`${here.row}:${here.column}`]
  return (
    <p class="sheet-note" aria-live="polite" hidden={!note}>
      {note ? <strong>Note: </strong> : null}
      {note}
    </p>
  )
}
