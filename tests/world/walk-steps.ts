import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import type { SubscriptionWishes } from '@tenantry/recipes/buyer.ts'
import type { Changes } from '@tenantry/recipes/changed.ts'
import { skuOf, type LegacyOfferKey, type ProductKey } from '@tenantry/recipes/products.ts'
import { Account, addDays, dateOf, endOfTerm, isLonger, type Plan } from './ledger-model.ts'
import { planOf, type Walk } from './walk.ts'
import type { BookedSubscription } from './walk-books.ts'

/** Two numbers choose what a step is about; a step that finds nothing to do does nothing. */
export type Step = (walk: Walk, which: number, value: number) => Promise<void>

const pick = <T>(from: readonly T[], value: number): T | undefined => from[value % from.length]

const licence = ['business-basic', 'business-standard', 'office-e1', 'office-e3', 'm365-e3'] as const
const plans = [
  { term: 'P1M', cycle: 'monthly' },
  { term: 'P1Y', cycle: 'monthly' },
  { term: 'P1Y', cycle: 'annual' },
  { term: 'P3Y', cycle: 'monthly' },
  { term: 'P3Y', cycle: 'annual' },
  { term: 'P3Y', cycle: 'triennial' },
] as const

/** What an add-on of a year can be bought by. */
const shortPlans = plans.filter(({ term }) => term !== 'P3Y')

const purchase =
  (product: ProductKey, { term, cycle, seats, ...further }: SubscriptionWishes): Step =>
  async (walk) => {
    const line = await walk.customer.line(product, {
      term,
      cycle: cycle ?? 'monthly',
      seats: seats ?? 1,
      ...further,
    })
    const cart = await walk.ask('createCart', () => walk.customer.askForCart([line]))
    if (!cart.accepted) return
    const answer = await walk.ask('checkOutCart', () => walk.customer.askToCheckOut(cart.body))
    const made = answer.accepted ? answer.body.orders[0]?.lineItems[0]?.subscriptionId : undefined
    if (made === undefined || product === 'azure-plan') return
    const plan: Plan = { sku: skuOf(product), term: term ?? '', cycle: cycle ?? 'monthly' }
    walk.accounts.set(made, Account.bought(plan, line.quantity, walk.nowMs, further.customTermEndDate))
  }

/** On or before a day. */
function lastMonthEnd(day: string): string {
  const firstOfNext = `${addDays(day, 1).slice(0, 8)}01`
  return addDays(firstOfNext, -1)
}

const buyLicence: Step = async (walk, which, value) => {
  const { term = 'P1Y', cycle = 'monthly' } = pick(plans, value) ?? {}
  // The last month's end within the term is a day that it may be made to end on.
  const custom =
    which % 5 === 4 ? { customTermEndDate: lastMonthEnd(endOfTerm(dateOf(walk.nowMs), term)) } : {}
  const product = pick(licence, which) ?? 'office-e3'
  await purchase(product, { term, cycle, seats: 1 + (value % 13), ...custom })(walk, which, value)
}

const buyAddOn: Step = async (walk, which, value) => {
  const { term = 'P1Y', cycle = 'monthly' } = pick(shortPlans, value) ?? {}
  await purchase('audio-conferencing', { term, cycle, seats: 1 + (value % 9) })(walk, which, value)
}

const buySoftware: Step = async (walk, which, value) => {
  const goods = [
    { product: 'windows-server-cal', term: 'P3Y', cycle: 'one_time' },
    { product: 'rds-cal', term: 'P3Y', cycle: 'annual' },
    { product: 'windows-11-pro', term: undefined, cycle: 'one_time' },
  ] as const
  const { product, ...wishes } = pick(goods, which) ?? goods[1]
  await purchase(product, { ...wishes, seats: 1 + (value % 9) })(walk, which, value)
}

const buyTrial: Step = (walk, which, value) =>
  purchase('business-basic-trial', { term: 'P1M', cycle: 'none', seats: 25 })(walk, which, value)

const buyAzurePlan: Step = (walk, which, value) =>
  purchase('azure-plan', { term: undefined, cycle: 'monthly', seats: 1 })(walk, which, value)

