import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Trace } from '../../../../kernel/trace.ts'
import type { CartLine, RequestedLine } from '../cart.ts'
import { checkLine } from './line-check.ts'
import { priceLine, type PricedLine } from './line-pricing.ts'
import { loadLine, type EarlierLine, type LineInContext } from './load-line.ts'
import { nextTermFacts, nextTermRules } from './next-term-rules.ts'
import { orderGroups, type Groupable } from '../order-groups.ts'
import type { PurchaseContext } from './purchase-context.ts'

/**
 * Checks the lines of a cart in their order and writes on each what it would be sold at or why it can't be. A line
 * without error counts for the lines after it, so a base product may stand before its add-on.
 */
export function checkLines(
  context: PurchaseContext,
  requested: readonly RequestedLine[],
  trace: Trace,
): CartLine[] {
  const earlier: EarlierLine[] = []
  const checked = requested.map((line) => checkOne(context, line, earlier, trace))
  const groupable = checked.flatMap(({ grouping }) => (grouping === undefined ? [] : [grouping]))
  const groups = orderGroups(groupable)
  return checked.map(({ line, grouping }) => {
    const group = grouping === undefined ? undefined : groups[groupable.indexOf(grouping)]
    return group === undefined ? line : { ...line, orderGroup: group }
  })
}

interface CheckedLine {
  readonly line: CartLine
  readonly grouping: Groupable | undefined
}

function checkOne(
  context: PurchaseContext,
  requested: RequestedLine,
  earlier: EarlierLine[],
  trace: Trace,
): CheckedLine {
  const inContext = loadLine(context, requested, earlier)
  const { loaded, promotion, currency } = inContext
  if (loaded.kind === 'modern') {
    enforce(friendlyNameRules, loaded, trace)
    enforce(nextTermRules, nextTermFacts(context, loaded.item, requested.nextTerm), trace)
  }
  const broken = checkLine(loaded, 'cart', trace)
  if (loaded.kind === 'modern' && broken?.error === undefined) {
    earlier.push({ line: requested, item: loaded.item, promotionId: promotion?.id })
  }
  const priced = pricedLine(context, inContext)
  const line: CartLine = {
    ...requested,
    currencyCode: currency,
    promotionIsChosen: requested.promotionId !== undefined,
    ...(promotion === undefined ? {} : { promotionId: promotion.id }),
    ...(broken?.error === undefined ? {} : { error: broken.error }),
    ...(priced === undefined || broken?.error !== undefined ? {} : { pricing: priceLine(priced) }),
  }
  return { line, grouping: groupingOf(inContext) }
}

/** @see partner-center/developer/create-azure-plan */
const azurePlanHasNoFriendlyName = rule<{ item: EarlierLine['item']; line: RequestedLine }>({
  name: 'azurePlanHasNoFriendlyName',
  holds: ({ item, line }) => item.product.family !== 'azurePlan' || line.friendlyName === undefined,
  fault: () => fault(faults.requestInputIsInvalid),
  see: 'partner-center/developer/create-azure-plan',
})

export const friendlyNameRules = ruleList('A cart line: the friendly name', [azurePlanHasNoFriendlyName])

function groupingOf({ loaded, currency }: LineInContext): Groupable | undefined {
  const { line } = loaded
  if (loaded.kind === 'unresolved') return undefined
  if (loaded.kind === 'modern') return { line, currency, purchaseSystem: loaded.item.sku.purchaseSystem }
  const legacySalesGroup = loaded.offer?.salesGroupId
  return legacySalesGroup === undefined
    ? undefined
    : { line, currency, purchaseSystem: 'OMS', legacySalesGroup }
}

/** Undefined where nothing is paid at the purchase, or where there is no price. */
export function pricedLine(context: PurchaseContext, inContext: LineInContext): PricedLine | undefined {
  const { loaded, promotion, currency, exchange } = inContext
  if (loaded.kind !== 'modern' || loaded.price === undefined || exchange === undefined) return undefined
  const { line, plan, price } = loaded
  if (plan === undefined || loaded.item.product.family === 'azurePlan') return undefined
  return {
    quantity: line.quantity,
    unitPrice: price.unitPrice,
    ...(promotion === undefined ? {} : { discountedUnitPrice: promotion.unitPrice }),
    currency,
    exchange,
    start: context.today,
    termDuration: plan.termDuration,
    billingCycle: plan.billingCycle,
    ...(line.customTermEndDate === undefined ? {} : { customTermEndDate: line.customTermEndDate }),
  }
}
