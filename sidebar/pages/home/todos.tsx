/** What waits for a person, each leading to where it is done. */
import type { Home } from '../../../src/contract'
import { todosOf } from '../../first-steps'
import { Button } from '../../parts/button'
import { Section } from '../../parts/page'
import { callsAt } from '../../state/calls'
import { goTo } from '../../state/view'

export function Todos({ home }: { home: Home }) {
  const todos = todosOf(home.counts)
  if (!todos.length) return null
  return (
    <Section title="To do">
      <ul class="bullets">
        {todos.map((todo) => (
          <li key={todo.text}>
            {todo.page === 'home' ? (
              todo.text
            ) : (
              <Button
                kind="link"
                onClick={() => {
                  if (todo.callId) callsAt.set({ screen: 'calls', callId: todo.callId, panel: '' })
                  goTo(todo.page)
                }}
              >
                {todo.text}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
