/** Adding or changing a channel. Slack’s webhook is typed here, kept outside of the sheet, and never shown again. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChannelDraft, ChannelsView } from '../../../src/contract'
import { CHANNEL_AUDIENCES, CHANNEL_KINDS, CHANNEL_STATES } from '../../../src/registry/words'
import { call } from '../../call'
import { Button } from '../../parts/button'
import { focusFirstError, SelectField, TextField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { alertChoices, channels } from '../../state/answers'
import { channelsAt, leaveChannel } from '../../state/channels'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { KIND_WORDS } from './kinds'

const AUDIENCE_WORDS = {
  all: 'All leaders',
  'working group': 'The working group',
  topic: 'Whoever follows a topic',
} as const
const STATE_WORDS = { active: 'In use', paused: 'Paused: nothing is posted' } as const
const ADDRESS = {
  'google group': ['Address', 'Such as leaders@googlegroups.com.'],
  slack: ['Slack channel', 'Such as #alerts. For people to read; the webhook decides where it goes.'],
  facebook: ['Link', 'https://www.facebook.com/groups/… You paste there by hand.'],
} as const

export function ChannelForm({ view }: { view: ChannelsView }) {
  const { draft } = useStore(channelsAt)
  const task = useTask()
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  if (!draft) return null
  const card = view.channels.find((one) => one.channelId === draft.channelId)
  const type = (part: Partial<ChannelDraft>) => channelsAt.set({ draft: { ...draft, ...part } })
  const error = (field: keyof ChannelDraft) =>
    task.fault?.field === field ? `${task.fault.message} ${task.fault.next}` : ''
  const save = async () => {
    const well = await task.run(async () => {
      const { view: fresh } = await call('saveChannel', draft)
      channels.put(fresh)
      alertChoices.load()
    })
    if (!well) return focusFirstError(form.current)
    const done = `${draft.name.trim()} is saved.`
    announce(done)
    leaveChannel(done)
  }
  const [label, hint] = ADDRESS[draft.kind]
  const atField = ['name', 'address', 'topic', 'webhook'].includes(task.fault?.field ?? '')
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {card ? `Change ${card.name || card.channelId}` : 'Add a channel'}
      </h2>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <SelectField
          label="Kind"
          value={draft.kind}
          onValue={(kind) => type({ kind: CHANNEL_KINDS.find((one) => one === kind) ?? 'google group', webhook: null })}
          options={CHANNEL_KINDS.map((kind) => [kind, KIND_WORDS[kind]] as const)}
        />
        <TextField label="Name" value={draft.name} onValue={(name) => type({ name })} error={error('name')} />
        <TextField
          label={label}
          hint={hint}
          value={draft.address}
          onValue={(address) => type({ address })}
          error={error('address')}
        />
        {draft.kind === 'slack' && (
          <TextField
            label="Webhook"
            hint={
              card?.webhook
                ? 'Set. Paste another one to replace it.'
                : 'From Slack: Apps › Incoming Webhooks. A secret: it is kept outside of the sheet and not shown again.'
            }
            value={draft.webhook ?? ''}
            onValue={(webhook) => type({ webhook: webhook === '' ? null : webhook })}
            error={error('webhook')}
          />
        )}
        <SelectField
          label="Who is in it"
          value={draft.audience}
          onValue={(audience) => type({ audience: CHANNEL_AUDIENCES.find((one) => one === audience) ?? 'all' })}
          options={CHANNEL_AUDIENCES.map((audience) => [audience, AUDIENCE_WORDS[audience]] as const)}
        />
        <TextField label="Topic" value={draft.topic} onValue={(topic) => type({ topic })} error={error('topic')} />
        <SelectField
          label="State"
          value={draft.state}
          onValue={(state) => type({ state: CHANNEL_STATES.find((one) => one === state) ?? 'paused' })}
          options={CHANNEL_STATES.map((state) => [state, STATE_WORDS[state]] as const)}
        />
        <FaultNotice fault={atField ? null : task.fault} />
        <Waiting on={task.busy} what="Saving the channel…" />
        <div class="row">
          <Button kind="primary" type="submit" busy={task.busy}>
            Save
          </Button>
          <Button onClick={() => leaveChannel()}>Cancel</Button>
        </div>
      </form>
    </section>
  )
}
