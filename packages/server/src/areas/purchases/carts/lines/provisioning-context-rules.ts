import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { compareDecimals, decimal } from '../../../../kernel/decimal.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import type { SellableItem } from '../../../catalogue/products/public.ts'
import { cartNotices } from '../cart-notices.ts'
import type { AzureReference, LineFacts } from './line-facts.ts'
import { resellerOf } from './line-reseller.ts'

type Family = LineFacts['item']['product']['family']

const sent = ({ line }: LineFacts, name: string): string | undefined => line.provisioningContext[name]

const scopeOf = (facts: LineFacts): string => (sent(facts, 'scope') ?? '').toLowerCase()

const decidedBy = (facts: LineFacts) => ({
  scope: sent(facts, 'scope'),
  subscriptionId: sent(facts, 'subscriptionId'),
  entitlementId: sent(facts, 'entitlementId'),
})

const check = (
  name: string,
  see: string,
  holds: Rule<LineFacts>['holds'],
  broken: Rule<LineFacts>['fault'],
): Rule<LineFacts> => rule({ name, holds, fault: broken, decidedBy, see })

const ofFamily = (family: Family, rules: readonly Rule<LineFacts>[]): Rule<LineFacts>[] =>
  rules.map((inner) => when(({ item }: LineFacts) => item.product.family === family, inner))

const reservationPage = 'partner-center/developer/purchase-azure-reservations'

/** The catalogue says of a SKU that it needs a registered subscription. */
const ifRegistrationIsAsked = (rules: readonly Rule<LineFacts>[]): Rule<LineFacts>[] =>
  rules.map((inner) =>
    when(({ item }) => item.sku.purchasePrerequisites.includes('AzureSubscriptionRegistration'), inner),
  )

/** Which Azure subscription a reservation is for, and that it is registered for reservations. */
const reservationRules = ofFamily('reservation', [
  check(
    'reservationNamesSubscription',
    reservationPage,
    ({ azure }) => azure.named !== undefined,
    () => fault(faults.subscriptionIsInvalid),
  ),
  check(
    'subscriptionIsAzure',
    reservationPage,
    ({ azure }) => azure.named?.isUsage === true,
    () => fault(faults.notAnAzureSubscription),
  ),
  check(
    'azureSubscriptionIsActive',
    reservationPage,
    ({ azure }) => azure.named?.isActive === true,
    () => fault(faults.azureSubscriptionNotActive),
  ),
  ...ifRegistrationIsAsked([
    check(
      'azureSubscriptionIsRegistered',
      reservationPage,
      ({ azure }) => azure.named?.registration !== 'notRegistered',
      () => fault(faults.subscriptionNotRegistered),
    ),
    check(
      'azureSubscriptionTakesReservations',
      reservationPage,
      ({ azure }) => azure.named?.registration === 'registered' && azure.named.takesReservations,
      () => fault(faults.notEnabledForReservations),
    ),
  ]),
])

export const asksForInventoryCheck = ({ sku }: SellableItem): boolean =>
  sku.purchasePrerequisites.includes('InventoryCheck')

/** The one prerequisite of a SKU that has no code of its own. */
const inventoryWasChecked: Rule<LineFacts> = when(
  ({ item }) => asksForInventoryCheck(item),
  rule<LineFacts>({
    name: 'inventoryWasChecked',
    holds: ({ inventory }) => inventory.wasChecked,
    fault: () => fault(faults.purchasePrerequisiteUnmet),
    decidedBy: ({ item }) => ({ sku: item.sku.key, armRegionName: item.sku.traits['armRegionName'] }),
    see: 'assumed',
  }),
)

const reservationScopeRules = ofFamily('reservation', [
  check(
    'reservationScopeIsOffered',
    reservationPage,
    (facts) => scopeOf(facts) !== 'single' || facts.item.availability.reservationScope !== 'AzurePlan',
    () => fault(cartNotices.provisioningContextNotAccepted),
  ),
])

/** A plan takes charges only through an Azure subscription under it. */
const isUsablePlan = (plan: AzureReference | undefined): boolean =>
  plan?.isActive === true && plan.hasActiveAzureSubscription

