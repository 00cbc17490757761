import type { ChargeRow, SubscriptionRow, WorldRows } from './world-rows.ts'

/** What must hold of these customers' records, whatever clients did: no half of anything, and sums that add up. */
export function checkBooks(customers: ReadonlySet<string>, rows: WorldRows): string[] {
  const own = rows.subscriptions.filter(({ customerId }) => customers.has(customerId))
  return [
    ...ordersAreWhole(customers, rows),
    ...own.flatMap((subscription) => seatsAddUp(subscription, rows)),
    ...own.flatMap((subscription) => chargesAddUp(subscription, chargesOf(subscription, rows))),
    ...own.flatMap((subscription) => cyclesFollow(subscription, chargesOf(subscription, rows))),
    ...own.flatMap((subscription) => agendaIsRight(subscription, rows)),
    ...poolsAddUp(customers, own, rows),
    ...eventsAreThere(own, rows),
    ...transitionsAreWhole(customers, rows),
    ...nothingIsOverdue(rows),
  ]
}

/** Each cart was ordered once, each line has its subscription, each subscription its line. */
function ordersAreWhole(
  customers: ReadonlySet<string>,
  { orders, subscriptions, carts, transitions }: WorldRows,
) {
  const own = orders.filter(({ customerId }) => customers.has(customerId))
  const wrong: string[] = []
  const lines = own.flatMap(({ id, lines }) => lines.map((line) => ({ order: id, ...line })))
  for (const { order, subscriptionId } of lines) {
    if (!subscriptions.some(({ id, orderId }) => id === subscriptionId && orderId === order))
      wrong.push(`order ${order} has no subscription ${subscriptionId}`)
  }
  for (const { id, orderId, customerId } of subscriptions) {
    if (!customers.has(customerId)) continue
    const isBought = lines.filter((line) => line.subscriptionId === id).length === 1
    const isMoved = transitions.some(({ toSubscriptionId }) => toSubscriptionId === id)
    if (!isBought && !isMoved) wrong.push(`subscription ${id} stands in no line of an order, ${orderId}`)
  }
  const placed = own.map(({ cartId, orderGroup }) => `${cartId} ${orderGroup}`)
  for (const place of new Set(placed)) {
    const times = placed.filter((one) => one === place).length
    if (times > 1) wrong.push(`the cart and group ${place} were ordered ${times} times`)
  }
  for (const { id, cartId, orderGroup } of own) {
    const cart = carts.find((one) => one.id === cartId)
    if (cart?.ordered[orderGroup]?.id !== id) wrong.push(`cart ${cartId} knows nothing of the order ${id}`)
    // A group that was refused, for the seats of the tenant, leaves the cart open for another try.
    const isOpen = cart?.lines.some((line) => cart.ordered[line.orderGroup] === undefined) === true
    if (!isOpen && cart?.status !== 'Ordered') wrong.push(`cart ${cartId} was ordered and is ${cart?.status}`)
  }
  return wrong
}

const seatsAddUp = ({ id, quantity, seatLots }: SubscriptionRow, _rows: WorldRows): string[] => {
  const seats = seatLots.reduce((sum, lot) => sum + lot.quantity, 0)
  return seats === quantity ? [] : [`the lots of ${id} have ${seats} seats, it has ${quantity}`]
}

const chargesOf = ({ id }: SubscriptionRow, { charges }: WorldRows): ChargeRow[] =>
  charges.filter(({ subscriptionId }) => subscriptionId === id)

/** The seats that are charged for in the running period are those that are there, each line at its own price. */
function chargesAddUp(subscription: SubscriptionRow, charges: readonly ChargeRow[]): string[] {
  const { id, quantity, status, chargedThrough } = subscription
  const expected = status === 'deleted' ? 0 : quantity
  const charged = charges
    .filter(({ periodEnd }) => periodEnd === chargedThrough)
    .reduce((sum, line) => sum + line.quantity, 0)
  const wrong = charges
    .filter(({ amount, quantity, effectiveUnitPrice: unit }) => cents(amount) !== quantity * cents(unit))
    .map((line) => `a ${line.type} of ${id} over ${line.quantity} seats comes to ${line.amount}`)
  if (charged !== expected) wrong.push(`${charged} seats of ${id} are charged for, it has ${expected}`)
  const opened = charges.filter(({ type }) => type === 'new').length
  if (opened > 1) wrong.push(`${id} was charged ${opened} times as new`)
  return wrong
}

/** Further digits are cut, as they are before a unit is multiplied. */
function cents(price: string): number {
  const [whole = '0', fraction = ''] = price.split('.')
  const size = Number(`${whole.replace('-', '')}${fraction.slice(0, 2).padEnd(2, '0')}`)
  return price.startsWith('-') ? -size : size
}

/** What the agenda charged, it charged once for each cycle, without a gap. */
function cyclesFollow({ id }: SubscriptionRow, charges: readonly ChargeRow[]): string[] {
  const cycles = charges
    .filter(({ type }) => type === 'cycleCharge' || type === 'renew')
    .sort((a, b) => a.periodStart.localeCompare(b.periodStart))
  const first = charges.map(({ periodEnd }) => periodEnd).sort()[0]
  const wrong: string[] = []
  let end = first ?? ''
  for (const { periodStart, periodEnd } of cycles) {
    if (periodStart !== dayAfter(end))
      wrong.push(`${id} was charged through ${end}, and then from ${periodStart}`)
    end = periodEnd
  }
  return wrong
}

