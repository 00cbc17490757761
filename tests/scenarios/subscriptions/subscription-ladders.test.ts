import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import { transitionErrors } from '@tenantry/contract/reasons/transition-errors.ts'
import { upgradeErrors } from '@tenantry/contract/reasons/upgrade-errors.ts'
import type { TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import type { Customer, Subscription } from '@tenantry/recipes'
import type { Changes } from '@tenantry/recipes/changed.ts'
import { legacyOffers } from '@tenantry/recipes/products.ts'
import type { World } from '@tenantry/recipes/world.ts'
import { ladder, ladderOfReasons } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'
const callingPlan = 'CFQ7TTC0LHXJ:0017'

const after =
  <Request extends object>(repair: () => Promise<unknown>, changes: Changes<Request> = {}) =>
  async () => {
    await repair()
    return changes
  }

const overageOf = (customer: Customer, azureEntitlementId: string, overageEnabled = true) =>
  customer.ask.azure.updateOverage(customer.ids, { azureEntitlementId, overageEnabled })

test('overage is checked from what has to be upgraded first to the Azure subscription', async (t) => {
  const contoso = await world(t)
  const adatum = await contoso.of({ name: 'Adatum Cloud' })
  const shared = contoso.view.customers.find(({ companyName }) => companyName === 'Relecloud')
  const customer = contoso.customerOf(shared?.tenantId ?? '')
  const theirs = adatum.customerOf(customer.id)
  const older = await customer.legacyAzure()
  await older.change({ status: 'suspended' })
  await contoso.wait({ days: 90 })
  await theirs.subscribe('m365-e5')
  await theirs.subscribe(callingPlan)
  const first = await (await theirs.azurePlan()).azureEntitlement()
  assert.equal((await overageOf(theirs, first.id)).status, 200)
  const own = await (await customer.azurePlan()).azureEntitlement()

  await ladder<{ id: string }>(
    ({ id }) => overageOf(customer, id),
    { id: unknownId },
    [
      [{}, faults.overageBlockedByLegacyAzure],
      // What is suspended for ninety days is gone.
      [after(() => contoso.wait({ days: 2 })), faults.overageNotEligible],
      [
        after(async () => {
          await customer.subscribe('m365-e5')
          await customer.subscribe(callingPlan)
        }),
        faults.overageOwnedByAnotherTenant,
      ],
      [after(() => overageOf(theirs, first.id, false)), faults.entitlementNotFound],
      [{ id: own.id }, 'accepted'],
    ],
    { of: 'Manage overage', seenBy: contoso, apart: {} },
  )
})

/** Trials in every state that keeps one from being converted. */
async function trialsOf(customer: Customer) {
  const { world: here } = customer
  const legacy = { offer: 'business-premium-trial', quantity: 25, billingCycle: 'none' } as const
  const bought = { seats: 25, term: 'P1M', cycle: 'none' } as const
  const deleted = await customer.legacySubscription({ ...legacy, startedAgo: 'P1D' })
  await deleted.change({ status: 'suspended' })
  await here.wait({ days: 95 })
  const expiring = await customer.legacySubscription({ ...legacy, startedAgo: 'P29D' })
  const suspended = await customer.legacySubscription({ ...legacy, startedAgo: 'P1D' })
  const fresh = await customer.subscribe('m365-e3-trial', bought)
  await suspended.change({ status: 'suspended' })
  await here.arrange('renewals', { paused: true })
  await here.wait({ days: 2 })
  await here.arrange('fulfilment', { latency: { default: 'PT5H', bySku: {} } })
  const pending = await customer.subscribe('business-basic-trial', bought)
  return { deleted, expiring, suspended, fresh, pending }
}

test('a conversion is checked from the trial over what it becomes to its price', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const { deleted, expiring, suspended, fresh, pending } = await trialsOf(customer)
  await here.arrange('pricing', { missing: [{ productId: 'CFQ7TTC0LFLX' }] })
  // Enough for the small product that one of the trials becomes.
  await here.arrange('credit', { partners: { [here.partner.tenantId]: { limitUsd: '2000.00' } } })
  const [basic, suite] = [await customer.itemOf('business-basic'), await customer.itemOf('m365-e3')]

  await ladder<{ id: string; targetOfferId: string; quantity: number; billingCycle: string }>(
    ({ id, ...wishes }) => customer.ask.conversions.create({ ...customer.ids, subscriptionId: id }, wishes),
    {
      id: unknownId,
      targetOfferId: legacyOffers['business-premium'],
      quantity: 5,
      billingCycle: 'weekly',
    },
    [
      [{}, faults.subscriptionNotFound],
      [{ id: deleted.id }, faults.deletedSubscriptionIsReadOnly],
      [{ id: expiring.id }, faults.subscriptionIsExpiring],
      [
        after(async () => {
          await here.arrange('renewals', { paused: false })
          await here.wait({ hours: 1 })
        }),
        faults.updatesNoLongerAllowed,
      ],
      [{ id: suspended.id }, faults.suspendedSubscriptionIsReadOnly],
      [{ id: pending.id, targetOfferId: basic }, faults.subscriptionNotReady],
      [
        after(async () => {
          await here.wait({ hours: 5 })
          await here.arrange('fulfilment', { paused: true })
          await pending.transition({ to: 'business-basic', seats: 25, term: 'P1Y', cycle: 'monthly' })
        }),
        faults.operationIsPending,
      ],
      [{ id: fresh.id, targetOfferId: suite }, faults.quantityOutOfRange],
      [{ quantity: 300 }, faults.billingCycleIsInvalid],
      [{ billingCycle: 'monthly' }, faults.temporaryFailure],
      [after(() => here.arrange('pricing', { missing: [] })), faults.prepaidCreditInsufficient],
      [after(() => here.arrange('credit', { partners: { [here.partner.tenantId]: null } })), 'accepted'],
    ],
    { of: ['Convert a trial: the trial', 'Convert a trial'], seenBy: here, apart: {} },
  )
})

