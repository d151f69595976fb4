/** A page of the script in its sandboxed frame, and the bridge from its `google.script.run` to the workspace. */
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Desk } from '../desk'
import { leave } from '../regions'
import { type FromFrame, framed, type ToFrame } from './shim'

/** As Google has it, but for `allow-same-origin`: the real frame has an origin of its own, this one has none. */
const SANDBOX = 'allow-scripts allow-forms allow-popups allow-modals allow-downloads'

/** Real calls take a fraction of a second; `?quick` in the address (for tests) leaves the wait out. */
const quick = new URLSearchParams(location.search).has('quick')
const wait = (): number => (quick ? 0 : 120 + Math.random() * 280)

let frames = 0

export interface ScriptFrameProps {
  desk: Desk
  /** Whose page it is. */
  email: string
  html: string
  title: string
  onClose(): void
  onSize?(size: { width?: number; height?: number }): void
}

export function ScriptFrame({ desk, email, html, title, onClose, onSize }: ScriptFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const channel = useMemo(() => `frame-${++frames}-${Math.random().toString(36).slice(2)}`, [html])
  const page = useMemo(
    () => framed(html, desk.workspace.serverFunctionNames(), channel, location.origin),
    [html, channel],
  )

  useEffect(() => {
    const answer = (message: ToFrame): void => frame.current?.contentWindow?.postMessage({ channel, ...message }, '*')
    const hear = (event: MessageEvent): void => {
      if (event.source !== frame.current?.contentWindow || event.data?.channel !== channel) return
      const message = event.data as FromFrame
      if (message.kind === 'close') onClose()
      else if (message.kind === 'size') onSize?.(message)
      else if (message.kind === 'focus') document.querySelector<HTMLElement>('[data-region=sheet]')?.focus()
      else if (message.kind === 'leave') leave(message.back)
      else
        setTimeout(() => {
          desk.act(() => {
            try {
              answer({ call: message.call, value: desk.workspace.serverCall(email, message.name, message.args) })
            } catch (error) {
              answer({ call: message.call, error: error instanceof Error ? error.message : String(error) })
            }
          })
        }, wait())
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [channel, email])

  return <iframe ref={frame} class="script-frame" title={title} sandbox={SANDBOX} srcdoc={page} />
}
