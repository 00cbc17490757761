import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  EngineClosed,
  type CommitObserver,
  type Engine,
  type Row,
  type SqlConnection,
  type SqlValue,
} from './engine.ts'
import { GroupCommit, type GroupedConnection } from './group-commit.ts'

/**
 * The embedded database. WAL with `synchronous=FULL`: a commit is on the disk before anybody is answered, and the cost
 * of that is shared by the requests of a group.
 */
export class SqliteEngine implements Engine {
  readonly sharesTables = false
  readonly textType = 'text'
  readonly fencesPartners = false
  readonly #db: DatabaseSync
  readonly #connection: SqliteConnection
  readonly #group: GroupCommit
  #isClosed = false

  /** `path` is a file, or `:memory:`. */
  constructor(path: string) {
    this.#db = new DatabaseSync(path)
    this.#db.exec('pragma journal_mode = wal')
    this.#db.exec('pragma synchronous = full')
    this.#db.exec('pragma foreign_keys = off')
    // Every checkpoint flushes the database itself; one for each 4 MB of log is seldom enough and soon replayed.
    this.#db.exec('pragma wal_autocheckpoint = 1000')
    this.#db.exec('pragma cache_size = -16000')
    this.#db.exec('pragma temp_store = memory')
    this.#db.exec('pragma busy_timeout = 5000')
    this.#connection = new SqliteConnection(this.#db)
    this.#group = new GroupCommit(this.#connection)
  }

  async read<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new EngineClosed()
    return this.#group.read(work)
  }

  async write<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new EngineClosed()
    return this.#group.write(work)
  }

  observeCommits(observe: CommitObserver): void {
    this.#group.observeCommits(observe)
  }

  /** Runs DDL. */
  async execute(sql: string): Promise<void> {
    this.#db.exec(sql)
  }

  /** Finishes what was submitted; later work is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#group.drain()
    this.#connection.forget()
    this.#db.close()
  }
}

class SqliteConnection implements GroupedConnection {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** The world's count as this group of work has brought it; read anew when a group is lost. */
  #sequence: number | undefined
  #storedSequence: number | undefined

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  async all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#prepared(sql).all(...params) as unknown as readonly Row[]
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<number> {
    return Number(this.#prepared(sql).run(...params).changes)
  }

  async add(sql: string, params: readonly SqlValue[]): Promise<void> {
    this.#prepared(sql).run(...params)
  }

  async nextSequence(): Promise<number> {
    this.#sequence ??= await this.#loadSequence()
    this.#sequence += 1
    return this.#sequence
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
    await this.run("update meta set version = ? where name = 'sequence'", [this.#sequence])
    this.#storedSequence = this.#sequence
  }

  lose(): void {
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
