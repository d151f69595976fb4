/** What now: setup until it is done, the live alert, coverage, to-dos; in the foot who keeps it running. */
import { FaultNotice } from '../../parts/notice'
import { PageFrame } from '../../parts/page'
import { Waiting } from '../../parts/progress'
import { home, useAnswer } from '../../state/answers'
import { DraftList } from '../alert/drafts'
import { Coverage } from './coverage'
import { HomeFoot } from './foot'
import { LiveAlert } from './live-alert'
import { LostAlerts } from './lost-alerts'
import { More } from './more'
import { NextCall } from './next-call'
import { OtherAlerts } from './other-alerts'
import { Doubled, Repair } from './repair'
import { SetupForm } from './setup-form'
import { SetupSteps } from './setup-steps'
import { Todos } from './todos'

export function HomePage() {
  const { value, fault, busy } = useAnswer(home)
  return (
    <PageFrame foot={value?.setup.ready ? <HomeFoot home={value} /> : null}>
      <Waiting on={busy} over={value !== null} what="Reading the sheet…" />
      <FaultNotice fault={fault} retry={home.load} />
      {value && !value.setup.ready && <SetupForm home={value} />}
      {value?.setup.ready && (
        <>
          <Doubled twice={value.setup.twice} />
          <Repair home={value} />
          <LostAlerts lost={value.lost ?? []} />
          <LiveAlert home={value} />
          <OtherAlerts others={value.others ?? []} />
          <DraftList title="Waiting for approval" drafts={value.waiting} />
          <NextCall home={value} />
          <SetupSteps home={value} />
          <Coverage home={value} />
          <Todos home={value} />
          <More />
        </>
      )}
    </PageFrame>
  )
}
