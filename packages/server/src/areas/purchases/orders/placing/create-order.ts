import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { NewOrder, Order } from '@tenantry/contract/resources/order.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration } from '../../../../kernel/time.ts'
import { digestOf, type CartLine } from '../../carts/public.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { statusIsKnown } from '../changing/order-update-rules.ts'
import { orderAnswer } from '../order-answer.ts'
import { Orders } from '../order-repository.ts'
import { onlyGroup, readOrderRequest } from './order-request.ts'
import { passGates } from './pass-gates.ts'
import { placeOrder } from './place-order.ts'
import { PurchasingAccount } from './purchasing-account.ts'
import { listSubmissions } from './submissions.ts'

/**
 * Places one order without a cart. What a cart would note on its lines is a fault here. Faults: 60003, 20002, 800002,
 * 900126, 900142, 800071, 800060, and all that a checkout can be refused with.
 * @see partner-center/developer/create-an-order
 */
export async function createOrder(
  scope: Scope,
  { params, body }: Input<typeof orderEndpoints.createOrder>,
): Promise<Order> {
  const customer = await getCustomer(scope, params.customerId)
  const { referenceCustomerId } = body
  enforce(newOrderRules, { customerId: customer.id, referenceCustomerId, body }, scope.trace)
  const lines = readOrderRequest(catalogueOf(scope), body, scope.trace)
  const { partnerOnRecordAttestationAccepted: accepted } = body
  const attested = accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }
  const purchase = { customerId: customer.id, lines, ...attested }
  const inProgress = await listSubmissions(scope, customer.id)
  enforce(progressRules, { lines, inProgress }, scope.trace)

  await passGates(scope, customer, purchase)
  const account = await PurchasingAccount.open(scope, customer)
  const checkout = { customer, purchase, account, settled: new Set<string>() }
  const placed = await placeOrder(scope, checkout, onlyGroup)
  const order = await noteSubmission(scope, placed.order, lines)

  const { companyName: customerName } = customer.companyProfile
  scope.audit({ customerId: customer.id, customerName, newValue: { id: order.id } })
  return orderAnswer(order, { fulfilment: placed.fulfilment, withPrice: false })
}

interface RequestFacts {
  readonly body: Pick<NewOrder, 'status'>
  readonly customerId: string
  readonly referenceCustomerId: string | undefined
}

const orderIsForThisCustomer = rule<RequestFacts>({
  name: 'orderIsForThisCustomer',
  holds: ({ customerId, referenceCustomerId = '' }) =>
    referenceCustomerId === '' || referenceCustomerId.toLowerCase() === customerId,
  fault: () => fault(faults.requestInputIsInvalid),
  decidedBy: ({ referenceCustomerId }) => ({ referenceCustomerId }),
  see: 'partner-center/developer/create-an-order',
})

export const newOrderRules = ruleList('Place an order without a cart', [
  statusIsKnown,
  orderIsForThisCustomer,
])

interface ProgressFacts {
  readonly lines: readonly CartLine[]
  /** Digests of what is being written for the customer. */
  readonly inProgress: readonly { readonly digest: string }[]
}

/** The same lines again are taken for a second attempt of a client that gave up waiting. */
const orderIsNotInProgress = rule<ProgressFacts>({
  name: 'orderIsNotInProgress',
  holds: ({ lines, inProgress }) => !inProgress.some(({ digest }) => digest === digestOf(lines)),
  fault: () => fault(faults.orderIsInProgress),
  decidedBy: ({ inProgress }) => ({ submitting: inProgress.length }),
  see: 'assumed',
})

export const progressRules = ruleList('Place an order without a cart: its repetition', [orderIsNotInProgress])

/** While the order writer works on it, the order remembers what was asked for. */
async function noteSubmission(
  scope: Scope,
  order: Awaited<ReturnType<typeof placeOrder>>['order'],
  lines: readonly CartLine[],
) {
  const until = addDuration(scope.now, scope.collaborator(fulfilment).submission)
  if (until <= scope.now) return order
  return await new Orders(scope).save({ ...order, submission: { digest: digestOf(lines), until } })
}
