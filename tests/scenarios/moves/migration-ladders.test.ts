import { test } from 'node:test'
import type {
  NewCommerceMigrationRequest,
  NewCommerceMigrationScheduleRequest,
} from '@tenantry/contract/resources/migration.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Changes } from '@tenantry/recipes/changed.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

type MigrationBody = NewCommerceMigrationRequest & NewCommerceMigrationScheduleRequest

const naming = (...subscriptions: readonly { readonly id: string }[]) =>
  subscriptions.map(({ id }) => ({ currentSubscriptionId: id }))

const inOneState = 'a customer account is in one state at a time: it is locked here'

const apartInMigrations = {
  customerAccountExists: inOneState,
  customerAccountIsAuthorized: inOneState,
  customerIsNotUnderReview: inOneState,
  customerReviewIsDecided: inOneState,
  customerIsApproved: inOneState,
  seatsAreWithinEnvironment: 'only a sandbox has a limit',
  seatsAreWithinPool: 'the counterpart has no limit in the tenant',
}

test('a migration is checked from the partner over the subscription to what it becomes', async (t) => {
  const provider = await (await world(t)).of({ type: 'indirectProvider' })
  const customer = await provider.customer()
  const reseller = provider.view.partners.find(({ type }) => type === 'indirectReseller')
  const old = { offer: 'intune-device', promotionId: 'SPRING-2025', startedAgo: 'P364D' } as const
  const source = await customer.legacySubscription(old)
  const recent = await customer.legacySubscription({
    offer: 'intune-storage',
    base: source,
    startedAgo: 'P3D',
  })
  await customer.legacySubscription({ offer: 'intune-storage', base: source })
  const unmapped = await customer.legacySubscription({ offer: 'intune-device' })
  const storage = await customer.legacySubscription({ offer: 'intune-storage', base: unmapped })
  const mapped = await customer.legacySubscription({ partnerId: reseller?.partnerId ?? '' })
  await source.change({ status: 'suspended' })
  await provider.enrol('offboarded', reseller)
  await provider.arrange('review', { customers: { [customer.id]: { transactionState: 'locked' } } })
  await provider.arrange('migration', { answers: false, excludedPartners: [provider.partner.tenantId] })
  await provider.arrange('pricing', { missing: [{ productId: 'CFQ7TTC0LDPB' }] })
  await provider.arrange('credit', { partners: { [provider.partner.tenantId]: { limitUsd: '1.00' } } })
  const after =
    (repair: () => Promise<unknown>, changes: Changes<MigrationBody> = {}) =>
    async () => {
      await repair()
      return changes
    }

  await ladder<MigrationBody>(
    (body) => customer.ask.migrations.create(customer.ids, body),
    {
      currentSubscriptionId: unknownId,
      addOnMigrations: [],
      quantity: 0,
      termDuration: 'P1M',
      billingCycle: 'annual',
      customTermEndDate: 'some day',
      purchaseFullTerm: false,
    },
    [
      [{}, faults.migrationNotEnabledForPartner],
      [after(() => provider.arrange('migration', { excludedPartners: [] })), faults.requestInputIsInvalid],
      [{ customTermEndDate: '2029-01-31' }, faults.subscriptionNotFound],
      [
        { currentSubscriptionId: source.id, addOnMigrations: naming(recent, recent) },
        faults.migrationAddOnIsRepeated,
      ],
      [{ addOnMigrations: naming(recent) }, faults.migrationAddOnNotActive],
      [{ addOnMigrations: [] }, faults.migrationSourceNotActive],
      [
        after(async () => {
          await source.change({ status: 'active' })
          await recent.change({ status: 'active' })
          await provider.arrange('review', { customers: { [customer.id]: { transactionState: 'ok' } } })
          await provider.arrange('fulfilment', { latency: { default: 'PT1H', bySku: {} } })
          await source.change({ quantity: 11 })
        }),
        faults.migrationSourceIsBeingProcessed,
      ],
      [
        after(
          async () => {
            await provider.wait({ hours: 1 })
            await provider.arrange('review', { customers: { [customer.id]: { transactionState: 'locked' } } })
          },
          { addOnMigrations: naming(recent) },
        ),
        faults.migrationSourceTooRecent,
      ],
      [{ addOnMigrations: [] }, faults.migrationTooCloseToTermEnd],
      [{ purchaseFullTerm: true }, faults.migrationSourceHasPromotions],
      [{ currentSubscriptionId: unmapped.id }, faults.migrationSourceHasAddOns],
      [{ addOnMigrations: naming(storage) }, faults.migrationPathNotFound],
      [{ currentSubscriptionId: mapped.id, addOnMigrations: [] }, faults.migrationTermAndBillingNotSupported],
      [{ termDuration: 'P1Y', billingCycle: 'monthly' }, faults.customerIsLocked],
      [
        after(() => provider.arrange('review', { customers: { [customer.id]: { transactionState: 'ok' } } })),
        faults.migrationPartnerOnRecordIsInvalid,
      ],
      [after(() => provider.enrol('active', reseller)), faults.migrationEndDateOutOfRange],
      [{ customTermEndDate: '2026-06-17T00:00:00Z' }, faults.migrationEndDateNotAligned],
      [{ customTermEndDate: '2026-12-31T00:00:00Z' }, faults.quantityOutOfRange],
      [{ quantity: 5 }, faults.temporaryFailure],
      [after(() => provider.arrange('pricing', { missing: [] })), faults.prepaidCreditInsufficient],
      [
        after(() => provider.arrange('credit', { partners: { [provider.partner.tenantId]: null } })),
        faults.migrationFailed,
      ],
      [after(() => provider.arrange('migration', { answers: true })), 'accepted'],
    ],
    {
      of: ['Migrate to new commerce', 'Migrate to new commerce: the intake'],
      seenBy: provider,
      apart: apartInMigrations,
    },
  )
})

