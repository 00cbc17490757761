/** What the walk reads of a world's export: the documents of one customer. */
export interface Books {
  readonly nowMs: number
  readonly subscriptions: readonly BookedSubscription[]
  readonly holdings: readonly BookedHolding[]
  readonly agenda: readonly { readonly kind: string; readonly subject: string; readonly dueAt: number }[]
  readonly charges: readonly BookedCharge[]
}

interface BookedProduct {
  readonly productId: string
  readonly skuId: string
  readonly termDuration: string
  readonly billingCycle: string
}

export interface BookedSubscription extends BookedProduct {
  readonly id: string
  readonly commerce: 'nce' | 'legacy'
  readonly productFamily: string
  readonly isTrial: boolean
  readonly isAddOn: boolean
  readonly quantity: number
  readonly seatLots: readonly { readonly quantity: number }[]
  readonly status: string
  readonly createdAt: number
  readonly termStart: string
  readonly commitmentEnd: string
  readonly chargedThrough: string
  readonly autoRenewEnabled: boolean
  readonly endOfTerm?: string
  readonly cancelOn?: string
  readonly extension?: { readonly termDuration: string; readonly billingCycle: string }
  readonly nextTerm?: {
    readonly product: BookedProduct
    readonly quantity: number
    readonly customTermEndDate?: string
  }
  readonly nextCharge?: { readonly product: BookedProduct; readonly quantity: number }
  readonly azureEntitlements?: readonly { readonly id: string; readonly status: string }[]
  readonly hold?: string
  readonly migratedFromSubscriptionId?: string
}

interface BookedHolding {
  readonly sku: string
  readonly seats: number
  readonly subscriptions: number
}

interface BookedCharge {
  readonly subscriptionId: string
  readonly quantity: number
  readonly from: string
  readonly to: string
  /** As it is written. */
  readonly amount: string
  readonly currency: string
  readonly minor: bigint
}

