import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { logLevels, setLogLevel, type LogLevel } from './log.ts'
import { startServer, type RunningServer } from './server.ts'
import { makeFolder } from './store/sqlite/make-folder.ts'
import { welcome } from './welcome.ts'

interface Flags {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly memory: boolean
  readonly database?: string
  readonly seed: string
  readonly clock: 'live' | 'fixed'
  readonly operatorKey?: string
  readonly bom: 'on' | 'off'
  readonly log: LogLevel
}

const flags = new Command('tenantry start')
  .description('Serves a Partner Center of your own.')
  .addOption(
    option('--port <n>', 'port to listen on; 0 picks a free one', 'TENANTRY_PORT', 4646).argParser(portOf),
  )
  .addOption(option('--host <h>', 'address to listen on', 'TENANTRY_HOST', '127.0.0.1'))
  .addOption(option('--data <dir>', 'where the worlds are kept', 'TENANTRY_DATA', './.tenantry'))
  .addOption(option('--memory', 'keep nothing on disk', 'TENANTRY_MEMORY', false))
  .addOption(option('--database <url>', 'serve from PostgreSQL', 'TENANTRY_DATABASE_URL'))
  .addOption(option('--seed <name>', 'default, empty, or a path to a world file', 'TENANTRY_SEED', 'default'))
  .addOption(
    option(
      '--clock <mode>',
      'live runs with the wall clock, fixed moves only when told',
      'TENANTRY_CLOCK',
      'live',
    ).choices(['live', 'fixed']),
  )
  .addOption(
    option('--operator-key <key>', 'made at the first start when not given', 'TENANTRY_OPERATOR_KEY'),
  )
  .addOption(
    option('--bom <choice>', 'a byte-order mark before each answer of /v1', 'TENANTRY_BOM', 'on').choices([
      'on',
      'off',
    ]),
  )
  .addOption(
    option(
      '--log <level>',
      'to standard error; info writes a line a request',
      'TENANTRY_LOG',
      'warn',
    ).choices(logLevels),
  )
  // One line on standard error, without a second one that guesses what was meant.
  .showSuggestionAfterError(false)
  .exitOverride((outcome) => process.exit(outcome.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Flags>()

setLogLevel(flags.log)
try {
  if (flags.database !== undefined && !isPostgres(flags.database)) {
    // What was given is not repeated: it can hold a password.
    process.stderr.write('error: --database is not the address of a PostgreSQL database (postgres://…)\n')
    process.exit(2)
  }
  if (flags.database !== undefined && flags.memory) {
    process.stderr.write('error: --memory keeps nothing and --database keeps all: give one of them\n')
    process.exit(2)
  }
  const starting = startServer({
    port: flags.port,
    host: flags.host,
    seed: flags.seed,
    clock: flags.clock,
    bom: flags.bom === 'on',
    ...(flags.memory ? {} : { folder: folderOf(flags.data) }),
    ...(flags.database === undefined ? {} : { database: flags.database }),
    ...(flags.operatorKey === undefined ? {} : { operatorKey: flags.operatorKey }),
  })
  stopOnSignal(starting)
  const server = await starting
  process.stdout.write(`${await welcome(server)}\nready ${server.url}\n`)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`error: ${message.replaceAll(/\s*\n\s*/g, ' ')}\n`)
  process.exit(1)
}

function option(name: string, text: string, variable: string, value?: string | number | boolean): Option {
  const made = new Option(name, text)
  const given = process.env[variable]
  // Compose files set what they leave out to the empty text, and a switch must be able to say no.
  const isLeftOut = given === '' || (value === false && /^(0|false|no|off)$/i.test(given ?? ''))
  if (!isLeftOut) made.env(variable)
  return value === undefined ? made : made.default(value)
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('a port is 0 to 65535')
  return port
}

function folderOf(path: string): string {
  const folder = resolve(path)
  makeFolder(folder)
  return folder
}

/** Also while it starts: the start is finished first, so that no half of a world stays behind. */
function stopOnSignal(starting: Promise<RunningServer>): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    // Requests that never end must not hold a stop for longer than was promised.
    setTimeout(() => process.exit(1), 9_000).unref()
    const stopped = starting.then((server) => server.close())
    stopped.then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
