import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { ConversionRequest, ConversionResult, Conversions } from '../resources/conversion.ts'
import { none, ofSubscription, sellers, subscriptionFaults } from './common.ts'

const path = '/v1/customers/:customerId/subscriptions/:subscriptionId'

/** Trials that become paid subscriptions, of both programs. */
export const conversionEndpoints = {
  listConversions: endpoint({
    method: 'GET',
    path: `${path}/conversions`,
    summary: 'Get what a trial can be converted to',
    see: 'partner-center/developer/get-a-list-of-trial-conversion-offers',
    auth: 'app+user',
    roles: [...sellers],
    effect: 'read',
    params: ofSubscription,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Conversions,
    faults: [...subscriptionFaults],
  }),
  createConversion: endpoint({
    method: 'POST',
    path: `${path}/conversions`,
    summary: 'Convert a trial to a paid subscription',
    see: 'partner-center/developer/convert-a-trial-subscription-to-paid',
    auth: 'app+user',
    roles: [...sellers],
    effect: 'write',
    params: ofSubscription,
    query: none,
    body: ConversionRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: ConversionResult,
    faults: [
      ...subscriptionFaults,
      faults.deletedSubscriptionIsReadOnly,
      faults.subscriptionIsExpiring,
      faults.updatesNoLongerAllowed,
      faults.suspendedSubscriptionIsReadOnly,
      faults.subscriptionNotReady,
      faults.operationIsPending,
      faults.quantityOutOfRange,
      faults.billingCycleIsInvalid,
      faults.temporaryFailure,
      faults.prepaidCreditInsufficient,
    ],
    audit: { operationType: 'convert_trial_subscription', resourceType: 'subscription' },
  }),
} as const
