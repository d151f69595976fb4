/**
 * Whose turn it is. Going through the dates in order, the turn goes to whoever had the fewest among those who can;
 * among these to the group, then to the person whose last turn is longest ago. So counts differ by one at most, and what
 * a swap made uneven evens out. Nobody has the same duty twice in a row unless nobody else can. Who was away or is new
 * begins where the others are: nobody owes turns from before. Pure, and the same for the same rows.
 */
import type { Duty } from '../registry/words'

export interface Volunteer {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly duties: readonly Duty[]
  /** Steps in where nobody can. */
  readonly coordinator: boolean
  /** Why not on this day; '' where they can. */
  away(day: number): string
}

export interface Slot {
  readonly day: number
  /** Who did it, or is down for it for good: by hand, or because they were asked already. */
  readonly fixed: Partial<Record<Duty, string>>
  /** Of these: put there by a person. */
  readonly byHand: readonly Duty[]
  /** Who said that they cannot. */
  readonly cannot: readonly string[]
  /** Who could have, as it was noted; null for a date to come. */
  readonly could: Readonly<Record<Duty, readonly string[]>> | null
}

export interface Turn {
  readonly personId: string
  readonly why: string
  readonly byHand: boolean
  /** False: nobody who volunteered could. */
  readonly volunteered: boolean
}

export interface Place {
  readonly turns: Readonly<Record<Duty, Turn>>
  readonly could: Readonly<Record<Duty, readonly string[]>>
}

/** What one duty remembers while the dates go by. */
interface Memory {
  readonly counts: Map<string, number>
  readonly lastTurn: Map<string, number>
  readonly lastOfGroup: Map<string, number>
  last: string
  present: ReadonlySet<string>
}

const serial = (id: string): number => Number(id.replace(/\D/g, ''))
const byId = (a: Volunteer, b: Volunteer): number => serial(a.id) - serial(b.id) || (a.id < b.id ? -1 : 1)

/** Who is new or comes back begins with what the least busy of the others has. */
function lift(memory: Memory, present: readonly string[]): void {
  const stayed = present.filter((id) => memory.present.has(id)).map((id) => memory.counts.get(id) ?? 0)
  const floor = stayed.length > 0 ? Math.min(...stayed) : 0
  for (const id of present)
    if (!memory.present.has(id)) memory.counts.set(id, Math.max(floor, memory.counts.get(id) ?? 0))
  if (present.length > 0) memory.present = new Set(present)
}

function choose(memory: Memory, able: readonly Volunteer[], fits: (id: string) => boolean): Volunteer | null {
  const count = (v: Volunteer): number => memory.counts.get(v.id) ?? 0
  const others = able.filter((v) => v.id !== memory.last)
  const fresh = others.length > 0 ? others : able
  const fewest = Math.min(...fresh.map(count))
  const pool = fresh.filter((v) => count(v) === fewest)
  const fitting = pool.filter((v) => fits(v.id))
  const when = (map: ReadonlyMap<string, number>, key: string): number => map.get(key) ?? -1
  const order = (a: Volunteer, b: Volunteer): number =>
    when(memory.lastOfGroup, a.group) - when(memory.lastOfGroup, b.group) ||
    when(memory.lastTurn, a.id) - when(memory.lastTurn, b.id) ||
    byId(a, b)
  return [...(fitting.length > 0 ? fitting : pool)].sort(order)[0] ?? null
}

