import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { PolicyEntry, PolicyRow, PolicyRowRequest } from './resources/setting.ts'

const named = Type.Object({ name: Type.String() })

/** Windows, limits and enforcement dates, as rows with a date each. */
export const policyEndpoints = {
  listPolicies: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/policies',
    call: 'policies.list',
    summary: 'List the dated policies with their rows and schemas',
    actsOn: 'world',
    params: none,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(PolicyEntry),
    errors: [],
  }),
  getPolicy: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/policies/:name',
    call: 'policies.get',
    summary: 'Get the rows of a policy',
    actsOn: 'world',
    params: named,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(PolicyRow),
    errors: ['not-found'],
  }),
  setPolicy: operatorEndpoint({
    method: 'PUT',
    path: '/_tenantry/policies/:name',
    call: 'policies.set',
    summary: 'Replace the rows of a policy',
    description: 'At least one, in any order. It holds from the next request on.',
    actsOn: 'world',
    params: named,
    query: none,
    body: Type.Array(PolicyRowRequest),
    status: 200,
    answer: Type.Array(PolicyRow),
    errors: ['not-found'],
  }),
} as const
