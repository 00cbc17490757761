import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { ConflictError, EngineUnavailable, type Row, type SqlValue, type Write } from '../engine.ts'
import type { GroupedConnection } from './group-commit.ts'

/** `path` is a file, or `:memory:`. */
export function opened(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec('pragma foreign_keys = off')
  db.exec('pragma cache_size = -16000')
  db.exec('pragma temp_store = memory')
  db.exec('pragma busy_timeout = 5000')
  return db
}

/** One connection, its statements compiled once, on which groups of work are done. */
export class SqliteConnection implements GroupedConnection {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** The world's count as this group of work has brought it; read anew when a group is lost. */
  #sequence: number | undefined
  #storedSequence: number | undefined
  readonly #published: (() => void)[] = []
  /** What is written now can be undone without the rest of its group. */
  #isGuarded = false
  /** The work has the group for itself. */
  #isOnly = false
  /** The work has written what no savepoint can undo. */
  #hasWritten = false
  /** Set while the group's transaction waits for something before it begins. */
  #beginsAfter: Promise<void> | undefined
  /** How many were run that may have changed something. */
  statements = 0

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  async all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
    try {
      return this.#prepared(sql).all(...params) as unknown as readonly Row[]
    } catch (error) {
      throw explained(error)
    }
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<number> {
    if (this.#beginsAfter !== undefined) await this.#begun(this.#beginsAfter)
    this.#guard()
    return this.#run(sql, params)
  }

  /**
   * What is certain and comes last needs no savepoint, which would have SQLite copy each page before it changes. Should
   * it fail all the same, the whole group goes with it.
   */
  async change(writes: readonly Write[], isLast: boolean): Promise<void> {
    if (this.#beginsAfter !== undefined) await this.#begun(this.#beginsAfter)
    if (isLast && writes.every(({ isCertain }) => isCertain)) this.#hasWritten = true
    else this.#guard()
    for (const { sql, params, mustChange } of writes) {
      const changed = this.#run(sql, params)
      if (mustChange !== undefined && changed !== 1) throw new ConflictError(mustChange)
    }
  }

  /** Until it has begun, reads stand by themselves: nobody else writes, so that they see the same. */
  begin(after: Promise<void> | undefined): void {
    this.#beginsAfter = after
    if (after === undefined) this.#run('begin immediate', [])
  }

  async #begun(after: Promise<void>): Promise<void> {
    await after
    this.#run('begin immediate', [])
    this.#beginsAfter = undefined
  }

  /** The count is stored once for the whole group. */
  async commit(): Promise<void> {
    if (this.#beginsAfter !== undefined) await this.#begun(this.#beginsAfter)
    if (this.#sequence !== undefined && this.#sequence !== this.#storedSequence) {
      this.#run("update meta set version = ? where name = 'sequence'", [this.#sequence])
      this.#storedSequence = this.#sequence
    }
    this.#run('commit', [])
  }

  beginWork(isOnly: boolean): void {
    this.#isGuarded = false
    this.#hasWritten = false
    this.#isOnly = isOnly
  }

  keepWork(): void {
    if (this.#isGuarded) this.#run('release work', [])
    this.beginWork(false)
  }

  undoWork(): void {
    const isGuarded = this.#isGuarded
    const isLost = this.#hasWritten && !isGuarded
    this.beginWork(false)
    if (isLost) throw new TypeError('there is no savepoint to go back to')
    if (!isGuarded) return
    this.#run('rollback to work', [])
    this.#run('release work', [])
  }

  /** From here the work can be undone by itself. */
  #guard(): void {
    if (this.#isGuarded) return
    if (this.#isOnly) {
      this.#hasWritten = true
      return
    }
    this.#run('savepoint work', [])
    this.#isGuarded = true
  }

  #run(sql: string, params: readonly SqlValue[]): number {
    this.statements += 1
    try {
      return Number(this.#prepared(sql).run(...params).changes)
    } catch (error) {
      throw explained(error)
    }
  }

  async nextSequence(): Promise<number> {
    this.#sequence ??= await this.#loadSequence()
    this.#sequence += 1
    return this.#sequence
  }

  onPublished(call: () => void): void {
    this.#published.push(call)
  }

  takePublished(): (() => void)[] {
    return this.#published.splice(0)
  }

  get mark(): number | undefined {
    return this.#sequence
  }

  /** Work that was undone gives its numbers back, so that the same requests get the same ids. */
  backTo(mark: number | undefined): void {
    this.#sequence = mark
  }

  lose(): void {
    this.beginWork(false)
    this.#beginsAfter = undefined
    try {
      this.#run('rollback', [])
    } catch {
      // The database has done it by itself.
    }
    this.#sequence = undefined
    this.#storedSequence = undefined
  }

  async #loadSequence(): Promise<number> {
    const [row] = await this.all("select version from meta where name = 'sequence'", [])
    if (row === undefined) throw new TypeError('the world has no sequence: it was not set up')
    this.#storedSequence = Number(row['version'])
    return this.#storedSequence
  }

  forget(): void {
    this.#statements.clear()
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const compiled = this.#db.prepare(sql)
    this.#statements.set(sql, compiled)
    return compiled
  }
}

/** Busy, out of memory, read-only, an I/O error, full, cannot open: the place is at fault and not the statement. */
const resultCodes = new Set([5, 7, 8, 10, 13, 14])

/** What went wrong, as callers are to see it. The low byte of an extended code is the code. */
function explained(error: unknown): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  if (!resultCodes.has(code)) return error
  return new EngineUnavailable(`the database file cannot be used: ${(error as Error).message}`, {
    cause: error,
  })
}
