import { giveWay } from '../../kernel/turns.ts'
import { EngineUnavailable, type CommitObserver, type SqlConnection } from '../engine.ts'

/** How long a group may collect work before it commits, while nothing before it is still on its way to the disk. */
const groupBudgetMs = 20
/** The same where reads have to wait for the group: short while there are any, so that they wait for one commit. */
const sharedBudgetMs = 8
const sharedBudgetBesideReadsMs = 1
const groupSizeMax = 64
/** After so long the event loop turns within a group, where reads need not wait for its end. */
const turnAfterMs = 2

/** Work in parts lets those have their turn who came meanwhile, and a server stop, after so long. */
const partsBudgetMs = 250

/** A connection that counts along with the group of work on it. */
export interface GroupedConnection extends SqlConnection {
  /** Begins the group's transaction; with `after`, when that has come and something is to be written. */
  begin(after: Promise<void> | undefined): void
  /** Waits until it has begun, stores the count and ends it. */
  commit(): Promise<void>
  /** A member of the group begins. Who is the only one needs no savepoint: it is undone with its group. */
  beginWork(isOnly: boolean): void
  /** Keeps what it has written. */
  keepWork(): void
  /** Takes it back; throws where that is no longer possible. */
  undoWork(): void
  /** Where its count stands now. */
  readonly mark: number | undefined
  backTo(mark: number | undefined): void
  /** Undoes the whole group, as far as the database has not done it, and forgets the count. */
  lose(): void
  /** What is to be called when the work on it since the last time is published. */
  takePublished(): (() => void)[]
}

/** Where a group's commit goes. */
export interface Ground {
  readonly writer: GroupedConnection
  /** Shows the last published state; the writer itself where there is no second connection. */
  readonly reader: SqlConnection
  /** Makes durable what was committed. */
  flush(): Promise<void>
  /** Shows reads what was committed; none runs meanwhile. */
  publish(): void
  /** True when it is time to tidy up, between groups and with nothing on its way to the disk; then all is published. */
  readonly isUntidy: boolean
  tidy(): Promise<void>
}

interface Waiting {
  readonly run: (connection: SqlConnection) => Promise<() => void>
  readonly fail: (error: unknown) => void
  readonly isAlone: boolean
  /** It ends its group's transaction itself, now and then. */
  readonly isInParts?: boolean
}

interface Member {
  readonly published: readonly (() => void)[]
  readonly answer: () => void
  readonly fail: (error: unknown) => void
}

/**
 * One writer, many requests per durable commit. Work collects its changes and writes them at its end, or behind a
 * savepoint where it must write sooner, so that its fault undoes only itself. Nobody is answered, and no read sees
 * anything, before it is on the disk. While one group is on its way there the next one is at work, and commits when it
 * has arrived.
 */
export class GroupCommit {
  readonly #ground: Ground
  readonly #isShared: boolean
  readonly #queue: Waiting[] = []
  readonly #observers = new Set<CommitObserver>()
  #pumping: Promise<void> | undefined
  /** The group on its way to the disk. */
  #flushing: Promise<void> | undefined
  /** While this lasts nothing may be written. */
  #tidying: Promise<void> | undefined
  #arrived: (() => void) | undefined
  /** Set while a group is open and reads must wait for it. */
  #groupDone: Promise<void> | undefined
  /** Where the count stood before the work that is under way, or its part. */
  #mark: number | undefined
  #readers = 0
  #readsSinceGroup = 0
  #readersGone: (() => void) | undefined
  #broken: EngineUnavailable | undefined

  constructor(ground: Ground) {
    this.#ground = ground
    this.#isShared = ground.reader === ground.writer
  }

  observeCommits(observe: CommitObserver): void {
    this.#observers.add(observe)
  }

