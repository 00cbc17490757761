import { upgradeTypes, type UpgradeType } from '@tenantry/contract/resources/upgrade.ts'
import { directory, directoryView } from '../../../collaborators/directory.ts'
import type { Scope } from '../../../work/scope.ts'
import { catalogueOf, type LegacyOffer } from '../../catalogue/products/public.ts'
import { assignedUsers, Holdings, Subscriptions, type SubscriptionRecord } from '../subscription/public.ts'
import { conflictsWith, suppliedBesideSource } from '../transitions/public.ts'
import type { UpgradeFacts } from './upgrade-rules.ts'

/** What was asked of one subscription. */
export interface UpgradeWish {
  readonly target: LegacyOffer | undefined
  readonly upgradeType: UpgradeType
  readonly quantity: number
}

/** What the offer of a legacy subscription can become; nothing for new commerce, which has transitions. */
export function upgradeTargets(scope: Scope, { commerce, legacyOfferId }: SubscriptionRecord): LegacyOffer[] {
  if (commerce !== 'legacy') return []
  const catalogue = catalogueOf(scope)
  const own = catalogue.findLegacyOffer(legacyOfferId ?? '')
  return (own?.upgradesTo ?? []).flatMap((id) => catalogue.findLegacyOffer(id) ?? [])
}

/** What the rules of an upgrade judge. */
export async function loadUpgrade(
  scope: Scope,
  source: SubscriptionRecord,
  { target, upgradeType, quantity }: UpgradeWish,
): Promise<UpgradeFacts> {
  const { customerId, id } = source
  const records = await new Subscriptions(scope).list(customerId)
  const others = records.filter((other) => other.status === 'active' && other.id !== id)
  const view = directoryView(scope.collaborator(directory), customerId, id)
  const upgraded = await halfDoneUpgrade(scope, source, { target, upgradeType })
  return {
    source,
    upgraded,
    hasAddOns: others.some(({ parentSubscriptionId }) => parentSubscriptionId === id),
    hasPaths: upgradeTargets(scope, source).length > 0,
    target,
    upgradeType,
    quantity: upgraded?.quantity ?? quantity,
    directory: view,
    users: await assignedUsers(scope, customerId, id),
    hasUser: scope.principal.kind === 'user',
    hasConflict: await isSuppliedOtherwise(scope, source, target, records, view.boughtElsewhere),
  }
}

/** As at a transition: something else of either program supplies a service of the source or the target. */
async function isSuppliedOtherwise(
  scope: Scope,
  source: SubscriptionRecord,
  target: LegacyOffer | undefined,
  records: readonly SubscriptionRecord[],
  boughtElsewhere: readonly string[],
): Promise<boolean> {
  const catalogue = catalogueOf(scope)
  const plansOf = (offer: LegacyOffer | undefined) =>
    catalogue.findSkuByKey(offer?.migratesTo ?? '')?.servicePlans ?? []
  const plans = [source.legacyOfferId ?? '', target?.id ?? ''].flatMap((id) =>
    plansOf(catalogue.findLegacyOffer(id)),
  )
  const holdings = await new Holdings(scope).list(source.customerId)
  const supplied = suppliedBesideSource({ catalogue, record: source, records, holdings }, boughtElsewhere)
  return conflictsWith(plans, supplied).length > 0
}

/** What the source was upgraded to when its licences could not be moved, where the same is asked for once more. */
async function halfDoneUpgrade(
  scope: Scope,
  { customerId, licencesAwaitedBy }: SubscriptionRecord,
  { target, upgradeType }: Pick<UpgradeWish, 'target' | 'upgradeType'>,
): Promise<SubscriptionRecord | undefined> {
  if (licencesAwaitedBy === undefined || upgradeType !== 'upgrade_with_license_transfer') return undefined
  const upgraded = await new Subscriptions(scope).get(customerId, licencesAwaitedBy)
  return upgraded.status === 'active' && upgraded.legacyOfferId === target?.id ? upgraded : undefined
}

/** By name or by number, as clients send it; what is neither is an upgrade alone (assumed). */
export function readUpgradeType(asked: string | number): UpgradeType {
  const named = upgradeTypes.find((type) => type === String(asked).toLowerCase())
  return named ?? upgradeTypes[Number(asked)] ?? 'upgrade_only'
}
