/**
 * Drafts of the account that runs the code, by advanced Gmail (scope `gmail.compose`: it cannot read other mail). Nothing
 * here throws what Gmail throws: its messages are in the user's language and leave open what was done. Each function
 * says what is known afterwards instead.
 */
export type DraftState = 'there' | 'gone' | 'unknown'

const ME = 'me'
const PAGE = 500

function drafts() {
  const service = typeof Gmail === 'undefined' ? undefined : Gmail.Users?.Drafts
  if (!service) throw new Error('advanced Gmail is off')
  return service
}

/** What the call gave, or `otherwise` where it threw. */
function attempt<T>(call: () => T, otherwise: T): T {
  try {
    return call()
  } catch {
    return otherwise
  }
}

/**
 * Makes a draft of a whole mail in web-safe Base64 (Gmail's `raw`) and gives its ID. Null: Gmail refused, or made it and
 * the answer was lost.
 */
export const createDraft = (raw: string): string | null =>
  attempt(() => drafts().create({ message: { raw } }, ME).id || null, null)

/** Gives a draft another text and other recipients; it keeps its ID. False: Gmail refused, or the answer was lost. */
export const updateDraft = (draftId: string, raw: string): boolean =>
  attempt(() => Boolean(drafts().update({ message: { raw } }, ME, draftId).id), false)

/** Sends a draft and gives the new message's ID ('' where Gmail gave none). Null: it may have gone or not; ask `draftState`. */
export const sendDraft = (draftId: string): string | null =>
  attempt(() => drafts().send({ id: draftId }, ME).id ?? '', null)

/** True: the draft is gone now. False: Gmail refused, or it was gone before. */
export const deleteDraft = (draftId: string): boolean =>
  attempt(() => {
    drafts().remove(ME, draftId)
    return true
  }, false)

/** IDs of drafts whose text holds `token`; null: Gmail does not answer. Its index is late: a new draft may be missing. */
export const findDrafts = (token: string): string[] | null =>
  attempt(() => {
    const found = drafts().list(ME, { q: `"${token}"`, maxResults: 10 })
    return (found.drafts ?? []).map((d) => d.id ?? '').filter(Boolean)
  }, null)

/** IDs of all drafts; null: Gmail does not answer. */
export const allDraftIds = (): Set<string> | null =>
  attempt(() => {
    const ids = new Set<string>()
    let pageToken: string | undefined
    do {
      const page = drafts().list(ME, { maxResults: PAGE, ...(pageToken ? { pageToken } : {}) })
      for (const { id } of page.drafts ?? []) if (id) ids.add(id)
      pageToken = page.nextPageToken
    } while (pageToken)
    return ids
  }, null)

/**
 * Gmail lets this account use drafts, and answers. Listing alone does not show that: whoever may read mail may list drafts.
 */
export const gmailAnswers = (): boolean =>
  gmailAllowed() &&
  attempt(() => {
    drafts().list(ME, { maxResults: 1 })
    return true
  }, false)

/**
 * Does a draft still exist? Sending or deleting removes it. A draft that cannot be fetched counts as gone only where
 * Gmail answers otherwise and does not list it; `listed` saves asking for that again.
 */
export function draftState(draftId: string, listed?: ReadonlySet<string> | null): DraftState {
  if (listed?.has(draftId)) return 'there'
  const fetched = attempt(() => Boolean(drafts().get(ME, draftId, { format: 'minimal' }).id), false)
  if (fetched) return 'there'
  const ids = listed === undefined ? allDraftIds() : listed
  if (!ids) return 'unknown'
  return ids.has(draftId) ? 'there' : 'gone'
}

/**
 * Drafts are switched on and this account has granted them. Does not ask Gmail: an error of Gmail is none of this. True
 * where Google does not say what was granted.
 */
export const gmailAllowed = (): boolean =>
  typeof Gmail !== 'undefined' &&
  attempt(() => {
    // Not among the types yet.
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL) as unknown as {
      getAuthorizedScopes(): string[] | null
    }
    const scopes = info.getAuthorizedScopes() ?? []
    return scopes.length === 0 || scopes.some((scope) => scope.endsWith('/gmail.compose'))
  }, true)
