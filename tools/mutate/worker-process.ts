import { fork, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ObservedFile, Order, Report, Task } from './messages.ts'

const program = fileURLToPath(new URL('./worker.ts', import.meta.url))
const hooks = new URL('./hooks.ts', import.meta.url).href

export type Answer =
  | Extract<Report, { kind: 'survived' | 'killed' }>
  /** The process ended or did not speak any more. */
  | { readonly kind: 'lost'; readonly why: 'died' | 'hung' }

/** A process that runs tests in itself, and is ended when it does not answer in time. */
export class WorkerProcess {
  readonly #child: ChildProcess
  /** How many mutants it has tried. */
  tried = 0
  #answer: ((report: Report | { readonly kind: 'lost'; readonly why: 'died' | 'hung' }) => void) | undefined
  #timer: NodeJS.Timeout | undefined
  isGone = false

  constructor(folder: string, fromStart?: { readonly mutant: number; readonly hitsMax: number }) {
    const log = openSync(`${folder}/workers.log`, 'a')
    this.#child = fork(program, {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', hooks],
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: `${folder}/../compiled`,
        MUTATE_FOLDER: folder,
        ...(fromStart === undefined
          ? {}
          : { MUTATE_FROM_START: String(fromStart.mutant), MUTATE_HITS_MAX: String(fromStart.hitsMax) }),
      },
    })
    this.#child.on('message', (report: Report) => {
      if (report.kind === 'alive') this.#wait(report.patienceMs)
      else if (report.kind !== 'ready') this.#end(report)
    })
    this.#child.on('exit', () => {
      this.isGone = true
      this.#end({ kind: 'lost', why: 'died' })
    })
    this.#child.on('error', () => this.stop())
  }

  /** What the tests of a file reach; undefined when the process was lost over it. */
  async observe(file: string, isThorough: boolean): Promise<ObservedFile | undefined> {
    const report = await this.#ask({ kind: 'observe', file, isThorough })
    return report.kind === 'observed' ? report : undefined
  }

  async try(task: Task): Promise<Answer> {
    this.tried += 1
    const report = await this.#ask({ kind: 'try', ...task })
    if (report.kind === 'survived' || report.kind === 'killed' || report.kind === 'lost') return report
    throw new Error(`a worker answered ${report.kind}`)
  }

  stop(): void {
    this.isGone = true
    this.#child.kill('SIGKILL')
  }

  #ask(order: Order): Promise<Report | { readonly kind: 'lost'; readonly why: 'died' | 'hung' }> {
    return new Promise((answer) => {
      this.#answer = answer
      if (this.isGone) this.#end({ kind: 'lost', why: 'died' })
      this.#wait(60_000)
      this.#child.send(order, (error) => {
        if (error !== null) this.#end({ kind: 'lost', why: 'died' })
      })
    })
  }

  #wait(patienceMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.stop()
      this.#end({ kind: 'lost', why: 'hung' })
    }, patienceMs)
  }

  #end(report: Report | { readonly kind: 'lost'; readonly why: 'died' | 'hung' }): void {
    clearTimeout(this.#timer)
    const answer = this.#answer
    this.#answer = undefined
    answer?.(report)
  }
}
