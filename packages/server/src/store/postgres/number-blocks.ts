/** How many numbers a node takes at once. */
const blockSize = 256

/** The row that counts a world's numbers. */
export interface NumberRow {
  /** Counts on by so many; answers the last one. */
  reserve(size: number): Promise<number>
  /** Sets the count back, if nobody counted on since. */
  giveBack(last: number, unused: number): Promise<void>
}

/**
 * A world's numbers, taken from its row in blocks, so that those who write to it do not wait for one another. Without
 * concurrency they run as if each had been counted in its transaction.
 */
export class NumberBlocks {
  readonly #row: NumberRow
  #next = 1
  #last = 0
  #taking: Promise<void> | undefined

  constructor(row: NumberRow) {
    this.#row = row
  }

  async take(): Promise<number> {
    while (this.#next > this.#last) {
      this.#taking ??= this.#takeBlock().finally(() => {
        this.#taking = undefined
      })
      await this.#taking
    }
    return this.#next++
  }

  /** A transaction was rolled back: its numbers are free again, unless later ones were taken meanwhile. */
  giveBack(numbers: readonly number[]): void {
    for (const number of numbers.toReversed()) if (number === this.#next - 1) this.#next = number
  }

  /** Gives the rest of the block back to the row. */
  async settle(): Promise<void> {
    const [last, unused] = [this.#last, this.#last - this.#next + 1]
    this.#last = this.#next - 1
    if (unused > 0) await this.#row.giveBack(last, unused)
  }

  async #takeBlock(): Promise<void> {
    const last = await this.#row.reserve(blockSize)
    this.#last = last
    this.#next = last - blockSize + 1
  }
}
