/** What a load must reach. A ratio is the figure divided by its reference of the same run. */
export interface Target {
  readonly load: string
  /** `ratio`, `value`, the name of one of the figure's further values, or `ratio of` such a name. */
  readonly of: string
  readonly atLeast?: number
  readonly atMost?: number
}

export const targets: readonly Target[] = [
  { load: 'get-subscription', of: 'ratio', atLeast: 0.45 },
  { load: 'checkout', of: 'ratio', atLeast: 0.35 },
  { load: 'transition', of: 'ratio', atLeast: 0.35 },
  { load: 'start', of: 'ratio', atMost: 2 },
  { load: 'start', of: 'RSS MB', atMost: 150 },
  { load: 'start-after-kill', of: 'value', atMost: 1_000 },
  { load: 'advance', of: 'ratio', atLeast: 0.35 },
  { load: 'advance-many', of: 'ratio', atLeast: 0.4 },
  { load: 'advance-many', of: 'peak RSS MB', atMost: 400 },
  { load: 'advance-many', of: 'growth from a tenth', atMost: 1.3 },
  { load: 'advance-many', of: 'growth to a million', atMost: 1.3 },
  { load: 'mixed', of: 'ratio', atMost: 3 },
  { load: 'postgres-get', of: 'ratio', atLeast: 0.5 },
  { load: 'postgres-checkout', of: 'ratio', atLeast: 0.5 },
  ...['million-sqlite', 'million-postgres'].flatMap((load) => [
    { load, of: 'ratio', atMost: 1.5 },
    { load, of: 'ratio of list p50 ms', atMost: 1.5 },
    { load, of: 'ratio of customers p50 ms', atMost: 1.5 },
    { load, of: 'ratio of PATCH p50 ms', atMost: 1.5 },
    { load, of: 'ratio of transition p50 ms', atMost: 1.5 },
  ]),
  { load: 'branch', of: 'value', atMost: 50 },
]
