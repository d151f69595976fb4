/** The internal list against a Google Group: who is missing, who is left over, lists to copy, and the change where one may. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ChannelCard, MembersView } from '../../../src/contract'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { Confirm } from '../../parts/confirm'
import { CopyButton } from '../../parts/copy-button'
import { More } from '../../parts/more'
import { FaultNotice, Notice } from '../../parts/notice'
import { Card, Pill, Section } from '../../parts/page'
import { Bar, Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { channels } from '../../state/answers'
import { channelsAt, leaveChannel } from '../../state/channels'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { count } from '../../words'
import { PasteMembers } from './paste-members'

type Listed = MembersView['missing']

function put(members: MembersView): void {
  channelsAt.set({ members })
  channels.load()
  announce(`${count(members.missing.length, 'person is', 'people are')} missing, ${members.extra.length} left over.`)
}

function People({ list, verb }: { list: Listed; verb: string }) {
  if (!list.length) return null
  const what = count(list.length, 'address', 'addresses')
  return (
    <>
      <CopyButton text={list.map((one) => one.address).join('\n')}>{`Copy ${what} to ${verb}`}</CopyButton>
      <More items={list} first={5} noun="people">
        {(one) => (
          <li key={one.address}>
            <b>{one.name}</b> <span class="muted">{one.why}</span>
            <br />
            {one.address}
          </li>
        )}
      </More>
    </>
  )
}

/** Adds and takes out lot after lot; each answer is the list as it is then, so a run that stopped is made good by the next. */
function Change({ view }: { view: MembersView }) {
  const [asking, setAsking] = useState(false)
  const [all, setAll] = useState(0)
  const task = useTask()
  const left = view.missing.length + view.extra.length
  const go = () =>
    task.run(async () => {
      setAll(left)
      const add = view.missing.map((one) => one.address)
      const remove = view.extra.map((one) => one.address)
      let now = view
      do {
        now = await call('changeMembers', { channelId: view.channelId, add, remove })
        put(now)
      } while (now.added + now.removed > 0 && now.missing.length + now.extra.length > now.refused.length)
      setAsking(false)
    })
  if (!left) return null
  return (
    <>
      <FaultNotice fault={task.fault} />
      {task.busy && <Bar value={all - left} of={all} label="Changes made" />}
      <Waiting on={task.busy} what="Changing who is in the Group…" />
      {view.refused.map((one) => (
        <p key={one.address} class="field-error">{`${one.address}: ${one.why}.`}</p>
      ))}
      {asking ? (
        <Confirm
          ask={`Add ${view.missing.length} and take out ${view.extra.length}?`}
          detail="Google may tell them. Owners, managers and people who are not in People are never taken out."
          yes="Change the Group"
          no="Not yet"
          busy={task.busy}
          onYes={go}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div class="row">
          <Button onClick={() => setAsking(true)}>Change it from here</Button>
        </div>
      )}
    </>
  )
}

function Comparison({ view, mayManage }: { view: MembersView; mayManage: boolean }) {
  const { missing, extra, spelled, twice, strangers, should } = view
  const inside = should === null ? view.members : should - missing.length
  const right = missing.length + extra.length === 0
  return (
    <>
      <Card>
        <p>
          <b>{should === null ? count(inside, 'member') : `${inside} of ${count(should, 'leader')} are in it`}</b>
        </p>
        {should !== null && <Bar value={inside} of={should} kind={missing.length ? 'amber' : 'green'} />}
        <p class="muted">{`${count(view.members, 'member')} in all.`}</p>
        {!view.whole && (
          <Pill kind="mind">! Members without a Google account are not seen this way. Paste the list to be sure.</Pill>
        )}
      </Card>
      {right && <Notice kind="done">Nobody is missing and nobody is left over.</Notice>}
      {missing.length > 0 && (
        <Section title="Missing" aside={String(missing.length)}>
          <People list={missing} verb="add" />
        </Section>
      )}
      {extra.length > 0 && (
        <Section title="Left over" aside={String(extra.length)}>
          <People list={extra} verb="remove" />
        </Section>
      )}
      {mayManage && view.canChange && <Change view={view} />}
      {!right && !view.canChange && (
        <p class="muted">
          On the Group’s page: Members › Add members, or tick people and Remove. Paste up to 10 at a time.
        </p>
      )}
      {spelled.length > 0 && (
        <Section title="Under another spelling" aside={String(spelled.length)}>
          <p class="muted">The same mailbox: nothing to do.</p>
          <More items={spelled} first={3} noun="people">
            {(one) => (
              <li key={one.address}>
                {one.address} <span class="muted">{one.why}</span>
              </li>
            )}
          </More>
        </Section>
      )}
      {twice.length > 0 && (
        <Section title="In it twice" aside={String(twice.length)}>
          <p class="muted">They get every post twice: take one of the two out.</p>
          <More items={twice} first={3} noun="people">
            {(one) => <li key={one}>{one}</li>}
          </More>
        </Section>
      )}
      {strangers.length > 0 && (
        <Section title="Not in People" aside={String(strangers.length)}>
          <p class="muted">Shown this once and kept nowhere. Add them to People if they lead a group.</p>
          <More items={strangers} first={5} noun="addresses">
            {(one) => <li key={one}>{one}</li>}
          </More>
        </Section>
      )}
    </>
  )
}

export function Members({ card, mayManage }: { card: ChannelCard; mayManage: boolean }) {
  const { members } = useStore(channelsAt)
  const read = useTask()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  // Addresses of strangers are in it: forgotten with the page.
  useEffect(() => () => channelsAt.set({ members: null }), [])
  const { channelId } = card
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>{`Members of ${card.name || card.address}`}</h2>
      <p class="muted">
        {card.readText ? `Last list: ${card.readText}. Only who of People is in it is kept.` : 'No list was read yet.'}
      </p>
      {mayManage ? (
        <>
          <div class="row">
            <Button
              kind={members ? 'plain' : 'primary'}
              busy={read.busy}
              onClick={() => read.run(async () => put(await call('readMembers', { channelId })))}
            >
              Read from Google
            </Button>
          </div>
          <Waiting on={read.busy} what="Asking Google who is in it…" />
          <FaultNotice fault={read.fault} />
          <PasteMembers channelId={channelId} open={read.fault !== null} onRead={put} />
        </>
      ) : (
        <p>The operator and coordinators read the list.</p>
      )}
      {members && members.channelId === channelId && <Comparison view={members} mayManage={mayManage} />}
      <div class="row">
        <Button kind="link" onClick={() => leaveChannel()}>
          Back to the channels
        </Button>
      </div>
    </section>
  )
}
