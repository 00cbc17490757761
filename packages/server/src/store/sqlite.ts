import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Engine, Row, SqlConnection, SqlValue } from './engine.ts'
import { GroupCommit } from './group-commit.ts'

/**
 * The embedded database. WAL with `synchronous=FULL`: a commit is on the disk before anybody is answered, and the cost
 * of that is shared by the requests of a group.
 */
export class SqliteEngine implements Engine {
  readonly sharesTables = false
  readonly #db: DatabaseSync
  readonly #connection: SqliteConnection
  readonly #group: GroupCommit

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

  read<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return this.#group.read(work)
  }

  write<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return this.#group.write(work)
  }

  async execute(sql: string): Promise<void> {
    this.#db.exec(sql)
  }

  /** Copies the whole database into a new file, as of the last commit. */
  async copyTo(path: string): Promise<void> {
    await this.#group.read(async () => {
      this.#db.prepare('vacuum into ?').run(path)
    })
  }

  async close(): Promise<void> {
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
