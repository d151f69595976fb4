/** Posts of an alert: before it goes, as their readers will see them; then what became of each, and what is to be pasted. */
import { useState } from 'preact/hooks'
import type { AlertPreview, Progress } from '../../../src/contract'
import { Button } from '../../parts/button'
import { CopyButton } from '../../parts/copy-button'
import { Link } from '../../parts/link'
import { Card, Section } from '../../parts/page'
import { channels, useAnswer } from '../../state/answers'
import { settle } from '../../state/send-run'

const KIND = { 'google group': 'Google Group', slack: 'Slack', facebook: 'Facebook' } as const

export function PostPreviews({ posts = [] }: { posts?: AlertPreview['posts'] }) {
  if (posts.length === 0) return null
  return (
    <Section title="Posts" aside={String(posts.length)}>
      {posts.map((post) => (
        <OnePreview key={post.channelId} post={post} />
      ))}
    </Section>
  )
}

function OnePreview({ post }: { post: NonNullable<AlertPreview['posts']>[number] }) {
  const [open, setOpen] = useState(false)
  return (
    <Card soft>
      <div class="row apart">
        <b>{`${KIND[post.kind]}: ${post.name}`}</b>
        <Button expanded={open} label={`Text for ${post.name}`} onClick={() => setOpen(!open)}>
          Text
        </Button>
      </div>
      {open && (
        <>
          {post.kind === 'google group' && <h3>{post.subject}</h3>}
          <p class="mail">{post.body}</p>
        </>
      )}
    </Card>
  )
}

const WORDS: Partial<Record<NonNullable<Progress['posts']>[number]['state'], string>> = {
  queued: '○ waits',
  claimed: '→ being posted',
  doubt: '? in doubt',
  failed: '✕ not posted',
  cancelled: '– cancelled',
  expired: '– too late',
}

/** A Group takes a post without a word: whether it shows it is not told. */
function stateWords({ kind, state }: NonNullable<Progress['posts']>[number]): string {
  if (state === 'sent') return kind === 'google group' ? '✓ handed to the Group' : '✓ posted'
  if (state === 'skipped') return '○ waits for you'
  return WORDS[state] ?? state
}

export function Posts({ posts = [] }: { posts?: Progress['posts'] }) {
  if (posts.length === 0) return null
  return (
    <Section title="Posts">
      {posts.map((post) => (
        <OnePost key={post.messageId} post={post} />
      ))}
    </Section>
  )
}

/** The link of the Facebook group, where Channels has one. */
function WhereToPaste({ name }: { name: string }) {
  const { value } = useAnswer(channels)
  const address = value?.channels.find((one) => one.kind === 'facebook' && one.name === name)?.address
  return address ? (
    <p>
      <Link to={address}>Open the Facebook group</Link>
    </p>
  ) : null
}

function OnePost({ post }: { post: NonNullable<Progress['posts']>[number] }) {
  const [busy, setBusy] = useState(false)
  const say = async (as: 'it went' | 'send it again') => {
    setBusy(true)
    await settle({ messageId: post.messageId, as })
    setBusy(false)
  }
  const { kind, to, state, text, reason } = post
  return (
    <Card>
      <p>
        <b>{`${KIND[kind]}: ${to}`}</b>
        <br />
        {stateWords(post)}
      </p>
      {reason && state !== 'skipped' && <p class="muted">{reason}</p>}
      {kind === 'facebook' && state === 'skipped' && <WhereToPaste name={to} />}
      {kind === 'facebook' && state === 'skipped' && (
        <div class="row">
          <CopyButton text={text} label={`Copy the text for ${to}`}>
            Copy the text
          </CopyButton>
          <Button busy={busy} label={`I posted it in ${to}`} onClick={() => say('it went')}>
            I posted it
          </Button>
        </div>
      )}
      {state === 'failed' && (
        <Button busy={busy} label={`Post it again: ${to}`} onClick={() => say('send it again')}>
          Post it again
        </Button>
      )}
    </Card>
  )
}
