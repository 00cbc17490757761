import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { World } from '@tenantry/recipes'
import { operatorClient } from '@tenantry/sdk/operator'

/** The tree whose program is run, unless another one is given. */
const ownTree = fileURLToPath(new URL('../../..', import.meta.url))
const operatorKey = 'faults'

/** Where a server keeps its worlds. */
export type Place = { readonly folder: string } | { readonly database: string }

/** The real program, seen by an admin agent of its first direct-bill partner. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  readonly world: World
  /** What it has written to standard error. */
  errors(): string
  /** Ends it at once, as `kill -9` does; answers when it is gone. */
  kill(): Promise<void>
  /** Stops it where it stands, and lets it go on: SIGSTOP and SIGCONT. */
  pause(): void
  resume(): void
  /** A proper stop; answers the exit code. */
  stop(): Promise<number | null>
}

export interface Running {
  /** A program with its arguments that is to run the server and ends with it. */
  readonly under?: readonly string[]
  /** The folder of another version of the whole tree. */
  readonly tree?: string
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Told of the process before it serves. */
  readonly onSpawn?: (child: ChildProcess) => void
}

export async function startProcess(
  place: Place,
  { under = [], tree = ownTree, flags = [], env = {}, onSpawn }: Running = {},
): Promise<ServerProcess> {
  const [command = process.execPath, ...args] = [
    ...under,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    // What `npm start` runs.
    join(tree, 'packages/server/bin/tenantry.js'),
    '--port=0',
    '--clock=fixed',
    `--operator-key=${operatorKey}`,
    ...('folder' in place ? [`--data=${place.folder}`] : [`--database=${place.database}`]),
    ...flags,
  ]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  onSpawn?.(child)
  const atExit = (): void => void child.kill('SIGKILL')
  process.once('exit', atExit)
  child.once('exit', () => process.off('exit', atExit))
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const url = await readyUrl(child, errors)
  const pid = under.length === 0 ? (child.pid ?? 0) : childOf(child.pid ?? 0)
  return {
    url,
    pid,
    world: await worldAt(url),
    errors: () => errors.join(''),
    kill: async () => void (await end(child, pid, 'SIGKILL')),
    pause: () => void process.kill(pid, 'SIGSTOP'),
    resume: () => void process.kill(pid, 'SIGCONT'),
    stop: () => end(child, pid, 'SIGTERM'),
  }
}

/** The server itself, where another program runs it. */
const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim())

/** The world `main` of a server, seen through another address of it. */
export const worldAt = (url: string): Promise<World> => World.open(operatorClient({ url, key: operatorKey }))

function readyUrl(child: ChildProcess, errors: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the server has no standard output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length))
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors.join('')}`)))
  })
}

async function end(child: ChildProcess, pid: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  process.kill(pid, signal)
  await gone
  return child.exitCode
}
