import { close, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { copyLog } from './checkpoints.ts'
import type { Ground } from './group-commit.ts'
import { opened, SqliteConnection } from './sqlite-connection.ts'

/** So many leave a log of 24 to 140 MB, as it grows while it is copied; a start after a crash has soon read that. */
const statementsMax = 12_000
/** How often the log is copied before the writer waits for the rest: it goes on growing meanwhile. */
const copiesBeforeRest = 2

const flushFile = promisify(fdatasync)
const closeFile = promisify(close)

/**
 * A file in WAL mode. SQLite writes a commit into the log and leaves it to us to flush that file (`synchronous=NORMAL`
 * is `FULL` without this one flush): so the flush can happen beside the event loop, and the next group be at work
 * meanwhile. A second connection stands in a read transaction of the last state that is on the disk. A long log is
 * copied into the database in a thread of its own while the writer goes on; it waits only for the rest.
 */
export class FileGround implements Ground {
  readonly #path: string
  readonly #writing: DatabaseSync
  readonly #reading: DatabaseSync
  readonly #file: number
  readonly #log: number
  readonly writer: SqliteConnection
  readonly reader: SqliteConnection
  readonly #statementsPerCheckpoint: number
  #statementsAtCheckpoint = 0
  #copying: Promise<void> | undefined
  #isUntidy = false

  constructor(path: string, statementsPerCheckpoint = statementsMax) {
    this.#path = path
    this.#statementsPerCheckpoint = statementsPerCheckpoint
    this.#writing = opened(path)
    this.#writing.exec('pragma journal_mode = wal')
    this.#writing.exec('pragma synchronous = normal')
    // A commit never copies the log by itself.
    this.#writing.exec('pragma wal_autocheckpoint = 0')
    this.#reading = opened(path)
    this.#reading.exec('pragma query_only = on')
    this.writer = new SqliteConnection(this.#writing)
    this.reader = new SqliteConnection(this.#reading)
    this.#show()
    this.#file = openSync(path, 'r+')
    this.#log = openSync(`${path}-wal`, 'r+')
  }

  async flush(): Promise<void> {
    await flushFile(this.#log)
  }

  publish(): void {
    this.#reading.exec('rollback')
    this.#show()
    const isLong = this.writer.statements - this.#statementsAtCheckpoint > this.#statementsPerCheckpoint
    if (!isLong || this.#isUntidy || this.#copying !== undefined) return
    this.#copying = this.#copyBesideWriter().finally(() => (this.#copying = undefined))
  }

  /** Copies the log as far as it is published, in a thread of its own. */
  copy(): Promise<void> {
    return copyLog(this.#path)
  }

  get isUntidy(): boolean {
    return this.#isUntidy
  }

  /** The log starts anew once all of it is copied and the reader has stepped forward. */
  async tidy(): Promise<void> {
    await this.copy().catch(() => this.#copyHere())
    this.#statementsAtCheckpoint = this.writer.statements
    this.#isUntidy = false
  }

  execute(sql: string): void {
    this.#writing.exec(sql)
    this.publish()
  }

  async close(): Promise<void> {
    await this.#copying
    await closeFile(this.#log)
    this.writer.forget()
    this.reader.forget()
    this.#reading.close()
    this.#writing.close()
    // Only now: the process gives up its locks on a file with any handle that it closes.
    await closeFile(this.#file)
  }

  /** What SQLite flushes only when all of the log is copied is flushed each time, so that the rest is soon there. */
  async #copyBesideWriter(): Promise<void> {
    try {
      for (let copies = 0; copies < copiesBeforeRest; copies += 1) {
        await this.copy()
        await flushFile(this.#file)
      }
    } catch {
      // The writer will wait for more.
    }
    this.#isUntidy = true
  }

  #copyHere(): void {
    try {
      this.#writing.exec('pragma wal_checkpoint(passive)')
    } catch {
      // No room in the database, perhaps: the log has everything all the same, and the next time will do.
    }
  }

  /** A transaction sees nothing newer than its first read does. */
  #show(): void {
    this.#reading.exec('begin; select 1 from sqlite_schema limit 1')
  }
}
