import { billingOwnership } from '../../../../collaborators/billing-ownership.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { brokenFaults } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf } from '../../../../kernel/time.ts'
import { recordLegacyOrder, type OrderRecord } from '../../../purchases/orders/public.ts'
import {
  cancel,
  changeSubscription,
  handOver,
  keepLicences,
  Subscriptions,
  takeOver,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { bundleRules } from './accept-rules.ts'
import { bundleOf, lineOf, type Held, type LegacyBundle } from '../legacy/legacy-lines.ts'
import { failed } from './transfer-lines.ts'
import { withOutcome, type TransferLine } from '../transfer.ts'

/** The two partners' sides of one unit of work. */
export interface Sides {
  readonly source: Scope
  readonly target: Scope
}

export interface MovedBundle {
  readonly line: TransferLine
  /** At the receiving partner, where it moved. */
  readonly order?: OrderRecord
}

/** Moves what a line is now: a base and its add-ons, or none of them. They are one group and one order. */
export async function moveBundle(
  sides: Sides,
  held: Held,
  line: TransferLine,
  transferGroupId: string,
): Promise<MovedBundle> {
  const base = held.byId.get(line.subscriptionId)
  const bundle = base && bundleOf(held, base)
  const [fault] = brokenFaults(bundleRules, {
    members: bundle === undefined ? [undefined] : [bundle.base, ...bundle.addOns],
    ordersAreTaken: !sides.target.collaborator(fulfilment).outage,
    answers: sides.target.collaborator(billingOwnership).answers,
    now: sides.target.now,
  })
  if (bundle === undefined || fault !== undefined) {
    return { line: withOutcome(line, { transferGroupId, ...(fault && failed(fault)) }) }
  }
  const order = await move(sides, bundle, line.partnerIdOnRecord)
  const present = lineOf(bundle.base, line.id, line.partnerIdOnRecord, bundle.addOns)
  return { line: withOutcome(present, { transferGroupId, status: 'Complete', orderId: order.id }), order }
}

async function move(
  sides: Sides,
  { base, addOns, left }: LegacyBundle,
  partnerId: string | undefined,
): Promise<OrderRecord> {
  const { source, target } = sides
  const orderId = target.newId()
  const taken = new Map<string, SubscriptionRecord>()
  for (const [lineNumber, member] of [base, ...addOns].entries()) {
    const parentSubscriptionId = taken.get(member.parentSubscriptionId ?? '')?.id
    const one = await takeOver(target, member, { orderId, lineNumber, partnerId, parentSubscriptionId })
    await keepLicences({ from: source, to: target }, member, one)
    taken.set(member.id, one)
  }
  for (const member of [base, ...addOns]) await handOver(source, member)
  for (const one of left) {
    const present = await new Subscriptions(source).get(one.customerId, one.id)
    await changeSubscription(source, present, cancel(present, dateOf(source.now)), 'subscription-deleted')
  }
  const [first, ...others] = taken.values()
  return await recordLegacyOrder(target, first as SubscriptionRecord, others)
}
