import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { reaped } from '../processes/reaped.ts'
import type { BareOrder, BareOutcome } from './order.ts'

const program = fileURLToPath(new URL('../references/bare-rows.ts', import.meta.url))

/** Writes rows bare, in a process of its own. */
export async function writeBare(order: BareOrder): Promise<BareOutcome> {
  const orderFile = `${order.file}.order.json`
  writeFileSync(orderFile, JSON.stringify(order))
  const child = reaped(
    spawn(process.execPath, ['--no-warnings', program, orderFile], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the bare writer ended with ${String(code)}`)
  return JSON.parse(printed) as BareOutcome
}
