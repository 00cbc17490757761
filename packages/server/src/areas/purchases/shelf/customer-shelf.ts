import type { TargetView } from '@tenantry/contract/endpoints/products.ts'
import { review } from '../../../collaborators/purchases/review.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  catalogueOf,
  catalogueRequestRules,
  checkCatalogueIds,
  segments,
  type ReservationScope,
  type Segment,
  type Shelf,
} from '../../catalogue/products/public.ts'
import { getCustomer, isQualifiedFor, type CustomerRecord } from '../../accounts/customers/public.ts'
import { Subscriptions } from '../../subscriptions/subscription/public.ts'

export interface CustomerQuery {
  readonly targetView?: TargetView
  readonly targetSegment?: Segment
  readonly reservationScope?: ReservationScope
}

/**
 * The catalogue as one customer sees it: its market, the segments it is qualified for, and savings plans when it owns
 * an Azure plan. A segment that the customer is not qualified for shows nothing (assumed).
 * Faults: 60003, 20002, 400056, 400036, 400030.
 * @see partner-center/developer/get-a-list-of-products-by-customer
 */
export async function openCustomerShelf(
  scope: Scope,
  params: Parameters<typeof checkCatalogueIds>[0] & { readonly customerId: string },
  query: CustomerQuery,
): Promise<{ shelf: Shelf; segments: readonly Segment[] }> {
  const customer = await getCustomer(scope, params.customerId)
  checkCatalogueIds(params)
  const catalogue = catalogueOf(scope)
  const { targetView, targetSegment } = query
  const { partner } = scope.principal
  const facts = { partner, country: undefined, region: undefined, targetView, targetSegment }
  enforce(catalogueRequestRules, facts, scope.trace)
  const qualified = qualifiedSegments(scope, customer)
  const shown = targetSegment === undefined ? qualified : qualified.filter((one) => one === targetSegment)
  return {
    shelf: {
      catalogue,
      country: customer.market,
      partnerId: scope.tenant.partner,
      segments: targetSegment === undefined ? undefined : [targetSegment],
      reservationScope: query.reservationScope,
      showsSavingsPlans: await ownsAzurePlan(scope, customer.id),
      showsEnded: false,
    },
    segments: shown,
  }
}

/** Nonprofit is left out unless it is asked for, as in the partner's own catalogue. */
export const unlessUnasked = (shown: readonly Segment[], query: CustomerQuery): readonly Segment[] =>
  query.targetSegment === undefined ? shown.filter((segment) => segment !== 'nonprofit') : shown

export function qualifiedSegments(scope: Scope, customer: CustomerRecord): Segment[] {
  const state = scope.collaborator(review)
  return segments.filter((segment) => isQualifiedFor(customer, segment, state, scope.now))
}

async function ownsAzurePlan(scope: Scope, customerId: string): Promise<boolean> {
  const active = await new Subscriptions(scope).list(customerId, { status: ['active', 'suspended'] })
  return active.some((subscription) => subscription.productFamily === 'azurePlan')
}
