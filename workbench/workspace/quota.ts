/**
 * Daily quotas: per account, over a rolling day that begins at the first use (not at midnight).
 * Numbers: Google's “Quotas for Google Services”, 2026.
 */
export type AccountKind = 'consumer' | 'workspace'

export const QUOTAS = {
  'email recipients': { consumer: 100, workspace: 1_500 },
  'email read/write': { consumer: 20_000, workspace: 50_000 },
  'calendar events created': { consumer: 5_000, workspace: 10_000 },
  'groups read': { consumer: 2_000, workspace: 10_000 },
  'properties read/write': { consumer: 50_000, workspace: 500_000 },
  'url fetch calls': { consumer: 20_000, workspace: 100_000 },
  'trigger runtime ms': { consumer: 90 * 60_000, workspace: 6 * 3_600_000 },
} as const
export type QuotaName = keyof typeof QUOTAS

const DAY = 24 * 3_600_000

export interface Spent {
  since: number
  used: number
}

/** Plain data, saved with the workspace: account → quota → spent. */
export type QuotaState = Record<string, Partial<Record<QuotaName, Spent>>>

export class Quotas {
  constructor(
    private readonly state: QuotaState,
    private readonly kindOf: (account: string) => AccountKind,
    private readonly now: () => number,
  ) {}

  private current(account: string, name: QuotaName): Spent {
    const own = (this.state[account] ??= {})
    const spent = own[name]
    if (spent && this.now() - spent.since < DAY) return spent
    return (own[name] = { since: this.now(), used: 0 })
  }

  used(account: string, name: QuotaName): number {
    const spent = this.state[account]?.[name]
    return spent && this.now() - spent.since < DAY ? spent.used : 0
  }

  limit(account: string, name: QuotaName): number {
    return QUOTAS[name][this.kindOf(account)]
  }

  left(account: string, name: QuotaName): number {
    return Math.max(0, this.limit(account, name) - this.used(account, name))
  }

  /** Spends `amount`; false (and nothing spent) where less is left. */
  spend(account: string, name: QuotaName, amount: number): boolean {
    if (amount > this.left(account, name)) return false
    this.current(account, name).used += amount
    return true
  }

  /** For tests and the page: as if this much had been used already. */
  set(account: string, name: QuotaName, used: number): void {
    this.current(account, name).used = used
  }
}
