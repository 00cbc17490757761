import type { upgradeEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { describe } from '@tenantry/contract/locales/index.ts'
import type { UpgradeResult, UserLicenseError } from '@tenantry/contract/resources/upgrade.ts'
import type { AssignedUser } from '../../../collaborators/directory.ts'
import { present } from '../../../kernel/invariant.ts'
import { HalfDone, type Operation } from '../../../work/operation.ts'
import { enforce, firstBroken } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { dateOf } from '../../../kernel/time.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import {
  announceCreated,
  cancel,
  changeSubscription,
  LicenceMoves,
  publishedId,
  startLegacySubscription,
  Subscriptions,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { loadUpgrade, readUpgradeType, upgradeTargets } from './load-upgrade.ts'
import { errorsOf } from './upgrade-answer.ts'
import { licenceRules, mappingRules, upgradeSourceRules, type UpgradeFacts } from './upgrade-rules.ts'

/**
 * Makes a new subscription of the target offer in the place of the old one. What stands against it is told in the
 * answer, and then nothing has changed. Faults: 20003, 900358, 2011, 2012, and 60000, after which the seats are
 * upgraded and the same request moves the licences as soon as they can be moved.
 * @see partner-center/developer/transition-a-subscription
 */
export const createUpgrade: Operation<typeof upgradeEndpoints.createUpgrade> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const source = await new Subscriptions(scope).get(customer.id, params.subscriptionId)
  const facts = await loadUpgrade(scope, source, {
    target: upgradeTargets(scope, source).find(({ id }) => id === body.targetOffer.id.toUpperCase()),
    upgradeType: readUpgradeType(body.upgradeType),
    quantity: body.quantity ?? source.quantity,
  })
  enforce(upgradeSourceRules, facts, scope.trace)
  const upgradeErrors = errorsOf(facts, scope.locale)
  const answer: UpgradeResult = {
    sourceSubscriptionId: publishedId(source),
    upgradeType: facts.upgradeType,
    upgradeErrors,
    licenseErrors: [],
    attributes: { objectType: 'UpgradeResult' },
  }
  if (upgradeErrors.length > 0) return answer
  enforce(mappingRules, facts, scope.trace)

  const refusal = firstBroken(licenceRules, facts, scope.trace)
  const upgraded = facts.upgraded ?? (await upgrade(scope, facts))
  await keepAwaited(scope, source, refusal === undefined ? undefined : upgraded.id)
  const kept = refusal === undefined ? await moveLicences(scope, facts, upgraded) : facts.users

  const made = {
    ...answer,
    targetSubscriptionId: publishedId(upgraded),
    licenseErrors: kept.map((user) => licenseError(user, scope)),
  }
  scope.audit({ customerId: customer.id, newValue: made })
  return refusal === undefined ? made : new HalfDone(refusal)
}

/** A year of the target offer begins today (assumed); all seats have left the source, so that it is deleted. */
async function upgrade(
  scope: Scope,
  { source, target, quantity }: UpgradeFacts,
): Promise<SubscriptionRecord> {
  const keepsName = source.friendlyName !== source.offerName
  const upgraded = await startLegacySubscription(scope, {
    customerId: source.customerId,
    country: source.country,
    segment: source.segment,
    offer: present(target, 'the target is on a path'),
    quantity,
    billingCycle: source.billingCycle,
    startedAt: scope.now,
    friendlyName: keepsName ? source.friendlyName : undefined,
    partnerId: source.partnerId,
  })
  await announceCreated(scope, upgraded)
  await changeSubscription(scope, source, cancel(source, dateOf(scope.now)), 'subscription-deleted')
  return upgraded
}

/** Notes which subscription the users' licences still have to follow to, if they do. */
async function keepAwaited(
  scope: Scope,
  { customerId, id }: SubscriptionRecord,
  licencesAwaitedBy: SubscriptionRecord['licencesAwaitedBy'],
): Promise<void> {
  const subscriptions = new Subscriptions(scope)
  const source = await subscriptions.get(customerId, id)
  if (source.licencesAwaitedBy !== licencesAwaitedBy)
    await subscriptions.save({ ...source, licencesAwaitedBy })
}

/** Answers the users whose licence the directory did not let go of. */
async function moveLicences(
  scope: Scope,
  { source, users, upgradeType }: UpgradeFacts,
  upgraded: SubscriptionRecord,
): Promise<readonly AssignedUser[]> {
  if (upgradeType !== 'upgrade_with_license_transfer') return []
  const userObjectIds = users.filter(({ movable }) => movable).map(({ userObjectId }) => userObjectId)
  if (userObjectIds.length > 0) {
    await new LicenceMoves(scope).add({
      id: scope.newId(),
      version: 1,
      customerId: source.customerId,
      fromSubscriptionId: source.id,
      toSubscriptionId: upgraded.id,
      userObjectIds,
      at: scope.now,
    })
  }
  return users.filter(({ movable }) => !movable)
}

const licenseError = ({ userObjectId, name }: AssignedUser, { locale }: Scope): UserLicenseError => {
  const refused = fault(faults.licenseMigrationFailed)
  return {
    userObjectId,
    name,
    errors: [
      { code: refused.spec.code, description: describe(refused, locale), data: [], source: 'PartnerFD' },
    ],
    attributes: { objectType: 'UserLicenseError' },
  }
}
