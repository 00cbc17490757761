import { close, fdatasync, openSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { promisify } from 'node:util'
import {
  ConflictError,
  EngineClosed,
  EngineUnavailable,
  type CommitObserver,
  type Engine,
  type Manner,
  type Row,
  type SqlConnection,
  type SqlValue,
  type Write,
} from './engine.ts'
import { GroupCommit, type Ground, type GroupedConnection } from './group-commit.ts'
import { CountingConnection, type Tally } from './tally.ts'

type Work<T> = (connection: SqlConnection) => Promise<T>

/**
 * The embedded database. A commit is on the disk before anybody is answered, and the cost of that is shared by the
 * requests of a group.
 */
export class SqliteEngine implements Engine {
  readonly sharesTables = false
  readonly textType = 'text'
  readonly joinsInserts = false
  readonly fencesPartners = false
  readonly #ground: MemoryGround | FileGround
  readonly #group: GroupCommit
  #isClosed = false

  /** `path` is a file, or `:memory:`. */
  constructor(path: string) {
    this.#ground = path === ':memory:' ? new MemoryGround() : new FileGround(path)
    this.#group = new GroupCommit(this.#ground)
  }

  async read<T>(work: Work<T>, _partner?: string, { tally }: Manner = {}): Promise<T> {
    if (this.#isClosed) throw new EngineClosed()
    return this.#group.read(counted(work, tally))
  }

  async write<T>(work: Work<T>, partner?: string, { tally }: Manner = {}): Promise<T> {
    if (this.#isClosed) throw new EngineClosed()
    return this.#group.write(counted(work, tally), partner === undefined)
  }

  async writeInParts(part: Work<boolean>): Promise<void> {
    if (this.#isClosed) throw new EngineClosed()
    return this.#group.writeInParts(part)
  }

  observeCommits(observe: CommitObserver): void {
    this.#group.observeCommits(observe)
  }

  /** Runs DDL. */
  async execute(sql: string): Promise<void> {
    this.#ground.execute(sql)
  }

  /** Finishes what was submitted; later work is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#group.drain()
    await this.#ground.close()
  }
}

/** Begin, commit and savepoint belong to the group and are nobody's own. */
const counted =
  <T>(work: Work<T>, tally: Tally | undefined): Work<T> =>
  (connection) =>
    work(tally === undefined ? connection : new CountingConnection(connection, tally))

/** Nothing to keep: one connection, on which reads take turns with the groups of work. */
class MemoryGround implements Ground {
  readonly #db = opened(':memory:')
  readonly writer = new SqliteConnection(this.#db)
  readonly reader = this.writer
  readonly isUntidy = false

  async flush(): Promise<void> {
    // There is no disk.
  }

  publish(): void {
    // Reads are on the same connection.
  }

  tidy(): void {
    // Nothing is left behind.
  }

  execute(sql: string): void {
    this.#db.exec(sql)
  }

  async close(): Promise<void> {
    this.writer.forget()
    this.#db.close()
  }
}

/** So many leave a log of some 24 MB, which a start after a crash has read in a moment. */
const statementsPerCheckpoint = 12_000

const flushFile = promisify(fdatasync)
const closeFile = promisify(close)

/**
 * A file in WAL mode. SQLite writes a commit into the log and leaves it to us to flush that file (`synchronous=NORMAL`
 * is `FULL` without this one flush): so the flush can happen beside the event loop, and the next group be at work
 * meanwhile. A second connection stands in a read transaction of the last state that is on the disk.
 */
export class FileGround implements Ground {
  readonly #writing: DatabaseSync
  readonly #reading: DatabaseSync
  readonly #log: number
  readonly writer: SqliteConnection
  readonly reader: SqliteConnection
  #statementsAtCheckpoint = 0

  constructor(path: string) {
    this.#writing = opened(path)
    this.#writing.exec('pragma journal_mode = wal')
    this.#writing.exec('pragma synchronous = normal')
    // Only `tidy` moves the log into the database, when no read stands in the way.
    this.#writing.exec('pragma wal_autocheckpoint = 0')
    this.#reading = opened(path)
    this.#reading.exec('pragma query_only = on')
    this.writer = new SqliteConnection(this.#writing)
    this.reader = new SqliteConnection(this.#reading)
    this.#show()
    this.#log = openSync(`${path}-wal`, 'r+')
  }

  async flush(): Promise<void> {
    await flushFile(this.#log)
  }

  publish(): void {
    this.#reading.exec('rollback')
    this.#show()
  }

  get isUntidy(): boolean {
    return this.writer.statements - this.#statementsAtCheckpoint > statementsPerCheckpoint
  }

  /** The log starts anew only where no read holds on to it: so the reader steps aside meanwhile. */
  tidy(): void {
    this.#reading.exec('rollback')
    this.#statementsAtCheckpoint = this.writer.statements
    try {
      this.#writing.exec('pragma wal_checkpoint(passive)')
    } catch {
      // No room in the database, perhaps: the log has everything all the same, and the next time will do.
    }
    this.#show()
  }

  execute(sql: string): void {
    this.#writing.exec(sql)
    this.publish()
  }

  async close(): Promise<void> {
    await closeFile(this.#log)
    this.writer.forget()
    this.reader.forget()
    this.#reading.close()
    this.#writing.close()
  }

  /** A transaction sees nothing newer than its first read does. */
  #show(): void {
    this.#reading.exec('begin; select 1 from sqlite_schema limit 1')
  }
}

function opened(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec('pragma foreign_keys = off')
  db.exec('pragma cache_size = -16000')
  db.exec('pragma temp_store = memory')
  db.exec('pragma busy_timeout = 5000')
  return db
}

class SqliteConnection implements GroupedConnection {
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
    this.#guard()
    return this.#run(sql, params)
  }

  /**
   * What is certain and comes last needs no savepoint, which would have SQLite copy each page before it changes. Should
   * it fail all the same, the whole group goes with it.
   */
  async change(writes: readonly Write[], isLast: boolean): Promise<void> {
    if (isLast && writes.every(({ isCertain }) => isCertain)) this.#hasWritten = true
    else this.#guard()
    for (const { sql, params, mustChange } of writes) {
      const changed = this.#run(sql, params)
      if (mustChange !== undefined && changed !== 1) throw new ConflictError(mustChange)
    }
  }

  control(sql: string): void {
    this.#run(sql, [])
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

  /** The count is stored once for the whole group, in its commit. */
  async settle(): Promise<void> {
    if (this.#sequence === undefined || this.#sequence === this.#storedSequence) return
    this.#run("update meta set version = ? where name = 'sequence'", [this.#sequence])
    this.#storedSequence = this.#sequence
  }

  lose(): void {
    this.beginWork(false)
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
