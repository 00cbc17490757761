import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'

const place = 'node_modules/.cache/tenantry-tests/durations.json'

/** What takes long where nothing is remembered yet, so that a fresh checkout does not begin it last. Milliseconds. */
export const assumedMs: Readonly<Record<string, number>> = {
  'tests/console/console.test.ts': 14_000,
  'tests/faults/kill-during-load.test.ts': 6_000,
  'tests/scenarios/http/fuzz.test.ts': 15_000,
  'tests/scenarios/http/process.test.ts': 8_000,
  'tests/scenarios/moves.test.ts': 15_000,
  'tests/scenarios/preview.test.ts': 8_000,
  'tests/scenarios/random-walk.test.ts': 15_000,
  'tests/scenarios/recipes.test.ts': 30_000,
  'tests/scenarios/subscriptions/extended-service-terms.test.ts': 5_000,
  'tests/stores/connections.test.ts': 30_000,
  'tests/stores/worlds.test.ts': 8_000,
  'tools/tests/run-files.test.ts': 11_000,
}
const usualMs = 1_000

/** How long test files took the last time, by lane and file. */
export class Durations {
  readonly #ms = new Map<string, number>(Object.entries(read()))

  of(lane: string, file: string): number {
    return this.#ms.get(`${lane} ${file}`) ?? assumedMs[file] ?? usualMs
  }

  note(lane: string, file: string, ms: number): void {
    // A file from elsewhere comes but once.
    if (isAbsolute(file)) return
    this.#ms.set(`${lane} ${file}`, Math.round(ms))
  }

  save(): void {
    mkdirSync(dirname(place), { recursive: true })
    const sorted = [...this.#ms].sort(([one], [other]) => (one < other ? -1 : 1))
    writeFileSync(place, `${JSON.stringify(Object.fromEntries(sorted), undefined, 1)}\n`)
  }
}

function read(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Record<string, number>
  } catch {
    return {}
  }
}
