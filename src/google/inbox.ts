/**
 * Finding mail by the advanced Gmail service, scope `gmail.readonly`. Nothing is marked, moved or deleted. Null always
 * means that Gmail does not answer, or does not let this account read: its messages are localised, so which of both is
 * never asked.
 */
export const ME = 'me'
/** Gmail gives no more at once. */
const PAGE = 500

export const users = () => (typeof Gmail === 'undefined' ? undefined : Gmail.Users)
export function messages() {
  const service = users()?.Messages
  if (!service) throw new Error('advanced Gmail is off')
  return service
}

export function attempt<T>(call: () => T): T | null {
  try {
    return call()
  } catch {
    return null
  }
}

/** IDs of the newest messages that a search finds, newest first. Its index is late. */
export const findMail = (query: string, most: number): string[] | null =>
  attempt(() => {
    const ids: string[] = []
    let pageToken: string | undefined
    do {
      const maxResults = Math.min(PAGE, most - ids.length)
      const page = messages().list(ME, { q: query, maxResults, ...(pageToken ? { pageToken } : {}) })
      for (const { id } of page.messages ?? []) if (id) ids.push(id)
      pageToken = page.nextPageToken
    } while (pageToken && ids.length < most)
    return ids
  })
