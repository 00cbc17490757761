/** A test that comes by mutants. */
export interface KnownTest {
  readonly file: string
  readonly place: number
  readonly name: string
  readonly ms: number
  readonly cpuMs: number
  readonly isRepeatable: boolean
  readonly reached: ReadonlySet<number>
}

/** What it costs to run: the processor's time, and a little for waiting. */
export const costMsOf = ({ ms, cpuMs }: KnownTest): number => cpuMs + ms / 8
