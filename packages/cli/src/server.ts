import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operatorClient, type Operator } from '@tenantry/sdk/operator.ts'
import type { Command } from 'commander'

/** The operator's side of the server that the options name. */
export function operatorOf(command: Command): Operator {
  const { url, operatorKey, world } = command.optsWithGlobals<{
    url: string
    operatorKey?: string
    world?: string
  }>()
  const key = operatorKey ?? keptKey()
  if (key === undefined) throw new Error('no operator key: give --operator-key or set TENANTRY_OPERATOR_KEY')
  return operatorClient({ url, key, ...(world === undefined ? {} : { world }) })
}

/** A server that was started in this folder keeps its key beside its data. */
function keptKey(): string | undefined {
  const folder = process.env['TENANTRY_DATA'] ?? './.tenantry'
  try {
    return readFileSync(join(folder, 'operator-key'), 'utf8').trim()
  } catch {
    return undefined // no server was started here
  }
}
