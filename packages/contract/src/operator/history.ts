import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import {
  LegacySubscriptionRequest,
  MadeSubscription,
  Relationship,
  RelationshipRequest,
} from './resources/history.ts'

/** What has happened beside the published API: purchases of the older program, invitations that were accepted. */
export const historyEndpoints = {
  createLegacySubscription: operatorEndpoint({
    method: 'POST',
    path: '/_tenantry/legacy-subscriptions',
    call: 'legacySubscriptions.create',
    summary: 'Give a customer a subscription of the older program, bought some time ago',
    description:
      'Nobody can buy that any more, so it is history that the operator writes, as a world file does.',
    actsOn: 'world',
    params: none,
    query: none,
    body: LegacySubscriptionRequest,
    status: 201,
    answer: MadeSubscription,
    errors: ['not-found'],
  }),
  /** @see partner-center/customers/request-a-relationship-with-a-customer */
  createRelationship: operatorEndpoint({
    method: 'POST',
    path: '/_tenantry/relationships',
    call: 'relationships.create',
    summary: 'Let a customer accept the invitation of one more partner',
    description: 'It becomes a reseller beside those there are, without its agreement being confirmed.',
    actsOn: 'world',
    params: none,
    query: none,
    body: RelationshipRequest,
    status: 201,
    answer: Relationship,
    errors: ['not-found'],
  }),
} as const
