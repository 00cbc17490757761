import assert from 'node:assert/strict'
import type { Operator } from '@tenantry/sdk/operator.ts'
import { ruleLists } from '../../packages/server/src/checks.ts'

/** Rules that tell more than that they were not met. Some share a name, for example that of a price that is known. */
const byName = Map.groupBy(
  [...ruleLists.values()].flatMap((rules): readonly { readonly name: string }[] => [...rules]),
  ({ name }) => name,
)
const tells = (name: string): boolean =>
  byName.get(name)?.every((rule) => 'decidedBy' in rule && rule.decidedBy !== undefined) === true

/** The rule that refused a request, as the request log has it: where it can tell what decided it, it does. */
export async function assertSaysWhy(operator: Operator, id: string): Promise<string | undefined> {
  const { trace } = await operator.requests.get(id)
  const refusing = trace.find(({ decided }) => decided === true) ?? trace.findLast(({ held }) => !held)
  if (refusing === undefined) return undefined
  const told = Object.keys(refusing.decidedBy).length
  assert.ok(told > 0 || !tells(refusing.check), `${refusing.check} does not tell what decided it`)
  return refusing.check
}
