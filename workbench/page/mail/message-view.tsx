/** One message: as text, as the sandboxed HTML a mail program would show, and an answer to it. */
import { useState } from 'preact/hooks'
import { reply } from '../../workspace/services/mail-outside'
import type { ReadMail } from '../../workspace/services/mail-read'
import type { Desk } from '../desk'
import { longMoment } from '../times'

export function MessageView({ desk, owner, message }: { desk: Desk; owner: string; message: ReadMail }) {
  const [as, setAs] = useState<'text' | 'html'>(message.text ? 'text' : 'html')
  return (
    <section class="mail-open" aria-label="Message" data-region="message">
      <h2>{message.subject || '(no subject)'}</h2>
      <dl>
        <People name="From" people={[message.fromName ? `${message.fromName} <${message.from}>` : message.from]} />
        <People name="To" people={message.to} />
        <People name="Cc" people={message.cc} />
        <People name="Bcc" people={message.bcc} />
        <People name="At" people={[longMoment(message.at, desk.spreadsheet.timeZone)]} />
      </dl>
      {message.text && message.html ? (
        <fieldset class="mail-as" aria-label="Show as">
          {(['text', 'html'] as const).map((kind) => (
            <button key={kind} type="button" aria-pressed={as === kind} onClick={() => setAs(kind)}>
              {kind === 'text' ? 'Text' : 'HTML'}
            </button>
          ))}
        </fieldset>
      ) : null}
      {as === 'text' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long message is scrolled by keyboard
        <pre class="mail-text" tabIndex={0}>
          {message.text}
        </pre>
      ) : (
        <iframe class="mail-html" title="The message as HTML" sandbox="" srcdoc={message.html} />
      )}
      <Answer desk={desk} owner={owner} message={message} />
    </section>
  )
}

function People({ name, people }: { name: string; people: readonly string[] }) {
  if (people.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{people.join(', ')}</dd>
    </div>
  )
}

function Answer({ desk, owner, message }: { desk: Desk; owner: string; message: ReadMail }) {
  const [text, setText] = useState('')
  const send = (event: Event): void => {
    event.preventDefault()
    const sent = desk.act(() => reply(desk.workspace, message, { from: owner, text }))
    if (!sent) return
    setText('')
    desk.say(`Answered ${message.fromName || message.from}`)
  }
  return (
    <form class="mail-answer" onSubmit={send}>
      <label>
        <span>
          Reply as {owner} to {message.headers['reply-to'] ?? message.from}
        </span>
        <textarea rows={3} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={text.trim() === ''}>
        Reply
      </button>
    </form>
  )
}
