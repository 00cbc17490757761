import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Recipe } from '../recipe.ts'
import { azureRecipes } from './subscriptions/azure.ts'
import { cartRecipes } from './purchases/carts.ts'
import { catalogueRecipes } from './catalogue.ts'
import { checkoutGateRecipes } from './purchases/checkout-gates.ts'
import { customerRecipes } from './accounts/customers.ts'
import { directOrderRecipes } from './purchases/direct-orders.ts'
import { familyRecipes } from './subscriptions/families.ts'
import { identityRecipes } from './identity.ts'
import { legacyRecipes } from './subscriptions/legacy.ts'
import { legacyTransferRecipes } from './moves/legacy-transfers.ts'
import { migrationRecipes } from './moves/migrations.ts'
import { nextTermRecipes } from './purchases/next-term.ts'
import { orderChangeRecipes } from './purchases/order-changes.ts'
import { orderRecipes } from './purchases/orders.ts'
import { partnerOnRecordRecipes } from './accounts/partner-on-record.ts'
import { overageRecipes } from './subscriptions/overage.ts'
import { productUpgradeRecipes } from './moves/product-upgrades.ts'
import { requestRecipes } from './requests.ts'
import { reservationRecipes } from './purchases/reservations.ts'
import { savingsPlanRecipes } from './purchases/savings-plans.ts'
import { sandboxRecipes } from './purchases/sandbox.ts'
import { subscriptionRecipes } from './subscriptions/subscriptions.ts'
import { transferRecipes } from './moves/transfers.ts'
import { transitionRecipes } from './subscriptions/transitions.ts'
import { upgradeRecipes } from './subscriptions/upgrades.ts'

/** Every recipe. A fault that several operations raise can have several. */
export const recipes: readonly Recipe[] = [
  ...identityRecipes,
  ...customerRecipes,
  ...catalogueRecipes,
  ...cartRecipes,
  ...checkoutGateRecipes,
  ...orderRecipes,
  ...directOrderRecipes,
  ...orderChangeRecipes,
  ...partnerOnRecordRecipes,
  ...sandboxRecipes,
  ...familyRecipes,
  ...reservationRecipes,
  ...requestRecipes,
  ...subscriptionRecipes,
  ...nextTermRecipes,
  ...legacyRecipes,
  ...migrationRecipes,
  ...transitionRecipes,
  ...azureRecipes,
  ...overageRecipes,
  ...savingsPlanRecipes,
  ...productUpgradeRecipes,
  ...upgradeRecipes,
  ...legacyTransferRecipes,
  ...transferRecipes,
]

export const recipeOf = (fault: AnyFaultName): Recipe | undefined =>
  recipes.find((recipe) => recipe.fault === fault)

/** A code can stand in the catalogue more than once. */
export const recipesOf = (code: number): readonly Recipe[] =>
  recipes.filter((recipe) => everyFault[recipe.fault].code === code)
