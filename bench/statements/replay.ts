import { fork, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '../processes/folder.ts'
import { reaped } from '../processes/reaped.ts'
import type { SentTransaction } from './transaction.ts'

const program = fileURLToPath(new URL('../references/bare-transactions.ts', import.meta.url))

/** Transactions that run one after the other, those of other lanes beside them. */
export interface Lane {
  /** Run before the time is taken. */
  readonly first: readonly SentTransaction[]
  readonly counted: readonly SentTransaction[]
}

/** Runs recorded transactions bare, each list of lanes in a process of its own; answers the seconds it took. */
export async function replay(url: string, processes: readonly (readonly Lane[])[]): Promise<number> {
  const children = processes.map((lanes, i) => {
    const file = join(temporaryFolder(), `lanes-${i}.json`)
    writeFileSync(file, JSON.stringify({ url, lanes }))
    return reaped(
      fork(program, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: ['--no-warnings'] }),
    )
  })
  await Promise.all(children.map((child) => said(child, 'ready')))
  const startedMs = performance.now()
  const done = children.map((child) => said(child, 'done'))
  for (const child of children) child.send('go')
  await Promise.all(done)
  const seconds = (performance.now() - startedMs) / 1000
  await Promise.all(children.map(ended))
  return seconds
}

const said = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message === word) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the bare transactions ended with ${String(code)}`)))
  })

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode === null ? new Promise((resolve) => child.once('exit', () => resolve())) : Promise.resolve()