/** Whatever lives has one next step, what is over has none, and what waits for the fulfilment system is waited for. */
function agendaIsRight(subscription: SubscriptionRow, { agenda }: WorldRows): string[] {
  const { id, status, fulfilment } = subscription
  const kinds = agenda.filter(({ subject }) => subject === id).map(({ kind }) => kind)
  const steps = kinds.filter((kind) =>
    ['charge-cycle', 'end-term', 'cancel-on-day', 'retire'].includes(kind),
  ).length
  const expected = status === 'deleted' ? 0 : 1
  const wrong = steps === expected ? [] : [`${id} is ${status} and has ${steps} next steps`]
  const awaited = kinds.filter((kind) => kind === 'complete-fulfilment').length
  if (fulfilment === 'pending' && status !== 'deleted' && awaited !== 1)
    wrong.push(`${id} waits for its fulfilment and the agenda has ${awaited} of it`)
  return wrong
}

/** The seat pools of the tenant are the sums of what it has. */
function poolsAddUp(
  customers: ReadonlySet<string>,
  own: readonly SubscriptionRow[],
  { holdings }: WorldRows,
): string[] {
  return holdings
    .filter(({ customerId }) => customers.has(customerId))
    .flatMap(({ customerId, sku, seats, subscriptions }) => {
      const held = own.filter(
        (one) =>
          one.customerId === customerId &&
          `${one.productId}:${one.skuId}` === sku &&
          !['deleted', 'disabled', 'expired'].includes(one.status),
      )
      const sum = held.reduce((total, { quantity }) => total + quantity, 0)
      return sum === seats && held.length === subscriptions
        ? []
        : [`the pool of ${sku} has ${seats} seats in ${subscriptions}, there are ${sum} in ${held.length}`]
    })
}

/** Events are told once: one that it was made, one that it ended, one for each charge by the agenda. */
function eventsAreThere(own: readonly SubscriptionRow[], rows: WorldRows): string[] {
  const wrong: string[] = []
  if (new Set(rows.events.map(({ sequence }) => sequence)).size !== rows.events.length)
    wrong.push('two events have one place')
  for (const subscription of own) {
    const told = rows.events.filter(({ subject }) => subject === subscription.id)
    const count = (type: string) => told.filter((event) => event.type === type).length
    const cycles = chargesOf(subscription, rows).filter(({ type }) => type === 'cycleCharge').length
    const counts = [
      ['subscription-created', 1],
      ['subscription-charged', cycles],
    ] as const
    for (const [type, expected] of counts) {
      if (count(type) !== expected)
        wrong.push(`${subscription.id} has ${count(type)} events ${type}, not ${expected}`)
    }
    if (count('subscription-deleted') > 1) wrong.push(`${subscription.id} was deleted more than once`)
  }
  return wrong
}

/** A transition that is over has its event and both sides; one that runs is waited for. */
function transitionsAreWhole(customers: ReadonlySet<string>, rows: WorldRows): string[] {
  return rows.transitions
    .filter(({ customerId }) => customers.has(customerId))
    .flatMap(({ id, state, toSubscriptionId, order }) => {
      const told = rows.events.filter(({ details }) => details['operationId'] === id).map(({ type }) => type)
      const waiting = rows.agenda.filter(({ subject }) => subject === id).length
      const expected =
        state === 'running' ? ['transition-started'] : ['transition-started', `transition-${state}`]
      const wrong =
        told.sort().join() === expected.sort().join()
          ? []
          : [`transition ${id} is ${state} and told ${told.join()}`]
      if (waiting !== (state === 'running' ? 1 : 0))
        wrong.push(`transition ${id} is ${state} and stands ${waiting} times on the agenda`)
      if (state !== 'completed') return wrong
      const moved = rows.charges.filter(({ referenceId }) => referenceId === id)
      const [out, into] = [
        moved.filter(({ quantity }) => quantity < 0),
        moved.filter(({ quantity }) => quantity > 0),
      ]
      const seats = (lines: readonly ChargeRow[]) => lines.reduce((sum, line) => sum + line.quantity, 0)
      if (seats(out) !== -order.quantity || seats(into) !== order.quantity)
        wrong.push(`transition ${id} of ${order.quantity} seats took ${seats(out)} and gave ${seats(into)}`)
      if (toSubscriptionId !== undefined && !rows.subscriptions.some((one) => one.id === toSubscriptionId))
        wrong.push(`transition ${id} has no target ${toSubscriptionId}`)
      return wrong
    })
}

/** With a fixed clock that rests, nothing is due any more. */
const nothingIsOverdue = ({ agenda, now }: WorldRows): string[] =>
  agenda
    .filter(({ dueAt }) => dueAt < Date.parse(now))
    .map(({ kind, subject }) => `${kind} of ${subject} is overdue`)

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
