import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { nameOf } from '@tenantry/contract/faults/index.ts'
import { catalogItemId, type SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'
import type { TransferItem } from './items.ts'
import type { JudgedLine } from '../new-commerce/line-rules.ts'
import { rememberedOf, withOutcome, type TransferLine, type TransferRecord } from '../transfer.ts'

/** How a transfer of new commerce remembers a line, with what became of its judgement. */
export function lineOfJudged(
  { facts, refusal }: JudgedLine,
  id: number,
  transfer: TransferRecord,
): TransferLine {
  const line = { ...lineOfItem(facts.subscriptionId, facts.item, transfer), id }
  const transferGroupId = String(id)
  return refusal === undefined
    ? withOutcome(line, { transferGroupId, status: 'InProgress' })
    : withOutcome(line, { transferGroupId, ...failed(refusal) })
}

export const failed = ({ spec }: Fault): Pick<TransferLine, 'status' | 'fault'> => ({
  status: 'Failed',
  fault: nameOf(spec),
})

function lineOfItem(
  subscriptionId: string,
  item: TransferItem | undefined,
  { partnerOnRecord }: TransferRecord,
): TransferLine {
  const own = { id: 0, commerce: 'nce', partnerIdOnRecord: partnerOnRecord } as const
  switch (item?.kind) {
    case 'subscription': {
      const addOns = item.addOns.map((addOn, id) => ({ ...own, ...offered(addOn), id, addOns: [] }))
      return { ...own, ...offered(item.subscription), addOns }
    }
    case 'azure': {
      const { id, friendlyName } = item.entitlement
      return {
        ...own,
        subscriptionId: id,
        entitlementId: id,
        offerId: catalogItemId(item.plan),
        friendlyName,
        quantity: 1,
        billingCycle: item.plan.billingCycle,
        addOns: [],
      }
    }
    case undefined:
      return {
        ...own,
        subscriptionId: subscriptionId.toLowerCase(),
        offerId: '',
        friendlyName: '',
        quantity: 0,
        billingCycle: 'unknown',
        addOns: [],
      }
  }
}

const offered = (subscription: SubscriptionRecord) => ({
  ...rememberedOf(subscription),
  offerId: subscription.legacyOfferId ?? catalogItemId(subscription),
})
