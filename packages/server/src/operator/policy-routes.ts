import type { FastifyInstance } from 'fastify'
import { Defect } from '../kernel/invariant.ts'
import { policyRows, type DatedPolicy, type PolicyRow } from '../kernel/policy.ts'
import type { World } from '../world/world.ts'
import type { OperatorHost } from './host.ts'
import { jsonOf, paramOf } from './input.ts'
import { badRequest, notFound } from './operator-error.ts'

/** Dated policies: windows, limits and enforcement dates, as rows with a date each. */
export function registerPolicyRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/policies', async (request) => {
    const world = host.worldOf(request)
    return world.wiring.policies.map((policy) => ({
      name: policy.name,
      schema: policy.schema,
      rows: world.settings.policyRows(policy),
    }))
  })

  operator.get('/policies/:name', async (request) => {
    const world = host.worldOf(request)
    return world.settings.policyRows(getPolicy(world, paramOf(request, 'name')))
  })

  operator.put('/policies/:name', async (request) => {
    const world = host.worldOf(request)
    const policy = getPolicy(world, paramOf(request, 'name'))
    const rows = checkedRows(policy, jsonOf(request))
    await world.setPolicy(policy, rows)
    return rows
  })
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
