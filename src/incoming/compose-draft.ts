/** The draft that a request by mail becomes. Pure. */
import type { Draft } from '../contract'
import { cut } from './clean'
import type { Asked } from './request'

/** Braces would be read as placeholders, brackets as blanks still to fill. */
const harmless = (text: string): string =>
  text.replace(/[{}[\]]/g, (c) => ({ '{': '(', '}': ')', '[': '(', ']': ')' })[c] ?? '')

const bodyFor = (asked: Asked, why: string): string => `Please have your people call {names} before {act by}.

WHY NOW
${why ? harmless(cut(why, 2_500)) : '[Write in three sentences what is decided, when, and what it does to people here.]'}

WHOM TO CALL
{legislators}

WHAT TO SAY
“Hello, I’m (your name) from (your town), and I live in the district. I am calling about ${asked.bill || '[write the bill or the matter]'}.${
  why ? '' : ' I ask you to [write what they should do].'
} May I know how you will vote?”
Leave the same words on the answering machine. A minute is enough.

HOW TO ANSWER
{reply}

Thank you. You are asked because your group covers this district for {network}.`

/** Where the mail says nothing but its subject, blanks are left that stop the approval. */
export const draftFor = (asked: Asked, subject: string, why: string): Draft => ({
  alertId: null,
  legislatorIds: asked.legislators.map((l) => l.id),
  districts: asked.districts.map(({ chamber, district }) => ({ chamber, district })),
  title:
    harmless(asked.bill || cut(subject.replace(/^\s*(\[[^\]]{1,40}\]\s*)?alert\b[:!\s]*/i, ''), 120)) ||
    'Alert asked for by mail',
  bill: asked.bill,
  subject: 'Please call by {act by}: {title}',
  body: bodyFor(asked, why),
  actBy: asked.by?.wall ?? '',
  mode: 'cohort',
  asked: true,
})
