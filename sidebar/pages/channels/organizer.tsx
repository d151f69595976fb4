/** The national organizer: who it is, when they were last told, and what the network did since, after a look at it. */
import { useState } from 'preact/hooks'
import type { Answer, ChannelsView } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { CopyButton } from '../../parts/copy-button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Card, Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { channels } from '../../state/answers'
import { useTask } from '../../state/task'

export function Organizer({ view }: { view: ChannelsView }) {
  const [digest, setDigest] = useState<Answer<'organizerDigest'> | null>(null)
  const [done, setDone] = useState('')
  const look = useTask()
  const tell = useTask()
  const { organizers, told, mayManage } = view
  const send = () =>
    tell.run(async () => {
      if (!digest) return
      const fresh = await call('tellOrganizer', { seal: digest.seal })
      channels.put(fresh)
      setDigest(null)
      setDone(fresh.told.note || 'The organizer has been told.')
      announce('The organizer has been told.')
    })
  return (
    <Section title="National organizer">
      {organizers.length === 0 && (
        <p>Nobody yet. Give the organizer a row in the People tab, with the role “organizer”.</p>
      )}
      {organizers.map((one) => (
        <Card key={one.address}>
          <div class="row apart">
            <span>
              <b>{one.name}</b>
              <br />
              {one.address}
            </span>
            <CopyButton text={one.address} label={`Copy the address of ${one.name}`}>
              Copy
            </CopyButton>
          </div>
        </Card>
      ))}
      {organizers.length > 0 && (
        <>
          <p class="muted">{told.at ? `Last told ${told.text}.` : 'Not told anything from here yet.'}</p>
          {told.note && <p>{told.note}</p>}
          {done && <Notice kind="done">{done}</Notice>}
          <FaultNotice fault={look.fault ?? tell.fault} />
          <Waiting on={look.busy} what="Putting together what happened…" />
          <Waiting on={tell.busy} what="Sending…" />
          {digest && (
            <Card soft>
              <h3>{digest.subject}</h3>
              <p class="mail">{digest.body}</p>
            </Card>
          )}
          {mayManage && (
            <div class="row">
              {digest ? (
                <>
                  <Button busy={tell.busy} onClick={send}>
                    {`Send to ${digest.to.length === 1 ? digest.to[0] : `${digest.to.length} organizers`}`}
                  </Button>
                  <Button kind="link" onClick={() => setDigest(null)}>
                    Not now
                  </Button>
                </>
              ) : (
                <Button
                  busy={look.busy}
                  onClick={() => look.run(async () => setDigest(await call('organizerDigest', {})))}
                >
                  Tell the organizer…
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Section>
  )
}
