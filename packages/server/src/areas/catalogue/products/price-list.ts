import { Type } from 'typebox'
import upliftRows from '../../../../data/policies/annual-monthly-uplift.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'
import { decimal, formatDecimal, multiply, multiplyDecimals, type Decimal } from '../../../kernel/decimal.ts'
import { divide } from '../../../kernel/rounding.ts'
import { isDuration, monthsOf } from '../../../kernel/time.ts'
import type { Price, ProductFamily, Segment, Sku } from './catalogue.ts'
import type { MarketFile } from './data-files.ts'

/**
 * Factor on licences whose term of a year or longer is billed by the month. Exact decimal string.
 * @see partner-center/announcements/2024-december
 */
export const annualMonthlyUplift = datedPolicy({
  name: 'annual-monthly-uplift',
  schema: Type.String({ pattern: '^\\d+(\\.\\d+)?$' }),
  rows: upliftRows,
})

export interface PriceQuestion {
  readonly sku: Sku
  readonly family: ProductFamily
  readonly segment: Segment
  readonly currency: string
  readonly termDuration: string
  readonly billingCycle: string
  /** Per hour; savings plans only. */
  readonly commitment?: string | undefined
  /** As `annualMonthlyUplift` has it. */
  readonly uplift: string
}

type Currencies = MarketFile['currencies']

/**
 * The shipped price of one unit for the whole term. Licences have a retail price per month: a month bought alone costs
 * a fifth more, a year twelve and three years thirty-six of it. The amounts are test prices, not a quotation.
 */
export function listPrice(question: PriceQuestion, currencies: Currencies): Price | undefined {
  const { sku, currency } = question
  if (sku.price.kind === 'usage') return price(decimal('0'), decimal('0'), currency)
  if (sku.price.kind === 'commitment') return commitmentPrice(question)
  const row = currencies[currency]
  if (row === undefined) return undefined
  if (sku.price.kind === 'term') {
    const terms: Readonly<Record<string, string>> = sku.price.erp
    const dollars = Object.hasOwn(terms, question.termDuration) ? terms[question.termDuration] : undefined
    if (dollars === undefined) return undefined
    const amount = currency === 'USD' ? decimal(dollars) : converted(dollars, row.perDollar, row.step)
    return price(amount, amount, currency)
  }
  // The term can be a client's, whom a rule tells later that the product has no such one.
  if (!isDuration(question.termDuration)) return undefined
  const known = sku.price.known[currency] ?? (currency === 'USD' ? sku.price.erp : undefined)
  const monthly =
    known === undefined ? converted(sku.price.erp, row.perDollar, row.monthlyStep) : decimal(known)
  const retail = uplifted(termPrice(monthly, question.termDuration), question)
  return price(partnerPrice(retail, question), retail, currency)
}

/** `amount × perDollar`, rounded half up to a multiple of `step`. */
function converted(dollars: string, perDollar: string, step: string): Decimal {
  const exact = multiplyDecimals(decimal(dollars), decimal(perDollar))
  const grain = decimal(step)
  const steps = divide(
    exact.unscaled * 10n ** BigInt(grain.scale),
    grain.unscaled * 10n ** BigInt(exact.scale),
    'half-up',
  )
  return multiply(grain, steps)
}

const monthAlone = decimal('1.2')

function termPrice(monthly: Decimal, termDuration: string): Decimal {
  const months = monthsOf(termDuration)
  return months === 1 ? multiplyDecimals(monthly, monthAlone) : multiply(monthly, months)
}

const uplifted = (amount: Decimal, { family, billingCycle, termDuration, uplift }: PriceQuestion): Decimal =>
  family === 'license' && billingCycle === 'monthly' && monthsOf(termDuration) >= 12
    ? multiplyDecimals(amount, decimal(uplift))
    : amount

const partnerShare = decimal('0.80')

/** Education and nonprofit licences leave no margin; neither do reservations, software and SaaS here (assumed). */
const partnerPrice = (retail: Decimal, { family, segment }: PriceQuestion): Decimal =>
  family === 'license' && (segment === 'commercial' || segment === 'government')
    ? multiplyDecimals(retail, partnerShare)
    : retail

const hoursPerYear = 24 * 365

/** A savings plan is committed to in US dollars, whatever the market. */
function commitmentPrice({ commitment, termDuration }: PriceQuestion): Price | undefined {
  if (commitment === undefined) return undefined
  const total = multiply(decimal(commitment), (hoursPerYear * monthsOf(termDuration)) / 12)
  return price(total, total, 'USD')
}

const price = (unit: Decimal, retail: Decimal, currency: string): Price => ({
  unitPrice: formatDecimal(unit),
  retailPrice: formatDecimal(retail),
  currency,
})