/** Only the rows that name the customer: a world has many others. */
export function booksOf(text: string, customerId: string, nowMs: number): Books {
  const { tables } = JSON.parse(text) as {
    tables: Readonly<Record<string, { readonly rows: readonly { readonly document: unknown }[] }>>
  }
  const rows = <R>(table: string): R[] =>
    (tables[table]?.rows ?? [])
      .filter(({ document }) => JSON.stringify(document).includes(customerId))
      .map(({ document }) => document as R)
  type Line = BookedCharge & { place: number; at: number; periodStart: string; periodEnd?: string }
  return {
    nowMs,
    subscriptions: rows<BookedSubscription>('subscription').sort(
      (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
    ),
    holdings: rows('holding'),
    agenda: rows('agenda'),
    charges: rows<Line>('charge_line')
      .sort((a, b) => a.at - b.at || a.place - b.place)
      .map((line) => ({
        ...line,
        from: line.periodStart,
        // What is bought for good has no last day.
        to: line.periodEnd ?? '9999-12-31',
        minor: BigInt(line.amount.replace('.', '')),
      })),
  }
}

/** What lies between two looks at the books. */
export interface Step {
  readonly before: Books
  /** Which status may follow which. @see partner-center/customers/subscription-lifecycle */
  readonly moves: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Time passed, rather than a request. */
  readonly waited: boolean
}

/** What does not hold, in words. */
export const brokenRules = (step: Step, after: Books): string[] => [
  ...after.subscriptions.flatMap((one) => [
    ...seatsAreTheLots(one),
    ...hasOneNextStep(one, after),
    ...nextChargeIsForAllSeats(one),
    ...givesBackNoMoreThanItTook(one, after),
    ...endsByTheCalendar(one),
    ...movesAsPublished(step, one),
  ]),
  ...poolsAreTheSums(after),
  ...amountsAreInCents(after),
  ...after.agenda.filter(({ dueAt }) => dueAt < after.nowMs).map(({ kind }) => `${kind} is overdue`),
  ...step.before.subscriptions
    .filter(({ id }) => !after.subscriptions.some((one) => one.id === id))
    .map(({ id }) => `${id} is gone`),
]

/** Seats of the older program can't be given back and are in no lots. */
function seatsAreTheLots({ id, commerce, quantity, seatLots }: BookedSubscription): string[] {
  const sum = seatLots.reduce((seats, lot) => seats + lot.quantity, 0)
  return commerce === 'legacy' || sum === quantity ? [] : [`${id} has ${quantity} seats, its lots ${sum}`]
}

/** What never ends and is not charged by cycles waits for nothing; what is held waits for its repair. */
function hasOneNextStep(one: BookedSubscription, { agenda }: Books): string[] {
  const steps = agenda.filter(
    ({ kind, subject }) =>
      subject === one.id && ['charge-cycle', 'end-term', 'cancel-on-day', 'retire'].includes(kind),
  ).length
  const isOver = ['expired', 'disabled'].includes(one.status)
  const isOut = one.status === 'suspended' && one.commerce === 'legacy'
  const waits =
    one.status !== 'deleted' &&
    (isOver || (isOut ? one.hold === undefined : one.commitmentEnd !== '9999-12-31'))
  return steps === Number(waits) ? [] : [`${one.id} is ${one.status} and has ${steps} next steps`]
}

/** What is told of the next charge is told of the seats that are there. */
const nextChargeIsForAllSeats = ({ id, quantity, nextCharge }: BookedSubscription): string[] =>
  nextCharge === undefined || nextCharge.quantity === quantity
    ? []
    : [`${id} has ${quantity} seats and announces a charge for ${nextCharge.quantity}`]

function givesBackNoMoreThanItTook({ id }: BookedSubscription, { charges }: Books): string[] {
  const net = charges
    .filter(({ subscriptionId }) => subscriptionId === id)
    .reduce((sum, { minor }) => sum + minor, 0n)
  return net < 0n ? [`${id} got ${-net} cents more than it paid`] : []
}

const months: Readonly<Record<string, number>> = { P1M: 1, P1Y: 12, P3Y: 36 }

/**
 * A whole term ends on the eve of the day of the month that it began on; where that day is lacking, of the last. The
 * model of the accounts tells which terms of new commerce were shortened.
 */
function endsByTheCalendar(one: BookedSubscription): string[] {
  if (one.commitmentEnd === '9999-12-31') return []
  const [year = 0, month = 0, day = 0] = one.termStart.split('-').map(Number)
  const later = month - 1 + (months[one.termDuration] ?? 1)
  const last = new Date(Date.UTC(year, later + 1, 0)).getUTCDate()
  const end = new Date(Date.UTC(year, later, Math.min(day, last) - 1)).toISOString().slice(0, 10)
  const fits = one.commerce === 'nce' ? one.commitmentEnd <= end : one.commitmentEnd === end
  return fits ? [] : [`${one.id} (${one.termDuration} from ${one.termStart}) ends on ${one.commitmentEnd}`]
}

/** A request makes one move; in a long time there may be several. */
function movesAsPublished({ before, moves, waited }: Step, { id, status }: BookedSubscription): string[] {
  const was = before.subscriptions.find((one) => one.id === id)?.status
  if (was === undefined || was === status) return []
  const following = (one: string): string[] => Object.keys(moves[one] ?? {})
  const reached = new Set(following(was))
  if (waited) for (const one of reached) for (const next of following(one)) reached.add(next)
  return reached.has(status) ? [] : [`${id} was ${was} and is ${status}`]
}

/** The pools of the customer's tenant, with none missing and none too many. */
function poolsAreTheSums({ subscriptions, holdings }: Books): string[] {
  const held = subscriptions.filter(
    ({ commerce, status }) => commerce === 'nce' && !['expired', 'disabled', 'deleted'].includes(status),
  )
  const skus = new Set([
    ...held.map(({ productId, skuId }) => `${productId}:${skuId}`),
    ...holdings.map(({ sku }) => sku),
  ])
  return [...skus].flatMap((sku) => {
    const own = held.filter(({ productId, skuId }) => `${productId}:${skuId}` === sku)
    const seats = own.reduce((sum, { quantity }) => sum + quantity, 0)
    const pool = holdings.find((one) => one.sku === sku)
    return (pool?.seats ?? 0) === seats && (pool?.subscriptions ?? 0) === own.length
      ? []
      : [`the pool of ${sku} is ${pool?.seats} in ${pool?.subscriptions}, not ${seats} in ${own.length}`]
  })
}

const amountsAreInCents = ({ charges }: Books): string[] =>
  charges
    .filter(({ amount, currency }) => currency !== 'USD' || !/^-?\d+\.\d{2}$/.test(amount))
    .map(({ amount, currency }) => `a line comes to ${amount} ${currency}`)
