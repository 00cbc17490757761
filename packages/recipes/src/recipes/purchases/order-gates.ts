import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { World } from '../../world.ts'

/** A cart that would be checked out, but for something that is arranged after it was made. */
const refusedCheckout = (
  fault: AnyFaultName,
  title: string,
  arrange: (customer: Customer, world: World) => Promise<void>,
  seats = 10,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      const cart = await customer.cart([await customer.line('business-basic', { seats })])
      await arrange(customer, world)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  })

const reviewed =
  (state: object) =>
  (customer: Customer, world: World): Promise<void> =>
    world.arrange('review', { customers: { [customer.id]: state } })

const credited =
  (account: object) =>
  (_customer: Customer, world: World): Promise<void> =>
    world.arrange('credit', { partners: { [world.partner.tenantId]: account } })

export const orderGateRecipes: readonly Recipe[] = [
  recipe({
    fault: 'customerAgreementNotAccepted',
    title: 'Nothing is sold before the customer agreement is confirmed',
    async given(world) {
      const customer = await world.customer({ agreement: false })
      return { customer, cart: await customer.cart([await customer.line('business-basic')]) }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'partnerAttestationIsMissing',
    title: 'An indirect provider attests that the partner on record is right',
    async given(world) {
      const provider = await world.of({ type: 'indirectProvider' })
      const customer = await provider.customer()
      const line = await customer.line('business-basic')
      return { customer, cart: await customer.cart([line], { partnerOnRecordAttestationAccepted: false }) }
    },
    when: (world, { customer, cart }) =>
      customer.by(customer.world.in(world.caller.locale)).askToCheckOut(cart),
  }),
  refusedCheckout('resellerProgramNotActive', 'A suspended partner cannot buy', (_customer, world) =>
    world.enrol('suspended'),
  ),
  refusedCheckout(
    'partnerAgreementNotAccepted',
    'A partner accepts the partner agreement before it buys',
    (_customer, world) => world.changePartner({ mpa: { accepted: false } }),
  ),
  refusedCheckout(
    'customerUnderReview',
    'A customer under review cannot be sold to',
    reviewed({ validationStatus: 'UnderReview' }),
  ),
  refusedCheckout(
    'customerReviewUndecided',
    'A review without an outcome holds a customer up',
    reviewed({ validationStatus: 'Unknown' }),
  ),
  refusedCheckout(
    'customerNotApproved',
    'A customer that its review did not allow cannot be sold to',
    reviewed({ validationStatus: 'NotAllowed' }),
  ),
  refusedCheckout(
    'customerIsLocked',
    'A locked customer account cannot buy',
    reviewed({ transactionState: 'locked' }),
  ),
  refusedCheckout(
    'customerNoLongerExists',
    'A customer whose tenant was deleted cannot buy',
    reviewed({ transactionState: 'closed' }),
  ),
  refusedCheckout(
    'customerNotAuthorized',
    'A customer that lost its authorisation cannot buy',
    reviewed({ transactionState: 'notAuthorized' }),
  ),
  refusedCheckout('partnerNotEligibleForTransaction', 'Trade screening holds a sale up', (customer, world) =>
    world.arrange('compliance', { customers: [customer.id] }),
  ),
  refusedCheckout(
    'creditReviewRequired',
    'A credit line under manual review buys nothing',
    credited({ state: 'manualReview' }),
  ),
  refusedCheckout(
    'creditNotGranted',
    'A partner without a credit line buys nothing',
    credited({ state: 'rejected' }),
  ),
  refusedCheckout(
    'creditOnHold',
    'More than sixty days of overdue invoices put an account on hold',
    credited({ overdueDays: 61 }),
  ),
  refusedCheckout(
    'creditLimitInsufficient',
    'An order larger than what is left of the credit line is refused',
    credited({ limitUsd: '10000.00', unpaidInvoicesUsd: '9999.00' }),
  ),
  refusedCheckout('riskCheckFailed', 'A new customer cannot order very many seats', (_customer, world) =>
    world.arrange('risk', { newCustomerSeatsMax: 5 }),
  ),
  refusedCheckout(
    'orderCreationFailed',
    'While the order writer is down no order is made',
    (_customer, world) => world.arrange('fulfilment', { outage: true }),
  ),
  refusedCheckout('lineItemFailed', 'The order writer fails on the only line', (_customer, world) =>
    world.arrange('fulfilment', { failingSkus: ['CFQ7TTC0LH18:0001'] }),
  ),
  recipe({
    fault: 'creditLineBelowMinimum',
    title: 'Software is only sold on a credit line of some size',
    async given(world) {
      const customer = await world.customer()
      const line = await customer.line('windows-server-cal', { term: 'P3Y', cycle: 'one_time', seats: 1 })
      const cart = await customer.cart([line])
      await credited({ limitUsd: '999.00' })(customer, world)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'prepaidCreditInsufficient',
    title: 'Software that is paid at once needs the credit for all of it',
    async given(world) {
      const customer = await world.customer()
      const line = await customer.line('windows-server-cal', { term: 'P3Y', cycle: 'one_time', seats: 100 })
      const cart = await customer.cart([line])
      await credited({ limitUsd: '1000.00' })(customer, world)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'tenantSubscriptionLimitExceeded',
    title: 'A tenant has only so many subscriptions',
    async given(world) {
      const customer = await world.customer()
      await customer.subscribe('business-basic')
      const cart = await customer.cart([await customer.line('business-standard')])
      await world.decree('subscriptions-per-tenant', 1)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
]
