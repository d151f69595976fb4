/** The workspace between two visits, in this browser's IndexedDB. */
import { createStore, del, get, set } from 'idb-keyval'

const store = createStore('statewide-workbench', 'workspaces')
const KEY = 'current'

/** JSON text of the workspace, or null: nothing kept, or the browser keeps nothing. */
export async function kept(): Promise<string | null> {
  try {
    return (await get<string>(KEY, store)) ?? null
  } catch {
    return null
  }
}

export async function forget(): Promise<void> {
  await del(KEY, store).catch(() => undefined)
}

export async function keep(text: string): Promise<void> {
  await set(KEY, text, store)
}

const ACCOUNT = 'statewide-workbench-account'

/** Who looked last; null where the browser keeps nothing. */
export function lastAccount(): string | null {
  try {
    return localStorage.getItem(ACCOUNT)
  } catch {
    return null
  }
}

export function rememberAccount(email: string): void {
  try {
    localStorage.setItem(ACCOUNT, email)
  } catch {
    // Private windows may refuse: the owner looks first, next time too.
  }
}

/**
 * Keeps what `text` gives: at once, and while one is being written only the last of those that come meanwhile. A page
 * that is left has no time to write any more, so nothing waits for a better moment. `stop` keeps no more.
 */
export function keeper(text: () => string): { keep(): void; stop(): void } {
  let writing = false
  let again = false
  let stopped = false
  const write = async (): Promise<void> => {
    if (writing) {
      again = true
      return
    }
    writing = true
    do {
      again = false
      if (!stopped) await keep(text()).catch(() => undefined)
    } while (again)
    writing = false
  }
  return {
    keep: () => void write(),
    stop: () => {
      stopped = true
    },
  }
}
