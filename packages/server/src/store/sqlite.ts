import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  EngineClosed,
  type CommitObserver,
  type Engine,
  type Row,
  type SqlConnection,
  type SqlValue,
} from './engine.ts'
import { GroupCommit } from './group-commit.ts'

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

  /** Copies the whole database into a new file, as of the last commit. */
  async copyTo(path: string): Promise<void> {
    await this.#group.read(async () => {
      this.#db.prepare('vacuum into ?').run(path)
    })
  }

  /** Finishes what was submitted; later work is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#group.drain()
    this.#connection.forget()
    this.#db.close()
  }
}

class SqliteConnection implements SqlConnection {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  async all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#prepared(sql).all(...params) as unknown as readonly Row[]
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<number> {
    return Number(this.#prepared(sql).run(...params).changes)
  }

  async nextSequence(): Promise<number> {
    const [row] = await this.all(countUp, [])
    if (row === undefined) throw new TypeError('the world has no sequence: it was not set up')
    return Number(row['version'])
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

const countUp = "update meta set version = version + 1 where name = 'sequence' returning version"
