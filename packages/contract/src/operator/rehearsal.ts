import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { SubscriptionName } from './resources/common.ts'
import { Move, Preview, PreviewRequest } from './resources/rehearsal.ts'

/** What would happen, before it does. */
export const rehearsalEndpoints = {
  getMoves: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/moves',
    call: 'moves',
    summary: 'Tell what can be done to a subscription now, until when, and what stands against the rest',
    actsOn: 'world',
    params: none,
    query: SubscriptionName,
    body: Type.Void(),
    isLocalised: true,
    status: 200,
    answer: Type.Array(Move),
    errors: ['not-found'],
  }),
  previewRequest: operatorEndpoint({
    method: 'POST',
    path: '/_tenantry/preview',
    call: 'preview',
    summary: 'Run a request of the published API, or an advance of the clock, and keep nothing of it',
    description:
      'The answer is the one that the request would get now; ids are those that it would get if nothing came before it.',
    actsOn: 'world',
    params: none,
    query: none,
    body: PreviewRequest,
    status: 200,
    answer: Preview,
    errors: ['not-found', 'clock-goes-back', 'advance-stopped'],
  }),
} as const
