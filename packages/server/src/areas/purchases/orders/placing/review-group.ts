import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { invariant } from '../../../../kernel/invariant.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Trace } from '../../../../kernel/trace.ts'
import {
  checkLine,
  isNotice,
  loadLine,
  nextTermFacts,
  nextTermOf,
  nextTermRules,
  pricedLine,
  resellerOf,
  friendlyNameRules,
  type CartLine,
  type EarlierLine,
  type LineFacts,
  type LineInContext,
  type PricedLine,
  type PurchaseContext,
} from '../../carts/public.ts'
import type { SellableItem, TermPlan } from '../../../catalogue/products/public.ts'
import type { NextTermInstructions } from '../../../subscriptions/subscription/public.ts'
import type { Purchase } from './purchase.ts'

/** A line that can be ordered now. */
export interface OrderableLine {
  readonly line: CartLine
  readonly item: SellableItem
  readonly plan: TermPlan
  readonly currency: string
  readonly promotionId: string | undefined
  /** Undefined where nothing is paid at the purchase. */
  readonly priced: PricedLine | undefined
  readonly nextTerm: NextTermInstructions | undefined
  /** The partner on record: the line's, or for a savings plan that of the Azure plan it belongs to. */
  readonly partnerId: string | undefined
}

/**
 * Checks a group's lines against what holds now. Lines of the cart that stand earlier and are not settled yet (neither
 * ordered nor refused) count as bought, so that an add-on may be in another group than its base.
 */
export function reviewGroup(
  context: PurchaseContext,
  purchase: Purchase,
  group: string,
  settled: ReadonlySet<string>,
  trace: Trace,
): OrderableLine[] {
  const earlier: EarlierLine[] = []
  const orderable: OrderableLine[] = []
  for (const line of purchase.lines) {
    if (line.orderGroup === undefined || settled.has(line.orderGroup)) continue
    const inContext = loadLine(context, asRequested(line), earlier)
    if (line.orderGroup === group) orderable.push(review(context, purchase, line, inContext, trace))
    if (inContext.loaded.kind === 'modern')
      earlier.push({ line, item: inContext.loaded.item, promotionId: inContext.promotion?.id })
  }
  return orderable
}

/** A promotion that was put on by itself is looked for anew. */
function asRequested(line: CartLine): CartLine {
  if (line.promotionIsChosen) return line
  const { promotionId: _found, ...requested } = line
  return requested
}

function review(
  context: PurchaseContext,
  purchase: Purchase,
  line: CartLine,
  inContext: LineInContext,
  trace: Trace,
): OrderableLine {
  const { loaded, promotion, currency } = inContext
  const broken = checkLine(loaded, 'checkout', trace)
  if (broken !== undefined) throw answerable(broken.fault, purchase)
  invariant(loaded.kind === 'modern' && loaded.plan !== undefined, 'a line without broken rules is resolved')
  enforce(friendlyNameRules, loaded, trace)
  const nextTerm = nextTermFacts(context, loaded.item, line.nextTerm)
  enforce(nextTermRules, nextTerm, trace)
  return {
    line,
    item: loaded.item,
    plan: loaded.plan,
    currency,
    promotionId: promotion?.id,
    priced: pricedLine(context, inContext),
    nextTerm: nextTermOf(nextTerm),
    partnerId: resellerOf(line) ?? inheritedPartnerId(loaded),
  }
}

/** @see partner-center/customers/azure-savings-plan */
const inheritedPartnerId = ({ item, azure }: LineFacts): string | undefined =>
  item.product.family === 'savingsPlan' ? (azure.named ?? azure.entitling)?.partnerId : undefined

/**
 * Conditions that exist only on a line are answered as an error in the cart. Where there is no cart, Azure of the older
 * program is an offer that is not for sale, and the others are an input that does not fit (assumed).
 */
export function answerable(broken: Fault, { cartId }: Purchase): Fault {
  if (!isNotice(broken)) return broken
  if (cartId !== undefined) return fault(faults.cartHasItemErrors)
  return broken.spec === faults.azureItemNotAvailable
    ? fault(faults.offerNotEligible)
    : fault(faults.requestInputIsInvalid)
}
