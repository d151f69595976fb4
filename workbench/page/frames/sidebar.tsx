/** The add-on's sidebar: right of the sheet, 300 pixels, not to be resized. */
import { useRef } from 'preact/hooks'
import type { SidebarState } from '../../workspace/ui-state'
import type { Desk } from '../desk'
import { ScriptFrame } from './script-frame'

export function Sidebar({ desk }: { desk: Desk }) {
  const shown = useRef<{ sidebar: SidebarState | null; count: number }>({ sidebar: null, count: 0 })
  const { sidebar } = desk.ui
  // Opening it again is a new page, even with the same text in it.
  if (shown.current.sidebar !== sidebar) shown.current = { sidebar, count: shown.current.count + 1 }
  if (!sidebar) return null
  const close = (): void => {
    desk.ui.sidebar = null
    desk.changed()
  }
  return (
    <aside class="sidebar" aria-label={sidebar.title || 'Sidebar'} data-region="sidebar">
      <div class="sidebar-head">
        <h2>{sidebar.title}</h2>
        <button type="button" aria-label="Close sidebar" onClick={close}>
          ×
        </button>
      </div>
      <ScriptFrame
        key={shown.current.count}
        desk={desk}
        email={desk.email}
        html={sidebar.html}
        title={sidebar.title || 'Sidebar'}
        onClose={close}
      />
    </aside>
  )
}
