/**
 * What a new alert begins with, whether a person, a mail or a hearing begins it. What only a person can write are the
 * fields Ask and Why now: approval stops while they are blank.
 */
import type { Draft } from './contract'

const BODY = `Please have your people call {names} before {act by}, and ask them to {ask}.

WHY NOW
{why}

WHOM TO CALL
{legislators}

WHAT TO SAY
{script}
Leave the same words on the answering machine. A minute is enough.

HOW TO ANSWER
{reply}

Thank you. This mail goes to leaders of {network}.`

export const newDraft = (): Draft => ({
  alertId: null,
  legislatorIds: [],
  districts: [],
  title: '',
  bill: '',
  subject: 'Please call by {act by}: {title}',
  body: BODY,
  actBy: '',
  mode: 'cohort',
  ask: '',
  why: '',
})
