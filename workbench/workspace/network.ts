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

/** Gives an answer, `'unreachable'` (no such host, time-out), or null: not mine, ask the next. */
export type Handler = (request: NetRequest) => NetAnswer | 'unreachable' | null

export type Network = readonly Handler[]

export function ask(network: Network, request: NetRequest): NetAnswer | 'unreachable' {
  for (const handler of network) {
    const answer = handler(request)
    if (answer !== null) return answer
  }
  return 'unreachable'
}