/** `dayText` writes a day in the reasons. */
export function planRota(
  slots: readonly Slot[],
  volunteers: readonly Volunteer[],
  dayText: (day: number) => string,
): Place[] {
  const memory = (): Memory => ({
    counts: new Map(),
    lastTurn: new Map(),
    lastOfGroup: new Map(),
    last: '',
    present: new Set(),
  })
  const of: Record<Duty, Memory> = { facilitator: memory(), notes: memory() }
  const known = new Map(volunteers.map((v) => [v.id, v]))
  const nameOf = (id: string): string => known.get(id)?.name ?? id

  return slots.map((slot, at) => {
    const could = (duty: Duty): readonly string[] =>
      slot.could?.[duty] ?? volunteers.filter((v) => v.duties.includes(duty) && !v.away(slot.day)).map((v) => v.id)
    const present = { facilitator: could('facilitator'), notes: could('notes') }
    const able = (duty: Duty): Volunteer[] =>
      present[duty].flatMap((id) => (slot.cannot.includes(id) ? [] : (known.get(id) ?? [])))

    const turn = (duty: Duty, taken: string, fits: (id: string) => boolean): Turn => {
      const m = of[duty]
      const fixed = slot.fixed[duty]
      if (fixed !== undefined && slot.byHand.includes(duty))
        return {
          personId: fixed,
          why: 'Put down by hand. The rota makes up for it later.',
          byHand: true,
          volunteered: true,
        }
      if (fixed !== undefined)
        return { personId: fixed, why: reason(duty, fixed, able(duty)), byHand: false, volunteered: true }
      const free = able(duty).filter((v) => v.id !== taken)
      const found = choose(m, free, fits)
      if (found) return { personId: found.id, why: reason(duty, found.id, free), byHand: false, volunteered: true }
      const stand =
        duty === 'facilitator' &&
        volunteers.filter((v) => v.coordinator && !slot.cannot.includes(v.id) && !v.away(slot.day))
      const coordinator = stand && choose(m, stand, () => true)
      const any = volunteers.some((v) => v.duties.includes(duty))
      const why = `${any ? `Nobody who volunteered can on ${dayText(slot.day)}` : 'Nobody has volunteered yet'}${
        coordinator ? ': it falls to a coordinator' : ''
      }. Whoever has “${duty}” under Roles in the People tab is in the rota.`
      return { personId: coordinator ? coordinator.id : '', why, byHand: false, volunteered: false }
    }

    const reason = (duty: Duty, id: string, free: readonly Volunteer[]): string => {
      const m = of[duty]
      const turns = m.counts.get(id) ?? 0
      const last = m.lastTurn.get(id)
      const before = last === undefined ? 'none so far' : `the last on ${dayText(slots[last]?.day ?? slot.day)}`
      const away = volunteers.flatMap((v) => {
        const why = v.duties.includes(duty) && v.id !== id ? v.away(slot.day) : ''
        // Who is not to be mailed is so for good: that is not told to others every time.
        return why.startsWith('away') ? [`${v.name} is ${why}`] : []
      })
      const refusals = slot.cannot.filter((c) => c !== id).map((c) => `${nameOf(c)} cannot`)
      const previous =
        m.last && m.last !== id && free.some((v) => v.id === m.last) ? [`${nameOf(m.last)} did the last one`] : []
      const among =
        free.length > 1
          ? `Of the ${free.length} who can on ${dayText(slot.day)}, it is ${nameOf(id)}’s turn`
          : `Only ${nameOf(id)} can on ${dayText(slot.day)}`
      const others = [...previous, ...refusals, ...away].slice(0, 4)
      return `${among}: ${turns} so far${turns ? `, ${before}` : ''}.${others.length > 0 ? ` ${others.join('; ')}.` : ''}`
    }

    for (const duty of ['facilitator', 'notes'] as const) lift(of[duty], present[duty])
    // Whoever facilitates must leave somebody to take notes.
    const notesTaker = slot.fixed.notes
    const leavesNotes = (id: string): boolean =>
      notesTaker !== undefined || able('notes').some((v) => v.id !== id && v.id !== of.notes.last)
    const facilitator = turn('facilitator', notesTaker ?? '', leavesNotes)
    const notes = turn('notes', facilitator.personId, () => true)
    const turns = { facilitator, notes }
    for (const duty of ['facilitator', 'notes'] as const) {
      const { personId } = turns[duty]
      if (!personId) continue
      const m = of[duty]
      m.counts.set(personId, (m.counts.get(personId) ?? 0) + 1)
      m.lastTurn.set(personId, at)
      m.lastOfGroup.set(known.get(personId)?.group ?? '', at)
      m.last = personId
    }
    return { turns, could: present }
  })
}