const savingsPlanPage = 'partner-center/developer/azure-purchase-savings-plan'
const scopes = ['single', 'shared']

const forScope = (scope: string, rules: readonly Rule<LineFacts>[]): Rule<LineFacts>[] =>
  rules.map((inner) => when((facts: LineFacts) => scopeOf(facts) === scope, inner))

const savingsPlanRules = ofFamily('savingsPlan', [
  check(
    'savingsPlanScopeIsSupported',
    savingsPlanPage,
    (facts) => scopes.includes(scopeOf(facts)),
    (facts) => fault(faults.scopeNotSupported, { scope: sent(facts, 'scope') ?? '' }),
  ),
  ...forScope('single', [
    check(
      'entitlementIsNamed',
      savingsPlanPage,
      (facts) => sent(facts, 'entitlementId') !== undefined,
      () => fault(faults.entitlementIdIsMissing),
    ),
    check(
      'entitlementIsActive',
      savingsPlanPage,
      ({ azure }) => azure.entitling?.entitlementIsActive === true,
      () => fault(faults.entitlementNotActive),
    ),
    check(
      'entitlementIsOfAzurePlan',
      savingsPlanPage,
      ({ azure }) => azure.entitling?.isAzurePlan === true,
      () => fault(faults.productNotEligibleForEntitlement),
    ),
  ]),
  ...forScope('shared', [
    check(
      'azurePlanIsNamed',
      savingsPlanPage,
      (facts) => sent(facts, 'subscriptionId') !== undefined,
      () => fault(faults.azurePlanIdIsMissing),
    ),
    check(
      'namedSubscriptionIsAzurePlan',
      savingsPlanPage,
      ({ azure }) => azure.named === undefined || azure.named.isAzurePlan,
      () => fault(faults.notAnAzurePlan),
    ),
    check(
      'namedAzurePlanIsActive',
      savingsPlanPage,
      ({ azure }) => isUsablePlan(azure.named),
      () => fault(faults.azurePlanNotUsable),
    ),
  ]),
  check(
    'partnerOnRecordIsThatOfAzurePlan',
    'partner-center/customers/azure-savings-plan',
    ({ azure, line }) => {
      const plan = azure.named ?? azure.entitling
      return resellerOf(line) === undefined || plan === undefined || plan.partnerId === resellerOf(line)
    },
    ({ azure }) =>
      fault(faults.savingsPlanPartnerOnRecordDiffers, {
        partnerId: (azure.named ?? azure.entitling)?.partnerId ?? '',
      }),
  ),
  check(
    'commitmentReachesMinimum',
    savingsPlanPage,
    ({ line, item }) => reaches(line.purchaseCommitment?.amount, item.sku.minimumCommitment?.amount),
    () => fault(cartNotices.provisioningContextNotAccepted),
  ),
])

const number = /^\d+(\.\d+)?$/

const reaches = (amount: string | undefined, minimum = '0'): boolean =>
  amount !== undefined && number.test(amount) && compareDecimals(decimal(amount), decimal(minimum)) >= 0

const meteredPage = 'partner-center/developer/create-a-cart'

/** Metered plans charge their usage to an Azure plan. */
const meteredRules = ofFamily('saas', [
  check(
    'customerHasAzurePlan',
    meteredPage,
    (facts) => facts.azure.hasAzurePlan || sent(facts, 'subscriptionId') !== undefined,
    () => fault(faults.azurePlanRequired),
  ),
  check(
    'meteredAzurePlanIsUsable',
    meteredPage,
    (facts) =>
      sent(facts, 'subscriptionId') === undefined ||
      (facts.azure.named?.isAzurePlan === true && isUsablePlan(facts.azure.named)),
    () => fault(faults.meteredAzurePlanNotUsable),
  ),
]).map((inner) => when(({ item }: LineFacts) => item.sku.consumptionType === 'metered', inner))

/** What the provisioning context of a line has to say, by product family. */
export const provisioningContextRules: readonly Rule<LineFacts>[] = [
  ...reservationRules,
  inventoryWasChecked,
  ...reservationScopeRules,
  ...savingsPlanRules,
  ...meteredRules,
]
