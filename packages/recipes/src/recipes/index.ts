import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Recipe } from '../recipe.ts'
import { azureRecipes } from './subscriptions/azure.ts'
import { cartRecipes } from './purchases/carts.ts'
import { productRecipes } from './catalogue/products.ts'
import { orderGateRecipes } from './purchases/order-gates.ts'
import { customerRecipes } from './accounts/customers.ts'
import { directOrderRecipes } from './purchases/direct-orders.ts'
import { familyRecipes } from './subscriptions/families.ts'
import { identityRecipes } from './identity.ts'
import { legacyRecipes } from './subscriptions/legacy.ts'
import { legacyTransferRecipes } from './moves/legacy-transfers.ts'
import { migrationRecipes } from './moves/migrations.ts'
import { renewalRecipes } from './subscriptions/renewals.ts'
import { orderChangeRecipes } from './purchases/order-changes.ts'
import { orderRecipes } from './purchases/orders.ts'
import { partnerRecipes } from './accounts/partners.ts'
import { azureOverageRecipes } from './subscriptions/azure-overage.ts'
import { azureUpgradeRecipes } from './moves/azure-upgrades.ts'
import { requestRecipes } from './requests.ts'
import { reservationRecipes } from './purchases/reservations.ts'
import { savingsPlanRecipes } from './purchases/savings-plans.ts'
import { sandboxRecipes } from './purchases/sandbox.ts'
import { subscriptionRecipes } from './subscriptions/subscription.ts'
import { transferRecipes } from './moves/transfers.ts'
import { transitionRecipes } from './subscriptions/transitions.ts'
import { legacyUpgradeRecipes } from './subscriptions/legacy-upgrades.ts'

/** Every recipe. A fault that several operations raise can have several. */
export const recipes: readonly Recipe[] = [
  ...identityRecipes,
  ...customerRecipes,
  ...productRecipes,
  ...cartRecipes,
  ...orderGateRecipes,
  ...orderRecipes,
  ...directOrderRecipes,
  ...orderChangeRecipes,
  ...partnerRecipes,
  ...sandboxRecipes,
  ...familyRecipes,
  ...reservationRecipes,
  ...requestRecipes,
  ...subscriptionRecipes,
  ...renewalRecipes,
  ...legacyRecipes,
  ...migrationRecipes,
  ...transitionRecipes,
  ...azureRecipes,
  ...azureOverageRecipes,
  ...savingsPlanRecipes,
  ...azureUpgradeRecipes,
  ...legacyUpgradeRecipes,
  ...legacyTransferRecipes,
  ...transferRecipes,
]

export const recipeOf = (fault: AnyFaultName): Recipe | undefined =>
  recipes.find((recipe) => recipe.fault === fault)

/** A code can stand in the catalogue more than once. */
export const recipesOf = (code: number): readonly Recipe[] =>
  recipes.filter((recipe) => everyFault[recipe.fault].code === code)
