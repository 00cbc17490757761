import { compliance } from '../../../../collaborators/compliance.ts'
import { inventory } from '../../../../collaborators/purchases/inventory.ts'
import { review } from '../../../../collaborators/purchases/review.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf, type Instant, type PlainDate } from '../../../../kernel/time.ts'
import {
  catalogueOf,
  segments,
  type Catalogue,
  type PromotionHoldings,
  type Segment,
} from '../../../catalogue/products/public.ts'
import { InventoryChecks, type InventoryCheck } from '../../shelf/public.ts'
import { isQualifiedFor, type CustomerRecord } from '../../../accounts/customers/public.ts'
import type { PartnerRecord } from '../../../../work/partner.ts'
import {
  Holdings,
  promotionHoldingsOf,
  Subscriptions,
  type Holding,
  sandboxPurchaseLimits,
} from '../../../subscriptions/subscription/public.ts'
import { inventoryCheckLifetime, legacyPurchases, subscriptionsPerTenant } from '../cart-policies.ts'
import type { RequestedLine } from '../cart.ts'
import type { LegacyLineFacts, PurchaseLimits } from './line-facts.ts'
import { heldSubscriptions, type HeldSubscriptions } from './held-subscriptions.ts'
import { AzurePlans } from './azure-plans-repository.ts'
import { asksForInventoryCheck } from './provisioning-context-rules.ts'

type InventoryState = (typeof inventory)['initial']

/** All that the checks of a purchase look at, loaded once; what follows is arithmetic. */
export interface PurchaseContext {
  readonly now: Instant
  readonly today: PlainDate
  readonly partner: PartnerRecord
  readonly customer: CustomerRecord
  readonly segments: readonly Segment[]
  readonly tenantTags: readonly string[]
  readonly catalogue: Catalogue
  /** The customer's subscriptions with this partner. */
  readonly held: HeldSubscriptions
  /** The customer's seats and counts with every partner. */
  readonly holdings: readonly Holding[]
  readonly promotionHoldings: PromotionHoldings
  readonly inventory: InventoryState
  /** Only where a line asks for one. */
  readonly inventoryChecks: readonly InventoryCheck[]
  readonly inventoryCheckLifetime: string
  readonly limits: PurchaseLimits
  readonly legacySale: LegacyLineFacts['sale']
  /** Counted only for sandbox partners, whose number of plans is limited. */
  readonly azurePlansOfPartner: number
  /** The same of subscriptions of Microsoft Azure of the older program. */
  readonly legacyAzureOfPartner: number
}

/** `lines` are those that are to be judged. */
export async function loadPurchaseContext(
  scope: Scope,
  customer: CustomerRecord,
  lines: readonly RequestedLine[],
): Promise<PurchaseContext> {
  const { now } = scope
  const { partner } = scope.principal
  const holdings = await new Holdings(scope).list(customer.id)
  const reviewState = scope.collaborator(review)
  const qualified = segments.filter((segment) => isQualifiedFor(customer, segment, reviewState, now))
  const isSandbox = partner.environment === 'sandbox'
  const catalogue = catalogueOf(scope)

  return {
    now,
    today: dateOf(now),
    partner,
    customer,
    segments: qualified,
    tenantTags: tagsOf(qualified, scope.collaborator(compliance).tenantTags[customer.id] ?? []),
    catalogue,
    held: heldSubscriptions(await new Subscriptions(scope).list(customer.id)),
    holdings,
    promotionHoldings: promotionHoldingsOf(holdings),
    inventory: scope.collaborator(inventory),
    inventoryChecks: lines.some((line) => asksForInventory(catalogue, line))
      ? await new InventoryChecks(scope).list(customer.id)
      : [],
    inventoryCheckLifetime: scope.policy(inventoryCheckLifetime),
    limits: limitsOf(scope),
    legacySale: scope.policy(legacyPurchases),
    azurePlansOfPartner: isSandbox ? await new AzurePlans(scope).count() : 0,
    legacyAzureOfPartner: isSandbox ? await new AzurePlans(scope).countLegacy() : 0,
  }
}

function asksForInventory(catalogue: Catalogue, { catalogItemId }: RequestedLine): boolean {
  const item = catalogue.resolve(catalogItemId)
  return item.found && asksForInventoryCheck(item)
}

/** An approved qualification marks the tenant too; the names of the marks are assumed. */
const tagsOf = (qualified: readonly Segment[], marked: readonly string[]): string[] => [
  ...marked,
  ...(qualified.includes('government') ? ['GCC'] : []),
  ...(qualified.includes('education') ? ['EDU'] : []),
]

function limitsOf(scope: Pick<Scope, 'policy'>): PurchaseLimits {
  const sandbox = scope.policy(sandboxPurchaseLimits)
  return {
    sandboxSubscriptionsPerCustomer: sandbox.subscriptionsPerCustomer,
    sandboxSeatsPerSubscription: sandbox.seatsPerSubscription,
    sandboxAzurePlansPerPartner: sandbox.azurePlansPerPartner,
    sandboxLegacyAzurePerPartner: sandbox.legacyAzurePerPartner,
    sandboxAzurePlansPerCustomer: sandbox.azurePlansPerCustomer,
    sandboxReservedInstances: sandbox.reservedInstancesPerCustomer,
    subscriptionsPerTenant: scope.policy(subscriptionsPerTenant),
  }
}
