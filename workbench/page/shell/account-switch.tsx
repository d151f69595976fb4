/** Who sits at the screen: everything on it is theirs, menu, sidebar, mailbox, quota. */
import type { Desk } from '../desk'

export function AccountSwitch({ desk }: { desk: Desk }) {
  const accounts = Object.values(desk.workspace.state.accounts)
  return (
    <label class="account">
      <span class="unseen">Signed in as</span>
      <select value={desk.email} onChange={(event) => desk.enter(event.currentTarget.value)}>
        {accounts.map(({ email, name, kind }) => (
          <option key={email} value={email}>
            {name}
            {kind === 'workspace' ? ' (Workspace)' : ''}
          </option>
        ))}
      </select>
    </label>
  )
}
