/**
 * What a subscription owes by the published price list and calendar: quantity × price × days, each line rounded once.
 * It shares nothing with the product, so that the two can contradict each other.
 */
export interface Plan {
  /** `productId:skuId` */
  readonly sku: string
  /** `P1M`, `P1Y`, `P3Y`; empty for what is bought for good. */
  readonly term: string
  readonly cycle: string
  /** In an extended service term: what it was before. */
  readonly before?: Plan
}

export interface OwedLine {
  readonly quantity: number
  readonly from: string
  /** Inclusive. */
  readonly to: string
  /** Cents. */
  readonly minor: bigint
  readonly atMs: number
}

/** What the subscription says of its future before the clock moves. */
export interface Will {
  readonly renews: boolean
  /** A term that is not renewed goes on in months of service, if it ends late enough. */
  readonly extends?: boolean
  /** The first day without service, in a month of service. */
  readonly cancelledOn?: string | undefined
  readonly nextTerm?: (Plan & { readonly quantity: number; readonly end: string | undefined }) | undefined
  readonly nextCycle?: string | undefined
}

/** US retail prices in cents: of a licence for a month, of software for its whole term; none has a promotion now. */
const licences: Readonly<Record<string, number>> = {
  'CFQ7TTC0LH18:0001': 600,
  'CFQ7TTC0LDPB:0001': 1250,
  'CFQ7TTC0LCHC:0002': 2200,
  'CFQ7TTC0LF8Q:0001': 1000,
  'CFQ7TTC0LF8R:0001': 2300,
  'CFQ7TTC0LF8S:0002': 3800,
  'CFQ7TTC0LFLX:0001': 3600,
  'CFQ7TTC0LFLZ:0002': 5700,
  'CFQ7TTC0Z0T2:0001': 400,
  'CFQ7TTC0LH18:0002': 0,
}
const software: Readonly<Record<string, number>> = {
  'DG7GMGF0DVT7:000C': 4500,
  'DG7GMGF0DVSV:000P': 17_000,
  'DG7GMGF0D8H4:0003': 19_900,
}

const endless = '9999-12-31'
const dayMs = 86_400_000
const fullRefundHours = ({ sku, before }: Plan): number =>
  before === undefined ? (sku === 'DG7GMGF0D8H4:0003' ? 720 : 24) : 0

/** Terms that end before it have days of grace. */
const firstExtendedEnd = '2026-05-04'

/** One subscription of new commerce as its owner's bookkeeping has it. */
export class Account {
  quantity: number
  plan: Plan
  start: string
  end: string
  /** The last day that is paid for. */
  paidTo: string
  isOver = false
  /** When the term began that can be cancelled; a term that a change began cannot. */
  cancellableSinceMs: number | undefined
  readonly lines: OwedLine[] = []

  constructor(plan: Plan, quantity: number, start: string, end: string) {
    this.plan = plan
    this.quantity = quantity
    this.start = start
    this.end = end
    this.paidTo = this.#paidFrom(start)
  }

  static bought(plan: Plan, quantity: number, nowMs: number, end?: string): Account {
    const today = dateOf(nowMs)
    const account = new Account(plan, quantity, today, end ?? endOfTerm(today, plan.term))
    account.cancellableSinceMs = nowMs
    account.charge(quantity, today, nowMs)
    return account
  }

  /** Seats that came from another subscription: on its days, or as a term of their own that begins today. */
  static split(
    plan: Plan,
    quantity: number,
    nowMs: number,
    alongside: { readonly termStart: string; readonly commitmentEnd: string } | undefined,
  ): Account {
    const today = dateOf(nowMs)
    const { termStart = today, commitmentEnd = endOfTerm(today, plan.term) } = alongside ?? {}
    const account = new Account(plan, quantity, termStart, commitmentEnd)
    account.paidTo = account.#paidFrom(today)
    account.charge(quantity, today, nowMs)
    return account
  }

  get total(): bigint {
    return this.lines.reduce((sum, { minor }) => sum + minor, 0n)
  }

  /** Charges, or with a negative quantity gives back, the days from `from` to the end of its cycle. */
  charge(quantity: number, from: string, atMs: number): void {
    const cycle = this.#cycle(from)
    const days = dayNumber(cycle.to) - dayNumber(from) + 1
    const numerator = BigInt(quantity) * priceOf(this.plan) * BigInt(cycle.months * days)
    const minor = roundedHalfUp(numerator, BigInt(termMonths(this.plan) * cycle.days) * 10_000n)
    if (priceOf(this.plan) > 0n) this.lines.push({ quantity, from, to: cycle.to, minor, atMs })
  }

  changeQuantity(quantity: number, nowMs: number): void {
    this.charge(-this.quantity, dateOf(nowMs), nowMs)
    this.charge(quantity, dateOf(nowMs), nowMs)
    this.quantity = quantity
  }

