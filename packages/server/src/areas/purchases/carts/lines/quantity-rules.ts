import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/extra.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { cartNotices } from '../cart-notices.ts'
import { sandboxSeatsAreWithinLimit, sandboxSubscriptionsRemain } from './sandbox-rules.ts'
import type { LineFacts } from './line-facts.ts'

const errorCodes = 'partner-center/developer/error-codes'
const sandboxPage = 'partner-center/developer/test-and-debug'

/** The most of a SKU that counts for all subscriptions of a tenant is checked by `seatsRemainInTenant` instead. */
const quantityIsInRange = rule<LineFacts>({
  name: 'quantityIsInRange',
  holds: ({ line, item: { sku } }) =>
    line.quantity >= sku.minimumQuantity &&
    (sku.pooledSeats !== undefined || line.quantity <= sku.maximumQuantity),
  fault: ({ line }) => fault(faults.lineQuantityNotAllowed, { lineNumber: line.id }),
  decidedBy: ({ line, item: { sku } }) => ({
    quantity: line.quantity,
    minimumQuantity: sku.minimumQuantity,
    maximumQuantity: sku.maximumQuantity,
  }),
  see: errorCodes,
})

export const remainingPooledSeats = ({ item, holdings }: LineFacts): number =>
  Math.max(0, (item.sku.pooledSeats ?? Number.POSITIVE_INFINITY) - holdings.tenantSeats)

/** The text says "per subscription"; the limit is one of the tenant, over all its subscriptions and partners. */
const seatsRemainInTenant = when(
  ({ item }) => item.sku.pooledSeats !== undefined,
  rule<LineFacts>({
    name: 'seatsRemainInTenant',
    holds: (facts) => facts.line.quantity <= remainingPooledSeats(facts),
    fault: (facts) =>
      fault(faults.seatLimitExceeded, {
        requestedSeats: facts.line.quantity,
        remainingSeats: remainingPooledSeats(facts),
        catalogItemId: facts.line.catalogItemId,
      }),
    decidedBy: (facts) => ({ requested: facts.line.quantity, remaining: remainingPooledSeats(facts) }),
    see: 'partner-center/developer/error-codes',
  }),
)

/**
 * Through one reseller a customer has one Azure plan, whatever the catalogue says. A direct-bill partner's sandbox
 * answers that with the sandbox's own fault (assumed), or it could never be met.
 */
function assetLimit({ item, partner }: LineFacts): number | undefined {
  if (item.product.family !== 'azurePlan') return item.sku.ownershipLimit?.count
  return partner.environment === 'sandbox' && partner.type !== 'indirectProvider' ? undefined : 1
}

const assetsRemain = when(
  (facts) => assetLimit(facts) !== undefined,
  rule<LineFacts>({
    name: 'assetsRemainForCustomer',
    holds: (facts) => facts.holdings.assets < (assetLimit(facts) ?? 0),
    fault: (facts) =>
      fault(faults.assetLimitExceeded, {
        requestedAssets: 1,
        remainingAssets: Math.max(0, (assetLimit(facts) ?? 0) - facts.holdings.assets),
      }),
    decidedBy: (facts) => ({ owned: facts.holdings.assets, limit: assetLimit(facts) }),
    see: 'partner-center/developer/pricing-and-offers',
  }),
)

const ifAddOn = (inner: Rule<LineFacts>): Rule<LineFacts> =>
  when(({ item }) => item.sku.isAddon && item.sku.prerequisiteSkus.length > 0, inner)

const addOnHasBase = ifAddOn(
  rule<LineFacts>({
    name: 'addOnHasBase',
    holds: ({ holdings }) => holdings.prerequisiteSeats !== undefined,
    fault: () => fault(extraFaults.addOnNeedsBaseProduct),
    decidedBy: ({ item }) => ({ prerequisites: item.sku.prerequisiteSkus.join() }),
    see: 'partner-center/developer/create-a-cart-with-add-ons',
  }),
)

/** That the base must hold as many seats as the add-on is sold for at least is assumed. */
const baseHasEnoughSeats = ifAddOn(
  rule<LineFacts>({
    name: 'baseHasEnoughSeats',
    holds: ({ item, holdings }) => (holdings.prerequisiteSeats ?? 0) >= item.sku.minimumQuantity,
    fault: ({ item, holdings }) =>
      fault(cartNotices.baseSeatsNotMet, {
        minimumQuantity: item.sku.minimumQuantity,
        prerequisiteQuantity: holdings.prerequisiteSeats ?? 0,
      }),
    decidedBy: ({ holdings }) => ({ prerequisiteSeats: holdings.prerequisiteSeats }),
    see: 'partner-center/developer/cart-resources',
  }),
)

const addOnMinimum = ({ item, holdings }: LineFacts): number =>
  Math.ceil(((item.sku.seatPolicy.minPercent ?? 0) * (holdings.prerequisiteSeats ?? 0)) / 100)

