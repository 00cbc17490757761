import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'node:test'
import { administer } from '../../stores/databases.ts'

/** Where PostgreSQL's own programs are: Debian keeps them beside the path. The newest comes last. */
const programs = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...globSync('/usr/lib/postgresql/*/bin').sort(),
].filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))

export const hasPostgresPrograms = programs.length > 0

/** What is killed with SIGKILL: one that serves a connection, the postmaster alone, or every process at once. */
export type Victim = 'a backend' | 'the postmaster' | 'every process'

/** A PostgreSQL of the test's own, which may be killed. It runs as an unprivileged user, as it insists on. */
export class PostgresCluster {
  readonly #data: string
  readonly #port: number
  #postmaster: ChildProcess | undefined

  private constructor(data: string, port: number) {
    this.#data = data
    this.#port = port
  }

  /** Made in a folder of its own, its tables in `data` if given; running, with a database for no superuser. */
  static async start(t: TestContext, data?: string): Promise<PostgresCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'tenantry-cluster-'))
    const cluster = new PostgresCluster(data ?? join(folder, 'data'), await freePort())
    t.after(async () => {
      await cluster.kill('every process')
      rmSync(folder, { recursive: true, force: true })
    })
    if (account !== undefined) {
      for (const one of data === undefined ? [folder] : [folder, data])
        chownSync(one, account.uid, account.gid)
    }
    const options = [
      '-D',
      cluster.#data,
      '-A',
      'trust',
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ]
    run('initdb', [...options, `--waldir=${join(folder, 'wal')}`])
    await cluster.restart()
    await administer(
      [
        "create role tenantry login nosuperuser nobypassrls password 'tenantry'",
        'create database it owner tenantry',
      ],
      cluster.#url('postgres', 'postgres'),
    )
    return cluster
  }

  /** The database as a server is to be given it. */
  get url(): string {
    return this.#url('tenantry:tenantry', 'it')
  }

  /** Kills; answers when what was killed is gone. */
  async kill(victim: Victim): Promise<void> {
    const postmaster = this.#postmaster
    if (postmaster?.pid === undefined || postmaster.exitCode !== null || postmaster.signalCode !== null)
      return
    const children = childrenOf(postmaster.pid)
    if (victim === 'a backend') {
      const backend = children.find((pid) => commandOf(pid).includes('tenantry it'))
      if (backend !== undefined) process.kill(backend, 'SIGKILL')
      return
    }
    const gone = new Promise<void>((resolve) => postmaster.once('exit', () => resolve()))
    postmaster.kill('SIGKILL')
    if (victim === 'every process') for (const pid of children) killQuietly(pid)
    await gone
    this.#postmaster = undefined
  }

  /** Starts it on its files, as often as it takes for those who outlived their postmaster to be gone. */
  async restart(): Promise<void> {
    const limit = AbortSignal.timeout(30_000)
    for (;;) {
      this.#postmaster ??= this.#spawned()
      try {
        await administer(['select 1'], this.#url('postgres', 'postgres'))
        return
      } catch (error) {
        limit.throwIfAborted()
        if (this.#postmaster.exitCode !== null) this.#postmaster = undefined
        if (error instanceof TypeError) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }

  #url(user: string, database: string): string {
    return `postgres://${user}@127.0.0.1:${this.#port}/${database}`
  }

  #spawned(): ChildProcess {
    const settings = [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'shared_buffers=16MB',
    ]
    const [command, ...args] = unprivileged('postgres', [
      '-D',
      this.#data,
      '-p',
      String(this.#port),
      ...settings,
    ])
    const child = spawn(command, args, { stdio: 'ignore' })
    const atExit = (): void => void child.kill('SIGKILL')
    process.once('exit', atExit)
    child.once('exit', () => process.off('exit', atExit))
    return child
  }
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody` where there is no such account. */
const account: Account | undefined =
  process.getuid?.() === 0 ? (accountOf('postgres') ?? accountOf('nobody')) : undefined

function accountOf(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function unprivileged(program: string, args: readonly string[]): [string, ...string[]] {
  const path = join(programs.at(-1) ?? '', program)
  if (account === undefined) return [path, ...args]
  const { uid, gid } = account
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', path, ...args]
}

function run(program: string, args: readonly string[]): void {
  const [command, ...rest] = unprivileged(program, args)
  const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)

/** The fourth field; the second one, a name in parentheses, may hold spaces. */
const parentOf = (pid: number): number => Number(readProc(pid, 'stat').split(') ')[1]?.split(' ')[1])

const commandOf = (pid: number): string => readProc(pid, 'cmdline')

/** Empty for a process that has ended meanwhile. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself when its postmaster did.
  }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