  /** Within a day all that was charged for the term, later the rest of the cycle, but never more than was charged. */
  cancel(nowMs: number): void {
    this.isOver = true
    const since = this.cancellableSinceMs
    if (since === undefined) return
    const today = dateOf(nowMs)
    const charged = this.lines.filter(({ atMs }) => atMs >= since).reduce((sum, { minor }) => sum + minor, 0n)
    // A month of service is never given back as a whole.
    const isFull = this.plan.before === undefined && nowMs <= since + fullRefundHours(this.plan) * 3_600_000
    this.charge(-this.quantity, isFull ? this.#cycle(today).from : today, nowMs)
    const line = this.lines.pop()
    if (line === undefined) return
    const back = isFull || -line.minor > charged ? charged : -line.minor
    this.lines.push({ ...line, minor: -back })
  }

  /** Seats that leave for another subscription. */
  giveAway(seats: number, nowMs: number): void {
    this.charge(-seats, dateOf(nowMs), nowMs)
    this.quantity -= seats
    if (this.quantity === 0) this.isOver = true
  }

  receive(seats: number, nowMs: number): void {
    this.charge(seats, dateOf(nowMs), nowMs)
    this.quantity += seats
  }

  /** Another product, a longer term or both: the old days are given back, the new ones charged, from today on. */
  become(plan: Plan, quantity: number, nowMs: number, startsAnew: boolean): void {
    const today = dateOf(nowMs)
    this.charge(-this.quantity, today, nowMs)
    this.plan = plan
    this.quantity = quantity
    if (startsAnew) {
      this.start = today
      this.end = endOfTerm(today, plan.term)
    }
    this.cancellableSinceMs = undefined
    this.paidTo = this.#paidFrom(today)
    this.charge(quantity, today, nowMs)
  }

  /** What the days up to `nowMs` cost: cycles, and renewals at the beginning of the day after the term. */
  live(nowMs: number, will: Will): void {
    let { nextTerm, nextCycle } = will
    while (!this.isOver && this.paidTo !== endless) {
      const next = addDays(this.paidTo, 1)
      if (will.cancelledOn !== undefined && will.cancelledOn <= next) {
        if (dayNumber(will.cancelledOn) * dayMs > nowMs) return
        if (will.cancelledOn < next) this.cancel(dayNumber(will.cancelledOn) * dayMs)
        this.isOver = true
        return
      }
      const atMs = dayNumber(next) * dayMs
      if (atMs > nowMs) return
      const cycle = nextCycle ?? this.plan.cycle
      nextCycle = undefined
      if (this.paidTo < this.end) {
        this.plan = { ...this.plan, cycle }
      } else if (will.renews) {
        const { before = { ...this.plan, cycle } } = this.plan
        this.#renew(next, nextTerm ?? { ...before, quantity: this.quantity, end: undefined }, atMs)
        nextTerm = undefined
      } else if (will.extends === true && this.end >= firstExtendedEnd) {
        const { sku, before = this.plan } = this.plan
        const month = { sku, term: 'P1M', cycle: 'monthly', before }
        this.#renew(next, { ...month, quantity: this.quantity, end: undefined }, atMs)
      } else {
        this.isOver = true
        return
      }
      this.charge(this.quantity, next, atMs)
      this.paidTo = this.#paidFrom(next)
    }
  }

  #renew(start: string, { quantity, end, ...plan }: NonNullable<Will['nextTerm']>, atMs: number): void {
    this.plan = plan
    this.quantity = quantity
    this.start = start
    this.end = end ?? endOfTerm(start, plan.term)
    this.cancellableSinceMs = atMs
  }

  #paidFrom(day: string): string {
    return ['none', 'one_time'].includes(this.plan.cycle) ? this.end : this.#cycle(day).to
  }

  /** Cycles keep the day that the term began on; the last one is cut where the term was shortened. */
  #cycle(day: string): { from: string; to: string; days: number; months: number } {
    const months = cycleMonths(this.plan)
    let k = 0
    while (addMonths(this.start, (k + 1) * months) <= day) k += 1
    const [from, next] = [addMonths(this.start, k * months), addMonths(this.start, (k + 1) * months)]
    const to = addDays(next, -1)
    const days = dayNumber(next) - dayNumber(from)
    return { from, to: to < this.end ? to : this.end, days, months }
  }
}

/** One unit for a whole term, in millionths of a dollar; partners pay 80 % of a licence, a month alone costs 120 %. */
function priceOf(plan: Plan): bigint {
  const whole = software[plan.sku]
  if (whole !== undefined) return BigInt(whole) * 10_000n
  const retail = licences[plan.sku]
  if (retail === undefined) throw new Error(`the model has no price of ${plan.sku}`)
  const tenths = plan.term === 'P1M' ? 12 : termMonths(plan) * 10
  const price = BigInt(retail * tenths * 800)
  return plan.before === undefined ? price : (price * 103n) / 100n
}

const termMonths = ({ term }: Pick<Plan, 'term'>): number => ({ P1Y: 12, P3Y: 36 })[term] ?? 1

const cycleMonths = (plan: Plan): number =>
  ({ monthly: 1, annual: 12, triennial: 36 })[plan.cycle] ?? termMonths(plan)

export const isLonger = (term: string, than: string): boolean =>
  termMonths({ term }) > termMonths({ term: than })

export const endOfTerm = (start: string, term: string): string =>
  term === '' ? endless : addDays(addMonths(start, termMonths({ term })), -1)

/** Away from zero at the half. */
function roundedHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs

export const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (date: string, days: number): string => dateOf((dayNumber(date) + days) * dayMs)

function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, last)))
}
