import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscriptions.ts'
import type { Routes } from '../../kernel/operation.ts'
import { activateSubscription } from './activate-subscription.ts'
import { getSubscriptionProvisioningStatus } from './get-provisioning-status.ts'
import { getSubscription } from './get-subscription.ts'
import { getSubscriptionHistory } from './get-subscription-history.ts'
import { listSubscriptionActivationLinks } from './list-activation-links.ts'
import { listAddOns } from './list-add-ons.ts'
import { listCustomTermEndDates } from './list-custom-term-end-dates.ts'
import { listSubscriptions } from './list-subscriptions.ts'
import { getSupportContact, updateSupportContact } from './support-contact.ts'
import { updateSubscription } from './update-subscription.ts'

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
