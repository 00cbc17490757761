import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { World } from '@tenantry/recipes'
import { operatorClient } from '@tenantry/sdk/operator'

/** What `npm start` runs. */
const program = fileURLToPath(new URL('../../packages/server/bin/tenantry.js', import.meta.url))
const operatorKey = 'crash'

/** The real program on a data folder, seen by an admin agent of its first direct-bill partner. */
export interface ServerProcess {
  readonly world: World
  /** Ends it at once, as a power cut would; answers when it is gone. */
  kill(): Promise<void>
}

export async function startProcess(folder: string): Promise<ServerProcess> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    program,
    '--port=0',
    '--clock=fixed',
    `--operator-key=${operatorKey}`,
  ]
  const child = spawn(process.execPath, [...args, `--data=${folder}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  const atExit = (): void => void child.kill('SIGKILL')
  process.once('exit', atExit)
  child.once('exit', () => process.off('exit', atExit))
  const url = await readyUrl(child)
  const world = await World.open(operatorClient({ url, key: operatorKey }))
  return { world, kill: () => kill(child) }
}

function readyUrl(child: ChildProcess): Promise<string> {
  const errors: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the server has no standard output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length))
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors.join('')}`)))
  })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await gone
}
