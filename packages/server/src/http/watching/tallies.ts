/**
 * What is counted while requests run: plain numbers, since a counter with labels to look up costs as much as a rule.
 */

export type Labels = Readonly<Record<string, string | number>>

/** How often each set of labels was met. */
export class Counts {
  readonly #counted = new Map<string, { readonly labels: Labels; times: number }>()

  /** `labels` in the same order each time. */
  add(labels: Labels): void {
    const key = Object.values(labels).join('\n')
    const known = this.#counted.get(key)
    if (known === undefined) this.#counted.set(key, { labels, times: 1 })
    else known.times += 1
  }

  list(): { readonly labels: Labels; readonly times: number }[] {
    return [...this.#counted.values()]
  }
}

/** How many values there were, and their sum. */
export class Total {
  count = 0
  sum = 0

  add(value: number): void {
    this.count += 1
    this.sum += value
  }
}

/** How many values fell below each bound, and their sum. */
export class Buckets {
  readonly bounds: readonly number[]
  /** One more than bounds: the last holds what is above all of them. */
  readonly counts: number[]
  sum = 0

  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.counts = [...bounds.map(() => 0), 0]
  }

  add(value: number): void {
    const { bounds, counts } = this
    let place = 0
    while (place < bounds.length && value > (bounds[place] ?? 0)) place += 1
    counts[place] = (counts[place] ?? 0) + 1
    this.sum += value
  }
}
