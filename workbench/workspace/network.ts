/** The web as the emulated UrlFetchApp finds it: a table of handlers, asked in order. */
export interface NetRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Virtual time. */
  readonly now: number
}

export interface NetAnswer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  /** Modelled time until the answer is there. */
  readonly ms?: number
}

/** What servers remember, as plain data in the workspace’s state: each under a name of its own. */
export type Kept = Record<string, unknown>

/** Gives an answer, `'unreachable'` (no such host, time-out), or null: not mine, ask the next. */
export type Handler = (request: NetRequest, kept?: Kept) => NetAnswer | 'unreachable' | null

export type Network = readonly Handler[]

export function ask(network: Network, request: NetRequest, kept: Kept = {}): NetAnswer | 'unreachable' {
  for (const handler of network) {
    const answer = handler(request, kept)
    if (answer !== null) return answer
  }
  return 'unreachable'
}
