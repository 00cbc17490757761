import type { LedgerEntry, Move, MoveFault, WorldView } from '@tenantry/sdk/operator.ts'
import { element, type Child } from '../dom.ts'
import { amountText, counted, words } from '../format.ts'
import { groupBySubscription, sumByCurrency, type CurrencySum, type SubscriptionLedger } from '../ledger.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { code, facts, link, moment, table, type Column } from '../widgets.ts'

type Customer = WorldView['customers'][number]

/** A customer's whole ledger. */
export const customerPage: Page = async (context) => {
  const customerId = context.route.subject ?? ''
  const [world, lines] = await Promise.all([
    context.operator.world(),
    context.operator.ledger({ customerId }),
  ])
  const customer = world.customers.find(({ tenantId }) => tenantId === customerId)
  return {
    title: customer?.companyName ?? 'Unknown customer',
    content: [
      customer === undefined
        ? element('p', {}, 'No customer of this world has the tenant ', code(customerId), '.')
        : customerFacts(customer, world),
      ledgerPart(context, lines),
    ],
  }
}

/** What can be done to one subscription, and its ledger, for those who know only its id. */
export const subscriptionPage: Page = async (context) => {
  const subscriptionId = context.route.subject ?? ''
  const [world, lines] = await Promise.all([
    context.operator.world(),
    context.operator.ledger({ subscriptionId }),
  ])
  const customerId = lines[0]?.customerId
  const customer = world.customers.find(({ tenantId }) => tenantId === customerId)
  const moves = customerId === undefined ? [] : await context.operator.moves({ customerId, subscriptionId })
  return {
    title: 'Subscription',
    content: [
      facts([
        ['Id', code(subscriptionId)],
        [
          'Customer',
          customer === undefined
            ? undefined
            : link(hrefOf(context, 'customers', customer.tenantId), customer.companyName),
        ],
      ]),
      movesPart(context, moves),
      ledgerPart(context, lines),
    ],
  }
}

/** Each operation with what stands against it, as the server's own rules say. */
function movesPart(context: PageContext, moves: readonly Move[]): Child {
  if (moves.length === 0) return undefined
  return [
    element('h2', {}, 'What can be done now'),
    table({
      caption: 'Operations on this subscription',
      rows: moves,
      empty: 'Nothing.',
      columns: [
        { head: 'Operation', cell: ({ operation }) => words(operation) },
        { head: 'Tried', cell: ({ changes }) => code(JSON.stringify(changes)) },
        { head: 'Allowed', cell: ({ allowed }) => (allowed ? 'yes' : 'no') },
        { head: 'Until', cell: ({ until }) => (until === undefined ? undefined : moment(until)) },
        { head: 'What stands against it', cell: ({ faults }) => faults?.map((one) => reason(context, one)) },
      ],
    }),
  ]
}

const reason = (context: PageContext, fault: MoveFault): HTMLElement =>
  element(
    'div',
    {},
    link(hrefOf(context, 'faults', String(fault.code)), code(fault.code)),
    ` ${fault.description}`,
  )

function customerFacts(customer: Customer, { partners }: WorldView): HTMLElement {
  const names = customer.partnerTenantIds.map(
    (id) => partners.find(({ tenantId }) => tenantId === id)?.name ?? id,
  )
  return facts([
    ['Tenant', code(customer.tenantId)],
    ['Domain', customer.domain],
    ['Market', customer.market],
    ['Partners', names.join(', ')],
  ])
}

function ledgerPart(context: PageContext, lines: readonly LedgerEntry[]): Child {
  if (lines.length === 0)
    return element('p', { class: 'quiet' }, 'The ledger has no line yet: nothing was charged.')
  const groups = groupBySubscription(lines)
  return [
    element('h2', {}, 'Ledger'),
    element(
      'p',
      {},
      `${counted(lines.length, 'line')} of ${counted(groups.length, 'subscription')}; all in all `,
      sums(sumByCurrency(lines)),
      '.',
    ),
    groups.map((group) => groupPart(context, group)),
  ]
}

const groupPart = (context: PageContext, group: SubscriptionLedger): HTMLElement =>
  element(
    'section',
    { class: 'card' },
    element(
      'h3',
      {},
      `${group.productId} ${group.skuId} · `,
      link(hrefOf(context, 'subscriptions', group.subscriptionId), code(group.subscriptionId)),
    ),
    element('p', {}, `${counted(group.lines.length, 'line')}, sum `, sums(group.sums)),
    table({
      caption: `Charge lines of ${group.subscriptionId}`,
      rows: group.lines,
      empty: 'No line.',
      columns: [
        { head: 'At', cell: ({ at }) => moment(at) },
        { head: 'Type', cell: ({ type }) => words(type) },
        { head: 'Quantity', isNumber: true, cell: ({ quantity }) => quantity },
        { head: 'Unit price', isNumber: true, cell: ({ unitPrice }) => unitPrice },
        { head: 'Effective', isNumber: true, cell: ({ effectiveUnitPrice }) => effectiveUnitPrice },
        {
          head: 'Period',
          isWhole: true,
          cell: ({ periodStart, periodEnd }) =>
            periodEnd === undefined ? `from ${periodStart}` : `${periodStart} to ${periodEnd}`,
        },
        {
          head: 'Days',
          isNumber: true,
          cell: ({ billableDays, cycleDays }) => `${billableDays} of ${cycleDays}`,
        },
        { head: 'Amount', isNumber: true, cell: ({ amount, currency }) => amountText(amount, currency) },
        { head: 'Order', cell: ({ orderId }) => code(orderId) },
        ...promotionColumn(group.lines),
      ],
    }),
  )

const promotionColumn = (lines: readonly LedgerEntry[]): Column<LedgerEntry>[] =>
  lines.some(({ promotionId }) => promotionId !== undefined)
    ? [{ head: 'Promotion', cell: ({ promotionId }) => promotionId }]
    : []

const sums = (each: readonly CurrencySum[]): HTMLElement =>
  element('strong', {}, each.map(({ amount, currency }) => amountText(amount, currency)).join(' and '))
