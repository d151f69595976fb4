/** A new mail in the name of whoever’s mailbox is open. */
import { useState } from 'preact/hooks'
import { parseAddresses } from '../../workspace/services/mail-address'
import { compose } from '../../workspace/services/mail-compose'
import { submit } from '../../workspace/services/mail-server'
import type { Desk } from '../desk'

export function Write({ desk, owner, done }: { desk: Desk; owner: string; done(): void }) {
  const accounts = Object.keys(desk.workspace.state.accounts)
  const [to, setTo] = useState(accounts.find((email) => email !== owner) ?? '')
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const send = (event: Event): void => {
    event.preventDefault()
    const sent = desk.act(() => {
      const { workspace } = desk
      const from = { name: workspace.state.accounts[owner]?.name ?? '', email: owner }
      const at = workspace.clock.now
      return submit(workspace, owner, compose({ from, to: parseAddresses(to), subject, text, at }))
    })
    if (!sent) return
    desk.say(`Sent to ${to}`)
    done()
  }
  return (
    <section class="mail-open" aria-label="New mail" data-region="new-mail">
      <h2>New mail from {owner}</h2>
      <form class="mail-answer" onSubmit={send}>
        <label>
          <span>To</span>
          <input value={to} onInput={(event) => setTo(event.currentTarget.value)} />
        </label>
        <label>
          <span>Subject</span>
          <input value={subject} onInput={(event) => setSubject(event.currentTarget.value)} />
        </label>
        <label>
          <span>Text</span>
          <textarea rows={8} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div class="mail-as">
          <button type="submit" disabled={!to.includes('@') || (subject + text).trim() === ''}>
            Send
          </button>
          <button type="button" onClick={done}>
            Cancel
          </button>
        </div>
      </form>
    </section>
  )
}
