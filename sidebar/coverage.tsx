/** The wide dialog beside the sheet: coverage as a map. */
import { render } from 'preact'
import { fitScreen } from './pages/coverage/fit'
import { CoveragePage } from './pages/coverage/page'
import { spoken } from './state/announce'
import { useStore } from './state/store'

function Dialog() {
  const { text } = useStore(spoken)
  return (
    <>
      <CoveragePage />
      <output class="unseen" aria-live="polite">
        {text}
      </output>
    </>
  )
}

fitScreen()
const root = document.getElementById('app')
if (root) render(<Dialog />, root)
