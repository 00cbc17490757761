import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { LoggedRequest, LoggedRequestDetail, RequestsQuery } from './resources/request.ts'

/** The last thousand requests to the world: what came in, what was answered, and which checks decided it. */
export const requestEndpoints = {
  listRequests: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/requests',
    call: 'requests.list',
    summary: 'List the last requests to the published API, newest first',
    actsOn: 'world',
    params: none,
    query: RequestsQuery,
    body: Type.Void(),
    isPaged: true,
    status: 200,
    answer: Type.Array(LoggedRequest),
    errors: [],
  }),
  getRequest: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/requests/:id',
    call: 'requests.get',
    summary: 'Get a request with its bodies, its checks and what it changed',
    actsOn: 'world',
    params: Type.Object({ id: Type.String({ description: 'Of the log, or the MS-RequestId.' }) }),
    query: none,
    body: Type.Void(),
    status: 200,
    answer: LoggedRequestDetail,
    errors: ['not-found'],
  }),
} as const
