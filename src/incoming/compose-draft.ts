/** The draft that a request by mail becomes: what a new alert begins with, filled in with what the mail said. Pure. */
import type { Draft } from '../contract'
import { newDraft } from '../new-draft'
import { cut } from './clean'
import { type Asked, requested } from './request'

/** Braces would be read as placeholders, brackets as blanks still to fill. */
const harmless = (text: string): string =>
  text.replace(/[{}[\]]/g, (c) => ({ '{': '(', '}': ')', '[': '(', ']': ')' })[c] ?? '')

/** As long as the field in the sidebar takes. */
const WHY = 2_000

/** Where the mail did not say what to ask for, or why, that stays blank and stops the approval. */
export const draftFor = (asked: Asked, subject: string): Draft => ({
  ...newDraft(),
  legislatorIds: asked.legislators.map((l) => l.id),
  districts: asked.districts.map(({ chamber, district }) => ({ chamber, district })),
  title: harmless(asked.bill || asked.ask || cut(requested(subject), 120)) || 'Alert asked for by mail',
  bill: asked.bill,
  ask: harmless(asked.ask),
  why: harmless(cut(asked.why, WHY)),
  actBy: asked.by?.wall ?? '',
  asked: true,
})
