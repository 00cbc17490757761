import { AsyncLocalStorage } from 'node:async_hooks'
import * as assertions from 'node:assert'

/**
 * Stands in for `node:test` in a worker: keeps the tests of a file instead of running them, so that each can be called
 * again and again, with one mutant after the other. It knows what our tests use, and says so when one wants more.
 */
type Work = (t: Context) => unknown
interface Options {
  readonly skip?: boolean | string
  readonly todo?: boolean | string
  readonly timeout?: number
}
type Arguments = [name?: string | Options | Work, options?: Options | Work, work?: Work]

interface Group {
  readonly name: string
  readonly parent: Group | undefined
  readonly before: Work[]
  readonly beforeEach: Work[]
  readonly afterEach: Work[]
  started: Promise<void> | undefined
}

export interface CollectedTest {
  readonly name: string
  readonly group: Group
  readonly work: Work
}

const here = (): Group => current.getStore() ?? newGroup('', undefined)

const newGroup = (name: string, parent: Group | undefined): Group => ({
  name,
  parent,
  before: [],
  beforeEach: [],
  afterEach: [],
  started: undefined,
})

/** The group whose function runs; several may run at once, each waiting for something of its own. */
const current = new AsyncLocalStorage<Group>()
let collected: CollectedTest[] = []
let unfinished: unknown[] = []
const lastly: (() => unknown)[] = []

/** The tests that loading a file registers. */
export async function collectFrom(load: () => Promise<unknown>): Promise<readonly CollectedTest[]> {
  collected = []
  unfinished = []
  await current.run(newGroup('', undefined), load)
  for (const work of unfinished) await work
  return collected
}

/** Runs a test with the hooks around it; the hooks before a group run once in the life of the process. */
export async function runTest({ name, group, work }: CollectedTest, signal: AbortSignal): Promise<void> {
  const t = new Context(name, signal)
  const around = lineOf(group)
  for (const each of around) await start(each)
  try {
    for (const each of around) for (const hook of each.beforeEach) await hook(t)
    await call(work, t)
  } finally {
    for (const each of around.reverse()) for (const hook of each.afterEach) await hook(t)
    await t.finish()
  }
}

/** The hooks that run once before a test of the group. */
export async function startGroup(group: Group): Promise<void> {
  for (const each of lineOf(group)) await start(each)
}

/** What was to happen after the last test: servers stop, databases go. */
export async function finishAll(): Promise<void> {
  for (const work of lastly.splice(0).reverse()) await work()
}

function start(group: Group): Promise<void> {
  group.started ??= (async () => {
    for (const hook of group.before) await call(hook, new Context(group.name, new AbortController().signal))
  })()
  return group.started
}

const lineOf = (group: Group | undefined): Group[] =>
  group === undefined ? [] : [...lineOf(group.parent), group]

/** A test that takes a second argument says by it when it is done. */
async function call(work: Work, t: Context): Promise<void> {
  if (work.length < 2) {
    await work(t)
    return
  }
  const withCallback = work as unknown as (t: Context, done: (error?: unknown) => void) => void
  await new Promise<void>((done, fail) => {
    withCallback(t, (error) => (error === undefined || error === null ? done() : fail(error)))
  })
}

class Context {
  readonly name: string
  readonly fullName: string
  readonly signal: AbortSignal
  readonly assert = assertions
  readonly #after: (() => unknown)[] = []

  constructor(name: string, signal: AbortSignal) {
    this.name = name
    this.fullName = name
    this.signal = signal
  }

  after(work: () => unknown): void {
    this.#after.push(work)
  }

  diagnostic(): void {}

  skip(): void {}

  async test(...given: Arguments): Promise<void> {
    const { name, work, isSkipped } = read(given)
    if (isSkipped) return
    const inner = new Context(name, this.signal)
    try {
      await call(work, inner)
    } finally {
      await inner.finish()
    }
  }

  async finish(): Promise<void> {
    for (const work of this.#after.splice(0)) await work()
  }
}

function read(given: Arguments): { name: string; work: Work; isSkipped: boolean } {
  const name = typeof given[0] === 'string' ? given[0] : ''
  const options = given.find((one): one is Options => typeof one === 'object') ?? {}
  const work = given.find((one): one is Work => typeof one === 'function') ?? (() => undefined)
  const isSkipped = (options.skip ?? false) !== false || (options.todo ?? false) !== false
  return { name, work, isSkipped }
}

function test(...given: Arguments): Promise<void> {
  const { name, work, isSkipped } = read(given)
  const group = here()
  const names = lineOf(group).map(({ name }) => name)
  if (!isSkipped) collected.push({ name: [...names, name].filter(Boolean).join(' > '), group, work })
  return Promise.resolve()
}

function describe(...given: Arguments): Promise<void> {
  const { name, work, isSkipped } = read(given)
  if (!isSkipped) unfinished.push(current.run(newGroup(name, here()), work as () => unknown))
  return Promise.resolve()
}

const ignore = (): Promise<void> => Promise.resolve()
test.skip = ignore
test.todo = ignore
describe.skip = ignore
describe.todo = ignore
test.test = test
test.it = test
test.describe = describe
test.suite = describe

const before = (hook: Work): unknown => here().before.push(hook)
const beforeEach = (hook: Work): unknown => here().beforeEach.push(hook)
const afterEach = (hook: Work): unknown => here().afterEach.push(hook)
const after = (hook: () => unknown): unknown => lastly.push(hook)

export { after, afterEach, before, beforeEach, describe, test, test as it, describe as suite }
// eslint-disable-next-line import/no-default-export -- node:test has one, and tests import it
export { test as default }
