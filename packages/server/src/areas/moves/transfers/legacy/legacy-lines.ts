import type { Scope } from '../../../../work/scope.ts'
import {
  publishedId,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import type { LegacyLineFacts } from './legacy-line-rules.ts'
import { allLines, isOpen, rememberedOf, type TransferLine } from '../transfer.ts'
import { Transfers } from '../transfer-repository.ts'

/** A base that is to be transferred, and what hangs on it. */
export interface LegacyBundle {
  readonly base: SubscriptionRecord
  /** Active ones, those of add-ons included, each after what it hangs on. */
  readonly addOns: readonly SubscriptionRecord[]
  /** Those that are suspended: they do not move and end with their base (assumed). */
  readonly left: readonly SubscriptionRecord[]
}

/** What a customer has with the sending partner, and which of it is offered to another partner already. */
export interface Held {
  readonly byId: ReadonlyMap<string, SubscriptionRecord>
  readonly openTransferOf: ReadonlyMap<string, string>
}

export async function loadHeld(scope: Scope, customerId: string): Promise<Held> {
  const subscriptions = await new Subscriptions(scope).list(customerId)
  const open = (await new Transfers(scope).list(customerId, 'source')).filter(isOpen)
  return {
    byId: new Map(subscriptions.map((one) => [one.id, one])),
    openTransferOf: new Map(
      open.flatMap((transfer) =>
        allLines(transfer).map(({ subscriptionId }): [string, string] => [subscriptionId, transfer.id]),
      ),
    ),
  }
}

/** The facts of the rules for subscriptions that are named together, by whatever id. */
export function lineFacts(held: Held, subscriptionIds: readonly string[]): LegacyLineFacts[] {
  const ids = subscriptionIds.map((id) => id.toLowerCase())
  return subscriptionIds.map((subscriptionId, place) => {
    const id = ids[place] ?? ''
    const subscription = held.byId.get(id)
    return {
      subscriptionId,
      subscription,
      goesWithBase:
        subscription !== undefined && rootsOf(held, subscription).some((root) => ids.includes(root)),
      openTransferId: held.openTransferOf.get(id),
    }
  })
}

/** Ids of what an add-on hangs on, the nearest first. */
function rootsOf({ byId }: Held, { parentSubscriptionId }: SubscriptionRecord): string[] {
  const parent = parentSubscriptionId === undefined ? undefined : byId.get(parentSubscriptionId)
  return parent === undefined ? [] : [parent.id, ...rootsOf({ byId, openTransferOf: new Map() }, parent)]
}

/** A base with all that hangs on it. */
export function bundleOf({ byId }: Held, base: SubscriptionRecord): LegacyBundle {
  const addOns: SubscriptionRecord[] = []
  const left: SubscriptionRecord[] = []
  const gather = (parent: SubscriptionRecord, goesAlong: boolean): void => {
    for (const one of byId.values()) {
      if (one.parentSubscriptionId !== parent.id || one.status === 'deleted') continue
      const moves = goesAlong && one.status === 'active'
      ;(moves ? addOns : left).push(one)
      gather(one, moves)
    }
  }
  gather(base, true)
  return { base, addOns, left }
}

/** How a transfer remembers a subscription. */
export const lineOf = (
  subscription: SubscriptionRecord,
  id: number,
  partnerIdOnRecord: string | undefined,
  addOns: readonly SubscriptionRecord[] = [],
): TransferLine => ({
  ...rememberedOf(subscription),
  id,
  entitlementId: subscription.entitlementId,
  offerId: subscription.legacyOfferId ?? publishedId(subscription),
  partnerIdOnRecord,
  addOns: addOns.map((addOn, place) => lineOf(addOn, place, partnerIdOnRecord)),
})
