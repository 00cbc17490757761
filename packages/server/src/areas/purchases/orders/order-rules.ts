import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Principal } from '../../../work/principal.ts'
import { rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import { addDuration, dayMs, type Instant } from '../../../kernel/time.ts'
import { isVisible, type OrderRecord } from './order.ts'
import { isOfOlderProgram } from './placing/purchase.ts'

interface PriceAccessFacts {
  readonly principal: Principal
  readonly withPrice: boolean
}

const rolesThatSeePrices = ['admin-agent', 'sales-agent', 'billing-admin', 'global-admin'] as const

/** Prices are between Microsoft and the partner that is billed, and not for its helpdesk. */
const callerMaySeePrices = when(
  ({ withPrice }) => withPrice,
  rule<PriceAccessFacts>({
    name: 'callerMaySeePrices',
    holds: ({ principal }) =>
      principal.partner.type !== 'indirectReseller' &&
      (principal.kind !== 'user' || rolesThatSeePrices.some((role) => principal.roles.includes(role))),
    fault: () => fault(faults.pricingAccessNotGranted),
    decidedBy: ({ principal }) => ({ kind: principal.kind, roles: principal.roles.join() }),
    see: 'partner-center/developer/error-codes',
  }),
)

export const priceRules = ruleList('Read orders: prices', [callerMaySeePrices])

interface VisibilityFacts {
  readonly order: OrderRecord
  readonly now: Instant
  readonly visibilityDelay: string
}

/** @see partner-center/developer/get-all-of-a-customer-s-orders */
const orderIsVisible = rule<VisibilityFacts>({
  name: 'orderIsVisible',
  holds: ({ order, visibilityDelay, now }) => isVisible(order, visibilityDelay, now),
  fault: () => fault(faults.orderNotFound),
  decidedBy: ({ order, visibilityDelay }) => ({ createdAt: order.createdAt, visibilityDelay }),
  see: 'partner-center/developer/get-all-of-a-customer-s-orders',
})

export const visibilityRules = ruleList('Read an order', [orderIsVisible])

/** Orders that wait for a review, and usage, have nothing to be fulfilled. */
const orderHasFulfilment = rule<{ readonly order: OrderRecord }>({
  name: 'orderHasFulfilment',
  holds: ({ order }) =>
    order.status !== 'pending_po_upload' &&
    order.lines.some(({ productFamily }) => productFamily !== 'azurePlan'),
  fault: () => fault(faults.provisioningStatusNotFound),
  decidedBy: ({ order }) => ({ status: order.status }),
  see: 'partner-center/developer/get-order-provisioning-status',
})

export const provisioningRules = ruleList('Provisioning of an order', [orderHasFulfilment])

export interface CancelFacts {
  readonly order: OrderRecord
  readonly environment: 'production' | 'sandbox'
  readonly now: Instant
}

const families = ({ order }: CancelFacts) => order.lines.map(({ productFamily }) => productFamily)

const decidedBy = (facts: CancelFacts) => ({ status: facts.order.status, families: families(facts).join() })
const see = 'partner-center/developer/cancel-an-order-from-the-integration-sandbox'

/** Licences of the older program are only ever suspended. @see partner-center/developer/error-codes */
const orderIsNoLegacyLicence = rule<CancelFacts>({
  name: 'orderIsNoLegacyLicence',
  holds: ({ order }) =>
    !order.lines.some(
      ({ offerId, productFamily }) =>
        productFamily === 'license' && isOfOlderProgram({ catalogItemId: offerId }),
    ),
  fault: ({ order }) =>
    fault(faults.legacyOrderNotCancellable, { orderId: order.id, customerId: order.customerId }),
  decidedBy,
  see: 'partner-center/developer/error-codes',
})

const orderIsNoSeatBasedSaas = rule<CancelFacts>({
  name: 'orderIsNoSeatBasedSaas',
  holds: (facts) => !families(facts).includes('saas'),
  fault: () => fault(faults.seatBasedSaasNotCancellableByOrder),
  decidedBy,
  see,
})

/** Licences and Azure plans are cancelled by their subscription. */
const productIsCancelledByOrder = rule<CancelFacts>({
  name: 'productIsCancelledByOrder',
  holds: (facts) =>
    facts.order.status !== 'cancelled' &&
    families(facts).every(
      (family) => family === 'reservation' || family === 'software' || family === 'perpetual',
    ),
  fault: () => fault(faults.orderNotCancellable),
  decidedBy,
  see,
})

const reservationIsInSandbox = rule<CancelFacts>({
  name: 'reservationIsInSandbox',
  holds: (facts) => facts.environment === 'sandbox' || !families(facts).includes('reservation'),
  fault: () => fault(faults.purchaseNotCancellableOutsideSandbox),
  decidedBy,
  see,
})

const sandboxDaysMax = 60

const sandboxOrderIsRecent = rule<CancelFacts>({
  name: 'sandboxOrderIsRecent',
  holds: ({ environment, order, now }) =>
    environment === 'production' || now <= order.createdAt + sandboxDaysMax * dayMs,
  fault: () => fault(faults.orderNotCancellable),
  decidedBy,
  see,
})

/** @see partner-center/developer/cancel-software-purchases */
const windowDays = { perpetual: 30, software: 7 } as const

const shortestWindow = (facts: CancelFacts): number | undefined => {
  const days = families(facts).flatMap((family) =>
    family === 'perpetual' || family === 'software' ? [windowDays[family]] : [],
  )
  return days.length === 0 ? undefined : Math.min(...days)
}

const windowIsOpen = rule<CancelFacts>({
  name: 'softwareWindowIsOpen',
  holds: (facts) => {
    const days = shortestWindow(facts)
    return days === undefined || facts.now <= addDuration(facts.order.createdAt, `P${days}D`)
  },
  fault: (facts) => fault(faults.cancellationWindowDaysPassed, { windowDays: shortestWindow(facts) ?? 0 }),
  decidedBy,
  see: 'partner-center/developer/cancel-software-purchases',
})

/** Which orders can be cancelled as a whole, by what was bought. */
export const cancelRules = ruleList<Rule<CancelFacts>>('Cancel an order', [
  orderIsNoLegacyLicence,
  orderIsNoSeatBasedSaas,
  productIsCancelledByOrder,
  reservationIsInSandbox,
  sandboxOrderIsRecent,
  windowIsOpen,
])