/** A change of one subscription; what it does to the account where there is one. */
const change =
  (
    changes: (one: BookedSubscription, value: number) => Changes<SubscriptionPatch>,
    apply: (account: Account, one: BookedSubscription, value: number, nowMs: number) => void = () => {},
    fits?: (one: BookedSubscription) => boolean,
  ): Step =>
  async (walk, which, value) => {
    const one = walk.subscription(which, fits)
    if (one === undefined || !(await walk.patch(one.id, changes(one, value)))) return
    if (one.commerce === 'nce' && one.productFamily !== 'azurePlan')
      apply(walk.account(one.id), one, value, walk.nowMs)
  }

const more = (one: BookedSubscription, value: number) => one.quantity + 1 + (value % 7)
const fewer = (one: BookedSubscription, value: number) => one.quantity - 1 - (value % 4)

const endsOfTerm = ['RenewToNewTerm', 'RenewToExtendedServiceTerm', 'Cancel'] as const

const nextTerm = (one: BookedSubscription, value: number): Changes<SubscriptionPatch> => {
  const { term: termDuration, cycle: billingCycle } = pick(plans, value) ?? plans[0]
  const [productId = '', skuId = ''] =
    value % 3 === 0 ? skuOf('m365-e5').split(':') : [one.productId, one.skuId]
  const scheduledNextTermInstructions = {
    product: { productId, skuId, billingCycle, termDuration },
    quantity: 1 + (value % 17),
  }
  return value % 11 === 10
    ? { scheduledNextTermInstructions: undefined }
    : { scheduledNextTermInstructions, autoRenewEnabled: true }
}

const longer = (one: BookedSubscription, value: number): Plan => {
  const { term = 'P1Y', cycle = 'monthly' } = pick(plans, value) ?? {}
  return { sku: planOf(one).sku, term, cycle }
}

const changeTerm = change(
  (one, value) => {
    const { term, cycle } = longer(one, value)
    return { termDuration: term, billingCycle: cycle }
  },
  (account, one, value, nowMs) => {
    const plan = longer(one, value)
    if (plan.term !== one.termDuration) account.become(plan, one.quantity, nowMs, true)
  },
)

/** Within a term the cycle alone can change, from the next one on. */
const changeCycle = change(
  (one) => ({ billingCycle: one.billingCycle === 'monthly' ? 'annual' : 'monthly' }),
  undefined,
  ({ termDuration, status }) => termDuration === 'P3Y' && status === 'active',
)

/** Each has paths to some of those behind it. */
const ladder = [
  'business-basic',
  'business-standard',
  'office-e1',
  'office-e3',
  'office-e5',
  'm365-e3',
  'm365-e5',
]

const transition: Step = async (walk, which, value) => {
  const source = walk.subscription(which, ({ status, isAddOn }) => status === 'active' && !isAddOn)
  if (source === undefined) return
  const step = ladder.findIndex((product) => skuOf(product) === planOf(source).sku)
  const sku = skuOf(pick(ladder.slice(step + 1), value) ?? 'm365-e5')
  const isInto = value % 3 === 2
  const into = walk.books.subscriptions.find(
    (one) => one.status === 'active' && one.id !== source.id && planOf(one).sku === sku,
  )
  if (isInto && into === undefined) return
  const quantity = value % 2 === 0 ? source.quantity : 1 + (value % 5)
  const wish = value % 4 === 3 ? pick(plans, which) : undefined
  const body: TransitionRequest = {
    toCatalogItemId: await walk.customer.itemOf(sku),
    ...(isInto && into !== undefined ? { toSubscriptionId: into.id } : {}),
    ...(wish === undefined || isInto ? {} : { termDuration: wish.term, billingCycle: wish.cycle }),
    quantity,
    transitionType: 'transition_only',
  }
  const { ask, ids } = walk.customer.subscription(source.id)
  const answer = await walk.ask('createTransition', () => ask.transitions.create(ids, body))
  if (!answer.accepted) return
  const { toSubscriptionId } = answer.body
  const wanted = { sku, term: wish?.term ?? (source.isTrial ? 'P1Y' : source.termDuration) }
  const keeps = source.billingCycle === 'none' || source.billingCycle === 'one_time' ? 'monthly' : wish?.cycle
  const plan: Plan = { ...wanted, cycle: keeps ?? source.billingCycle }
  moveSeats(walk, source, { plan, quantity, into: isInto ? into : undefined, made: toSubscriptionId })
}

