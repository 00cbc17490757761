import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { lineRounding } from '../../../books/ledger/public.ts'
import { loadPurchaseContext, type CartLine } from '../../carts/public.ts'
import { beginSubscription, cancellationWindows } from '../../../subscriptions/subscription/public.ts'
import { Orders } from '../order-repository.ts'
import type { LineFulfilment } from '../order.ts'
import { passAccount, type Checkout, type PlacedOrder } from './order-writer.ts'
import { placeLegacyOrder } from './place-legacy-order.ts'
import { planOrder, type OrderPlan } from './plan-order.ts'
import { isOfOlderProgram, linesOfGroup } from './purchase.ts'
import { reviewGroup, type OrderableLine } from './review-group.ts'

/** Makes the order of one group. Everything is checked before anything is written, so a fault leaves nothing behind. */
export async function placeOrder(scope: Scope, checkout: Checkout, group: string): Promise<PlacedOrder> {
  const lines = linesOfGroup(checkout.purchase, group)
  enforce(programRules, { lines }, scope.trace)
  const placed = lines.some(isOfOlderProgram)
    ? await placeLegacyOrder(scope, checkout, group)
    : await placeModernOrder(scope, checkout, group)
  const orderId = placed.order.id
  await scope.announce({
    type: 'order-placed',
    customerId: checkout.customer.id,
    subject: orderId,
    details: { orderId },
  })
  return placed
}

/** The two programs have order writers of their own. */
const linesAreOfOneProgram = rule<{ readonly lines: readonly CartLine[] }>({
  name: 'linesAreOfOneProgram',
  holds: ({ lines }) => lines.every(isOfOlderProgram) || !lines.some(isOfOlderProgram),
  fault: () => fault(faults.orderCannotBeProcessed),
  decidedBy: ({ lines }) => ({ older: lines.filter(isOfOlderProgram).length, lines: lines.length }),
  see: 'assumed',
})

export const programRules = ruleList('Place an order without a cart: one program', [linesAreOfOneProgram])

async function placeModernOrder(scope: Scope, checkout: Checkout, group: string): Promise<PlacedOrder> {
  const { customer, purchase, account, settled } = checkout
  const context = await loadPurchaseContext(scope, customer, linesOfGroup(purchase, group))
  const lines = reviewGroup(context, purchase, group, settled, scope.trace)
  const failing = failingLines(scope, lines)
  const plan = planOrder({ ...planning(scope, lines), context, purchase, group, lines, failing })
  passAccount(scope, account, plan.demand)
  enforce(fulfilmentRules, { failing, lines }, scope.trace)

  account.reserve(plan.demand)
  return await keepOrder(scope, plan)
}

const hexadecimal = '0123456789abcdef'

const planning = (scope: Scope, lines: readonly OrderableLine[]) => ({
  orderId: scope.newToken(hexadecimal, 12),
  subscriptionIds: lines.map(() => scope.newId()),
  now: scope.now,
  windows: scope.policy(cancellationWindows),
  rounding: scope.policy(lineRounding),
  fulfilment: scope.collaborator(fulfilment),
})

async function keepOrder(scope: Scope, { order, starts }: OrderPlan): Promise<PlacedOrder> {
  const states = new Map<string, LineFulfilment>()
  for (const start of starts) {
    const { id, fulfilment } = await beginSubscription(scope, start)
    states.set(id, { fulfilment, isEnded: false })
  }
  return { order: await new Orders(scope).add(order), fulfilment: states }
}

const failingLines = (scope: Scope, lines: readonly OrderableLine[]): Set<OrderableLine> => {
  const { failingSkus } = scope.collaborator(fulfilment)
  return new Set(lines.filter(({ item }) => failingSkus.includes(item.sku.key)))
}

/** Only part of an order can be left unfulfilled. */
const someLineCanBeFulfilled = rule<{ failing: ReadonlySet<OrderableLine>; lines: readonly OrderableLine[] }>(
  {
    name: 'someLineCanBeFulfilled',
    holds: ({ failing, lines }) => failing.size < lines.length,
    fault: () => fault(faults.lineItemFailed),
    decidedBy: ({ failing }) => ({ failing: failing.size }),
    see: 'assumed',
  },
)

export const fulfilmentRules = ruleList('Any purchase: fulfilment of its lines', [someLineCanBeFulfilled])
