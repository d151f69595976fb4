/** The series being made or changed: kept while pages change, with what the sheet says it would be. */
import * as z from 'zod/mini'
import { type Answer, SeriesDraft } from '../../src/contract'
import { type CallFault, call, toFault } from '../call'
import { announce } from './announce'
import { calls } from './answers'
import { goToScreen } from './calls'
import { createKeptStore } from './kept'
import { createStore } from './store'

const Form = z.extend(z.omit(SeriesDraft, { link: true, minutes: true }), {
  /** As typed. */
  minutes: z.string(),
})
export type SeriesForm = z.infer<typeof Form>
type FieldName = keyof SeriesDraft

/** One form a series, under its ID; a new one under ''. Its join link is a secret and kept nowhere but in memory. */
const forms = createKeptStore('statewide.series', z.object({ at: z.string(), typed: z.record(z.string(), Form) }), {
  at: '',
  typed: {},
})

interface Editing {
  form: SeriesForm | null
  /** Null: the one that the sheet keeps already. */
  link: string | null
  /** Fields a person has changed: only these and what was sent show errors while typing. */
  touched: readonly FieldName[]
  sent: boolean
  preview: Answer<'previewSeries'> | null
  checking: boolean
  /** The preview is of what was typed before. */
  outdated: boolean
  fault: CallFault | null
}
const START: Editing = {
  form: null,
  link: null,
  touched: [],
  sent: false,
  preview: null,
  checking: false,
  outdated: false,
  fault: null,
}
export const editing = createStore<Editing>(START)

const WAIT_MS = 500
let timer: ReturnType<typeof setTimeout> | undefined
let latest = 0

function toDraft(form: SeriesForm, link: string | null): SeriesDraft {
  // A blank or a word is no number of minutes: 0 is refused at its field.
  const minutes = Number(form.minutes)
  return {
    ...form,
    minutes: Number.isFinite(minutes) ? minutes : 0,
    link: form.join === 'fixed' ? link : null,
  }
}

async function preview(): Promise<void> {
  clearTimeout(timer)
  const { form, link, sent } = editing.get()
  if (!form) return
  // The dates can be seen before the series has a name.
  const named = sent || form.name.trim() ? form : { ...form, name: 'New series' }
  const mine = ++latest
  editing.set({ checking: true })
  try {
    const answer = await call('previewSeries', toDraft(named, link))
    if (mine !== latest) return
    const said = editing.get().preview?.sentence
    editing.set({ preview: answer, outdated: false, fault: null, checking: false })
    if (answer.sentence !== said) announce(answer.sentence)
  } catch (error) {
    if (mine === latest) editing.set({ fault: toFault(error), checking: false, outdated: true })
  }
}
export const checkSeries = preview

/** Opens the form; what was typed for this series before is still in it. */
export function editSeries(draft: SeriesDraft): void {
  const { link: _, minutes, ...rest } = draft
  const id = draft.seriesId ?? ''
  const typed = forms.get().typed[id]
  forms.set({ at: id })
  editing.set({ ...START, form: typed ?? { ...rest, minutes: String(minutes) }, sent: typed !== undefined })
  goToScreen('series')
  preview()
}

export function typeSeries(part: Partial<SeriesForm & { link: string | null }>): void {
  const { form, link, touched } = editing.get()
  if (!form) return
  const { link: newLink = link, ...rest } = part
  const next = { ...form, ...rest }
  const fields = Object.keys(part) as FieldName[]
  editing.set({
    form: next,
    link: newLink,
    touched: [...new Set([...touched, ...fields])],
    outdated: true,
    // What was said of this field is about what stood in it before.
    ...(fields.includes(editing.get().fault?.field as FieldName) && { fault: null }),
  })
  forms.set(({ typed }) => ({ typed: { ...typed, [forms.get().at]: next } }))
  latest++
  clearTimeout(timer)
  timer = setTimeout(preview, WAIT_MS)
}

/** What is wrong with a field, once the person has been there. */
export function seriesError(field: FieldName): string {
  const { fault, touched, sent } = editing.get()
  if (fault?.field !== field || !(sent || touched.includes(field))) return ''
  return `${fault.message} ${fault.next}`.trim()
}

/** Nothing of the form is left. */
export function leaveSeries(): void {
  clearTimeout(timer)
  latest++
  forms.set(({ at, typed: { ...typed } }) => {
    delete typed[at]
    return { typed }
  })
  editing.set(START)
  goToScreen('calls')
}

/** True where the sheet has it. A fault is in `editing`, at its field where it has one; nothing typed is lost. */
export async function saveSeries(): Promise<boolean> {
  const { form, link } = editing.get()
  if (!form) return false
  clearTimeout(timer)
  latest++
  editing.set({ sent: true, fault: null, checking: false })
  try {
    const view = await call('saveSeries', toDraft(form, link))
    calls.put(view)
    announce(`${form.name} is saved.`)
    leaveSeries()
    return true
  } catch (error) {
    editing.set({ fault: toFault(error) })
    return false
  }
}
