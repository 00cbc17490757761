import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { reaped } from './reaped.ts'

/** A server in a process of its own that has printed `ready URL`. */
export interface ServingChild {
  readonly url: string
  readonly pid: number
  /** From the start of the process to its `ready` line. */
  readonly readyMs: number
  readonly startedAtMs: number
  stop(): Promise<void>
  onExit(listener: () => void): void
}

/** Starts a program that prints `ready URL` once it serves. */
export async function serve(args: readonly string[]): Promise<ServingChild> {
  const startedAtMs = performance.now()
  const child = reaped(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length))
    })
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code}: ${errors.join('')}`)),
    )
  })
  const readyMs = performance.now() - startedAtMs
  return {
    url,
    pid: child.pid ?? 0,
    readyMs,
    startedAtMs,
    stop: () => stop(child),
    onExit: (listener) => void child.once('exit', listener),
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await ended
  clearTimeout(timer)
}

/** Linux counts a process's time in ticks of 10 ms. */
const tickMs = 10

/** CPU time that a process has used, user and system; undefined where there is no /proc. */
export function cpuMsOf(pid: number): number | undefined {
  const text = proc(pid, 'stat')
  if (text === undefined) return undefined
  // The second field is the program's name in parentheses and may hold blanks.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

/** Resident memory in MB (10⁶ bytes); undefined where there is no /proc. */
export const rssMbOf = (pid: number): number | undefined => mbOf(pid, 'VmRSS')

/** The most that was resident at any time. */
export const peakRssMbOf = (pid: number): number | undefined => mbOf(pid, 'VmHWM')

function mbOf(pid: number, name: string): number | undefined {
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(proc(pid, 'status') ?? '')?.[1]
  return kib === undefined ? undefined : (Number(kib) * 1024) / 1e6
}

function proc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
