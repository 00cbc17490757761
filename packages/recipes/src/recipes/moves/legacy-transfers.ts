import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { RawAnswer } from '@tenantry/sdk'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import { offerTo, twoPartners, type TwoPartners } from '../../transfer.ts'
import type { World } from '../../world.ts'

const unknownId = '7d1f3c58-90ab-4e26-8b74-c35d9e0f6a12'

/** The sending partner offers something that cannot go. */
const refusedOffer = (
  fault: AnyFaultName,
  title: string,
  choose: (source: Customer, parties: TwoPartners) => Promise<{ readonly id: string }>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const parties = await twoPartners(world)
      return { parties, chosen: await choose(parties.source, parties) }
    },
    when: (world, { parties: { source, target }, chosen }) =>
      world.ask.transfers.create(source.ids, offerTo(target.world, [chosen])),
  })

/** The other partner answers an offer of one subscription. */
const refusedAnswer = (
  fault: AnyFaultName,
  title: string,
  arrange: (offered: Offered, world: World) => Promise<unknown>,
  offer: (source: Customer) => Promise<Subscription> = (source) => source.legacySubscription(),
  answer: (target: Customer, id: string) => Promise<RawAnswer> = (target, id) =>
    target.ask.transfers.accept({ ...target.ids, transferId: id }),
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const parties = await twoPartners(world, { agreement: fault !== 'transferNotAcceptableWithAzure' })
      const subscription = await offer(parties.source)
      const body = offerTo(parties.target.world, [subscription])
      const { id } = await parties.source.client.transfers.create(parties.source.ids, body)
      await arrange({ ...parties, subscription, id }, world)
      return { target: parties.target, id }
    },
    when: (world, { target, id }) => answer(target.by(target.world.in(world.caller.locale)), id),
  })

interface Offered extends TwoPartners {
  readonly subscription: Subscription
  readonly id: string
}

const nothingElse = () => Promise.resolve()

export const legacyTransferRecipes: readonly Recipe[] = [
  refusedOffer('transferSubscriptionIsInvalid', 'What does not exist cannot be transferred', () =>
    Promise.resolve({ id: unknownId }),
  ),
  refusedOffer(
    'transferSubscriptionIsInvalid',
    'A suspended subscription is not transferred',
    async (source) => {
      const subscription = await source.legacySubscription()
      await subscription.change({ status: 'suspended' })
      return subscription
    },
  ),
  refusedOffer(
    'transferSubscriptionIsInvalid',
    'An add-on is transferred with its base only',
    async (source) => {
      const base = await source.legacySubscription()
      return source.legacySubscription({ offer: 'calling-plan', base })
    },
  ),
  refusedOffer('transferSubscriptionIsInvalid', 'A trial is not transferred', (source) =>
    source.legacySubscription({ offer: 'business-premium-trial', quantity: 25, startedAgo: 'P3D' }),
  ),
  refusedOffer(
    'transferIsInProgress',
    'What is offered to one partner is not offered again',
    async (source, { target }) => {
      const subscription = await source.legacySubscription()
      await source.client.transfers.create(source.ids, offerTo(target.world, [subscription]))
      return subscription
    },
  ),
  recipe({
    fault: 'transferNotFound',
    title: 'There is no such transfer',
    given: (world) => world.customer(),
    when: (world, customer) => world.ask.transfers.get({ ...customer.ids, transferId: unknownId }),
  }),
  refusedAnswer('transferIsClosed', 'What was withdrawn cannot be accepted', ({ source, id }) =>
    source.client.transfers.withdraw({ ...source.ids, transferId: id }),
  ),
  refusedAnswer('transferIsBeingProcessed', 'A rejection is under way', async ({ target, id }, world) => {
    await world.arrange('billing-ownership', { processing: 'PT10M' })
    await target.client.transfers.update({ ...target.ids, transferId: id }, { id, status: 'reject' })
  }),
  refusedAnswer(
    'transferOrderFailed',
    'The billing of the older program has not heard of the last change',
    async ({ subscription }, world) => {
      await world.arrange('legacy-billing', { replication: 'P1D' })
      await subscription.change({ quantity: 12 })
    },
  ),
  refusedAnswer(
    'transferNotAcceptableWithAzure',
    'Azure goes to a partner that has confirmed the customer’s agreement',
    nothingElse,
    (source) => source.legacyAzure(),
  ),
  refusedOffer(
    'programNotActive',
    'Nothing is offered to a partner that was suspended',
    async (source, { target }) => {
      await source.world.enrol('suspended', target.world.partner)
      return source.legacySubscription()
    },
  ),
]
