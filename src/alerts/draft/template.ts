/** What a new alert begins with. `[Write …]` marks what only a person can fill: it stops the approval until it is gone. */
import type { Draft } from '../../contract'

const BODY = `Please have your people call {names} before {act by}.

WHY NOW
[Write in three sentences what is decided, when, and what it does to people here.]

WHOM TO CALL
{legislators}

WHAT TO SAY
“Hello, I’m (your name) from (your town), and I live in the district. I am calling about [write the bill or the matter]. I ask you to [write what they should do]. May I know how you will vote?”
Leave the same words on the answering machine. A minute is enough.

HOW TO ANSWER
{reply}

Thank you. You are asked because your group covers this district for {network}.`

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
})
