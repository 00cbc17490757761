import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Recipe } from '../recipe.ts'
import { azureRecipes } from './azure.ts'
import { cartRecipes } from './carts.ts'
import { catalogueRecipes } from './catalogue.ts'
import { checkoutGateRecipes } from './checkout-gates.ts'
import { customerRecipes } from './customers.ts'
import { directOrderRecipes } from './direct-orders.ts'
import { familyRecipes } from './families.ts'
import { identityRecipes } from './identity.ts'
import { legacyRecipes } from './legacy.ts'
import { legacyTransferRecipes } from './legacy-transfers.ts'
import { migrationRecipes } from './migrations.ts'
import { nextTermRecipes } from './next-term.ts'
import { orderChangeRecipes } from './order-changes.ts'
import { orderRecipes } from './orders.ts'
import { partnerOnRecordRecipes } from './partner-on-record.ts'
import { overageRecipes } from './overage.ts'
import { productUpgradeRecipes } from './product-upgrades.ts'
import { requestRecipes } from './requests.ts'
import { reservationRecipes } from './reservations.ts'
import { savingsPlanRecipes } from './savings-plans.ts'
import { sandboxRecipes } from './sandbox.ts'
import { subscriptionRecipes } from './subscriptions.ts'
import { transferRecipes } from './transfers.ts'
import { transitionRecipes } from './transitions.ts'
import { upgradeRecipes } from './upgrades.ts'

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
