/** The add-on's toasts (as Sheets shows them, low on the right) and the workbench's own notices. */
import { useEffect } from 'preact/hooks'
import type { ToastState } from '../../workspace/ui-state'
import type { Desk } from '../desk'

export function Toasts({ desk }: { desk: Desk }) {
  const { ui } = desk
  // A new toast takes the place of the one before.
  const toast = ui.toasts[ui.toasts.length - 1]
  const dismiss = (): void => {
    ui.toasts = []
    desk.changed()
  }
  return (
    <section class="toasts" aria-live="polite" aria-label="Messages">
      {toast ? <Toast key={`${toast.at} ${toast.text}`} toast={toast} done={dismiss} /> : null}
      {desk.notices.map(({ id, text, tone }) => (
        <div key={id} class={`toast toast-${tone}`}>
          <p>{text}</p>
          <button type="button" aria-label="Dismiss" onClick={() => desk.unsay(id)}>
            ×
          </button>
        </div>
      ))}
    </section>
  )
}

function Toast({ toast, done }: { toast: ToastState; done(): void }) {
  useEffect(() => {
    if (toast.seconds < 0) return
    const timer = setTimeout(done, toast.seconds * 1000)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div class="toast">
      <div>
        {toast.title ? <strong>{toast.title}</strong> : null}
        <p>{toast.text}</p>
      </div>
      <button type="button" aria-label="Dismiss" onClick={done}>
        ×
      </button>
    </div>
  )
}
