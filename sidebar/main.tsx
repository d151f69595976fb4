/** The sidebar: tabs, the page that is open, and what is said to screen readers. */
import { render, type VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Page } from '../src/contract'
import { catchFocus, keepFocusNear } from './focus'
import { AlertPage } from './pages/alert/alert'
import { CallsPage } from './pages/calls/calls'
import { ChannelsPage } from './pages/channels/channels'
import { DistrictsPage } from './pages/districts/districts'
import { GroupsPage } from './pages/groups/groups'
import { HomePage } from './pages/home/home'
import { spoken } from './state/announce'
import { home } from './state/answers'
import { useStore } from './state/store'
import { goTo, view } from './state/view'

const TABS: { page: Page; label: string }[] = [
  { page: 'home', label: 'Home' },
  { page: 'groups', label: 'Groups' },
  { page: 'districts', label: 'Districts' },
  { page: 'alert', label: 'Alert' },
  { page: 'calls', label: 'Calls' },
]
const PAGE: Record<Page, () => VNode> = {
  home: HomePage,
  groups: GroupsPage,
  districts: DistrictsPage,
  alert: AlertPage,
  calls: CallsPage,
  channels: ChannelsPage,
}
/** Under which tab a page without one of its own is. */
const UNDER: Partial<Record<Page, Page>> = { channels: 'home' }

function Sidebar() {
  const { page } = useStore(view)
  const { text } = useStore(spoken)
  // Every page needs the state's time zone and whether an alert is under way.
  useEffect(() => {
    home.load()
  }, [])
  // A link that led here went with its page. Not as the sidebar opens: the sheet keeps the focus.
  const shown = useRef(page)
  useLayoutEffect(() => {
    if (shown.current !== page) catchFocus(() => document.querySelector('main'))
    shown.current = page
  }, [page])
  const Shown = PAGE[page]
  return (
    <>
      {/* Google draws the title bar; this one is for screen readers. */}
      <header class="unseen">
        <h1>Statewide</h1>
      </header>
      <nav aria-label="Pages">
        {TABS.map((tab) => (
          <button
            key={tab.page}
            type="button"
            aria-current={tab.page === page ? 'page' : tab.page === UNDER[page] ? 'true' : undefined}
            onClick={() => goTo(tab.page)}
          >
            {tab.label}
          </button>
        ))}
      </nav>
      <Shown />
      <output class="unseen" aria-live="polite">
        {text}
      </output>
    </>
  )
}

const root = document.getElementById('app')
if (root) render(<Sidebar />, root)
keepFocusNear()
