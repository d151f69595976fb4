/** Making or changing a series, with what it would be shown under it. */
import { useRef } from 'preact/hooks'
import type { CallsView } from '../../../src/contract'
import { INVITES, JOINS } from '../../../src/registry/words'
import { Button } from '../../parts/button'
import { focusFirstError, LongField, SelectField, TextField } from '../../parts/inputs'
import { FaultNotice } from '../../parts/notice'
import { Waiting } from '../../parts/progress'
import {
  checkSeries,
  editing,
  leaveSeries,
  type SeriesForm,
  saveSeries,
  seriesError,
  typeSeries,
} from '../../state/series-form'
import { useStore } from '../../state/store'
import { useTask } from '../../state/task'
import { ScreenHeading } from './heading'
import { SeriesPreviewView } from './series-preview'
import { WhenFields } from './when-fields'

const INVITE_WORDS = {
  'all leaders': 'All leaders of active groups',
  'working group': 'The working group',
  list: 'A list of addresses',
  'google group': 'The network’s Google Group',
} as const
const JOIN_WORDS = {
  meet: 'A Meet link that Calendar makes',
  fixed: 'A fixed Zoom link or phone line',
  none: 'No link',
} as const
const GUESTS = {
  'all leaders': '',
  'working group': '',
  list: 'Addresses',
  'google group': 'Address of the Google Group',
} as const

/** Fields that the form shows; a fault of any other stands under it. */
const FIELDS = [
  'name',
  'repeats',
  'on',
  'first',
  'at',
  'minutes',
  'timeZone',
  'invite',
  'guests',
  'join',
  'link',
  'skips',
  'until',
]

function WhoFields({ form, link }: { form: SeriesForm; link: string | null }) {
  const guests = GUESTS[form.invite]
  return (
    <>
      <SelectField
        label="Who is invited"
        value={form.invite}
        onValue={(value) => typeSeries({ invite: INVITES.find((one) => one === value) ?? 'all leaders' })}
        options={INVITES.map((one) => [one, INVITE_WORDS[one]] as const)}
        error={seriesError('invite')}
      />
      {guests && (
        <LongField
          label={guests}
          hint={form.invite === 'list' ? 'Parted by commas, blanks or line ends.' : 'Its members get one invitation.'}
          rows={form.invite === 'list' ? 3 : 1}
          value={form.guests}
          onValue={(value) => typeSeries({ guests: value })}
          error={seriesError('guests')}
        />
      )}
      <SelectField
        label="How people join"
        value={form.join}
        onValue={(value) => typeSeries({ join: JOINS.find((one) => one === value) ?? 'none' })}
        options={JOINS.map((one) => [one, JOIN_WORDS[one]] as const)}
        error={seriesError('join')}
      />
      {form.join === 'fixed' && (
        <TextField
          label="Link or phone line"
          hint={form.seriesId ? 'Kept; type to replace. Only members see it.' : 'Only members see it.'}
          value={link ?? ''}
          onValue={(value) => typeSeries({ link: value === '' && form.seriesId ? null : value })}
          error={seriesError('link')}
        />
      )}
    </>
  )
}

export function SeriesFormPage({ view }: { view: CallsView }) {
  const { form, link, preview, fault, sent, checking, outdated, touched } = useStore(editing)
  const element = useRef<HTMLFormElement>(null)
  const task = useTask()
  if (!form) return null
  const save = () =>
    task.run(async () => {
      if (!(await saveSeries())) focusFirstError(element.current)
    })
  const atField = FIELDS.includes(fault?.field ?? '')
  return (
    <section>
      <ScreenHeading>{form.seriesId ? `Change ${form.name || 'the series'}` : 'Make a series'}</ScreenHeading>
      <form
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Name"
          hint="As it stands in Calendar, such as Statewide call."
          value={form.name}
          onValue={(name) => typeSeries({ name })}
          error={seriesError('name')}
        />
        <WhenFields form={form} zones={view.timeZones} />
        <WhoFields form={form} link={link} />
        <LongField
          label="Days without a call"
          hint="Holidays and recess: 2026-11-26, 2026-12-24..2027-01-02."
          rows={2}
          value={form.skips}
          onValue={(skips) => typeSeries({ skips })}
          error={seriesError('skips')}
        />
        <TextField
          label="Last day"
          hint="Blank: it goes on."
          type="date"
          value={form.until}
          onValue={(until) => typeSeries({ until })}
          error={seriesError('until')}
        />
        <Waiting on={checking && !task.busy} over={preview !== null} what="Working out the dates…" />
        {preview && <SeriesPreviewView preview={preview} outdated={outdated} />}
        {!preview && !checking && fault && !sent && atField && !seriesError(fault.field as keyof SeriesForm) && (
          <p class="muted">The dates are shown here once the form is complete.</p>
        )}
        <Waiting on={task.busy} what="Saving the series and bringing it to Calendar…" />
        {fault && !atField && (sent || touched.length > 0) && <FaultNotice fault={fault} retry={checkSeries} />}
        {!view.isOperator && (
          <p class="muted">{`The event lies in the calendar of ${view.operator || 'the operator'}: changes reach it within minutes.`}</p>
        )}
        <div class="row">
          <Button kind="primary" type="submit" busy={task.busy}>
            {form.seriesId ? 'Save the series' : 'Make the series'}
          </Button>
          <Button onClick={leaveSeries}>Leave it</Button>
        </div>
      </form>
    </section>
  )
}
