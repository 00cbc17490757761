import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type {
  NewCommerceMigrationRequest,
  NewCommerceMigrationScheduleRequest,
} from '@tenantry/contract/resources/migration.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Customer, LegacyWishes } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

type Request = NewCommerceMigrationRequest & NewCommerceMigrationScheduleRequest
type Asked = Partial<Request>

interface Refused {
  readonly customer: Customer
  readonly body: Request
}

interface Wanted {
  /** The legacy subscription, bought five months ago unless wished otherwise. */
  readonly bought?: LegacyWishes
  /** What stands in its way. */
  readonly arrange?: (legacy: Subscription, customer: Customer) => Promise<unknown>
  /** What is asked for beside the subscription's id. */
  readonly asked?: Asked | ((legacy: Subscription, customer: Customer) => Promise<Asked>)
}

/** A customer of the world's partner with a legacy subscription, and a request that will be refused. */
async function given(world: World, { bought, arrange, asked = {} }: Wanted): Promise<Refused> {
  const customer = await world.customer()
  const legacy = await customer.legacySubscription(bought)
  const further = typeof asked === 'function' ? await asked(legacy, customer) : asked
  await arrange?.(legacy, customer)
  return { customer, body: { currentSubscriptionId: legacy.id, ...further } }
}

const refusedMigration = (fault: AnyFaultName, title: string, wanted: Wanted): Recipe =>
  recipe({
    fault,
    title,
    given: (world) => given(world, wanted),
    when: (world, { customer, body }) => world.ask.migrations.create(customer.ids, body),
  })

const suspended = (legacy: Subscription): Promise<unknown> => legacy.change({ status: 'suspended' })

/** Bought so long ago that less than a day of the term is left, leap year or not. */
const inLastDay = { startedAgo: 'P364D' } as const

const withAddOn = (legacy: Subscription, customer: Customer): Promise<Subscription> =>
  customer.legacySubscription({ offer: 'calling-plan', base: legacy })

/** A legacy subscription in its last day that Microsoft will migrate, and a change of it that is refused. */
const awaitedByMicrosoft = (
  fault: AnyFaultName,
  title: string,
  changes: SubscriptionPatch,
  wanted: { readonly before?: (legacy: Subscription) => Promise<unknown>; readonly waitDays?: number } = {},
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const legacy = await (await world.customer()).legacySubscription(inLastDay)
      await wanted.before?.(legacy)
      await world.decree('microsoft-led-migration', { partners: 'everyone' })
      if (wanted.waitDays !== undefined) await world.wait({ days: wanted.waitDays })
      return legacy
    },
    when: (world, legacy) => legacy.by(world).askToChange(changes),
  })

const microsoftRecipes: readonly Recipe[] = [
  awaitedByMicrosoft(
    'microsoftMigrationIsImminent',
    'In the last day before Microsoft migrates it a subscription is not changed',
    { quantity: 12 },
  ),
  awaitedByMicrosoft(
    'microsoftMigrationBlocksReactivation',
    'What Microsoft would migrate is not reactivated in the last day of its term',
    { status: 'active' },
    { before: suspended },
  ),
  awaitedByMicrosoft(
    'subscriptionMigratedByMicrosoft',
    'What Microsoft has migrated goes on as the new subscription',
    { friendlyName: 'Bakery' },
    { waitDays: 3 },
  ),
]

const requestRecipes: readonly Recipe[] = [
  refusedMigration('migrationNotEnabledForPartner', 'Not every partner may migrate yet', {
    arrange: ({ customer: { world } }) =>
      world.arrange('migration', { excludedPartners: [world.partner.tenantId] }),
  }),
  refusedMigration('migrationAddOnIsRepeated', 'An add-on is migrated once', {
    asked: async (legacy, customer) => {
      const addOn = { currentSubscriptionId: (await withAddOn(legacy, customer)).id }
      return { addOnMigrations: [addOn, addOn] }
    },
  }),
  refusedMigration('migrationAddOnNotActive', 'Only what runs as an add-on of the subscription goes along', {
    asked: { addOnMigrations: [{ currentSubscriptionId: unknownId }] },
  }),
  recipe({
    fault: 'migrationNotFound',
    title: 'A migration is known to the partner that made it',
    given: (world) => world.customer(),
    when: (world, customer) => world.ask.migrations.get({ ...customer.ids, migrationId: unknownId }),
  }),
]

