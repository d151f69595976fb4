import { activeEmail, effectiveEmail } from '../google/account'
import type { Caller } from './callers'

/**
 * Whoever clicked. In menus and the sidebar the code runs as the person at the keyboard, so where Google hides the
 * active user (another domain), the effective one is the same person.
 */
export const currentCaller = (): Caller => ({ email: activeEmail() || effectiveEmail(), now: new Date() })
