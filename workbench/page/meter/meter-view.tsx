/** What the add-on has cost: service calls, quota of the account, the last runs. */

import { QUOTAS, type QuotaName } from '../../workspace/quota'
import type { RunLogLine } from '../../workspace/run'
import type { Desk } from '../desk'
import { shortMoment } from '../times'

const SHOWN_RUNS = 60

export function MeterView({ desk }: { desk: Desk }) {
  return (
    <>
      <Quota desk={desk} />
      <Calls desk={desk} />
      <Runs desk={desk} />
    </>
  )
}

function Quota({ desk }: { desk: Desk }) {
  const { quotas } = desk.workspace
  const names = Object.keys(QUOTAS) as QuotaName[]
  return (
    <section class="meter-quota" aria-labelledby="quota">
      <h2 id="quota">Used in 24 hours by {desk.email}</h2>
      <ul>
        {names.map((name) => {
          const used = quotas.used(desk.email, name)
          const limit = quotas.limit(desk.email, name)
          const time = name.endsWith(' ms')
          const said = (n: number) => (time ? `${Math.round(n / 60_000)} min` : n.toLocaleString('en-US'))
          return (
            <li key={name}>
              <span>{time ? name.slice(0, -3) : name}</span>
              <meter min={0} max={limit} value={used} aria-label={name} />
              <span class="number">
                {said(used)} of {said(limit)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Calls({ desk }: { desk: Desk }) {
  const byService = new Map<string, { calls: number; ms: number; methods: [string, number][] }>()
  for (const [key, { calls, ms }] of desk.workspace.meters) {
    const [service = '', ...method] = key.split('.')
    const line = byService.get(service) ?? { calls: 0, ms: 0, methods: [] }
    line.calls += calls
    line.ms += ms
    line.methods.push([method.join('.'), calls])
    byService.set(service, line)
  }
  const lines = [...byService].sort(([, a], [, b]) => b.calls - a.calls)
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">Service calls since the page was opened</h2>
      {lines.length === 0 ? <p class="empty">None yet.</p> : null}
      {lines.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col" class="number">
                Calls
              </th>
              <th scope="col" class="number">
                Modelled
              </th>
              <th scope="col">Most often</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([service, { calls, ms, methods }]) => (
              <tr key={service}>
                <th scope="row">{service}</th>
                <td class="number">{calls}</td>
                <td class="number">{(ms / 1000).toFixed(1)} s</td>
                <td>
                  {methods
                    .sort(([, a], [, b]) => b - a)
                    .slice(0, 4)
                    .map(([method, n]) => `${method} ${n}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function Runs({ desk }: { desk: Desk }) {
  const runs = desk.workspace.runs.slice(-SHOWN_RUNS).reverse()
  return (
    <section class="meter-runs" aria-labelledby="runs">
      <h2 id="runs">Last runs</h2>
      {runs.length === 0 ? <p class="empty">None yet.</p> : null}
      {runs.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Function</th>
              <th scope="col">By</th>
              <th scope="col" class="number">
                Calls
              </th>
              <th scope="col" class="number">
                Modelled
              </th>
              <th scope="col">Ended</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, i) => (
              <Run key={runs.length - i} run={run} zone={desk.spreadsheet.timeZone} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function Run({ run, zone }: { run: RunLogLine; zone: string }) {
  return (
    <tr class={run.error ? 'bad' : undefined}>
      <td>{shortMoment(run.at, zone)}</td>
      <td>
        {run.name} <span class="quiet">{run.kind}</span>
      </td>
      <td>{run.account}</td>
      <td class="number">{run.calls}</td>
      <td class="number">{Math.round(run.ms).toLocaleString('en-US')} ms</td>
      <td>
        {run.error ?? 'well'}
        {run.lines.length > 0 ? (
          <details>
            <summary>{run.lines.length} log lines</summary>
            <pre>{run.lines.join('\n')}</pre>
          </details>
        ) : null}
      </td>
    </tr>
  )
}
