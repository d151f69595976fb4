/** The page: bar, the five views, dialogs, toasts. Views stay mounted, so that a sidebar keeps what was typed in it. */
import type { ComponentChildren } from 'preact'
import { CalendarView } from '../calendar/calendar-view'
import { ChannelsView } from '../channels/channels-view'
import type { Desk, View } from '../desk'
import { Dialogs } from '../frames/dialogs'
import { MailView } from '../mail/mail-view'
import { MeterView } from '../meter/meter-view'
import type { Beginning } from '../scenario'
import { SheetView } from './sheet-view'
import { Toasts } from './toasts'
import { TopBar } from './top-bar'
import { useDesk } from './use-desk'

export function App({ desk, startAgain }: { desk: Desk; startAgain(how: Beginning): void }) {
  useDesk(desk)
  return (
    <div class="desk">
      <TopBar desk={desk} startAgain={startAgain} />
      <main class="views">
        <Panel desk={desk} view="sheet">
          <SheetView desk={desk} />
        </Panel>
        <Panel desk={desk} view="mail">
          <MailView desk={desk} />
        </Panel>
        <Panel desk={desk} view="calendar">
          <CalendarView desk={desk} />
        </Panel>
        <Panel desk={desk} view="channels">
          <ChannelsView desk={desk} />
        </Panel>
        <Panel desk={desk} view="meter">
          <MeterView desk={desk} />
        </Panel>
      </main>
      <Dialogs desk={desk} />
      <Toasts desk={desk} />
    </div>
  )
}

function Panel({ desk, view, children }: { desk: Desk; view: View; children: ComponentChildren }) {
  return (
    <div class={`view ${view}-view`} hidden={desk.view !== view}>
      {view === 'sheet' || desk.view === view ? children : null}
    </div>
  )
}
