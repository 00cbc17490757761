import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscriptions.ts'
import type { Routes } from '../../../work/operation.ts'
import { activateSubscription } from './start/activate-subscription.ts'
import { getSubscriptionProvisioningStatus } from './reading/get-provisioning-status.ts'
import { getSubscription } from './reading/get-subscription.ts'
import { getSubscriptionHistory } from './reading/get-subscription-history.ts'
import { listSubscriptionActivationLinks } from './reading/list-activation-links.ts'
import { listAddOns } from './reading/list-add-ons.ts'
import { listCustomTermEndDates } from './reading/list-custom-term-end-dates.ts'
import { listSubscriptions } from './reading/list-subscriptions.ts'
import { getSupportContact, updateSupportContact } from './patches/support-contact.ts'
import { updateSubscription } from './patches/update-subscription.ts'

export const routes: Routes<typeof subscriptionEndpoints> = {
  listSubscriptions,
  getSubscription,
  updateSubscription,
  activateSubscription,
  listSubscriptionActivationLinks,
  listAddOns,
  getSubscriptionHistory,
  getSubscriptionProvisioningStatus,
  getSupportContact,
  updateSupportContact,
  listCustomTermEndDates,
}
