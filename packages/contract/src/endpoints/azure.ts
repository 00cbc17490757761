import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { extraFaults, faults } from '../faults/index.ts'
import {
  AzureEntitlement,
  AzureEntitlementCancellationRequestContent,
  AzureEntitlements,
  Overage,
  OverageRequest,
  Overages,
  SubscriptionRegistrationStatus,
} from '../resources/azure.ts'
import { Guid } from '../resources/common.ts'

const ofCustomer = Type.Object({ customerId: Guid })
const ofSubscription = Type.Object({ customerId: Guid, subscriptionId: Guid })
const ofEntitlement = Type.Object({ customerId: Guid, subscriptionId: Guid, entitlementId: Guid })
const none = Type.Object({})

const customerFaults = [
  faults.customerIdIsInvalid,
  faults.tenantNotFound,
  faults.noCommerceRelationship,
] as const

const pathFaults = [...customerFaults, faults.subscriptionNotFound] as const

/** Of the reseller that an indirect provider names. */
const partnerOnRecordFaults = [
  faults.partnerIdNotFound,
  faults.partnerOnRecordIsIndirectProvider,
  faults.partnerIsNotAdvisor,
  faults.partnerIsNotIndirectReseller,
  faults.partnerOnRecordIsInactive,
  faults.partnerOnRecordNotEnrolled,
  faults.partnerOnRecordRegionDiffers,
  faults.partnerOnRecordHasNoActiveTenant,
  faults.resellerPartnerAgreementNotAccepted,
  faults.partnerOnRecordNotAuthorized,
] as const

const readers = ['admin-agent', 'sales-agent', 'helpdesk-agent', 'billing-admin'] as const

/** Azure plans with the Azure subscriptions under them, registration for reservations, overage. */
export const azureEndpoints = {
  listAzureEntitlements: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements',
    summary: 'Get the Azure subscriptions under an Azure plan',
    see: 'partner-center/developer/get-a-list-of-azure-entitlements-for-subscription',
    auth: 'either',
    roles: [...readers],
    effect: 'read',
    params: ofSubscription,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: AzureEntitlements,
    faults: [...pathFaults, faults.notAnAzurePlan],
  }),
  getAzureEntitlement: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements/:entitlementId',
    summary: 'Get an Azure subscription under an Azure plan',
    see: 'partner-center/developer/get-an-azure-entitlement-for-a-subscription',
    auth: 'either',
    roles: [...readers],
    effect: 'read',
    params: ofEntitlement,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: AzureEntitlement,
    faults: [...pathFaults, faults.notAnAzurePlan, faults.entitlementNotFound],
  }),
  cancelAzureEntitlement: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements/:entitlementId/cancel',
    summary: 'Cancel an Azure subscription under an Azure plan',
    see: 'partner-center/developer/cancel-an-azure-subscription',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'write',
    params: ofEntitlement,
    query: none,
    body: AzureEntitlementCancellationRequestContent,
    shapeFault: 'commerce',
    status: 200,
    answer: AzureEntitlement,
    faults: [
      ...pathFaults,
      faults.requestInputIsInvalid,
      faults.notAnAzurePlan,
      faults.entitlementNotFound,
      extraFaults.cancellationReasonIsInvalid,
    ],
    audit: { operationType: 'update_subscription', resourceType: 'azure_entitlement' },
  }),
  /** The page speaks of a version among the parameters; nothing more is said of it, and none is asked for. */
  reactivateAzureEntitlement: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements/:entitlementId/reactivate',
    summary: 'Reactivate a cancelled Azure subscription',
    see: 'partner-center/developer/reactivate-an-azure-subscription',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'write',
    params: ofEntitlement,
    query: none,
    body: Type.Void(),
    status: 202,
    answer: AzureEntitlement,
    faults: [
      ...pathFaults,
      faults.notAnAzurePlan,
      faults.entitlementNotFound,
      extraFaults.entitlementNotReactivable,
    ],
    audit: { operationType: 'update_subscription', resourceType: 'azure_entitlement' },
  }),
  registerSubscription: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/registrations',
    summary: 'Register a subscription, so that Azure reservations can be bought for it',
    see: 'partner-center/developer/register-a-subscription',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'write',
    params: ofSubscription,
    query: none,
    body: Type.Void(),
    status: 202,
    answer: Type.Void(),
    faults: [...pathFaults, faults.notAnAzureSubscription, faults.azureSubscriptionNotActive],
    audit: { operationType: 'update_subscription', resourceType: 'subscription' },
  }),
  getSubscriptionRegistrationStatus: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId/registrationstatus',
    summary: 'Get the registration status of a subscription',
    see: 'partner-center/developer/get-subscription-registration-status',
    auth: 'either',
    roles: [...readers],
    effect: 'read',
    params: ofSubscription,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: SubscriptionRegistrationStatus,
    faults: [...pathFaults],
  }),
  getOverage: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/subscriptions/overage',
    summary: 'Get where a customer’s overage is charged',
    see: 'partner-center/developer/get-subscription-overage',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'read',
    params: ofCustomer,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Overages,
    faults: [...customerFaults],
  }),
  updateOverage: endpoint({
    method: 'PUT',
    path: '/v1/customers/:customerId/subscriptions/overage',
    summary: 'Charge a customer’s overage to an Azure subscription, or stop it',
    see: 'partner-center/developer/update-subscription-overage',
    auth: 'either',
    roles: ['admin-agent'],
    effect: 'write',
    params: ofCustomer,
    query: none,
    body: OverageRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: Overage,
    faults: [
      ...customerFaults,
      faults.requestInputIsInvalid,
      faults.overageBlockedByLegacyAzure,
      faults.overageNotEligible,
      faults.overageOwnedByAnotherTenant,
      faults.entitlementNotFound,
      ...partnerOnRecordFaults,
    ],
    audit: { operationType: 'manage_overage', resourceType: 'overage' },
  }),
} as const
