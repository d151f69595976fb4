/** Where the network can be reached at once: Google Group, Slack, Facebook; and the national organizer. */
import { useEffect, useRef } from 'preact/hooks'
import type { ChannelCard, ChannelsView } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice, Notice } from '../../parts/notice'
import { Card, PageFrame, Pill } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { channels, useAnswer } from '../../state/answers'
import { channelsAt, editChannel, openMembers } from '../../state/channels'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { goTo } from '../../state/view'
import { count } from '../../words'
import { ChannelForm } from './channel-form'
import { KIND_WORDS } from './kinds'
import { Members } from './members'
import { Organizer } from './organizer'

function OneChannel({ card, mayManage }: { card: ChannelCard; mayManage: boolean }) {
  const test = useTask()
  const tested = useRef('')
  const { channelId, name, kind, address, topic, state, members, readText, note, webhook } = card
  const shown = name || address || channelId
  const about = [
    KIND_WORDS[kind],
    kind === 'google group' && address,
    kind === 'slack' && (webhook ? 'webhook: set' : 'webhook: none'),
    topic,
  ]
  const post = () =>
    test.run(async () => {
      await call('testPost', { channelId })
      tested.current = `The test was posted in ${shown}. Look there.`
      announce(tested.current)
    })
  return (
    <Card>
      <h3>
        {shown} {state === 'paused' && <Pill kind="plain">– paused</Pill>}
      </h3>
      <p class="muted">{about.filter(Boolean).join(' · ')}</p>
      {members !== null && <p class="muted">{`${count(members, 'member')}, list of ${readText}`}</p>}
      {note && <Pill kind="mind">{`! ${note}`}</Pill>}
      <FaultNotice fault={test.fault} />
      <Waiting on={test.busy} what="Posting the test…" />
      {tested.current && !test.busy && !test.fault && <Notice kind="done">{tested.current}</Notice>}
      <div class="row links">
        {kind === 'google group' && (
          <Button id={`open-${channelId}`} onClick={() => openMembers(channelId)} label={`Members of ${shown}`}>
            Members
          </Button>
        )}
        {kind === 'slack' && mayManage && webhook && (
          <Button busy={test.busy} onClick={post} label={`Post a test in ${shown}`}>
            Post a test
          </Button>
        )}
        {mayManage && (
          <Button kind="link" id={`edit-${channelId}`} onClick={() => editChannel(card)} label={`Change ${shown}`}>
            Change
          </Button>
        )}
      </div>
    </Card>
  )
}

function List({ view }: { view: ChannelsView }) {
  const { done, channelId } = useStore(channelsAt)
  // Whoever comes back from a form goes on where they left.
  useEffect(() => {
    if (done || channelId) document.getElementById(`edit-${channelId}`)?.focus()
  }, [done, channelId])
  return (
    <>
      <h2>Channels</h2>
      {done && <Notice kind="done">{done}</Notice>}
      {view.channels.length === 0 && (
        <p>An alert can also go to your Google Group, to Slack, or to a Facebook group. Add the first one here.</p>
      )}
      {view.channels.map((card) => (
        <OneChannel key={card.channelId} card={card} mayManage={view.mayManage} />
      ))}
      {view.mayManage ? (
        <div class="row">
          <Button kind="primary" onClick={() => editChannel(null)}>
            Add a channel
          </Button>
        </div>
      ) : (
        <p class="muted">The operator and coordinators keep the channels.</p>
      )}
      <Organizer view={view} />
    </>
  )
}

export function ChannelsPage() {
  const { value, fault, busy } = useAnswer(channels)
  const { screen, channelId } = useStore(channelsAt)
  const open = value?.channels.find((one) => one.channelId === channelId)
  return (
    <PageFrame
      foot={
        <Button kind="link" onClick={() => goTo('home')}>
          ‹ Home
        </Button>
      }
    >
      <Waiting on={busy} over={value !== null} what="Reading the channels…" />
      <FaultNotice fault={fault} retry={channels.load} />
      {value && screen === 'form' && <ChannelForm view={value} />}
      {value && screen === 'members' && open && <Members card={open} mayManage={value.mayManage} />}
      {value && (screen === 'list' || (screen === 'members' && !open)) && <List view={value} />}
    </PageFrame>
  )
}
