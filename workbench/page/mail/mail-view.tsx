/** Everybody's mailbox: whom to read, what is there, one message with its answer. */
import { useState } from 'preact/hooks'
import { mailAddresses, type ReadMail, readMailbox } from '../../workspace/services/mail-read'
import type { Desk } from '../desk'
import { shortMoment } from '../times'
import { MessageView } from './message-view'
import { Write } from './write'

export function MailView({ desk }: { desk: Desk }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [writing, setWriting] = useState(false)
  const owner = desk.reading ?? desk.email
  const messages = readMailbox(desk.workspace, owner).reverse()
  const open = messages.find((message) => message.id === chosen) ?? null
  return (
    <>
      <Addresses
        desk={desk}
        owner={owner}
        choose={(email) => {
          desk.reading = email
          setChosen(null)
          setWriting(false)
          desk.changed()
        }}
      />
      <section class="mail-list" aria-label={`Messages of ${owner}`} data-region="messages">
        <h2>{nameOf(desk, owner)}</h2>
        <button type="button" class="mail-write" onClick={() => setWriting(true)}>
          Write a mail
        </button>
        {messages.length === 0 ? <p class="empty">Nothing has arrived here yet.</p> : null}
        <ul>
          {messages.map((message) => (
            <li key={message.id}>
              <button
                type="button"
                aria-current={message.id === chosen ? 'true' : undefined}
                onClick={() => {
                  setWriting(false)
                  setChosen(message.id)
                }}
              >
                <Line message={message} zone={desk.spreadsheet.timeZone} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      {writing ? (
        <Write key={owner} desk={desk} owner={owner} done={() => setWriting(false)} />
      ) : open ? (
        <MessageView key={open.id} desk={desk} owner={owner} message={open} />
      ) : (
        <section class="mail-open" aria-label="Message">
          <p class="empty">{messages.length > 0 ? 'Choose a message.' : ''}</p>
        </section>
      )}
    </>
  )
}

const nameOf = (desk: Desk, email: string): string => {
  const person = desk.franklin.people.find((p) => p.email.toLowerCase() === email)
  return desk.workspace.state.accounts[email]?.name ?? person?.name ?? email
}

function Line({ message, zone }: { message: ReadMail; zone: string }) {
  const sent = message.labels.includes('SENT')
  const to = [...message.to, ...message.cc, ...message.bcc]
  const whom = sent ? `To ${to.length > 1 ? `${to.length} people` : to[0]}` : message.fromName || message.from
  return (
    <>
      <span class="mail-who">
        {whom}
        {sent ? <span class="tag">sent</span> : null}
      </span>
      <span class="mail-subject">{message.subject || '(no subject)'}</span>
      <span class="quiet">{shortMoment(message.at, zone)}</span>
    </>
  )
}

interface AddressesProps {
  desk: Desk
  owner: string
  choose(email: string): void
}

function Addresses({ desk, owner, choose }: AddressesProps) {
  const [search, setSearch] = useState('')
  const accounts = Object.keys(desk.workspace.state.accounts)
  const others = mailAddresses(desk.workspace).filter((email) => !accounts.includes(email))
  const wanted = search.trim().toLowerCase()
  // Whoever is looked for may write the first mail themselves.
  const unwritten = wanted ? desk.franklin.people.map((p) => p.email.toLowerCase()) : []
  const shown = [...new Set([...accounts, ...others.sort(), ...unwritten])].filter(
    (email) => !wanted || email.includes(wanted) || nameOf(desk, email).toLowerCase().includes(wanted),
  )
  return (
    <section class="mail-people" aria-label="Mailboxes" data-region="mailboxes">
      <label>
        <span>Find a mailbox</span>
        <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <ul>
        {shown.map((email) => (
          <li key={email}>
            <button type="button" aria-current={email === owner ? 'true' : undefined} onClick={() => choose(email)}>
              <span>{nameOf(desk, email)}</span>
              <span class="quiet">{email}</span>
              <Count desk={desk} email={email} />
            </button>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p class="empty">Other people appear here when the first mail to them has been sent.</p>
      ) : null}
    </section>
  )
}

function Count({ desk, email }: { desk: Desk; email: string }) {
  const count = desk.workspace.mailbox(email).length
  if (count === 0) return null
  return (
    <span class="count">
      {count}
      <span class="unseen"> received</span>
    </span>
  )
}
