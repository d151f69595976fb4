/** Recipients this account may still mail in the running 24 hours; null where Google does not say. */
export function mailsLeft(): number | null {
  try {
    return MailApp.getRemainingDailyQuota()
  } catch {
    return null
  }
}

/** Sends a mail. False: MailApp refused it, or took it and the answer was lost. */
export function sendMail(mail: GoogleAppsScript.Mail.MailAdvancedParameters): boolean {
  try {
    MailApp.sendEmail(mail)
    return true
  } catch {
    return false
  }
}
