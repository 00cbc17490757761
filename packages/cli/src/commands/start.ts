import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Command } from 'commander'

/** The same program as `npm start`; the flags, `--help` too, are handed on as they are. */
export function addStart(tenantry: Command): void {
  tenantry
    .command('start')
    .description('serve a Partner Center; `tenantry start --help` shows the flags of the server')
    .argument('[flags...]', 'flags of the server')
    .allowUnknownOption()
    .helpOption(false)
    .action(async () => {
      process.exitCode = await run(process.argv.slice(process.argv.indexOf('start') + 1))
    })
}

function run(flags: readonly string[]): Promise<number> {
  const main = createRequire(import.meta.url).resolve('@tenantry/server/bin/tenantry.js')
  const server = spawn(process.execPath, [main, ...flags], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => resolve(code ?? 1))
  })
}
