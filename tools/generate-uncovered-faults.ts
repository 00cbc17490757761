import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { recipes, type Recipe } from '@tenantry/recipes/index.ts'

/**
 * The faults that no recipe reaches, one a line: `tests/golden/uncovered-faults.txt`, which may only shrink. The first
 * line counts the others.
 */
export function uncoveredFaults(written: readonly Recipe[] = recipes): string {
  const reached = new Set<AnyFaultName>(written.map((recipe) => recipe.fault))
  const rows = (Object.entries(everyFault) as [AnyFaultName, FaultSpec][])
    .filter(([name]) => !reached.has(name))
    .sort(([, a], [, b]) => a.code - b.code || a.status - b.status)
  const lines = rows.map(([name, { code, status }]) => `${code}/${status} ${name}`)
  const all = Object.keys(everyFault).length
  return `${[`${lines.length} of ${all} faults have no recipe`, ...lines].join('\n')}\n`
}
