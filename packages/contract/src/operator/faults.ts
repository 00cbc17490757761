import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { strictly } from './resources/common.ts'
import { FaultPage } from './resources/fault-page.ts'

/** The catalogue of the published API. One code can stand for two faults, so one code answers a list as well. */
export const faultEndpoints = {
  listFaults: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/faults',
    call: 'faults.list',
    summary: 'List the error catalogue, or the faults that say a text, with texts, conditions and endpoints',
    actsOn: 'server',
    params: none,
    query: strictly({
      text: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 5000,
          description:
            'In any language, as it is answered or as it was once published; the best match first.',
        }),
      ),
    }),
    body: Type.Void(),
    status: 200,
    answer: Type.Array(FaultPage),
    errors: [],
  }),
  getFault: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/faults/:code',
    call: 'faults.get',
    summary: 'Get the faults that a code stands for',
    actsOn: 'server',
    params: Type.Object({ code: Type.Integer() }),
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(FaultPage),
    errors: ['not-found'],
  }),
} as const
