/** Bringing the seat-holders in from Open States, and what changed since the last time. */
import { useState } from 'preact/hooks'
import type { DistrictsView } from '../../../src/contract'
import type { LegislatorNews } from '../../../src/legislature/in-page'
import { Button } from '../../parts/button'
import { More } from '../../parts/more'
import { FaultNotice, Notice } from '../../parts/notice'
import { Section } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { announce } from '../../state/announce'
import { alertChoices, districts, home } from '../../state/answers'
import { bringInLegislators } from '../../state/bring-in-legislators'
import { showCurrent } from '../../state/card'
import { fetchOutlines } from '../../state/outlines-run'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { count, day } from '../../words'
import { lacksOutlines, Outlines } from './outlines'

const KINDS = { new: '+ new', gone: '− gone', moved: '→ moved', changed: '✎ changed' } as const

export function Legislators({ view }: { view: DistrictsView }) {
  const task = useTask()
  const [imported, setImported] = useState<LegislatorNews | null>(null)
  const { value: homeNow } = useStore(home.store)
  const seated = view.districts.reduce((sum, one) => sum + one.legislators.filter((seat) => !seat.vacant).length, 0)
  const bringIn = async () => {
    const well = await task.run(async () => setImported(await bringInLegislators()))
    if (!well) return
    announce('The legislators are up to date.')
    await Promise.all([
      districts.load(),
      home.load(),
      alertChoices.store.get().value && alertChoices.load(),
      showCurrent(),
    ])
    const kept = districts.store.get().value?.outlines
    if (kept && lacksOutlines(kept)) fetchOutlines(kept.of)
  }
  return (
    <Section title="Legislators">
      <p>
        {view.asOf
          ? `${count(seated, 'legislator')}, as of ${day(view.asOf, homeNow?.state?.timeZone)}.`
          : 'Not brought in yet. They come from Open States.'}
      </p>
      <Waiting on={task.busy} what="Reading the list from Open States…" />
      <FaultNotice fault={task.fault} />
      <div class="row">
        <Button kind={view.asOf ? 'plain' : 'primary'} busy={task.busy} onClick={bringIn}>
          Import legislators
        </Button>
      </div>
      {imported && <Imported imported={imported} />}
      {view.asOf && <Outlines kept={view.outlines} />}
    </Section>
  )
}

function Imported({ imported }: { imported: LegislatorNews }) {
  const { changes, unjoined, vacant } = imported
  return (
    <>
      <Notice kind="done" live>
        {`${count(imported.total, 'legislator')} brought in${changes.length ? `: ${count(changes.length, 'change')}` : ''}.`}
      </Notice>
      {changes.length > 0 && (
        <>
          <h3>What changed</h3>
          <More items={changes} noun="changes">
            {(change) => (
              <li key={`${change.kind} ${change.name} ${change.detail}`}>
                <b>{change.name}</b> <span class="muted">{KINDS[change.kind]}</span>
                {change.detail && (
                  <>
                    <br />
                    {change.detail}
                  </>
                )}
              </li>
            )}
          </More>
        </>
      )}
      {unjoined.length > 0 && (
        <>
          <h3>{`${count(unjoined.length, 'person', 'people')} without a district`}</h3>
          <More items={unjoined} noun="people">
            {(one) => (
              <li key={`${one.name} ${one.why}`}>
                <b>{one.name}</b>
                <br />
                {one.why}
              </li>
            )}
          </More>
        </>
      )}
      {vacant.length > 0 && (
        <>
          <h3>{count(vacant.length, 'vacant seat')}</h3>
          <More items={vacant} noun="vacant seats">
            {(seat) => <li key={seat}>{seat}</li>}
          </More>
        </>
      )}
    </>
  )
}
