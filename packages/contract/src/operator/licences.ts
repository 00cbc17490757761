import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { SubscriptionName } from './resources/common.ts'
import { LicenceHolder } from './resources/history.ts'

export const licenceEndpoints = {
  listLicences: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/licences',
    call: 'licences',
    summary: 'Tell whose licence comes from a subscription, after all that was moved',
    actsOn: 'world',
    params: none,
    query: SubscriptionName,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(LicenceHolder),
    errors: ['not-found'],
  }),
} as const