/** Seats of the add-on that the customer has count towards the minimum (assumed). */
const addOnCoversMinimum = ifAddOn(
  rule<LineFacts>({
    name: 'addOnCoversMinimum',
    holds: (facts) => facts.line.quantity + facts.holdings.addOnSeats >= addOnMinimum(facts),
    fault: (facts) =>
      fault(cartNotices.addOnSeatsNotMet, {
        minimumPercentage: `${facts.item.sku.seatPolicy.minPercent ?? 0}%`,
        minimumQuantity: addOnMinimum(facts),
        purchaseQuantity: facts.line.quantity,
      }),
    decidedBy: (facts) => ({ quantity: facts.line.quantity, minimum: addOnMinimum(facts) }),
    see: 'partner-center/developer/cart-resources',
  }),
)

const addOnMaximum = ({ item, holdings }: LineFacts): number =>
  Math.max(
    0,
    Math.floor(((item.sku.seatPolicy.maxPercent ?? 0) * (holdings.prerequisiteSeats ?? 0)) / 100) -
      holdings.addOnSeats,
  )

const addOnStaysWithinShare = when(
  ({ item }) => item.sku.isAddon && item.sku.seatPolicy.maxPercent !== undefined,
  rule<LineFacts>({
    name: 'addOnStaysWithinShare',
    holds: (facts) => facts.line.quantity <= addOnMaximum(facts),
    fault: (facts) =>
      fault(faults.addOnExceedsPrerequisiteShare, {
        maximumPercentage: `${facts.item.sku.seatPolicy.maxPercent ?? 0}%`,
        purchaseQuantity: facts.line.quantity,
        maximumQuantity: addOnMaximum(facts),
      }),
    decidedBy: (facts) => ({ quantity: facts.line.quantity, maximum: addOnMaximum(facts) }),
    see: errorCodes,
  }),
)

const inSandbox = (inner: Rule<LineFacts>): Rule<LineFacts> =>
  when(({ partner }) => partner.environment === 'sandbox', inner)

/** Only small one-year virtual machines, two for each customer, can be reserved in a sandbox. */
const sandboxReservationIsAllowed = inSandbox(
  when(
    ({ item }) => item.product.family === 'reservation',
    rule<LineFacts>({
      name: 'sandboxReservationIsAllowed',
      holds: ({ item, line, holdings, limits }) =>
        item.sku.traits['armSkuName'] === 'Standard_B1s' &&
        line.termDuration === 'P1Y' &&
        holdings.reservedInstances + line.quantity <= limits.sandboxReservedInstances,
      fault: () => fault(faults.sandboxLimitMet),
      decidedBy: ({ holdings, line }) => ({ reserved: holdings.reservedInstances, quantity: line.quantity }),
      see: sandboxPage,
    }),
  ),
)

const sandboxAzurePlanIsAllowed = inSandbox(
  when(
    ({ item }) => item.product.family === 'azurePlan',
    rule<LineFacts>({
      name: 'sandboxAzurePlanIsAllowed',
      holds: ({ partner, holdings, limits }) => {
        const perCustomer = limits.sandboxAzurePlansPerCustomer
        const most = partner.type === 'indirectProvider' ? perCustomer.indirect : perCustomer.direct
        return (
          holdings.azurePlansOfPartner < limits.sandboxAzurePlansPerPartner &&
          holdings.azurePlansOfCustomer < most
        )
      },
      fault: () => fault(faults.sandboxAzurePlanLimitMet),
      decidedBy: ({ holdings }) => ({
        ofPartner: holdings.azurePlansOfPartner,
        ofCustomer: holdings.azurePlansOfCustomer,
      }),
      see: sandboxPage,
    }),
  ),
)

const tenantHasRoomForSubscription = rule<LineFacts>({
  name: 'tenantHasRoomForSubscription',
  holds: ({ holdings, limits }) => holdings.tenantSubscriptions < limits.subscriptionsPerTenant,
  fault: () => fault(faults.tenantSubscriptionLimitExceeded),
  decidedBy: ({ holdings, limits }) => ({
    owned: holdings.tenantSubscriptions,
    limit: limits.subscriptionsPerTenant,
  }),
  see: 'partner-center/customers/csp-regional-authorization-tenant-consolidation',
})

/** How many may be bought. */
export const quantityRules = [
  quantityIsInRange,
  seatsRemainInTenant,
  assetsRemain,
  addOnHasBase,
  baseHasEnoughSeats,
  addOnCoversMinimum,
  addOnStaysWithinShare,
  sandboxSubscriptionsRemain,
  sandboxSeatsAreWithinLimit,
  sandboxReservationIsAllowed,
  sandboxAzurePlanIsAllowed,
  tenantHasRoomForSubscription,
] as const satisfies readonly Rule<LineFacts>[]
