import type { policyEndpoints } from '@tenantry/contract/operator/policies.ts'
import { Defect } from '../kernel/invariant.ts'
import { policyRows, type DatedPolicy, type PolicyRow } from '../kernel/policy.ts'
import type { World } from '../world/world.ts'
import type { OperatorRoutes } from './operation.ts'
import { badRequest, notFound } from './operator-error.ts'

/** Dated policies: windows, limits and enforcement dates, as rows with a date each. */
export const policyRoutes: OperatorRoutes<typeof policyEndpoints> = {
  listPolicies: async ({ world }) =>
    world.wiring.policies.map((policy) => ({
      name: policy.name,
      schema: { ...policy.schema },
      rows: [...world.settings.policyRows(policy)],
    })),

  getPolicy: async ({ world }, { params }) => world.settings.policyRows(getPolicy(world, params.name)),

  setPolicy: async ({ world }, { params, body }) => {
    const policy = getPolicy(world, params.name)
    const rows = checkedRows(policy, body)
    await world.setPolicy(policy, rows)
    return rows
  },
}

function getPolicy(world: World, name: string): DatedPolicy<unknown> {
  const policy = world.wiring.policies.find((known) => known.name === name)
  if (policy === undefined) throw notFound(`policy ${name}`)
  return policy
}

/** The check of the shipped rows, whose failure is a defect; here it is the caller's mistake. */
function checkedRows(policy: DatedPolicy<unknown>, rows: unknown): PolicyRow<unknown>[] {
  try {
    return policyRows(policy.name, policy.schema, rows)
  } catch (error) {
    throw error instanceof Defect ? badRequest(error.message) : error
  }
}
