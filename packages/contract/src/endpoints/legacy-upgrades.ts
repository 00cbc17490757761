import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { ConversionRequest, ConversionResult, Conversions } from '../resources/conversion.ts'
import { PublishedUpgradeResult, UpgradeRequest, UpgradeResult, Upgrades } from '../resources/upgrade.ts'
import { none, ofSubscription, sellers, subscriptionFaults } from './common.ts'

const path = '/v1/customers/:customerId/subscriptions/:subscriptionId'
const upgradePage = 'partner-center/developer/transition-a-subscription'

/** Upgrades within the older program. What stands in the way of one is told in the answer, not as a fault. */
export const upgradeEndpoints = {
  listUpgrades: endpoint({
    method: 'GET',
    path: `${path}/upgrades`,
    summary: 'Get what a legacy subscription can be upgraded to',
    see: upgradePage,
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: ofSubscription,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Upgrades,
    faults: [...subscriptionFaults],
  }),
  createUpgrade: endpoint({
    method: 'POST',
    path: `${path}/upgrades`,
    summary: 'Upgrade a legacy subscription, with or without its users’ licences',
    see: upgradePage,
    auth: 'either',
    roles: [...sellers],
    effect: 'write',
    params: ofSubscription,
    query: none,
    body: UpgradeRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: UpgradeResult,
    alsoPublished: [PublishedUpgradeResult],
    faults: [
      ...subscriptionFaults,
      faults.subscriptionMigratedByMicrosoft,
      faults.deletedSubscriptionIsReadOnly,
      faults.subscriptionIdsNotConvertible,
      faults.licenseMigrationFailed,
    ],
    halfwayFaults: [faults.licenseMigrationFailed],
    audit: { operationType: 'upgrade_subscription', resourceType: 'subscription' },
  }),
} as const

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
