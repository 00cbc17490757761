import { upgradeTypes, type UpgradeType } from '@tenantry/contract/resources/upgrade.ts'
import { directory, directoryView } from '../../../collaborators/directory.ts'
import type { Scope } from '../../../work/scope.ts'
import { catalogueOf, type LegacyOffer } from '../../catalogue/products/public.ts'
import { assignedUsers, Subscriptions, type SubscriptionRecord } from '../subscription/public.ts'
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
  const active = await new Subscriptions(scope).list(customerId, { status: ['active'] })
  const others = active.filter((other) => other.id !== id)
  const offers = [source.legacyOfferId, target?.id]
  const upgraded = await halfDoneUpgrade(scope, source, { target, upgradeType })
  return {
    source,
    upgraded,
    hasAddOns: others.some(({ parentSubscriptionId }) => parentSubscriptionId === id),
    hasPaths: upgradeTargets(scope, source).length > 0,
    target,
    upgradeType,
    quantity: upgraded?.quantity ?? quantity,
    directory: directoryView(scope.collaborator(directory), customerId, id),
    users: await assignedUsers(scope, customerId, id),
    hasUser: scope.principal.kind === 'user',
    hasConflict: others.some(
      ({ legacyOfferId }) => legacyOfferId !== undefined && offers.includes(legacyOfferId),
    ),
  }
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
