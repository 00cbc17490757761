import { loadavg } from 'node:os'
import type { Load } from './loads/load.ts'
import { spreadOf, type Measured, type Spread } from './measured.ts'
import { targets, type Target } from './targets.ts'

export interface Verdict {
  readonly target: Target
  readonly reached: number
  readonly isMet: boolean
}

/** The median of what a target is about, and whether it is reached; not of what a quick run leaves out. */
export function verdictsOf(measured: Measured): Verdict[] {
  return targets
    .filter((target) => target.load === measured.load)
    .map((target) => {
      const reached = spreadOf(measured.pairs.map((pair) => valueOf(target.of, pair))).median
      const isMet = reached >= (target.atLeast ?? -Infinity) && reached <= (target.atMost ?? Infinity)
      return { target, reached, isMet }
    })
    .filter(({ reached }) => !Number.isNaN(reached))
}

export function printMeasured(load: Load, measured: Measured): void {
  const { pairs } = measured
  console.log(`\n${load.name}: ${load.unit}`)
  for (const note of measured.notes) console.log(`  ${note}`)
  console.log(row('run', load.figure, load.reference, 'ratio'))
  for (const [run, { figure, reference, ratio }] of pairs.entries()) {
    console.log(row(String(run + 1), shown(figure.value), shown(reference.value), shown(ratio)))
  }
  const spreads = [
    spreadOf(pairs.map(({ figure }) => figure.value)),
    spreadOf(pairs.map(({ reference }) => reference.value)),
    spreadOf(pairs.map(({ ratio }) => ratio)),
  ]
  for (const name of ['median', 'min', 'max'] as const) {
    console.log(row(name, ...spreads.map((spread: Spread) => shown(spread[name]))))
  }
  for (const name of furtherNames(measured)) printFurther(name, measured)
  for (const { target, reached, isMet } of verdictsOf(measured)) {
    const bound = target.atLeast === undefined ? `at most ${target.atMost}` : `at least ${target.atLeast}`
    console.log(`  target: ${target.of} ${bound}; median ${shown(reached)}: ${isMet ? 'met' : 'MISSED'}`)
  }
}

/** What else ran on the machine shows in the load average; ratios stand it better than figures do. */
export const loadLine = (): string =>
  `load average ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}`

function printFurther(name: string, { pairs }: Measured): void {
  const figure = pairs.flatMap((pair) => pair.figure.more[name] ?? [])
  const reference = pairs.flatMap((pair) => pair.reference.more[name] ?? [])
  const side = (values: number[]): string => (values.length === 0 ? '–' : shown(spreadOf(values).median))
  const ratio =
    figure.length > 0 && reference.length > 0
      ? shown(spreadOf(figure).median / spreadOf(reference).median)
      : ''
  console.log(row(`median ${name}`, side(figure), side(reference), ratio))
}

const furtherNames = ({ pairs }: Measured): string[] => [
  ...new Set(
    pairs.flatMap(({ figure, reference }) => [...Object.keys(figure.more), ...Object.keys(reference.more)]),
  ),
]

function valueOf(of: string, { figure, reference, ratio }: Measured['pairs'][number]): number {
  if (of === 'ratio') return ratio
  const [, name] = /^ratio of (.*)$/.exec(of) ?? []
  if (name !== undefined) return (figure.more[name] ?? Number.NaN) / (reference.more[name] ?? Number.NaN)
  return of === 'value' ? figure.value : (figure.more[of] ?? Number.NaN)
}

const row = (...cells: string[]): string =>
  `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(18))).join(' ')}`

function shown(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
