/** Name, views, clock, who looks, demo data. */
import { type Desk, VIEWS, type View } from '../desk'
import type { Beginning } from '../scenario'
import { AccountSwitch } from './account-switch'
import { ClockBar } from './clock-bar'
import { DemoMenu } from './demo-menu'

const NAMES: Record<View, string> = {
  sheet: 'Sheet',
  mail: 'Mail',
  calendar: 'Calendar',
  channels: 'Channels',
  meter: 'Meter',
}

export function TopBar({ desk, startAgain }: { desk: Desk; startAgain(how: Beginning): void }) {
  return (
    <header class="top" data-region="top">
      <div class="top-name">
        <span class="top-logo" aria-hidden="true" />
        <div>
          <h1>{desk.spreadsheet.name}</h1>
          <p>Workbench: nothing leaves this computer</p>
        </div>
      </div>
      <nav class="top-views" aria-label="Views">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-current={desk.view === view ? 'page' : undefined}
            onClick={() => desk.show(view)}
          >
            {NAMES[view]}
          </button>
        ))}
      </nav>
      <ClockBar desk={desk} />
      <DemoMenu desk={desk} startAgain={startAgain} />
      <AccountSwitch desk={desk} />
    </header>
  )
}
