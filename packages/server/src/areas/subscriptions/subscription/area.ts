import { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { defineArea } from '../../../work/area.ts'
import { accountRules } from '../../accounts/customers/public.ts'
import { cancellationWindows } from './cancellation.ts'
import { extendedServiceTerms } from './end-of-term/extended-service-term.ts'
import { customerRemovalRules, followCustomerRemoval } from './end-of-term/follow-customer-removal.ts'
import { microsoftLedMigration } from './end-of-term/microsoft-migration.ts'
import { schedule } from './end-of-term/subscription-agenda.ts'
import { holdingTable } from './holdings-repository.ts'
import { licenceMoveTable } from './licence-moves-repository.ts'
import { creditLineRules } from './patches/credit-line-rules.ts'
import { patchRules } from './patches/patch-rules.ts'
import { getSupportContact, updateSupportContact } from './patches/support-contact.ts'
import { updateSubscription } from './patches/update-subscription.ts'
import { getSubscriptionProvisioningStatus, provisioningRules } from './reading/get-provisioning-status.ts'
import { getSubscriptionHistory, historyRules } from './reading/get-subscription-history.ts'
import { getSubscription } from './reading/get-subscription.ts'
import { listSubscriptionActivationLinks } from './reading/list-activation-links.ts'
import { listAddOns } from './reading/list-add-ons.ts'
import { endDateQueryRules, listCustomTermEndDates } from './reading/list-custom-term-end-dates.ts'
import { listSubscriptions } from './reading/list-subscriptions.ts'
import { activateSubscription, activationRules } from './start/activate-subscription.ts'
import * as policies from './subscription-policies.ts'
import { subscriptionTable } from './subscription-repository.ts'

export const area = defineArea({
  name: 'subscriptions/subscription',
  endpoints: subscriptionEndpoints,
  routes: {
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
  },
  checks: {
    listSubscriptions: [],
    getSubscription: [],
    updateSubscription: [patchRules, accountRules, creditLineRules],
    activateSubscription: [activationRules],
    listSubscriptionActivationLinks: [],
    listAddOns: [],
    getSubscriptionHistory: [historyRules],
    getSubscriptionProvisioningStatus: [provisioningRules],
    getSupportContact: [],
    updateSupportContact: [],
    listCustomTermEndDates: [endDateQueryRules],
  },
  tables: [subscriptionTable, holdingTable, licenceMoveTable],
  schedule,
  listeners: { 'customer-removed': { follow: followCustomerRemoval, checks: [customerRemovalRules] } },
  policies: [...Object.values(policies), cancellationWindows, extendedServiceTerms, microsoftLedMigration],
})
