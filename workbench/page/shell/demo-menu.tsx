/** Made-up data to try the add-on with, and the way back to the beginning. */
import { useEffect, useRef } from 'preact/hooks'
import type { Desk } from '../desk'
import type { Beginning } from '../scenario'

function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export function DemoMenu({ desk, startAgain }: { desk: Desk; startAgain(how: Beginning): void }) {
  const details = useRef<HTMLDetailsElement>(null)
  const { franklin } = desk
  useEffect(() => {
    const away = (event: Event): void => {
      if (details.current && !details.current.contains(event.target as Node)) details.current.open = false
    }
    document.addEventListener('pointerdown', away, true)
    return () => document.removeEventListener('pointerdown', away, true)
  }, [])
  const close = (): void => {
    if (details.current) details.current.open = false
    details.current?.querySelector('summary')?.focus()
  }
  const copy = async (what: string, text: string): Promise<void> => {
    close()
    try {
      await navigator.clipboard.writeText(text)
      desk.say(`${what} are on the clipboard: paste them in the sidebar under Groups`)
    } catch {
      desk.say('The browser does not let this page copy. Take the CSV file instead.', 'bad')
    }
  }
  const anew = (how: Beginning, question: string): void => {
    close()
    if (window.confirm(question)) startAgain(how)
  }
  const groups = `${franklin.groups.length} demo groups`
  const people = `${franklin.people.length} people`
  return (
    <details
      ref={details}
      class="demo"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <summary>Demo data</summary>
      <div class="demo-list">
        <h2>Franklin, a made-up state</h2>
        <p>Open the menu “Statewide”, set the sheet up, then bring these in from the sidebar.</p>
        <button type="button" onClick={() => copy(groups, franklin.groupsCsv)}>
          Copy {groups}
        </button>
        <button type="button" onClick={() => copy(people, franklin.peopleCsv)}>
          Copy {people}
        </button>
        <button type="button" onClick={() => download('franklin-groups.csv', franklin.groupsCsv)}>
          Download groups (CSV)
        </button>
        <button type="button" onClick={() => download('franklin-people.csv', franklin.peopleCsv)}>
          Download people (CSV)
        </button>
        <hr />
        <button type="button" onClick={() => anew('set up', 'Replace this workspace with one where all is set up?')}>
          Show it set up
        </button>
        <button
          type="button"
          onClick={() => anew('first day', 'Throw this workspace away and begin with an empty sheet?')}
        >
          Reset
        </button>
      </div>
    </details>
  )
}
