import { Type } from 'typebox'
import { faults } from '../faults/index.ts'
import { Guid } from '../resources/common.ts'

/** Parts that the endpoints of several areas declare alike. */

export const ofCustomer = Type.Object({ customerId: Guid })
export const ofSubscription = Type.Object({ customerId: Guid, subscriptionId: Guid })
/** No query, or no further parameter. */
export const none = Type.Object({})

/** What every path below a customer can be refused with. */
export const customerFaults = [
  faults.customerIdIsInvalid,
  faults.tenantNotFound,
  faults.noCommerceRelationship,
] as const

/** What every path below a subscription can be refused with. */
export const subscriptionFaults = [...customerFaults, faults.subscriptionNotFound] as const

/** What stands against any purchase in the customer's account, in the order in which it is looked at. */
export const customerAccountFaults = [
  faults.customerNoLongerExists,
  faults.customerNotAuthorized,
  faults.customerIsLocked,
  faults.customerUnderReview,
  faults.customerReviewUndecided,
  faults.customerNotApproved,
] as const

/** What stands against a partner on record, in the order in which it is looked at. */
export const partnerOnRecordFaults = [
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

/** Who may change what a customer has. */
export const sellers = ['admin-agent', 'sales-agent'] as const
/** Who may look at it. */
export const readers = ['admin-agent', 'sales-agent', 'helpdesk-agent', 'billing-admin'] as const
