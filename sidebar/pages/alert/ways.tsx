/** By which ways an alert goes: mail to leaders, posts to channels, or both. Without channels there is nothing to choose. */
import type { AlertChoices, Draft } from '../../../src/contract'
import { change } from '../../state/draft'

const MAIL = 'mail'
const WORDS = {
  'google group': 'One post. Its members get no mail of their own.',
  slack: 'One post.',
  facebook: 'You paste it there; the text waits for you.',
} as const

export function Ways({ choices, draft }: { choices: AlertChoices; draft: Draft }) {
  const channels = choices.channels ?? []
  const chosen = draft.channels ?? [MAIL]
  // One that was chosen and is paused by now can still be taken out again.
  const gone = chosen.filter((way) => way !== MAIL && !channels.some((one) => one.id === way))
  if (channels.length + gone.length === 0) return null
  const tick = (way: string, on: boolean) =>
    change({ channels: on ? [...chosen, way] : chosen.filter((one) => one !== way) })
  const box = (way: string, name: string, about: string) => (
    <label key={way}>
      <input
        type="checkbox"
        checked={chosen.includes(way)}
        onChange={(event) => tick(way, event.currentTarget.checked)}
      />
      <span>
        {name}
        <small>{about}</small>
      </span>
    </label>
  )
  return (
    <fieldset class="radios stacked">
      <legend>How it goes</legend>
      {box(MAIL, 'By mail to leaders', 'Each in their own mailbox, with their own legislators.')}
      {channels.map((one) =>
        box(
          one.id,
          one.kind === 'google group'
            ? `To the Google Group ${one.name}`
            : one.kind === 'slack'
              ? `Slack ${one.name}`
              : one.name,
          [WORDS[one.kind], one.note].filter(Boolean).join(' '),
        ),
      )}
      {gone.map((way) => box(way, way, 'Paused, or not in the Channels tab any more.'))}
    </fieldset>
  )
}
