/** `npm run simulate -- --seeds 10000 --from 1`, or `--seed 17` for that one alone, told at length. */
import { rowsIn } from '../src/alerts/world'
import { judge } from './judge'
import { tell, tellRequest } from './misfortune'
import { type Played, play } from './play'
import { type Schedule, scheduleOf } from './schedule'
import { shrink } from './shrink'

export interface Total {
  seeds: number
  kills: number
  edits: number
  errors: number
  others: number
  mails: number
  doubts: number
  /** Answers that were read, people who opted out by mail, reminders and mails to backups that went. */
  answers: number
  optedOut: number
  followUps: number
  failures: number
}

export const nothing = (): Total => ({
  seeds: 0,
  kills: 0,
  edits: 0,
  errors: 0,
  others: 0,
  mails: 0,
  doubts: 0,
  answers: 0,
  optedOut: 0,
  followUps: 0,
  failures: 0,
})

/** Plays a schedule and judges it; what it threw counts as wrong too. */
export function trial(schedule: Schedule, total = nothing()): string[] {
  try {
    const played = play(schedule)
    add(played, total)
    return judge(played)
  } catch (error) {
    return [`the simulation broke: ${error instanceof Error ? error.stack : error}`]
  }
}

function add(played: Played, total: Total): void {
  const { counts, departures } = played.storm
  total.kills += counts.kills
  total.edits += counts.edits
  total.errors += counts.errors
  total.others += counts.others
  total.mails += departures.reduce((sum, d) => sum + d.to.length, 0)
  total.doubts += played.ledgers.reduce((sum, l) => sum + (l?.progress.doubts.length ?? 0), 0)
  const cells = (name: 'answers' | 'outbox') => rowsIn(played.ws, name)
  total.answers += cells('answers').filter((row) => row.counts === 'yes').length
  total.optedOut += cells('answers').filter((row) => /^asked for no more/.test(String(row.why))).length
  total.followUps += cells('outbox').filter(
    (row) => row.state === 'sent' && /-(remind|backup)-/.test(String(row.id)),
  ).length
}

export function describe(schedule: Schedule): string {
  const { seed, crowd, unknowns, mailApp } = schedule.scene
  const legs = schedule.legs.map(
    (leg) => `  ${tellRequest(leg.request)}${leg.strikes.map((s) => `\n    ${tell(s)}`).join('')}`,
  )
  return [
    `  scene ${seed}${crowd ? ', crowded' : ''}${mailApp ? `, ${mailApp} by MailApp` : ''} ${JSON.stringify(unknowns)}`,
    ...legs,
  ].join('\n')
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

function main(): void {
  const one = option('seed', 0)
  const from = one || option('from', 1)
  const seeds = one ? 1 : option('seeds', 1000)
  const began = performance.now()
  const total = nothing()
  for (let seed = from; seed < from + seeds; seed++) {
    const schedule = scheduleOf(seed)
    const wrong = trial(schedule, total)
    total.seeds += 1
    if (total.seeds % 100 === 0) console.error(`${total.seeds} seeds, ${total.failures} failures`)
    if (one && wrong.length === 0) console.log(describe(schedule))
    if (wrong.length === 0) continue
    total.failures += 1
    const kind = (list: readonly string[]) => list[0]?.replace(/[\w-]*\d\S*/g, '#')
    const small = shrink(schedule, (s) => trial(s).some((text) => kind([text]) === kind(wrong)))
    console.log(`seed ${seed}:\n  ${trial(small).join('\n  ')}\n${describe(small)}\n  ${JSON.stringify(small)}`)
    if (one) console.log(`  ${play(small).storm.told.join('\n  ')}`)
  }
  console.log(JSON.stringify({ ...total, seconds: Math.round((performance.now() - began) / 100) / 10 }))
  if (total.failures > 0) process.exitCode = 1
}

if (require.main === module) main()