/** Sources that are about to end, not there yet and busy, one after the other. */
async function busySources(customer: Customer) {
  const { world: here } = customer
  const ending = await customer.subscribe('business-basic', { term: 'P1M' })
  await ending.change({ autoRenewEnabled: false })
  await here.wait({ days: 29 })
  await here.arrange('renewals', { paused: true })
  await here.wait({ days: 3 })
  await here.arrange('fulfilment', { latency: { default: 'PT5H', bySku: {} } })
  return { ending, awaited: await customer.subscribe('business-basic', { seats: 5 }) }
}

test('a transition with licences is checked from its source over the directory to the money', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const { ending, awaited } = await busySources(await here.customer())
  const legacy = await customer.legacySubscription({ offer: 'office-e1' })
  const addOn = await customer.legacySubscription({ offer: 'calling-plan', base: legacy })
  const rival = await customer.subscribe('office-e3')
  const [visio, e3] = [await customer.itemOf('visio-2'), await customer.itemOf('office-e3')]
  const [productId, skuId] = e3.split(':')
  const directory = (ofCustomer: object, ofSubscription: object = {}) =>
    here.arrange('directory', {
      customers: { [customer.id]: ofCustomer },
      subscriptions: { [legacy.id]: ofSubscription },
    })
  await directory({ delegation: 'none', gdapRoles: [], outage: true }, { mapped: false })
  await here.arrange('catalogue', {
    withdrawn: [{ productId }],
    skuChanges: [{ productId, skuId, provisioningId: '' }],
  })
  await here.arrange('pricing', { missing: [{ productId }] })
  interface Wish extends TransitionRequest {
    readonly source: Subscription
    readonly caller: World
  }

  await ladder<Wish>(
    ({ source, caller, ...wishes }) => {
      const body = { transitionType: 'transition_with_license_transfer', ...wishes }
      return caller.ask.transitions.create(source.ids, body)
    },
    {
      source: ending,
      caller: await here.asApp(),
      toCatalogItemId: visio,
      quantity: 20_000_000,
      termDuration: 'P2Y',
      billingCycle: 'weekly',
      promotionId: 'SPRING',
    },
    [
      [{}, faults.subscriptionIsExpiring],
      [
        after(async () => {
          await here.arrange('renewals', { paused: false })
          await here.wait({ hours: 1 })
        }),
        faults.updatesNoLongerAllowed,
      ],
      [{ source: awaited }, faults.subscriptionNotReady],
      [
        after(async () => {
          await here.wait({ hours: 5 })
          await here.arrange('fulfilment', { paused: true })
          await awaited.transition({ to: 'business-premium', seats: 5 })
        }),
        faults.operationIsPending,
      ],
      [{ source: legacy }, faults.catalogItemNotEligible],
      [{ toCatalogItemId: e3 }, faults.customerAvailabilitiesNotFound],
      [after(() => here.arrange('catalogue', { withdrawn: [] })), faults.provisioningSkuIdIsMissing],
      [after(() => here.arrange('catalogue', { skuChanges: [] })), faults.operationNotSupported],
      [after(() => addOn.change({ status: 'suspended' })), faults.targetTermIsInvalid],
      [{ termDuration: 'P1M' }, faults.targetTermIsShorter],
      [{ termDuration: undefined }, faults.billingCycleIsInvalid],
      [{ billingCycle: 'triennial' }, faults.billingCycleLongerThanTerm],
      [{ billingCycle: 'monthly' }, faults.quantityOutOfRange],
      [{ quantity: 10 }, faults.promotionCodeIsInvalid],
      [{ promotionId: undefined }, faults.privilegesAreInsufficient],
      [after(() => directory({ delegation: 'gdap' })), faults.appOnlyTokenNotSupported],
      [{ caller: here }, faults.privilegesAreInsufficient],
      [after(() => directory({ gdapRoles: ['Directory Writer'] })), faults.entraSubscriptionsNotFound],
      [after(() => directory({ outage: false })), faults.subscriptionIdsNotConvertible],
      [after(() => directory({}, { mapped: true })), faults.operationNotSupported],
      [after(() => rival.change({ status: 'deleted' })), faults.temporaryFailure],
      [
        after(async () => {
          await here.arrange('pricing', { missing: [] })
          await here.arrange('credit', { partners: { [here.partner.tenantId]: { limitUsd: '1.00' } } })
        }),
        faults.prepaidCreditInsufficient,
      ],
      [after(() => here.arrange('credit', { partners: { [here.partner.tenantId]: null } })), 'accepted'],
    ],
    {
      of: 'Create a transition',
      seenBy: here,
      apart: 'ladders.test.ts and transition-rules.test.ts have the others',
    },
  )
})

