import { fork, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import type { FromWorker, TestResult, ToWorker } from './messages.ts'

export interface Limits {
  /** What one test may take, unless it says otherwise itself. */
  readonly testMs: number
  /** A process that tells of no test for so long hangs in a way that no test could end, and is killed. */
  readonly silenceMs: number
  /** What a process may take to end when its last file is through. */
  readonly endMs: number
}

export const usualLimits: Limits = { testMs: 120_000, silenceMs: 180_000, endMs: 20_000 }

/** Tests of faults wait for servers and databases to come back, again and again. */
export const longLimits: Limits = { testMs: 300_000, silenceMs: 360_000, endMs: 60_000 }

/** A machine that is busy with other things starts a process late. */
const startMs = 60_000

export interface ProcessOrder {
  /** The next file for the process, or undefined when there is none. */
  readonly next: () => string | undefined
  readonly environment?: Readonly<Record<string, string>>
  readonly limits: Limits
  readonly ended: (result: TestResult) => void
  /** Told of each file and what it took, its import included. */
  readonly through: (file: string, ms: number) => void
}

/**
 * Runs files in one process until there are no more. A process that hangs or ends amid a file is a failure of that
 * file; answers false then, and whoever called may go on with what is left in another process.
 */
export async function runProcess(order: ProcessOrder): Promise<boolean> {
  const { limits } = order
  const child = startWorker(order)
  let current: { readonly file: string; readonly startedMs: number } | undefined
  const untold = new Set<string>()
  const ran: string[] = []
  let hasFailed = false
  let stuck: string | undefined
  let timer: NodeJS.Timeout | undefined
  const expect = (ms: number, otherwise: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      stuck = otherwise
      killGroup(child)
    }, ms)
  }
  const expectTest = () => expect(limits.silenceMs, `told of no test for ${limits.silenceMs / 1000} s`)

  expect(startMs, 'did not start')
  child.on('message', (message: FromWorker) => {
    if (message.kind === 'ended') {
      hasFailed ||= message.result.outcome === 'failed'
      order.ended(message.result)
    }
    if (message.kind === 'told') untold.delete(message.file)
    // What its reporter still had to tell must not keep a process that ends.
    if (message.kind !== 'ready') return current && expectTest()
    if (current !== undefined) order.through(current.file, performance.now() - current.startedMs)
    const file = order.next()
    current = file === undefined ? undefined : { file, startedMs: performance.now() }
    if (file !== undefined) {
      ran.push(file)
      untold.add(file)
    }
    if (file === undefined) expect(limits.endMs, 'does not end: something is still open')
    else expectTest()
    child.send({ file } satisfies ToWorker)
  })
  const { code, signal, output } = await endOf(child)
  clearTimeout(timer)

  // A test that failed says why a process ends badly: what it had opened is open, what it waits for comes late.
  const endedWell = hasFailed || (code === 0 && stuck === undefined)
  if (current === undefined && untold.size === 0 && endedWell) return true
  // One that did not come to its first file costs that one, or it would be tried for ever.
  const [lost = ran.length === 0 ? order.next() : ran.join(', ')] = untold
  const file = current?.file ?? lost ?? 'tools/tests/worker.ts'
  const what = stuck === undefined ? `ended with ${signal ?? code}` : `${stuck}, and was killed`
  order.ended({ file, path: [], outcome: 'failed', error: `its process ${what}\n${output}` })
  return false
}

function startWorker({ environment = {}, limits }: ProcessOrder): ChildProcess {
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env
  const child = fork(resolve(import.meta.dirname, 'worker.ts'), [], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      `--test-timeout=${limits.testMs}`,
      `--test-reporter=${resolve(import.meta.dirname, 'tell-parent.ts')}`,
      '--test-reporter-destination=stdout',
    ],
    // A group of its own, so that what it started can be ended with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      // Processes would each compile the server anew.
      NODE_COMPILE_CACHE: resolve('node_modules/.cache/tenantry-tests'),
      ...inherited,
      ...environment,
    },
  })
  running.add(child)
  return child
}

/** How it ended, with the last of what it wrote. */
function endOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null; output: string }> {
  let output = ''
  const keep = (text: Buffer) => (output = (output + text.toString()).slice(-8_000))
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      running.delete(child)
      done({ code, signal, output })
    })
  })
}

const running = new Set<ChildProcess>()

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** Whoever stops the run stops what it started. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) killGroup(child)
    process.exit(1)
  })
}
