/** When a series meets: repeats, on which day, at what time, in which zone. */
import { useState } from 'preact/hooks'
import { REPEATS } from '../../../src/registry/words'
import { SelectField, TextField } from '../../parts/inputs'
import { type SeriesForm, seriesError, typeSeries } from '../../state/series-form'
import { zoneName } from '../../words'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const WHICH = ['first', 'second', 'third', 'fourth', 'fifth', 'last']
const BY_DAY = 'day'
const DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1))
const OTHER = 'other'

interface On {
  which: string
  weekday: string
  day: string
}

/** `third Thursday`, `day 31` or `Thursday` in parts; what cannot be read becomes the first choice. */
export function readOn(on: string): On {
  const words = on.toLowerCase().split(/\s+/)
  return {
    which: [...WHICH, BY_DAY].find((one) => words.includes(one)) ?? 'first',
    weekday: WEEKDAYS.find((one) => words.includes(one.toLowerCase())) ?? 'Thursday',
    day: DAYS.find((one) => words.includes(one)) ?? '1',
  }
}

const writeOn = ({ which, weekday, day }: On, repeats: string) =>
  repeats !== 'monthly' ? weekday : which === BY_DAY ? `day ${day}` : `${which} ${weekday}`

function OnFields({ form }: { form: SeriesForm }) {
  const on = readOn(form.on)
  const set = (part: Partial<On>) => typeSeries({ on: writeOn({ ...on, ...part }, form.repeats) })
  const error = seriesError('on')
  const weekday = (label: string) => (
    <SelectField
      label={label}
      value={on.weekday}
      onValue={(value) => set({ weekday: value })}
      options={WEEKDAYS}
      error={error}
    />
  )
  if (form.repeats !== 'monthly') return weekday('On')
  return (
    <div class="pair">
      <SelectField
        label="On the"
        value={on.which}
        onValue={(which) => set({ which })}
        options={[...WHICH, [BY_DAY, 'day'] as const]}
      />
      {on.which === BY_DAY ? (
        <SelectField
          label="Day of the month"
          value={on.day}
          onValue={(day) => set({ day })}
          options={DAYS}
          error={error}
        />
      ) : (
        weekday('Weekday')
      )}
    </div>
  )
}

function ZoneField({ form, zones }: { form: SeriesForm; zones: string[] }) {
  const [other, setOther] = useState(!zones.includes(form.timeZone))
  const error = seriesError('timeZone')
  return (
    <>
      <SelectField
        label="Time zone"
        hint="The call keeps this clock time all year. Everyone reads their own zone beside it."
        value={other ? OTHER : form.timeZone}
        onValue={(value) => {
          setOther(value === OTHER)
          if (value !== OTHER) typeSeries({ timeZone: value })
        }}
        options={[...zones.map((one) => [one, zoneName(one)] as const), [OTHER, 'Another zone']]}
        error={other ? '' : error}
      />
      {other && (
        <TextField
          label="Name of the zone"
          hint="As in America/Denver."
          value={form.timeZone}
          onValue={(timeZone) => typeSeries({ timeZone })}
          error={error}
        />
      )}
    </>
  )
}

export function WhenFields({ form, zones }: { form: SeriesForm; zones: string[] }) {
  return (
    <>
      <SelectField
        label="Repeats"
        value={form.repeats}
        onValue={(value) => {
          const repeats = REPEATS.find((one) => one === value) ?? 'weekly'
          typeSeries({ repeats, on: writeOn(readOn(form.on), repeats) })
        }}
        options={REPEATS.map((one) => [one, `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`] as const)}
        error={seriesError('repeats')}
      />
      <OnFields form={form} />
      <TextField
        label="From"
        hint="The first call is on the first fitting day from here on."
        type="date"
        value={form.first}
        onValue={(first) => typeSeries({ first })}
        error={seriesError('first')}
      />
      <div class="pair">
        <TextField
          label="At"
          type="time"
          value={form.at}
          onValue={(at) => typeSeries({ at })}
          error={seriesError('at')}
        />
        <TextField
          label="Minutes"
          type="number"
          value={form.minutes}
          onValue={(minutes) => typeSeries({ minutes })}
          error={seriesError('minutes')}
        />
      </div>
      <ZoneField form={form} zones={zones} />
    </>
  )
}
