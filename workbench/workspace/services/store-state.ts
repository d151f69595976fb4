/** Properties and caches. Document stores are keyed by spreadsheet ID, user stores by account. */
export interface StoreState {
  script: Record<string, string>
  document: Record<string, Record<string, string>>
  user: Record<string, Record<string, string>>
  /** Cache key → value and virtual time at which it is gone. */
  cache: Record<string, Record<string, { value: string; until: number }>>
}
export const emptyStores = (): StoreState => ({ script: {}, document: {}, user: {}, cache: {} })
