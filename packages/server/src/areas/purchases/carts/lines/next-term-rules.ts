import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import type { SellableItem } from '../../../catalogue/products/public.ts'
import type { NextTermInstructions } from '../../../subscriptions/subscription/public.ts'
import type { RequestedNextTerm } from '../cart.ts'
import type { PurchaseContext } from './purchase-context.ts'

export interface NextTermFacts {
  readonly wanted: RequestedNextTerm | undefined
  /** The item of the line itself. */
  readonly item: SellableItem
  /** What the customer could buy of the wanted product, if it is on sale. */
  readonly target: SellableItem | undefined
  readonly planIsOffered: boolean
}

const see = 'partner-center/developer/create-scheduled-changes'

const itemIsLicenceTrial = rule<NextTermFacts>({
  name: 'itemIsLicenceTrial',
  holds: ({ item }) => item.product.family === 'license' && item.sku.isTrial,
  fault: () => fault(faults.nextTermInstructionsOnlyForTrials),
  decidedBy: ({ item }) => ({ sku: item.sku.key, isTrial: item.sku.isTrial }),
  see,
})

const trialHasPaidVersion = rule<NextTermFacts>({
  name: 'trialHasPaidVersion',
  holds: ({ item }) => item.sku.conversions.length > 0,
  fault: () => fault(faults.trialHasNoPaidVersion),
  see,
})

const nextProductIsConversion = rule<NextTermFacts>({
  name: 'nextProductIsConversion',
  holds: ({ item, target, planIsOffered }) =>
    target !== undefined && planIsOffered && item.sku.conversions.includes(target.sku.key),
  fault: () => fault(faults.nextTermProductIsInvalid),
  decidedBy: ({ wanted }) => ({ productId: wanted?.product.productId, skuId: wanted?.product.skuId }),
  see,
})

const nextQuantityIsInRange = rule<NextTermFacts>({
  name: 'nextQuantityIsInRange',
  holds: ({ wanted, target }) =>
    wanted === undefined ||
    target === undefined ||
    (wanted.quantity >= target.sku.minimumQuantity && wanted.quantity <= target.sku.maximumQuantity),
  fault: () => fault(faults.nextTermQuantityNotAllowed),
  decidedBy: ({ wanted }) => ({ quantity: wanted?.quantity }),
  see,
})

/** What a trial may be told to become when it is bought. */
export const nextTermRules = ruleList<Rule<NextTermFacts>>(
  'A cart line: next-term instructions',
  [itemIsLicenceTrial, trialHasPaidVersion, nextProductIsConversion, nextQuantityIsInRange].map((check) =>
    when(({ wanted }: NextTermFacts) => wanted !== undefined, check),
  ),
)

export function nextTermFacts(
  { catalogue, customer }: Pick<PurchaseContext, 'catalogue' | 'customer'>,
  item: SellableItem,
  wanted: RequestedNextTerm | undefined,
): NextTermFacts {
  const target =
    wanted &&
    catalogue.sellable({
      productId: wanted.product.productId,
      skuId: wanted.product.skuId,
      country: customer.market,
      segment: item.availability.segment,
    })
  const planIsOffered =
    wanted !== undefined &&
    target !== undefined &&
    catalogue.findPlan(target.availability, wanted.product.termDuration, wanted.product.billingCycle) !==
      undefined
  return { wanted, item, target, planIsOffered }
}

/** The instructions as a subscription keeps them. */
export const nextTermOf = ({ wanted, target }: NextTermFacts): NextTermInstructions | undefined =>
  wanted === undefined || target === undefined
    ? undefined
    : {
        product: {
          ...wanted.product,
          availabilityId: wanted.product.availabilityId ?? target.availability.id,
        },
        quantity: wanted.quantity,
        customTermEndDate: wanted.customTermEndDate,
      }
