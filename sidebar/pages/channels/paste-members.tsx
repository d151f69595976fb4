/** The member list by hand: copied from the Group’s page, or its CSV export. Only the addresses leave this page. */
import { useEffect, useState } from 'preact/hooks'
import { readPasted } from '../../../src/channels/in-page'
import type { MembersView } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { LongField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { useTask } from '../../state/task'
import { count } from '../../words'

interface Props {
  channelId: string
  /** Google did not give the list: this is the way. */
  open: boolean
  onRead: (view: MembersView) => void
}

export function PasteMembers({ channelId, open: wanted, onRead }: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const task = useTask()
  useEffect(() => {
    if (wanted) setOpen(true)
  }, [wanted])
  const { addresses, unread, outside } = readPasted(text)
  const none = tried && addresses.length === 0
  const found = [
    `${count(addresses.length, 'address', 'addresses')} found`,
    unread.length && `${count(unread.length, 'line')} with an address that cannot be read`,
    outside && `${outside} banned or invited, left out`,
  ]
  const take = () => {
    setTried(true)
    if (addresses.length === 0) return
    task.run(async () => {
      onRead(await call('takeMembers', { channelId, addresses: addresses.slice(0, 5_000) }))
      setText('')
      setTried(false)
      setOpen(false)
    })
  }
  return (
    <>
      <div class="row">
        <Button kind="link" expanded={open} onClick={() => setOpen(!open)}>
          Paste the list
        </Button>
      </div>
      {open && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            take()
          }}
        >
          <LongField
            label="Member list"
            hint="From groups.google.com: Members › Export list, or copy the page. The whole list, or people would get an alert twice."
            rows={5}
            value={text}
            onValue={setText}
            error={none ? 'There is no e-mail address in it. Paste the whole list of members.' : ''}
          />
          {text && <p class="muted">{found.filter(Boolean).join(' · ')}</p>}
          {unread.slice(0, 3).map((line) => (
            <p key={line} class="muted">{`Not read: ${line}`}</p>
          ))}
          <FaultNotice fault={task.fault} />
          <Waiting on={task.busy} what="Comparing with People…" />
          <div class="row">
            <Button type="submit" busy={task.busy}>
              Compare
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
