import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { Anything } from './resources/common.ts'

export const documentEndpoints = {
  getOperatorDocument: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/openapi.json',
    call: 'openApi',
    summary: 'Get this document',
    actsOn: 'server',
    params: none,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Anything('OpenAPI 3.1.'),
    errors: [],
  }),
} as const
