/** Modal and modeless dialogs of the add-on, newest on top. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DialogState } from '../../workspace/ui-state'
import type { Desk } from '../desk'
import { ScriptFrame } from './script-frame'

export function Dialogs({ desk }: { desk: Desk }) {
  return (
    <>
      {desk.ui.dialogs.map((dialog) => (
        <Dialog key={`${desk.email} ${dialog.id}`} desk={desk} dialog={dialog} />
      ))}
    </>
  )
}

function Dialog({ desk, dialog }: { desk: Desk; dialog: DialogState }) {
  const box = useRef<HTMLDialogElement>(null)
  const [size, setSize] = useState({ width: dialog.width, height: dialog.height })
  useEffect(() => {
    if (dialog.modal) box.current?.showModal()
    else box.current?.show()
  }, [])
  const close = (): void => {
    // Gives the focus back to whatever had it.
    box.current?.close()
    desk.ui.dialogs = desk.ui.dialogs.filter((other) => other.id !== dialog.id)
    desk.changed()
  }
  return (
    <dialog
      ref={box}
      class={`dialog ${dialog.modal ? 'dialog-modal' : 'dialog-modeless'}`}
      aria-label={dialog.title}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      style={{ width: `${size.width}px` }}
    >
      <div class="dialog-head">
        <h2>{dialog.title}</h2>
        <button type="button" aria-label="Close" onClick={close}>
          ×
        </button>
      </div>
      <div style={{ height: `${size.height}px` }}>
        <ScriptFrame
          desk={desk}
          email={desk.email}
          html={dialog.html}
          title={dialog.title || 'Dialog'}
          onClose={close}
          onSize={(wish) => setSize((size) => ({ ...size, ...wish }))}
        />
      </div>
    </dialog>
  )
}
