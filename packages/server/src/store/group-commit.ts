import type { CommitObserver, SqlConnection } from './engine.ts'

/**
 * How long one group may collect work before it commits. While others read, a group is short, so that they wait little
 * longer than for one commit; with nobody reading, more work shares it.
 */
const groupBudgetMs = 8
const groupBudgetBesideReadsMs = 1
const groupSizeMax = 64

/** A connection that counts along with the group of work on it. */
export interface GroupedConnection extends SqlConnection {
  /** Where its count stands now. */
  readonly mark: number | undefined
  backTo(mark: number | undefined): void
  /** Stores the count, before the commit. */
  settle(): Promise<void>
  /** Forgets the count, after a rollback. */
  lose(): void
}

interface Waiting {
  readonly run: (connection: SqlConnection) => Promise<() => void>
  readonly fail: (error: unknown) => void
}

/**
 * One writer, many requests per durable commit. Each request's work runs in a savepoint, so that its fault undoes only
 * itself; nobody is answered before the commit that holds his rows.
 *
 * Reads share the connection. Work on the embedded database awaits nothing but settled promises, so a read or a group
 * runs to its end before the event loop turns; the two counters below keep that true even if some work should ever
 * wait.
 */
export class GroupCommit {
  readonly #connection: GroupedConnection
  readonly #queue: Waiting[] = []
  readonly #observers = new Set<CommitObserver>()
  #scheduled = false
  #groupDone: Promise<void> | undefined
  #readers = 0
  #readsSinceGroup = 0
  #readersGone: (() => void) | undefined

  constructor(connection: GroupedConnection) {
    this.#connection = connection
  }

  observeCommits(observe: CommitObserver): void {
    this.#observers.add(observe)
  }

  async read<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    while (this.#groupDone !== undefined) await this.#groupDone
    this.#readers += 1
    this.#readsSinceGroup += 1
    try {
      return await work(this.#connection)
    } finally {
      this.#readers -= 1
      if (this.#readers === 0) this.#readersGone?.()
    }
  }

  write<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        run: async (connection) => {
          const result = await work(connection)
          return () => resolve(result)
        },
        fail: reject,
      })
      this.#schedule()
    })
  }

  /** Resolves when everything submitted so far has been committed. */
  async drain(): Promise<void> {
    while (this.#queue.length > 0 || this.#groupDone !== undefined) {
      await (this.#groupDone ?? new Promise<void>((resolve) => setImmediate(resolve)))
    }
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#groupDone = this.#runGroup().finally(() => {
        this.#groupDone = undefined
        this.#scheduled = false
        if (this.#queue.length > 0) this.#schedule()
      })
    })
  }

  async #runGroup(): Promise<void> {
    while (this.#readers > 0) {
      await new Promise<void>((resolve) => {
        this.#readersGone = resolve
      })
      this.#readersGone = undefined
    }

    const group: { answer: () => void; fail: (error: unknown) => void }[] = []
    try {
      await this.#connection.run('begin immediate', [])
    } catch (error) {
      // A database that takes no work now must not be asked for ever by the same requests.
      for (const waiting of this.#queue.splice(0)) waiting.fail(error)
      return
    }
    try {
      await this.#collect(group)
      await this.#connection.settle()
      const committingMs = performance.now()
      await this.#connection.run('commit', [])
      const seconds = (performance.now() - committingMs) / 1000
      for (const observe of this.#observers) observe(group.length, seconds)
    } catch (error) {
      // The group could not be begun or made durable: nobody in it was answered, so all of it is undone.
      await this.#connection.run('rollback', []).catch(() => 0)
      this.#connection.lose()
      for (const member of group) member.fail(error)
      return
    }
    for (const member of group) member.answer()
  }

  async #collect(group: { answer: () => void; fail: (error: unknown) => void }[]): Promise<void> {
    const startedMs = performance.now()
    const budgetMs = this.#readsSinceGroup > 0 ? groupBudgetBesideReadsMs : groupBudgetMs
    this.#readsSinceGroup = 0
    for (let size = 0; size < groupSizeMax; size += 1) {
      const next = this.#queue.shift()
      if (next === undefined) return
      const { mark } = this.#connection
      await this.#connection.run('savepoint work', [])
      try {
        const answer = await next.run(this.#connection)
        await this.#connection.run('release work', [])
        group.push({ answer, fail: next.fail })
      } catch (error) {
        await this.#connection.run('rollback to work', [])
        this.#connection.backTo(mark)
        await this.#connection.run('release work', [])
        // Its refusal is told only after the commit too, so that answers keep the order of the work.
        group.push({ answer: () => next.fail(error), fail: next.fail })
      }
      if (performance.now() - startedMs > budgetMs) return
    }
  }
}
