import {
  EngineClosed,
  type CommitObserver,
  type Engine,
  type Manner,
  type SqlConnection,
  type Tally,
} from '../engine.ts'
import { GroupCommit, type Ground } from './group-commit.ts'
import { opened, SqliteConnection } from './sqlite-connection.ts'
import { FileGround } from './sqlite-file.ts'
import { sqliteSchema } from './sqlite-schema.ts'
import { CountingConnection } from '../counting-connection.ts'

type Work<T> = (connection: SqlConnection) => Promise<T>

/**
 * The embedded database. A commit is on the disk before anybody is answered, and the cost of that is shared by the
 * requests of a group.
 */
export class SqliteEngine implements Engine {
  readonly sharesTables = false
  readonly textType = 'text'
  readonly joinsInserts = false
  readonly schema = sqliteSchema
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

  /** The group gives it its turn, and there are no others. */
  alter<T>(_tables: readonly string[], work: Work<T>): Promise<T> {
    return this.write(work)
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

  async tidy(): Promise<void> {
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
