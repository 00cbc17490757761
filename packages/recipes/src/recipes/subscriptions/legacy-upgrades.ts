import { legacyOffers } from '../../products.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

const upgradeWithLicences = {
  targetOffer: { id: legacyOffers['office-e3'] },
  upgradeType: 'upgrade_with_license_transfer',
}

const user = { userObjectId: '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7', name: 'Ada', movable: true }

async function licensed(world: World, directory: (legacy: Subscription) => object): Promise<Subscription> {
  const legacy = await (await world.customer()).legacySubscription({ offer: 'office-e1' })
  await world.arrange('directory', { subscriptions: { [legacy.id]: { assignedUsers: [user] } } })
  await world.arrange('directory', directory(legacy))
  return legacy
}

/** Upgrades within the older program that take the users' licences along. */
export const legacyUpgradeRecipes: readonly Recipe[] = [
  recipe({
    fault: 'licenseMigrationFailed',
    title: 'Licences follow an upgrade only while the directory can be written to',
    given: (world) =>
      licensed(world, ({ customer }) => ({ customers: { [customer.id]: { writeOutage: true } } })),
    when: (world, legacy) => world.ask.upgrades.create(legacy.ids, upgradeWithLicences),
  }),
  recipe({
    fault: 'subscriptionIdsNotConvertible',
    title: 'Licences of the older program need the directory’s own id of the subscription',
    given: (world) => licensed(world, ({ id }) => ({ subscriptions: { [id]: { mapped: false } } })),
    when: (world, legacy) => world.ask.upgrades.create(legacy.ids, upgradeWithLicences),
  }),
]
