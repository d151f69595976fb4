/** Recipients this account may still mail in the running 24 hours; null where Google does not say. */
export function mailsLeft(): number | null {
  try {
    return MailApp.getRemainingDailyQuota()
  } catch {
    return null
  }
}
