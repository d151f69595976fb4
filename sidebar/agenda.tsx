/** The agenda of a call, wide: to read, to print, to copy. It never shows the link to join. */
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CallCard, CallsView } from '../src/contract'
import { Button } from './parts/button'
import { SelectField } from './parts/inputs'
import { FaultNotice, Notice } from './parts/notice'
import { Waiting } from './parts/progress'
import { calls, useAnswer } from './state/answers'
import { openCall, opened } from './state/calls'
import { copyText } from './state/copy'
import { useStore } from './state/store'

/** The call it was opened for: the sheet puts its ID behind the page. */
const callAsked = () => document.querySelector<HTMLMetaElement>('meta[name="shown"]')?.content ?? ''

/** `asked` where it is listed, else the soonest planned call. */
function firstOf({ coming, past }: CallsView, asked: string): string {
  const all = [...coming, ...past]
  const found = all.find((one) => one.callId === asked) ?? coming.find((one) => one.state === 'planned') ?? all[0]
  return found?.callId ?? ''
}

function Sheet({ card }: { card: CallCard }) {
  const { call, agenda } = card
  const who = [
    call.facilitator.name && `Facilitator: ${call.facilitator.name}`,
    call.notes.name && `Notes: ${call.notes.name}`,
  ].filter(Boolean)
  return (
    <article>
      <h1>{call.series}</h1>
      <p class="when">{`${call.when} · ${call.minutes} minutes`}</p>
      {who.length > 0 && <p>{who.join(' · ')}</p>}
      <ol>
        {agenda.map((part, index) => (
          <li key={`${index} ${part.title}`}>
            <h2>
              {part.title} <span class="aside">{`${part.minutes} min`}</span>
            </h2>
            {part.lines.map((line, at) => (
              <p key={`${at} ${line}`}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </article>
  )
}

function Copying({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => setCopied(null), [text])
  return (
    <>
      <div class="row">
        <Button kind="primary" onClick={() => print()}>
          Print
        </Button>
        <Button onClick={async () => setCopied(await copyText(text))}>Copy the text</Button>
      </div>
      {copied && (
        <Notice kind="done" live>
          Copied. The link to join is not in it.
        </Notice>
      )}
      {copied === false && (
        <>
          <Notice kind="warn" live>
            This browser does not let the page copy. Select the text below and copy it.
          </Notice>
          <textarea
            aria-label="The agenda as text"
            readOnly
            rows={10}
            value={text}
            onFocus={(e) => e.currentTarget.select()}
          />
        </>
      )}
    </>
  )
}

function AgendaPage() {
  const { value, fault, busy } = useAnswer(calls)
  const { card, busy: opening, fault: callFault } = useStore(opened)
  const [asked, setAsked] = useState(callAsked)
  const callId = value ? firstOf(value, asked) : ''
  useEffect(() => {
    if (callId) openCall(callId)
  }, [callId])
  const all = value ? [...value.coming, ...value.past] : []
  return (
    <main>
      <div class="tools">
        <Waiting on={busy || opening} what="Reading the agenda…" />
        <FaultNotice fault={fault} retry={calls.load} />
        <FaultNotice fault={callFault} retry={() => openCall(callId)} />
        {value && !all.length && <p>There are no calls yet. Make a series on the Calls page of the sidebar.</p>}
        {all.length > 0 && (
          <SelectField
            label="Call"
            value={callId}
            onValue={setAsked}
            options={all.map((one) => [one.callId, `${one.when}, ${one.series}`] as const)}
          />
        )}
        {card && <Copying text={card.text} />}
      </div>
      {card && <Sheet card={card} />}
    </main>
  )
}

function start(): void {
  const root = document.getElementById('app')
  if (root) render(<AgendaPage />, root)
}
// What stands behind the page is not read yet while its script runs.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
else start()