test('what stands against moving licences is told from the delegation to other subscriptions', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const legacy = await customer.legacySubscription({ offer: 'office-e1' })
  const rival = await customer.subscribe('office-e3')
  const directory = (ofCustomer: object, ofSubscription: object = {}) =>
    here.arrange('directory', {
      customers: { [customer.id]: ofCustomer },
      subscriptions: { [legacy.id]: ofSubscription },
    })
  await directory({ gdapRoles: ['Directory Reader'] }, { mapped: false })
  const reported = async ({ caller }: { caller: World }): Promise<number[]> => {
    const query = { eligibilityType: 'immediate' } as const
    const { items } = await caller.client.transitions.getTransitionEligibilities(legacy.ids, query)
    const { eligibilities = [] } = items[0] ?? {}
    const moving = eligibilities.find(
      ({ transitionType }) => transitionType === 'transition_with_license_transfer',
    )
    return (moving?.errors ?? []).map(({ code }) => code)
  }

  await ladderOfReasons<{ caller: World }>(
    reported,
    { caller: await here.asApp() },
    [
      // Reported by their numbers, the smallest first.
      [{}, transitionErrors.mappingRequired.code],
      [after(() => directory({}, { mapped: true })), transitionErrors.conflictingServiceTypes.code],
      [after(() => rival.change({ status: 'deleted' })), transitionErrors.userContextRequired.code],
      [{ caller: here }, transitionErrors.insufficientGranularAdminPermissions.code],
      [after(() => directory({ gdapRoles: ['Directory Writer'] })), 'none'],
    ],
    { of: 'A transition: licences' },
  )
})

