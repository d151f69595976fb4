/** One answer from the web, or why there is none. Never throws for what a server did. */
export interface WebAnswer {
  readonly status: number
  readonly body: string
  /** The request got no answer at all (time-out, no such host, address too long, refused by Google). */
  readonly broken: boolean
  /** Seconds after which to ask again, where a busy server says so. */
  readonly retryAfter?: number
}

export interface WebRequest {
  readonly url: string
  readonly timeoutSeconds?: number
}

const BROKEN: WebAnswer = { status: 0, body: '', broken: true }

const toRequest = (r: WebRequest): GoogleAppsScript.URL_Fetch.URLFetchRequest =>
  ({
    url: r.url,
    method: 'get',
    muteHttpExceptions: true,
    followRedirects: true,
    timeoutSeconds: r.timeoutSeconds ?? 30,
  }) as GoogleAppsScript.URL_Fetch.URLFetchRequest

function toAnswer(r: GoogleAppsScript.URL_Fetch.HTTPResponse): WebAnswer {
  const answer = { status: r.getResponseCode(), body: r.getContentText(), broken: false }
  if (answer.status !== 429 && answer.status !== 503) return answer
  const headers = Object.entries(r.getHeaders() as Record<string, unknown>)
  const [, seconds] = headers.find(([name]) => name.toLowerCase() === 'retry-after') ?? []
  return { ...answer, retryAfter: Number(seconds) || 0 }
}

export function fetchOne(request: WebRequest): WebAnswer {
  try {
    const { url, ...options } = toRequest(request)
    return toAnswer(UrlFetchApp.fetch(url, options))
  } catch {
    return BROKEN
  }
}

/** Hands over a JSON text once, following nobody elsewhere. `broken`: it may have arrived or not. */
export function postJson(url: string, payload: string): WebAnswer {
  try {
    const options = { method: 'post', contentType: 'application/json', payload, followRedirects: false } as const
    return toAnswer(UrlFetchApp.fetch(url, { ...options, muteHttpExceptions: true }))
  } catch {
    return BROKEN
  }
}

/**
 * Answers in the order of the requests, in one service call. One request that cannot connect makes the whole call
 * throw on the real platform: then all count as broken, and the caller tries again in smaller lots.
 */
export function fetchMany(requests: readonly WebRequest[]): WebAnswer[] {
  if (requests.length === 0) return []
  try {
    return UrlFetchApp.fetchAll(requests.map(toRequest)).map(toAnswer)
  } catch {
    return requests.map(() => BROKEN)
  }
}
