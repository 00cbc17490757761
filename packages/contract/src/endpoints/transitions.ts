import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { Guid } from '../resources/common.ts'
import {
  PublishedTransitions,
  Transition,
  TransitionEligibilities,
  TransitionRequest,
  Transitions,
} from '../resources/transition.ts'

const ofSubscription = Type.Object({ customerId: Guid, subscriptionId: Guid })

const pathFaults = [
  faults.customerIdIsInvalid,
  faults.tenantNotFound,
  faults.noCommerceRelationship,
  faults.subscriptionNotFound,
] as const

/** What a POST can be refused for, in the order in which it is looked at. */
const transitionFaults = [
  faults.catalogItemIdIsMissing,
  faults.requestInputIsInvalid,
  faults.operationNotSupported,
  faults.quantityOutOfRange,
  faults.subscriptionMigratedByMicrosoft,
  faults.savingsPlanOperationNotSupported,
  faults.subscriptionIsExpiring,
  faults.deletedSubscriptionIsReadOnly,
  faults.updatesNoLongerAllowed,
  faults.suspendedSubscriptionIsReadOnly,
  faults.subscriptionNotReady,
  faults.operationIsPending,
  faults.updatesCurrentlyNotAllowed,
  faults.tooManyUpdates,
  faults.catalogItemNotEligible,
  faults.customerAvailabilitiesNotFound,
  faults.provisioningSkuIdIsMissing,
  faults.targetIsSource,
  faults.assetNotFound,
  faults.targetNotActive,
  faults.targetCatalogItemDiffers,
  faults.targetTermIsInvalid,
  faults.targetTermIsShorter,
  faults.billingCycleIsInvalid,
  faults.targetNotReady,
  faults.targetEndsTooEarly,
  faults.billingCycleLongerThanTerm,
  faults.subscriptionSeatLimitExceeded,
  faults.seatLimitExceeded,
  faults.promotionCodeIsInvalid,
  faults.privilegesAreInsufficient,
  faults.appOnlyTokenNotSupported,
  faults.entraSubscriptionsNotFound,
  faults.subscriptionIdsNotConvertible,
  faults.temporaryFailure,
  faults.prepaidCreditInsufficient,
] as const

export const transitionEndpoints = {
  getTransitionEligibilities: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/transitionEligibilities',
    summary: 'Get the transitions that a subscription is eligible for',
    see: 'partner-center/developer/transition-a-new-commerce-subscription',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'read',
    params: ofSubscription,
    /** `immediate` or `scheduled`; another value has a fault of its own, hence no enumeration. */
    query: Type.Object({ eligibilityType: Type.Optional(Type.String()) }),
    body: Type.Void(),
    status: 200,
    answer: TransitionEligibilities,
    faults: [
      ...pathFaults,
      faults.operationNotSupported,
      faults.customerAvailabilitiesNotFound,
      faults.provisioningSkuIdIsMissing,
      faults.entraSubscriptionsNotFound,
    ],
  }),
  /** The published answer has status 200: the transition has only been started. */
  createTransition: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/transitions',
    summary: 'Transition a subscription to another product',
    see: 'partner-center/developer/transition-a-new-commerce-subscription',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'write',
    params: ofSubscription,
    query: Type.Object({}),
    body: TransitionRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: Transition,
    faults: [...pathFaults, ...transitionFaults],
    audit: { operationType: 'transition_subscription', resourceType: 'subscription' },
  }),
  /** The page calls the parameter `operation-id`, the SDK sends `operationId`: both are read. */
  listTransitions: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/transitions',
    summary: 'Get the transitions of a subscription',
    see: 'partner-center/developer/get-transitions',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'read',
    params: ofSubscription,
    query: Type.Object({
      operationId: Type.Optional(Type.String()),
      'operation-id': Type.Optional(Type.String()),
    }),
    body: Type.Void(),
    status: 200,
    answer: Transitions,
    alsoPublished: [PublishedTransitions],
    faults: [...pathFaults, faults.notSupportedForLegacySubscription],
  }),
} as const
