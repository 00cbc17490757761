import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../../packages/server/bin/tenantry.js', import.meta.url))

/** How the program ended, and what it wrote. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Program {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** The URL of its last line, once it serves; fails when it ends before. */
  readonly ready: Promise<string>
}

/** Runs the program with nothing of TENANTRY_* and of the test run but what is given, where it can do no harm. */
export function run(
  t: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(TENANTRY_|NODE_TEST|NODE_COMPILE)/.test(name),
  )
  const child = spawn(process.execPath, ['--no-warnings', main, ...args], {
    cwd: tmpdir(),
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  let [stdout, stderr] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      const url = /^ready (\S+)\n/m.exec(stdout)?.[1]
      if (url !== undefined) resolve(url)
    })
    void ended.then(({ code, stderr }) => reject(new Error(`the program ended with ${code}: ${stderr}`)))
  })
  // Who waits only for the end does not care that it never served.
  ready.catch(() => undefined)
  return { child, ended, ready }
}

/** SIGTERM, and how long the program took to end. */
export async function stop({ child, ended }: Program): Promise<Ended & { readonly tookMs: number }> {
  const startedMs = performance.now()
  child.kill('SIGTERM')
  return { ...(await ended), tookMs: performance.now() - startedMs }
}

/** A folder that is gone after the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
