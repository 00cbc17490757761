import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { KnownTest } from './known-test.ts'
import { hashOf, withoutImports, type Mutant } from './mutants.ts'
import type { Result } from './result.ts'

interface Remembered extends Omit<Result, 'mutant'> {
  /** Of the mutated file and of the tests that decided. */
  readonly of: string
}

/** What became of a mutant, as long as its file and the tests that decided it are the same. */
export class Memory {
  readonly #path: string
  readonly #hashOfFile: (path: string) => string
  readonly #known: Map<string, Remembered>

  constructor(path: string, hashOfFile: (path: string) => string) {
    this.#path = path
    this.#hashOfFile = hashOfFile
    const rows = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as [string, Remembered][]) : []
    this.#known = new Map(rows)
  }

  recall(mutant: Mutant, findTests: () => readonly KnownTest[]): Result | undefined {
    const known = this.#known.get(mutant.key)
    if (known === undefined) return undefined
    const { of, ...rest } = known
    return of === this.#stateOf(mutant, rest, findTests()) ? { mutant, ...rest } : undefined
  }

  keep({ mutant, ...rest }: Result, tests: readonly KnownTest[]): void {
    this.#known.set(mutant.key, { ...rest, of: this.#stateOf(mutant, rest, tests) })
  }

  save(): void {
    mkdirSync(dirname(this.#path), { recursive: true })
    writeFileSync(this.#path, JSON.stringify([...this.#known]))
  }

  /** A killed mutant stays killed while its killer is the same; a survivor, while all that reach it are. */
  #stateOf({ path }: Mutant, { by }: Omit<Result, 'mutant'>, tests: readonly KnownTest[]): string {
    const deciding = by === undefined ? tests : tests.filter(({ name }) => name === by.name)
    const hashes = new Set(deciding.map(({ file, name }) => `${this.#hashOfFile(file)} ${name}`))
    return hashOf([this.#hashOfFile(path), ...[...hashes].sort()].join('\n')).slice(0, 16)
  }
}

/** The hash of a file without its imports, worked out once. */
export function fileHashes(root: string): (path: string) => string {
  const hashes = new Map<string, string>()
  return (path) => {
    const known = hashes.get(path)
    if (known !== undefined) return known
    const hash = hashOf(withoutImports(readFileSync(join(root, path), 'utf8')))
    hashes.set(path, hash)
    return hash
  }
}
