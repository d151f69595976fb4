const addressOf = (user: () => GoogleAppsScript.Base.User): string => {
  try {
    return user().getEmail().toLowerCase()
  } catch {
    return ''
  }
}

/** Who is looking, and by whose authority the code runs. Both may be '' (other domain, no permission). */
export const activeEmail = (): string => addressOf(() => Session.getActiveUser())
export const effectiveEmail = (): string => addressOf(() => Session.getEffectiveUser())
