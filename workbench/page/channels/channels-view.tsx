/** What was posted in Slack; who is in a Google Group and what was posted there. */
import { readMail } from '../../workspace/services/mail-read'
import { readSlack, slackIn } from '../../workspace/slack'
import type { Desk } from '../desk'
import { longMoment } from '../times'

export function ChannelsView({ desk }: { desk: Desk }) {
  const { workspace } = desk
  const { hooks, posts } = slackIn(workspace.state.web ?? {})
  const groups = Object.values(workspace.state.groups.groups)
  const at = (ms: number): string => longMoment(ms, desk.spreadsheet.timeZone)
  return (
    <div class="channels">
      <section aria-labelledby="slack">
        <h2 id="slack">Slack</h2>
        {hooks.map((hook) => (
          <p key={hook.path} class="quiet">
            {`${hook.channel}: webhook `}
            <code>{`https://hooks.slack.com/services/${hook.path}`}</code>
          </p>
        ))}
        {posts.length === 0 ? <p class="empty">Nothing was posted yet.</p> : null}
        <ul class="events">
          {[...posts].reverse().map((post) => {
            const { shown, mentions } = readSlack(post.text)
            return (
              <li key={`${post.at} ${post.channel}`}>
                <strong>{post.channel}</strong>
                <span class="quiet">{at(post.at)}</span>
                <pre class="post-text">{shown}</pre>
                {mentions.length > 0 ? <span>{`Calls on: ${mentions.join(', ')}`}</span> : null}
              </li>
            )
          })}
        </ul>
      </section>
      {groups.map((group) => (
        <section key={group.email} aria-label={group.email}>
          <h2>{group.email}</h2>
          <p class="quiet">
            {`Google Group · ${group.members.length} members · ${group.hidden ? 'only owners see who' : 'members see who'} · ${
              group.posting === 'anyone' ? 'anyone may post' : 'members may post'
            }`}
          </p>
          <details>
            <summary>Members</summary>
            <ul>
              {group.members.map((member) => (
                <li key={member.email}>{`${member.email} · ${member.role.toLowerCase()}`}</li>
              ))}
            </ul>
          </details>
          <h3>Posts</h3>
          {(group.archive ?? []).length === 0 ? <p class="empty">Nothing was posted yet.</p> : null}
          <ul class="events">
            {[...(group.archive ?? [])].reverse().map((post, i) => {
              const { subject, text } = readMail({
                id: '',
                threadId: '',
                labelIds: [],
                envelope: [],
                raw: post.raw,
                at: post.at,
              })
              return (
                <li key={`${post.at} ${i}`}>
                  <strong>{subject || '(no subject)'}</strong>
                  <span class="quiet">{`${post.from} · ${at(post.at)}`}</span>
                  <pre class="post-text">{text}</pre>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