interface Move {
  readonly plan: Plan
  readonly quantity: number
  readonly into: BookedSubscription | undefined
  readonly made: string | undefined
}

function moveSeats(walk: Walk, source: BookedSubscription, { plan, quantity, into, made }: Move): void {
  const { nowMs } = walk
  const from = source.commerce === 'nce' ? walk.account(source.id) : undefined
  const startsAnew = source.isTrial || isLonger(plan.term, source.termDuration)
  const isWhole = source.isTrial || quantity >= source.quantity
  if (into === undefined && from !== undefined && isWhole) {
    from.become(plan, quantity, nowMs, startsAnew)
    return
  }
  from?.giveAway(source.isTrial ? source.quantity : Math.min(source.quantity, quantity), nowMs)
  if (into !== undefined) {
    walk.account(into.id).receive(quantity, nowMs)
    return
  }
  walk.accounts.set(made ?? '', Account.split(plan, quantity, nowMs, startsAnew ? undefined : source))
}

const legacy: Step = async (walk, which, value) => {
  if (walk.books.subscriptions.filter(({ commerce }) => commerce === 'legacy').length > 8) return
  const offers: readonly LegacyOfferKey[] = [
    'business-premium',
    'office-e1',
    'office-e3',
    'business-premium-trial',
  ]
  const offer = pick(offers, which) ?? 'office-e1'
  const isTrial = offer === 'business-premium-trial'
  const startedAgo = isTrial ? 'P10D' : (pick(['P5M', 'P11M', 'P11M20D', 'P17M', 'P40D'], value) ?? 'P5M')
  const billingCycle = isTrial ? 'none' : value % 2 === 0 ? 'monthly' : 'annual'
  const quantity = isTrial ? 25 : 3 + (value % 11)
  await walk.customer.legacySubscription({ offer, startedAgo, billingCycle, quantity })
  await walk.look()
}

const ofLegacy = (walk: Walk, which: number): BookedSubscription | undefined =>
  walk.subscription(which, ({ commerce, status }) => commerce === 'legacy' && status === 'active')

const upgrade: Step = async (walk, which, value) => {
  const one = ofLegacy(walk, which)
  if (one === undefined) return
  const { ask, ids } = walk.customer.subscription(one.id)
  const offered = await ask.upgrades.list(ids)
  const body = offered.accepted ? pick(offered.body.items, value) : undefined
  if (body === undefined) return
  const { world, id } = walk.customer
  const directory = (writeOutage: boolean) =>
    world.arrange('directory', {
      customers: { [id]: { writeOutage } },
      subscriptions: { [one.id]: { assignedUsers: [{ userObjectId: 'Ada', name: 'Ada', movable: true }] } },
    })
  // Every other time the licences stay behind at first.
  await directory(which % 2 === 0)
  await walk.look()
  await walk.ask('createUpgrade', () => ask.upgrades.create(ids, body))
  await directory(false)
  await walk.look()
  if (which % 2 === 0) await walk.ask('createUpgrade', () => ask.upgrades.create(ids, body))
}

const convertTrial: Step = async (walk, which, value) => {
  const one = walk.subscription(which, ({ isTrial }) => isTrial)
  if (one === undefined) return
  const { ask, ids } = walk.customer.subscription(one.id)
  const offered = await ask.conversions.list(ids)
  const conversion = offered.accepted ? pick(offered.body.items, value) : undefined
  if (conversion === undefined) return
  const quantity = 20 + (value % 17)
  const body = { ...conversion, quantity }
  const { accepted } = await walk.ask('createConversion', () => ask.conversions.create(ids, body))
  if (!accepted || one.commerce === 'legacy') return
  const plan: Plan = { sku: skuOf('business-basic'), term: 'P1Y', cycle: conversion.billingCycle }
  walk.account(one.id).become(plan, quantity, walk.nowMs, true)
}

