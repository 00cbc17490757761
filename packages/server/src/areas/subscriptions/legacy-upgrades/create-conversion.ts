import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { conversionEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import { describe } from '@tenantry/contract/reasons/reason.ts'
import { conversionErrors } from '@tenantry/contract/reasons/upgrade-errors.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { dateOf } from '../../../kernel/time.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import { charge, creditBears, lineRounding, writeCharges, type Charge } from '../../books/ledger/public.ts'
import {
  changeSubscription,
  chargeableOf,
  chargedCycle,
  countUpdate,
  cycleOf,
  Holdings,
  itemMembers,
  naturalEnd,
  priceOfDay,
  publishedId,
  replaceProduct,
  Subscriptions,
  transitionLimits,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { conversionRules, trialRules } from './conversion-rules.ts'
import {
  conversionTargets,
  defaultCycle,
  offerIdOf,
  readCycle,
  type ConversionTarget,
} from './conversion-targets.ts'

/**
 * Converts a trial in place: the subscription keeps its id and its users, a year of the paid offer begins today. What
 * it cannot become is told in the answer, and then nothing has changed. Faults: 20003, those of `trialRules` and of
 * `conversionRules`. @see partner-center/developer/convert-a-trial-subscription-to-paid
 */
export const createConversion: Operation<typeof conversionEndpoints.createConversion> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const trial = await new Subscriptions(scope).get(customer.id, params.subscriptionId)
  enforce(trialRules, { trial, now: scope.now }, scope.trace)
  const answer = {
    subscriptionId: publishedId(trial),
    offerId: offerIdOf(trial),
    targetOfferId: body.targetOfferId.toUpperCase(),
    attributes: { objectType: 'ConversionResult' },
  }
  const target = conversionTargets(scope, trial).find(({ id }) => id === answer.targetOfferId)
  if (target === undefined)
    return { ...answer, error: describe(conversionErrors.conversionsNotFound, scope.locale) }

  const quantity = body.quantity ?? trial.quantity
  const cycle = body.billingCycle ? readCycle(body.billingCycle) : defaultCycle(target)
  const paid = await paidVersion(scope, trial, target, quantity, cycle)
  enforce(
    conversionRules,
    {
      quantity,
      seats: seatsOf(scope, target),
      hasCycle: hasCycle(scope, target, cycle),
      isPriceKnown: paid !== undefined,
      isCreditSufficient: await isAffordable(scope, paid?.charges ?? []),
    },
    scope.trace,
  )
  if (paid !== undefined) {
    await writeCharges(scope, paid.charges)
    await changeSubscription(scope, trial, countUpdate(paid.after))
  }
  scope.audit({ customerId: customer.id, newValue: answer })
  return answer
}

/** In new commerce a trial becomes at least as many seats as it had. */
function seatsOf(scope: Scope, { offer, item }: ConversionTarget): { min: number; max: number } {
  if (offer !== undefined) return { min: offer.minimumQuantity, max: offer.maximumQuantity }
  const { trialSeatsMin } = scope.policy(transitionLimits)
  return { min: Math.max(trialSeatsMin, item.sku.minimumQuantity), max: item.sku.maximumQuantity }
}

const hasCycle = (scope: Scope, { offer, item }: ConversionTarget, cycle: BillingCycleType): boolean =>
  offer === undefined
    ? catalogueOf(scope).findPlan(item.availability, 'P1Y', cycle) !== undefined
    : offer.supportedBillingCycles.includes(cycle)

const isAffordable = (scope: Scope, charges: readonly Charge[]): Promise<boolean> =>
  creditBears(scope, catalogueOf(scope), charges)

interface Paid {
  readonly after: SubscriptionRecord
  readonly charges: readonly Charge[]
}

/** Undefined where the price list has no row. The older program is billed elsewhere. */
async function paidVersion(
  scope: Scope,
  trial: SubscriptionRecord,
  { offer, item }: ConversionTarget,
  quantity: number,
  billingCycle: BillingCycleType,
): Promise<Paid | undefined> {
  const today = dateOf(scope.now)
  if (offer !== undefined) {
    const commitmentEnd = naturalEnd(today, 'P1Y')
    const after: SubscriptionRecord = {
      ...trial,
      legacyOfferId: offer.id,
      offerName: offer.name,
      friendlyName: trial.friendlyName === trial.offerName ? offer.name : trial.friendlyName,
      isTrial: false,
      quantity,
      billingCycle,
      effectiveStart: scope.now,
      termStart: today,
      commitmentEnd,
      chargedThrough: commitmentEnd,
      termDuration: 'P1Y',
      autoRenewEnabled: true,
    }
    return { after, charges: [] }
  }
  const catalogue = catalogueOf(scope)
  if (catalogue.findPlan(item.availability, 'P1Y', billingCycle) === undefined)
    return { after: trial, charges: [] }
  const holdings = await new Holdings(scope).forPromotions(trial.customerId)
  const price = priceOfDay({ catalogue, holdings, now: scope.now }, trial, {
    productId: item.product.id,
    skuId: item.sku.id,
    termDuration: 'P1Y',
    billingCycle,
    quantity,
    isWithoutPromotion: true,
  })
  if (price === undefined) return undefined
  const members = itemMembers(catalogue, item)
  const plan = { quantity, termDuration: 'P1Y', billingCycle }
  const after = replaceProduct(trial, { item: members, ...plan, ...price }, scope.now)
  const rounding = scope.policy(lineRounding)
  const event = 'trialConversion'
  const from = today
  const lines = [
    charge(chargeableOf(trial, rounding), event, -trial.quantity, chargedCycle(trial, today), { from }),
    charge(chargeableOf(after, rounding), event, quantity, cycleOf(after, today), { from }),
  ]
  return { after, charges: lines.map((line) => ({ ...line, referenceId: trial.id })) }
}
