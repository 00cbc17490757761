/**
 * What a subscription owes by the published price list and calendar: the price of a unit for the days, cut to cents, by
 * the units. It shares nothing with the product, so that the two can contradict each other.
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
    const days = cycle.to === endless ? 1 : dayNumber(cycle.to) - dayNumber(from) + 1
    this.#line(quantity, from, atMs, [days, cycle.days])
  }

  /** What a share of the cycle costs; also a line of 0.00, but none without units or days. */
  #line(quantity: number, from: string, atMs: number, [part, whole]: readonly [number, number]): void {
    const { to, months } = this.#cycle(from)
    if (quantity === 0 || part <= 0) return
    const unit =
      (priceOf(this.plan) * BigInt(months * part)) / (BigInt(termMonths(this.plan) * whole) * 10_000n)
    this.lines.push({ quantity, from, to, minor: BigInt(quantity) * unit, atMs })
  }

  /** The first cycle of another plan: a year that is part-used is paid by the months that are left of it. */
  #chargeNewPlan(from: string, atMs: number): void {
    const { from: begin, to, months } = this.#cycle(from)
    if (from === begin) this.charge(this.quantity, from, atMs)
    else this.#line(this.quantity, from, atMs, [monthNumber(addDays(to, 1)) - monthNumber(from), months])
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
        const isNew = cycle !== this.plan.cycle
        this.plan = { ...this.plan, cycle }
        if (isNew) {
          this.#chargeNewPlan(next, atMs)
          this.paidTo = this.#paidFrom(next)
          continue
        }
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

  /** Cycles keep the day that the term began on, or that follows an end that was set: then the part comes first. */
  #cycle(day: string): { from: string; to: string; days: number; months: number } {
    if (this.plan.term === '') return { from: this.start, to: endless, days: 1, months: 1 }
    const months = cycleMonths(this.plan)
    const isNatural = this.end === endOfTerm(this.start, this.plan.term)
    const anchor = isNatural ? this.start : addDays(this.end, 1)
    const isShort = months < termMonths(this.plan)
    const begins = (k: number) => monthsFrom(anchor, k * months, isShort)
    let k = isNatural ? 0 : -40
    while (begins(k + 1) <= day) k += 1
    const [begin, next] = [begins(k), begins(k + 1)]
    const days = dayNumber(next) - dayNumber(begin)
    const from = begin > this.start ? begin : this.start
    return { from, to: addDays(next, -1), days, months }
  }
}

/**
 * One unit for a whole term, in millionths of a dollar; partners pay 80 % of a licence, a month alone costs 120 %, and
 * a year that is billed by the month 105 %.
 */
function priceOf(plan: Plan): bigint {
  const whole = software[plan.sku]
  if (whole !== undefined) return BigInt(whole) * 10_000n
  const retail = licences[plan.sku]
  if (retail === undefined) throw new Error(`the model has no price of ${plan.sku}`)
  const tenths = plan.term === 'P1M' ? 12 : termMonths(plan) * 10
  const dearer = plan.cycle === 'monthly' && termMonths(plan) >= 12 ? 105n : 100n
  const price = (BigInt(retail * tenths * 800) * dearer) / 100n
  return plan.before === undefined ? price : (price * 103n) / 100n
}

const termMonths = ({ term }: Pick<Plan, 'term'>): number => ({ P1Y: 12, P3Y: 36 })[term] ?? 1

const cycleMonths = (plan: Plan): number =>
  ({ monthly: 1, annual: 12, triennial: 36 })[plan.cycle] ?? termMonths(plan)

export const isLonger = (term: string, than: string): boolean =>
  termMonths({ term }) > termMonths({ term: than })

export const endOfTerm = (start: string, term: string): string =>
  term === '' ? endless : addDays(addMonths(start, termMonths({ term })), -1)

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs

export const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (date: string, days: number): string => dateOf((dayNumber(date) + days) * dayMs)

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** As printed for January 30th: from the 30th of a month of 31 days on, months begin on their last day but one. */
function monthsFrom(date: string, months: number, isShort: boolean): string {
  const later = addMonths(date, months)
  const lastOf = (day: string) => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1)
  const isLastButOne = isShort && date.endsWith('-30') && lastOf(date).endsWith('-31')
  return isLastButOne ? addDays(lastOf(later), -1) : later
}

function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, last)))
}
