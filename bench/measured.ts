import type { Load, LoadOrder, PreparedLoad, Sample } from './loads/load.ts'

interface Pair {
  readonly figure: Sample
  readonly reference: Sample
  readonly ratio: number
}

export interface Measured {
  readonly load: string
  readonly notes: readonly string[]
  readonly pairs: readonly Pair[]
}

/**
 * Runs both sides in turn, so that what else the machine does hits both; each ratio is of two neighbouring runs. Every
 * second pair begins with the reference.
 */
export async function measure(load: Load, order: LoadOrder, runs: number): Promise<Measured> {
  const prepared = await load.prepare(order)
  try {
    const pairs: Pair[] = []
    for (let run = 0; run < runs; run += 1) pairs.push(await measurePair(prepared, run))
    return { load: load.name, notes: prepared.notes, pairs }
  } finally {
    await prepared.close()
  }
}

async function measurePair(prepared: PreparedLoad, run: number): Promise<Pair> {
  if (run % 2 === 0) {
    const figure = await prepared.figure(run)
    const reference = await prepared.reference(run)
    return { figure, reference, ratio: figure.value / reference.value }
  }
  const reference = await prepared.reference(run)
  const figure = await prepared.figure(run)
  return { figure, reference, ratio: figure.value / reference.value }
}

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return { median: (lower + upper) / 2, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}
