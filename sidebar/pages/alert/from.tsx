/** Whose address the mails carry: the account that sends them. */
import { home } from '../../state/answers'
import { useStore } from '../../state/store'

export function From() {
  const { value } = useStore(home.store)
  if (!value?.you.email) return null
  const { email } = value.operator
  return (
    <div class="from">
      <p>
        From <b>{value.you.email}</b>
      </p>
      {email && email !== value.you.email && (
        <p class="muted">{`What the timed run sends comes from ${email}. Answers go to the reply address of the Settings tab.`}</p>
      )}
    </div>
  )
}
