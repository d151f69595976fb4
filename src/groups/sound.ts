/** What text must be like, whoever sends it: the page’s plan and the server’s own check ask the same. Pure. */
import { toAddress } from '../registry/address'

export const MARKUP = /<[a-z!/?][^>]*>?/i
/** The one field that may run over several lines. */
export const MANY_LINES = 'notes'

/** Whether this is one plain e-mail address that does not begin like a formula. */
export const isEmail = (text: string): boolean => /^\w/.test(text) && toAddress(text) !== null

/** Whether this text may stand in this field. */
export const isSound = (field: string, text: string): boolean =>
  !MARKUP.test(text) && (field === MANY_LINES || !/[\r\n]/.test(text)) && (field !== 'email' || isEmail(text))
