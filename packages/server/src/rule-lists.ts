import { confirmationRules } from './areas/accounts/agreements/agreement-rules.ts'
import { azurePlanRules, entitlementRules } from './areas/subscriptions/azure/azure-plan.ts'
import { cancellationRules } from './areas/subscriptions/azure/cancel-azure-entitlement.ts'
import { overageRules } from './areas/subscriptions/azure/overage-rules.ts'
import { reactivationRules } from './areas/subscriptions/azure/reactivate-azure-entitlement.ts'
import { registrationRules } from './areas/subscriptions/azure/register-subscription.ts'
import { upgradeGateRules } from './areas/subscriptions/azure/upgrade-gate-rules.ts'
import { cartRequestRules } from './areas/purchases/carts/cart-request.ts'
import { readCartRules, updateCartRules } from './areas/purchases/carts/cart-rules.ts'
import { legacyRules } from './areas/purchases/carts/lines/legacy-rules.ts'
import { lineRules } from './areas/purchases/carts/lines/line-check.ts'
import { nextTermRules } from './areas/purchases/carts/lines/next-term-rules.ts'
import { catalogueRequestRules } from './areas/catalogue/products/request-rules.ts'
import { inventoryCheckRules } from './areas/purchases/shelf/inventory-check-rules.ts'
import { accountRules } from './areas/accounts/customers/account-rules.ts'
import { creationRules } from './areas/accounts/customers/creation/creation-rules.ts'
import { nameRules } from './areas/accounts/customers/profiles/name-rules.ts'
import { pathRules } from './areas/accounts/customers/path-rules.ts'
import { profileRules } from './areas/accounts/customers/profiles/profile-rules.ts'
import { checkOutRules } from './areas/purchases/orders/placing/check-out-rules.ts'
import { migrationRules } from './areas/moves/migrations/migration-rules.ts'
import { listRules } from './areas/moves/migrations/list-migrations.ts'
import { partnerRules, selectionRules, shapeRules } from './areas/moves/migrations/request-rules.ts'
import { changeRules, momentRules, scheduleRules } from './areas/moves/migrations/schedules/schedule-rules.ts'
import { intakeRules } from './areas/moves/migrations/start-migration.ts'
import { identityRules } from './areas/moves/migrations/schedules/update-migration-schedule.ts'
import { billingCycleRules } from './areas/purchases/orders/changing/change-billing-cycle.ts'
import { newOrderRules } from './areas/purchases/orders/placing/create-order.ts'
import { creditRules } from './areas/purchases/orders/placing/credit-rules.ts'
import { cancelRules } from './areas/purchases/orders/order-rules.ts'
import { orderChangeRules, requestRules } from './areas/purchases/orders/changing/order-update-rules.ts'
import { legacyOrderRules } from './areas/purchases/orders/placing/place-legacy-order.ts'
import { riskRules } from './areas/purchases/orders/placing/risk-rules.ts'
import {
  additionalPartnerRules,
  partnerOnRecordRules,
} from './areas/accounts/partners/partner-on-record-rules.ts'
import { partnerGates } from './areas/accounts/partners/partner-rules.ts'
import { upgradeStatusRules } from './areas/moves/azure-upgrades/get-product-upgrade-status.ts'
import { upgradeRules } from './areas/moves/azure-upgrades/upgrade-rules.ts'
import { customerRemovalRules } from './areas/subscriptions/subscription/end-of-term/follow-customer-removal.ts'
import { patchRules } from './areas/subscriptions/subscription/patches/patch-rules.ts'
import { azureRules, bundleRules } from './areas/moves/transfers/carrying-out/accept-rules.ts'
import { outcomeRules } from './areas/moves/transfers/legacy/accept-transfer.ts'
import { answerRules } from './areas/moves/transfers/answer-rules.ts'
import { azurePlanRules as receivingPlanRules } from './areas/moves/transfers/new-commerce/azure-plan-rules.ts'
import { demandRules, noTransferIsRunning } from './areas/moves/transfers/new-commerce/creation-rules.ts'
import { intakeRules as transferIntakeRules } from './areas/moves/transfers/intake-rules.ts'
import { legacyLineRules } from './areas/moves/transfers/legacy/legacy-line-rules.ts'
import { lineRules as transferLineRules } from './areas/moves/transfers/new-commerce/line-rules.ts'
import { eligibilityRules } from './areas/moves/transfers/reading/list-transfer-eligibilities.ts'
import { participantRules } from './areas/moves/transfers/participant-rules.ts'
import { partRules } from './areas/moves/transfers/part-rules.ts'
import { transferRequestRules } from './areas/moves/transfers/legacy/transfer-request-rules.ts'
import {
  judgementRules,
  selectionRules as transferSelectionRules,
  updateRules,
} from './areas/moves/transfers/new-commerce/update-rules.ts'
import { delegationRules, licenceRules } from './areas/subscriptions/transitions/eligibility/licence-rules.ts'
import { transitionRules } from './areas/subscriptions/transitions/transition-rules.ts'
import { callerRules, tokenRules } from './identity/authentication-rules.ts'
import { conversionRules, trialRules } from './areas/subscriptions/legacy-upgrades/conversion-rules.ts'
import {
  licenceRules as upgradeLicenceRules,
  mappingRules,
  upgradeErrorRules,
  upgradeSourceRules,
} from './areas/subscriptions/legacy-upgrades/upgrade-rules.ts'
import { authorisationRules } from './identity/authorise.ts'
import type { Rule } from './kernel/rule.ts'