test('what stands against an upgrade is told from the subscription to its licences', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const legacy = await customer.legacySubscription({ offer: 'office-e1' })
  const addOn = await customer.legacySubscription({ offer: 'calling-plan', base: legacy })
  const pathless = await customer.legacySubscription({ offer: 'intune' })
  const rival = await customer.legacySubscription({ offer: 'office-e3' })
  await legacy.change({ status: 'suspended' })
  await here.arrange('directory', { customers: { [customer.id]: { delegation: 'none', gdapRoles: [] } } })
  const directory = (changes: object) => here.arrange('directory', { customers: { [customer.id]: changes } })
  interface Wish {
    readonly id: string
    readonly caller: World
    readonly target: string
    readonly quantity?: number
  }
  const reported = async ({ id, caller, target, ...seats }: Wish): Promise<number[]> => {
    const body = { targetOffer: { id: target }, upgradeType: 'upgrade_with_license_transfer', ...seats }
    const path = { ...customer.ids, subscriptionId: id }
    const { upgradeErrors } = await caller.client.upgrades.create(path, body)
    return upgradeErrors.map(({ code }) => code)
  }

  await ladderOfReasons<Wish>(
    reported,
    { id: legacy.id, caller: await here.asApp(), target: legacyOffers.intune, quantity: 3 },
    [
      [{}, upgradeErrors.subscriptionStatusNotActive.code],
      [
        after(async () => {
          await legacy.change({ status: 'active' })
          await addOn.change({ status: 'active' })
          await here.arrange('fulfilment', { latency: { default: 'PT1H', bySku: {} } })
          await legacy.change({ quantity: 11 })
        }),
        upgradeErrors.subscriptionNotProvisioned.code,
      ],
      [
        after(async () => {
          await here.wait({ hours: 1 })
          await here.arrange('migration', { latency: 'PT1H' })
          const [base, other] = [{ currentSubscriptionId: legacy.id }, { currentSubscriptionId: addOn.id }]
          await customer.client.migrations.create(customer.ids, { ...base, addOnMigrations: [other] })
        }),
        upgradeErrors.concurrencyConflicts.code,
      ],
      // The migration fails, so that the subscription is as it was.
      [
        after(async () => {
          await here.arrange('fulfilment', { outage: true, latency: { default: 'PT0S', bySku: {} } })
          await here.wait({ hours: 1 })
        }),
        upgradeErrors.subscriptionAddOnsPresent.code,
      ],
      [
        after(() => addOn.change({ status: 'suspended' }), { id: pathless.id }),
        upgradeErrors.noUpgradePaths.code,
      ],
      [{ id: legacy.id }, upgradeErrors.targetOfferNotFound.code],
      [{ target: legacyOffers['office-e3'] }, upgradeErrors.other.code],
      [{ quantity: undefined }, upgradeErrors.delegatedAdminPermissionsDisabled.code],
      [after(() => directory({ delegation: 'gdap' })), upgradeErrors.userContextRequired.code],
      [{ caller: here }, upgradeErrors.insufficientGranularAdminPermissions.code],
      [
        after(() => directory({ gdapRoles: ['Directory Writer'] })),
        upgradeErrors.conflictingServiceTypes.code,
      ],
      [after(() => rival.change({ status: 'suspended' })), 'none'],
    ],
    { of: 'Upgrade a legacy subscription: the errors in the answer' },
  )
})
