import { azure } from '../../../../collaborators/azure.ts'
import { billingOwnership } from '../../../../collaborators/billing-ownership.ts'
import { unmet } from '../../../../kernel/rule.ts'
import { hasAcceptedCustomerAgreement } from '../../../accounts/agreements/public.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { Customers } from '../../../accounts/customers/public.ts'
import { Orders } from '../../../purchases/orders/public.ts'
import {
  isAzurePlan,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { isAtRest } from '../carrying-out/at-rest.ts'
import { findItem, membersOf, type TransferItem } from '../carrying-out/items.ts'
import { lineRules, type JudgedLine, type LineFacts } from './line-rules.ts'
import type { Sides } from '../carrying-out/move-bundle.ts'
import { transferLimits } from '../transfer-policies.ts'
import type { TransferRecord } from '../transfer.ts'
import type { SelectionFacts } from './update-rules.ts'

/** What the two partners have for a customer when a transfer is judged. */
export interface BothHold {
  readonly source: readonly SubscriptionRecord[]
  readonly target: readonly SubscriptionRecord[]
  readonly targetServesCustomer: boolean
}

export async function loadBoth({ source, target }: Sides, customerId: string): Promise<BothHold> {
  const customer = await new Customers(target).find(customerId)
  return {
    source: await new Subscriptions(source).list(customerId),
    target: await new Subscriptions(target).list(customerId),
    targetServesCustomer: customer?.relationship === 'reseller',
  }
}

/** An add-on that is named beside its base goes along with it anyway. */
export function withoutNested({ source }: BothHold, ids: readonly string[]): string[] {
  const items = ids.flatMap((id) => findItem(source, id) ?? [])
  const nested = new Set(items.flatMap((item) => membersOf(item).slice(1)).map(({ id }) => id))
  return ids.filter((id) => !nested.has(id.toLowerCase()))
}

/** Judges lines by the ids that they were asked for by. `isLocked`: the transfer holds them already. */
export const judgeLines = (
  sides: Sides,
  transfer: TransferRecord,
  held: BothHold,
  ids: readonly string[],
  isLocked: boolean,
): JudgedLine[] =>
  ids.map((id) => {
    const facts = lineFacts(sides, transfer, held, id, isLocked)
    return { facts, refusal: unmet(lineRules, facts)[0]?.fault(facts) }
  })

function lineFacts(
  { target }: Sides,
  transfer: TransferRecord,
  held: BothHold,
  subscriptionId: string,
  isLocked: boolean,
): LineFacts {
  const item = findItem(held.source, subscriptionId)
  const { answers, failing } = target.collaborator(billingOwnership)
  const members = item === undefined ? [] : membersOf(item)
  return {
    subscriptionId,
    item,
    isFree: members.every((one) => isAtRest(one, isLocked)),
    asked: transfer.targetProductTypes,
    isOfferedToTarget: members.every((one) => isOffered(target, one)),
    targetHasPlan: planOf(held.target, transfer) !== undefined,
    thirdPartiesSellToTarget: thirdPartiesOf(target, item).every(
      ({ availableTo }) => availableTo === undefined || availableTo.includes(target.tenant.partner),
    ),
    targetServesCustomer: held.targetServesCustomer,
    billingMovesIt: answers && !failing.some((id) => id.toLowerCase() === subscriptionId.toLowerCase()),
  }
}

/** Where Azure subscriptions go: the plan for the reseller that the transfer names. */
export const planOf = (
  held: readonly SubscriptionRecord[],
  { partnerOnRecord }: TransferRecord,
): SubscriptionRecord | undefined =>
  held.find((one) => isAzurePlan(one) && one.status === 'active' && one.partnerId === partnerOnRecord)

function isOffered(target: Sides['target'], { productId, skuId }: SubscriptionRecord): boolean {
  const sku = catalogueOf(target).findSku(productId, skuId)
  return sku === undefined || catalogueOf(target).isOfferedTo(sku, target.tenant.partner)
}

const thirdPartiesOf = ({ collaborator }: Sides['target'], item: TransferItem | undefined) =>
  item?.kind === 'azure' ? (collaborator(azure).marketplace[item.entitlement.id] ?? []) : []

/** The facts about all that is chosen; what does not exist is each line's own affair. */
export async function selectionFacts(
  sides: Sides,
  { customerId }: TransferRecord,
  held: BothHold,
  ids: readonly string[],
): Promise<SelectionFacts> {
  const items = ids.flatMap((id) => findItem(held.source, id) ?? [])
  const azureIds = items.flatMap((item) => (item.kind === 'azure' ? [item.entitlement.id] : []))
  const scoped = azureIds.length === 0 ? [] : await scopedReservations(sides.source, customerId, held)
  const chosen = new Set(ids.map((id) => id.toLowerCase()))
  return {
    items,
    subscriptionsPerCycleMax: sides.source.policy(transferLimits).subscriptionsPerCycleMax,
    reserved: scoped
      .filter(({ azureId, reservationId }) => azureIds.includes(azureId) && !chosen.has(reservationId))
      .map(({ azureId }) => azureId),
    bound: items.flatMap((item) =>
      item.kind === 'azure' &&
      thirdPartiesOf(sides.source, item).some(({ isTransferable }) => !isTransferable)
        ? [item.entitlement.id]
        : [],
    ),
    hasAcceptedAgreement: await hasAcceptedCustomerAgreement(sides.target, customerId),
  }
}

interface ScopedReservation {
  readonly reservationId: string
  readonly azureId: string
}

/**
 * Reservations that are for a single Azure subscription, as their orders say: the one that is named, or else the one
 * that came with the plan (assumed).
 */
async function scopedReservations(
  source: Sides['source'],
  customerId: string,
  held: BothHold,
): Promise<ScopedReservation[]> {
  const running = held.source.filter(
    ({ productFamily, status }) => productFamily === 'reservation' && status === 'active',
  )
  const scoped: ScopedReservation[] = []
  for (const { id, orderId } of running) {
    const order = await new Orders(source).find(customerId, orderId)
    const { scope, entitlementId, subscriptionId } =
      order?.lines.find((line) => line.subscriptionId === id)?.provisioningContext ?? {}
    if (scope?.toLowerCase() !== 'single') continue
    const plan = held.source.find((one) => one.id === subscriptionId?.toLowerCase())
    const azureId = entitlementId?.toLowerCase() ?? plan?.entitlementId
    if (azureId !== undefined) scoped.push({ reservationId: id, azureId })
  }
  return scoped
}