const sourceRecipes: readonly Recipe[] = [
  refusedMigration('migrationSourceNotActive', 'Only what runs is migrated', { arrange: suspended }),
  refusedMigration('migrationSourceIsBeingProcessed', 'A migration that runs is not begun again', {
    arrange: async ({ customer, id }) => {
      await customer.world.arrange('migration', { latency: 'PT6H' })
      await customer.client.migrations.create(customer.ids, { currentSubscriptionId: id })
    },
  }),
  refusedMigration('migrationSourceTooRecent', 'A subscription is a month old before it is migrated', {
    bought: { startedAgo: 'P3D' },
  }),
  refusedMigration('migrationTooCloseToTermEnd', 'In the last day of a term only a whole new one is bought', {
    bought: inLastDay,
  }),
  refusedMigration('migrationSourceHasPromotions', 'A promotion of the older program is not taken along', {
    bought: { promotionId: 'SPRING-2025' },
  }),
  refusedMigration('migrationSourceHasAddOns', 'Add-ons are not left behind', { arrange: withAddOn }),
  refusedMigration('migrationPathNotFound', 'Some offers have no counterpart in new commerce', {
    bought: { offer: 'intune-device' },
  }),
]

const targetRecipes: readonly Recipe[] = [
  refusedMigration('migrationTermAndBillingNotSupported', 'A month is not billed by the year', {
    asked: { termDuration: 'P1M', billingCycle: 'Annual' },
  }),
  recipe({
    fault: 'migrationPartnerOnRecordIsInvalid',
    title: 'The partner on record must still be a reseller of the provider',
    async given(world) {
      const provider = await world.of({ type: 'indirectProvider' })
      const reseller = world.view.partners.find(({ type }) => type === 'indirectReseller')
      if (reseller === undefined) throw new Error('the world has an indirect reseller')
      const refused = await given(provider, { bought: { partnerId: reseller.partnerId } })
      await world.enrol('offboarded', reseller)
      return { ...refused, provider }
    },
    when: (world, { provider, customer, body }) =>
      provider.in(world.caller.locale).ask.migrations.create(customer.ids, body),
  }),
  refusedMigration('migrationEndDateOutOfRange', 'A custom end lies within the first term', {
    asked: { customTermEndDate: '2029-01-31T00:00:00Z' },
  }),
  refusedMigration(
    'migrationEndDateNotAligned',
    'A custom end is that of another subscription or of a month',
    {
      asked: async ({ customer: { world } }) => ({ customTermEndDate: await world.now() }),
    },
  ),
  refusedMigration(
    'migrationFailed',
    'A migration that nobody takes has failed at once, and can be begun again',
    {
      arrange: ({ customer }) => customer.world.arrange('migration', { answers: false }),
    },
  ),
]

const scheduleRecipes: readonly Recipe[] = [
  recipe({
    fault: 'migrationNotEligible',
    title: 'What cannot be migrated is not scheduled either',
    given: (world) =>
      given(world, {
        bought: { promotionId: 'SPRING-2025' },
        // The last day of the term: the promotion ends with it.
        asked: async (legacy) => ({
          targetDate: (await legacy.get()).commitmentEndDate,
          purchaseFullTerm: true,
        }),
      }),
    when: (world, { customer, body }) => world.ask.migrations.createMigrationSchedule(customer.ids, body),
  }),
]

/** A migration that failed while the directory was down holds the old subscription until it is repaired. */
const repairRecipe: Recipe = recipe({
  fault: 'updatesCurrentlyNotAllowed',
  title: 'While a migration is repaired the old subscription stays as it is',
  async given(world) {
    const customer = await world.customer()
    const legacy = await customer.legacySubscription()
    const user = { userObjectId: unknownId, name: 'Ada', movable: true }
    await world.arrange('directory', {
      customers: { [customer.id]: { writeOutage: true } },
      subscriptions: { [legacy.id]: { assignedUsers: [user] } },
    })
    await customer.client.migrations.create(customer.ids, { currentSubscriptionId: legacy.id })
    return legacy
  },
  when: (world, legacy) => legacy.by(world).askToChange({ friendlyName: 'Bakery' }),
})

export const migrationRecipes: readonly Recipe[] = [
  ...requestRecipes,
  ...sourceRecipes,
  ...targetRecipes,
  ...scheduleRecipes,
  ...microsoftRecipes,
  repairRecipe,
]