/** The ordered lists that decide an answer, by what they decide: `docs/reference/precedence.md` is made of them. */
export const ruleLists = {
  'Any request: the token': tokenRules,
  'Any request: the caller': callerRules,
  'Any request: the endpoint': authorisationRules,
  'Any request with a customer in its path': pathRules,
  'Catalogue: the query': catalogueRequestRules,
  'Check the inventory: its context': inventoryCheckRules,
  'Create a customer': creationRules,
  'A name of a customer or contact': nameRules,
  'A billing profile': profileRules,
  'Any purchase: the customer account': accountRules,
  'Confirm a customer agreement': confirmationRules,
  'A cart or its update: the request': cartRequestRules,
  'Read a cart': readCartRules,
  'Update a cart': updateCartRules,
  'A cart line': lineRules,
  'A cart line: an offer of the older program': legacyRules,
  'A cart line: next-term instructions': nextTermRules,
  'Check out a cart': checkOutRules,
  'Place an order without a cart': newOrderRules,
  'An order of the older program': legacyOrderRules,
  'Any purchase: the partner': partnerGates,
  'Any purchase: the partner on record': partnerOnRecordRules,
  'Any purchase: additional partners on record': additionalPartnerRules,
  'Any purchase: credit': creditRules,
  'Any purchase: risk': riskRules,
  'Update an order': [...requestRules, ...orderChangeRules],
  'Change the billing cycle of an order': billingCycleRules,
  'Cancel an order': cancelRules,
  'Update a subscription': patchRules,
  'Let go of a customer': customerRemovalRules,
  'Create a transition': transitionRules,
  'A transition: delegation by a customer with older subscriptions': delegationRules,
  'A transition: licences': licenceRules,
  'Azure subscriptions under a plan': [...azurePlanRules, ...entitlementRules],
  'Cancel an Azure subscription': cancellationRules,
  'Reactivate an Azure subscription': reactivationRules,
  'Register a subscription': registrationRules,
  'Manage overage': overageRules,
  'Upgrade to an Azure plan': upgradeRules,
  'Status of an upgrade to an Azure plan': upgradeStatusRules,
  'Purchase of an Azure plan: the upgrade': upgradeGateRules,
  'Any migration to new commerce: the partner': partnerRules,
  'Any migration to new commerce: the shape': shapeRules,
  'Any migration to new commerce: the subscriptions it names': selectionRules,
  'Migrate to new commerce': [...migrationRules, ...intakeRules],
  'Schedule a migration': [...momentRules, ...scheduleRules],
  'Change or cancel a scheduled migration': [...changeRules, ...identityRules],
  'Find migrations': listRules,
  'Upgrade a legacy subscription: the source': upgradeSourceRules,
  'Upgrade a legacy subscription: the errors in the answer': upgradeErrorRules,
  'Upgrade a legacy subscription: the licences': [...mappingRules, ...upgradeLicenceRules],
  'Convert a trial': [...trialRules, ...conversionRules],
  'Any transfer: the two partners': participantRules,
  'Create a transfer of the older program': [
    ...transferRequestRules,
    ...legacyLineRules,
    ...transferIntakeRules,
  ],
  'Change a transfer: the caller': partRules,
  'Accept, reject or withdraw a transfer of the older program': answerRules,
  'Accept a transfer of the older program': [...azureRules, ...bundleRules, ...outcomeRules],
  'Which subscriptions can be transferred': eligibilityRules,
  'Create a transfer of new commerce': [
    ...demandRules,
    noTransferIsRunning,
    ...receivingPlanRules,
    ...transferIntakeRules,
  ],
  'Cancel or accept a transfer of new commerce': [
    ...updateRules,
    noTransferIsRunning,
    ...transferSelectionRules,
    ...azureRules,
    ...judgementRules,
  ],
  'A line of a transfer of new commerce': transferLineRules,
} satisfies Readonly<Record<string, readonly Pick<Rule<never>, 'name' | 'see'>[]>>

export type RuleListName = keyof typeof ruleLists
