import type { TransferProductType } from '@tenantry/contract/resources/transfer.ts'
import {
  findEntitlement,
  isAzurePlan,
  type AzureEntitlement,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'

/** What a line of new commerce is about: a subscription, or one of the Azure subscriptions under an Azure plan. */
export type TransferItem =
  | {
      readonly kind: 'subscription'
      readonly subscription: SubscriptionRecord
      /** Active ones that hang on it, each after what it hangs on. */
      readonly addOns: readonly SubscriptionRecord[]
    }
  | { readonly kind: 'azure'; readonly plan: SubscriptionRecord; readonly entitlement: AzureEntitlement }

/** By the id of either, among what the customer has with the sending partner. */
export function findItem(held: readonly SubscriptionRecord[], wanted: string): TransferItem | undefined {
  const id = wanted.toLowerCase()
  // What an upgrade has moved under a plan is the plan's, although the older subscription keeps the id.
  for (const plan of held.filter(isAzurePlan)) {
    const entitlement = findEntitlement(plan, id)
    if (entitlement !== undefined) return { kind: 'azure', plan, entitlement }
  }
  const subscription = held.find((one) => one.id === id)
  if (subscription === undefined) return undefined
  return { kind: 'subscription', subscription, addOns: addOnsOf(held, subscription) }
}

const addOnsOf = (held: readonly SubscriptionRecord[], base: SubscriptionRecord): SubscriptionRecord[] =>
  held
    .filter((one) => one.parentSubscriptionId === base.id && one.status === 'active')
    .flatMap((addOn) => [addOn, ...addOnsOf(held, addOn)])

/** The item's subscriptions: those of an Azure subscription are nobody's own. */
export const membersOf = (item: TransferItem): SubscriptionRecord[] =>
  item.kind === 'azure' ? [] : [item.subscription, ...item.addOns]

/** What it counts as among what is asked for; undefined for what never goes to another partner by itself. */
export function productTypeOf(item: TransferItem): TransferProductType | undefined {
  if (item.kind === 'azure') return 'AzureSubscription'
  if (item.subscription.commerce !== 'nce') return undefined
  switch (item.subscription.productFamily) {
    case 'license':
      return 'OnlineServicesNCE'
    case 'software':
    case 'perpetual':
      return 'Software'
    case 'saas':
      return 'SaaS'
    case 'reservation':
      return 'AzureReservation'
    case 'savingsPlan':
      return 'AzureSavingsPlan'
    default:
      return undefined
  }
}

export const isOfAzure = (item: TransferItem): boolean => productTypeOf(item)?.startsWith('Azure') === true