const migrate: Step = async (walk, which, value) => {
  const one = ofLegacy(walk, which)
  if (one === undefined) return
  const plan = value % 3 === 0 ? pick(plans, which) : undefined
  // Now and then nobody takes it.
  await walk.customer.world.arrange('migration', { answers: value % 5 > 0 })
  await walk.look()
  const body = {
    currentSubscriptionId: one.id,
    ...(value % 4 === 1 ? { purchaseFullTerm: true } : {}),
    ...(plan === undefined ? {} : { termDuration: plan.term, billingCycle: plan.cycle }),
  }
  const { ask, ids } = walk.customer
  await walk.ask('createMigration', () => ask.migrations.create(ids, body))
  await walk.customer.world.arrange('migration', { answers: true })
  await walk.look()
}

const schedule: Step = async (walk, which, value) => {
  const one = ofLegacy(walk, which)
  if (one === undefined) return
  const targetDate = new Date(walk.nowMs + (1 + value) * 86_400_000).toISOString().slice(0, 10)
  const body = {
    currentSubscriptionId: one.id,
    ...(value % 2 === 0 ? { migrateOnRenewal: true } : { targetDate }),
  }
  const { ask, ids } = walk.customer
  await walk.ask('createMigrationSchedule', () => ask.migrations.createMigrationSchedule(ids, body))
}

const azure =
  (verb: 'cancel' | 'reactivate'): Step =>
  async (walk, which, value) => {
    const plan = walk.subscription(which, ({ productFamily }) => productFamily === 'azurePlan')
    const entitlement = pick(plan?.azureEntitlements ?? [], value)
    if (plan === undefined || entitlement === undefined) return
    const { ask, ids } = walk.customer.subscription(plan.id)
    const path = { ...ids, entitlementId: entitlement.id }
    const reason = { cancellationReason: 'compromise' }
    if (verb === 'reactivate')
      await walk.ask('reactivateAzureEntitlement', () => ask.azure.reactivateAzureEntitlement(path))
    else await walk.ask('cancelAzureEntitlement', () => ask.azure.cancelAzureEntitlement(path, reason))
  }

/** What concerns money, of new commerce. */
export const chargedSteps = {
  buyLicence,
  moreSeats: change(
    (one, value) => ({ quantity: more(one, value) }),
    (account, one, value, nowMs) => account.changeQuantity(more(one, value), nowMs),
  ),
  fewerSeats: change(
    (one, value) => ({ quantity: fewer(one, value) }),
    (account, one, value, nowMs) => account.changeQuantity(fewer(one, value), nowMs),
  ),
  suspend: change(() => ({ status: 'suspended' })),
  reactivate: change(
    () => ({ status: 'active' }),
    undefined,
    ({ status }) => status === 'suspended',
  ),
  cancel: change(
    () => ({ status: 'deleted' }),
    (account, _one, _value, nowMs) => account.cancel(nowMs),
  ),
  autoRenew: change((one) => ({ autoRenewEnabled: !one.autoRenewEnabled })),
  endOfTerm: change((one, value) => ({
    scheduledActions: [
      value % 4 === 3
        ? {
            scheduleType: 'CustomDate',
            actionType: 'Cancel',
            effectiveDate: addDays(one.commitmentEnd, 2 + (value % 60)),
          }
        : { scheduleType: 'TermEnd', actionType: pick(endsOfTerm, value) ?? 'Cancel' },
    ],
  })),
  nextTerm: change(nextTerm),
  changeTerm,
  changeCycle,
  transition,
} satisfies Readonly<Record<string, Step>>

export const otherSteps = {
  buyAddOn,
  buySoftware,
  buyTrial,
  buyAzurePlan,
  rename: change((_one, value) => ({ friendlyName: `Ovens ${value}` })),
  legacy,
  upgrade,
  convertTrial,
  migrate,
  schedule,
  cancelAzure: azure('cancel'),
  reactivateAzure: azure('reactivate'),
} satisfies Readonly<Record<string, Step>>

export const waits = {
  hours: (walk, _which, value) => walk.wait({ hours: 1 + (value % 30) }),
  days: (walk, _which, value) => walk.wait({ days: 1 + (value % 20) }),
  months: (walk, _which, value) => walk.wait({ months: 1 + (value % 3) }),
  year: (walk) => walk.wait({ years: 1 }),
} satisfies Readonly<Record<string, Step>>
