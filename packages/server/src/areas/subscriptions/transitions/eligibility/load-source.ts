import type { TransitionType } from '@tenantry/contract/resources/transition.ts'
import { directory, directoryView } from '../../../../collaborators/directory.ts'
import type { CustomerId, SubscriptionId } from '../../../../kernel/ids.ts'
import type { Scope } from '../../../../work/scope.ts'
import { catalogueOf, skuKey, type Catalogue, type SkuKey } from '../../../catalogue/products/public.ts'
import { Holdings, Subscriptions, type Holding, type SubscriptionRecord } from '../../subscription/public.ts'
import { conflictsWith, type LicenceFacts, type SuppliedServices } from './licence-rules.ts'
import { movingSubscription, type MovingSubscription } from './moving-subscription.ts'
import type { TargetOffer } from './offer-rules.ts'
import { sourceKey, targetOffers } from './target-offers.ts'

/** What both the eligibility answer and a transition start from. */
export interface LoadedSource {
  readonly customerId: CustomerId
  readonly catalogue: Catalogue
  readonly record: SubscriptionRecord
  readonly source: MovingSubscription
  /** The customer's subscriptions with this partner, the source among them. */
  readonly records: readonly SubscriptionRecord[]
  readonly offers: readonly TargetOffer[]
  readonly provisioningId: string | undefined
  readonly holdings: readonly Holding[]
  /** One of `records` as the rules see it. */
  moving(record: SubscriptionRecord): MovingSubscription
}

/** Faults: 20003. */
export async function loadSource(
  scope: Scope,
  customerId: CustomerId,
  subscriptionId: SubscriptionId,
): Promise<LoadedSource> {
  const subscriptions = new Subscriptions(scope)
  const record = await subscriptions.get(customerId, subscriptionId)
  const records = await subscriptions.list(customerId)
  const catalogue = catalogueOf(scope)
  const sku = catalogue.findSku(record.productId, record.skuId)
  const moving = (one: SubscriptionRecord) => movingSubscription(one, records, scope.now)
  return {
    customerId,
    catalogue,
    record,
    source: moving(record),
    moving,
    records,
    offers: targetOffers(catalogue, record, scope.tenant.partner),
    // The operator takes an id away by an empty one.
    provisioningId: sku?.provisioningId ? sku.provisioningId : undefined,
    holdings: await new Holdings(scope).list(customerId),
  }
}

/** What the licences of the source would meet on the way to `offer`. */
export function licenceFactsOf(
  scope: Scope,
  loaded: LoadedSource,
  offer: TargetOffer | undefined,
  transitionType: TransitionType,
  targetId?: string,
): LicenceFacts {
  const { customerId, source, catalogue, record } = loaded
  const state = scope.collaborator(directory)
  const ownSku = catalogue.findSkuByKey(sourceKey(catalogue, record) ?? '')
  const view = directoryView(state, customerId, source.id)
  return {
    customerId,
    transitionType,
    source,
    sourceProvisioningId: loaded.provisioningId,
    directory: view,
    targetIsMapped: targetId === undefined || directoryView(state, customerId, targetId).isMapped,
    hasUser: scope.principal.kind === 'user',
    conflictingSkus: conflictsWith(
      [...(ownSku?.servicePlans ?? []), ...(offer?.servicePlans ?? [])],
      suppliedBesideSource(loaded, view.boughtElsewhere),
    ),
  }
}

/**
 * What was bought in either program: in new commerce over all partners, in the older one from this partner unless it is
 * suspended; and what the tenant bought outside this world. The source itself counts once less.
 */
export function suppliedBesideSource(
  {
    catalogue,
    record,
    records,
    holdings,
  }: Pick<LoadedSource, 'catalogue' | 'record' | 'records' | 'holdings'>,
  elsewhere: readonly string[],
): SuppliedServices[] {
  const own = record.commerce === 'nce' ? skuKey(record.productId, record.skuId) : undefined
  const held = holdings
    .filter(({ sku, subscriptions }) => subscriptions > (sku === own ? 1 : 0))
    .map(({ sku }) => sku)
  const older = records.filter(
    ({ id, commerce, status }) => id !== record.id && commerce === 'legacy' && status === 'active',
  )
  const plansOf = (key: SkuKey | undefined) => catalogue.findSkuByKey(key ?? '')?.servicePlans ?? []
  return [
    ...[...held, ...elsewhere].map((sku) => ({ sku, servicePlans: plansOf(sku) })),
    ...older.map((one) => ({
      sku: one.legacyOfferId ?? '',
      servicePlans: plansOf(sourceKey(catalogue, one)),
    })),
  ]
}