test('a schedule is checked from its moment over one coarse look to the term', async (t) => {
  const customer = await (await world(t)).customer()
  const { world: seen } = customer
  const promoted = await customer.legacySubscription({ promotionId: 'SPRING-2025' })
  const addOn = await customer.legacySubscription({ offer: 'calling-plan', base: promoted })
  const other = await customer.legacySubscription()
  const schedule = (body: MigrationBody) =>
    customer.ask.migrations.createMigrationSchedule(customer.ids, body)
  const after =
    (repair: () => Promise<unknown>, changes: Changes<MigrationBody> = {}) =>
    async () => {
      await repair()
      return changes
    }
  await seen.arrange('migration', { latency: 'PT2H' })
  await customer.client.migrations.create(customer.ids, { currentSubscriptionId: other.id })
  const scheduled = await customer.client.migrations.createMigrationSchedule(customer.ids, {
    currentSubscriptionId: promoted.id,
    addOnMigrations: naming(addOn),
    targetDate: '2026-12-01T00:00:00Z',
  })
  await promoted.change({ status: 'suspended' })
  await seen.arrange('catalogue', { withdrawn: [{ productId: 'CFQ7TTC0LDPB' }] })
  await seen.arrange('migration', { excludedPartners: [seen.partner.tenantId] })

  await ladder<MigrationBody>(
    schedule,
    {
      currentSubscriptionId: unknownId,
      addOnMigrations: naming(addOn, addOn),
      quantity: 5,
      termDuration: 'P1M',
      billingCycle: 'annual',
      customTermEndDate: '2029-01-31',
      purchaseFullTerm: false,
      targetDate: '2026-01-15T00:00:00Z',
      migrateOnRenewal: true,
    },
    [
      [{}, faults.migrationNotEnabledForPartner],
      [after(() => seen.arrange('migration', { excludedPartners: [] })), faults.requestInputIsInvalid],
      [{ migrateOnRenewal: false }, faults.requestInputIsInvalid],
      [{ targetDate: '2026-02-01T00:00:00Z' }, faults.subscriptionNotFound],
      [{ currentSubscriptionId: other.id }, faults.migrationAddOnIsRepeated],
      [{ addOnMigrations: naming(addOn) }, faults.migrationAddOnNotActive],
      [{ addOnMigrations: [] }, faults.migrationSourceIsBeingProcessed],
      [{ currentSubscriptionId: promoted.id }, faults.migrationSourceIsBeingProcessed],
      [
        after(() =>
          customer.client.migrations.cancelMigrationSchedule({ ...customer.ids, scheduleId: scheduled.id }),
        ),
        faults.migrationNotEligible,
      ],
      [
        after(async () => {
          await promoted.change({ status: 'active' })
          await addOn.change({ status: 'active' })
        }),
        faults.migrationNotEligible,
      ],
      // After the renewal the promotion is over; this is the last day of the term that follows.
      [{ targetDate: '2027-08-14T00:00:00Z' }, faults.migrationNotEligible],
      [{ addOnMigrations: naming(addOn) }, faults.migrationNotEligible],
      [{ targetDate: '2026-12-01T00:00:00Z' }, faults.migrationNotEligible],
      [after(() => seen.arrange('catalogue', { withdrawn: [] })), faults.migrationTermAndBillingNotSupported],
      [{ billingCycle: 'monthly', termDuration: 'P1Y' }, faults.migrationEndDateOutOfRange],
      [{ customTermEndDate: '2027-03-17' }, faults.migrationEndDateNotAligned],
      [{ customTermEndDate: '2027-07-31' }, 'accepted'],
    ],
    { of: ['Schedule a migration: the moment', 'Schedule a migration'], seenBy: seen, apart: {} },
  )
})

test('what Microsoft will migrate is looked at before the ETag, the status and the base', async (t) => {
  const customer = await (await world(t)).customer()
  const legacy = await customer.legacySubscription({ startedAgo: 'P364D' })
  const base = await customer.legacySubscription({ startedAgo: 'P364D' })
  const addOn = await customer.legacySubscription({ offer: 'calling-plan', base })
  const { attributes } = await legacy.get()
  await legacy.change({ friendlyName: 'Bakery' })
  await base.change({ status: 'suspended' })
  const decree = (partners: string) => async () => {
    await customer.world.decree('microsoft-led-migration', { partners })
    return {}
  }

  await ladder<{ etag?: string | undefined; quantity: number }>(
    ({ etag, quantity }) => legacy.askToChange({ quantity }, etag === undefined ? {} : { etag }),
    { etag: attributes.etag, quantity: 0 },
    [
      [decree('everyone'), faults.microsoftMigrationIsImminent],
      [decree('nobody'), faults.etagIsStale],
      [{ etag: undefined }, faults.quantityOutOfRange],
      [{ quantity: 11 }, 'accepted'],
    ],
  )
  await ladder<SubscriptionPatch>((changes) => addOn.askToChange(changes), { status: 'active' }, [
    [decree('everyone'), faults.microsoftMigrationBlocksReactivation],
    [decree('nobody'), faults.parentSubscriptionNotActive],
    [
      async () => {
        await base.change({ status: 'active' })
        return {}
      },
      'accepted',
    ],
  ])
})