  async read<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    while (this.#groupDone !== undefined) await this.#groupDone
    if (this.#broken !== undefined) throw this.#broken
    this.#readers += 1
    this.#readsSinceGroup += 1
    try {
      return await work(this.#ground.reader)
    } finally {
      this.#readers -= 1
      if (this.#readers === 0) this.#readersGone?.()
    }
  }

  /** Work that `isAlone` is the last of its group, and nothing else runs until it is durable and its caller knows. */
  write<T>(work: (connection: SqlConnection) => Promise<T>, isAlone: boolean): Promise<T> {
    return this.#submit(work, { isAlone })
  }

  #submit<T>(
    work: (connection: SqlConnection) => Promise<T>,
    manner: Pick<Waiting, 'isAlone' | 'isInParts'>,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        run: async (connection) => {
          const result = await work(connection)
          return () => resolve(result)
        },
        fail: reject,
        ...manner,
      })
      this.#arrived?.()
      this.#pumping ??= this.#pump()
    })
  }

  /** As `Engine.writeInParts` has it. Where reads must wait for a group there is one part only. */
  writeInParts(part: (connection: SqlConnection) => Promise<boolean>): Promise<void> {
    const runParts = async (connection: SqlConnection): Promise<void> => {
      const untilMs = performance.now() + partsBudgetMs
      const mayGoOn = () => !this.#isShared && this.#queue.length === 0 && performance.now() < untilMs
      try {
        while ((await part(connection)) && mayGoOn()) await this.#commitPart()
      } catch (error) {
        // The parts before it are kept: who hears of the failure must find them.
        await this.#flushing
        throw error
      }
    }
    return this.#submit(runParts, { isAlone: true, isInParts: true })
  }

  /** Resolves when everything submitted so far is durable. */
  async drain(): Promise<void> {
    for (;;) {
      const underWay = this.#pumping ?? this.#flushing ?? this.#tidying
      if (underWay === undefined) return
      await underWay
    }
  }

  async #pump(): Promise<void> {
    await giveWay()
    while (this.#queue.length > 0) {
      if (this.#isShared) await this.#whileNobodyReads(() => this.#runGroup())
      else await this.#runGroup()
      // One turn for the answers, so that whoever was answered comes with the next group.
      await giveWay()
    }
    this.#pumping = undefined
  }

  /** Begins the writer's transaction. Where the place must be tidied first, work goes on as far as it only reads. */
  #begin(): void {
    if (this.#broken !== undefined) throw this.#broken
    if (this.#ground.isUntidy) this.#tidying ??= this.#tidy().finally(() => (this.#tidying = undefined))
    this.#ground.writer.begin(this.#tidying)
  }

  async #tidy(): Promise<void> {
    await this.#flushing
    await this.#ground.tidy()
    while (this.#readers > 0) await this.#readersToGo()
    this.#ground.publish()
  }

  async #whileNobodyReads(work: () => Promise<void>): Promise<void> {
    while (this.#readers > 0) await this.#readersToGo()
    this.#groupDone = work().finally(() => (this.#groupDone = undefined))
    await this.#groupDone
  }

  async #readersToGo(): Promise<void> {
    await new Promise<void>((resolve) => (this.#readersGone = resolve))
    this.#readersGone = undefined
  }

  async #runGroup(): Promise<void> {
    const { writer } = this.#ground
    try {
      this.#begin()
    } catch (error) {
      // A database that takes no work now must not be asked for ever by the same requests.
      for (const waiting of this.#queue.splice(0)) waiting.fail(error)
      return
    }
    const group: Member[] = []
    let isAlone = false
    try {
      isAlone = await this.#collect(group)
      await this.#commit(group)
    } catch (error) {
      // The group could not be begun or committed: nobody in it was answered, so all of it is undone.
      writer.lose()
      for (const member of group) member.fail(error)
      return
    }
    if (isAlone || this.#isShared) await this.#flushing
  }

  /** Commits the group and sends it on its way to the disk, when the one before has arrived there. */
  async #commit(group: readonly Member[]): Promise<void> {
    const { writer } = this.#ground
    await this.#flushing
    if (this.#broken !== undefined) throw this.#broken
    const startedMs = performance.now()
    await writer.commit()
    this.#flushing = this.#publish(group, startedMs).finally(() => (this.#flushing = undefined))
  }

  /** Commits what the only member of a group has written so far, and begins anew. */
  async #commitPart(): Promise<void> {
    const { writer } = this.#ground
    const nobody = () => undefined
    await this.#commit([{ published: writer.takePublished(), answer: nobody, fail: nobody }])
    this.#begin()
    writer.beginWork(true)
    this.#mark = writer.mark
  }

  /** Takes a committed group to the disk, then to those who read, then answers it. */
  async #publish(group: readonly Member[], startedMs: number): Promise<void> {
    try {
      await this.#ground.flush()
    } catch (error) {
      // Whether it is on the disk nobody can say any more, and this process would take it for done.
      this.#broken = new EngineUnavailable('a commit could not be made durable', { cause: error })
      for (const member of group) member.fail(this.#broken)
      return
    }
    const seconds = (performance.now() - startedMs) / 1000
    for (const observe of this.#observers) observe(group.length, seconds)
    while (!this.#isShared && this.#readers > 0) await this.#readersToGo()
    this.#ground.publish()
    for (const member of group) for (const call of member.published) call()
    for (const member of group) member.answer()
  }

  /** Runs what waits, until it is time to commit; answers whether its last member has to be alone. */
  async #collect(group: Member[]): Promise<boolean> {
    const startedMs = performance.now()
    const budgetMs = this.#budgetMs()
    let turnedMs = startedMs
    this.#readsSinceGroup = 0
    while (group.length < groupSizeMax) {
      const next = this.#queue.shift()
      if (next === undefined) {
        if (this.#flushing === undefined) return false
        await this.#moreWork(this.#flushing)
        continue
      }
      if (next.isInParts === true && group.length > 0) {
        this.#queue.unshift(next)
        return false
      }
      group.push(await this.#runOne(next, next.isAlone && group.length === 0))
      if (next.isAlone) return true
      const nowMs = performance.now()
      if (nowMs - startedMs > budgetMs && this.#flushing === undefined) return false
      if (this.#isShared || nowMs - turnedMs < turnAfterMs) continue
      await giveWay()
      turnedMs = performance.now()
    }
    return false
  }

  #budgetMs(): number {
    if (!this.#isShared) return groupBudgetMs
    return this.#readsSinceGroup > 0 ? sharedBudgetBesideReadsMs : sharedBudgetMs
  }

  /** Until there is work, or the group before is on the disk. */
  async #moreWork(flushing: Promise<void>): Promise<void> {
    await Promise.race([flushing, new Promise<void>((resolve) => (this.#arrived = resolve))])
    this.#arrived = undefined
  }

  async #runOne(next: Waiting, isOnly: boolean): Promise<Member> {
    const { writer } = this.#ground
    this.#mark = writer.mark
    writer.beginWork(isOnly)
    try {
      const answer = await next.run(writer)
      writer.keepWork()
      return { published: writer.takePublished(), answer, fail: next.fail }
    } catch (error) {
      try {
        writer.undoWork()
      } catch {
        // It goes with its whole group: by itself, as when the disk is full, or because there is no savepoint.
        const lost = new EngineUnavailable('the database gave up the transaction', { cause: error })
        next.fail(isOnly ? error : lost)
        throw lost
      }
      writer.backTo(this.#mark)
      writer.takePublished()
      // Its refusal is told only after the commit too, so that answers keep the order of the work.
      return { published: [], answer: () => next.fail(error), fail: next.fail }
    }
  }
}
