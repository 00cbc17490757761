import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { pricing } from '../../../collaborators/purchases/pricing.ts'
import { decimal, formatDecimal, prorate } from '../../../kernel/decimal.ts'
import { plainDate } from '../../../kernel/time.ts'
import { lineRounding, type ChargeLine, type LineRounding } from '../../books/ledger/public.ts'
import {
  customerId,
  e3,
  e3Trial,
  e5,
  renewalsWorld,
  type RenewalsWorld,
} from '../renewals/renewals-world.fixture.ts'
import { cancellationWindows } from '../subscription/public.ts'
import published from './published-charges.json' with { type: 'json' }
import { area } from './area.ts'
import { transitionSchedule } from './transition-agenda.ts'
import { transitionTable } from './transition-repository.ts'

/**
 * Worked examples that Microsoft has published or that were recorded of the service, and some that follow from its
 * rules: each is lived through, and its lines are held against those that were printed, under every rounding that is
 * known to give them. @see partner-center/billing/common-billing-scenarios-onetime-recurring
 */
type Name = keyof typeof published
type Plan = readonly [
  termDuration: string,
  billingCycle: 'monthly' | 'annual' | 'one_time',
  termPrice: string,
]

interface Example {
  /** When it begins: at ten o'clock of this day. */
  readonly on: string
  /** What happens. Only as many of the last lines as are printed are looked at. */
  readonly happens: (world: RenewalsWorld) => Promise<void>
}

const buy = (world: RenewalsWorld, quantity: number, plan: Plan, more: object = {}) => {
  const [termDuration, billingCycle, termPrice] = plan
  return world.buy(e3, quantity, { termDuration, billingCycle, termPrice, ...more })
}

const bought = (on: string, quantity: number, plan: Plan, more: object = {}): Example => ({
  on,
  happens: async (world) => void (await buy(world, quantity, plan, more)),
})

/** The seven days that one example has although it is older than they are. */
async function sevenDays(world: RenewalsWorld): Promise<void> {
  const [latest] = cancellationWindows.rows.slice(-1)
  if (latest === undefined) return
  await world.world.setPolicy(cancellationWindows, [{ ...latest, effectiveFrom: plainDate('2000-01-01') }])
}

/** A purchase whose seats change, on days that are given with their new number; 0 cancels. */
const changed = (
  on: string,
  quantity: number,
  plan: Plan,
  changes: readonly (readonly [string, number])[],
  more: object = {},
): Example => ({
  on,
  happens: async (world) => {
    await sevenDays(world)
    const { id } = await buy(world, quantity, plan, more)
    for (const [day, seats] of changes) {
      await world.until(`${day}T12:00:00Z`)
      await world.patch(id, seats === 0 ? { status: 'deleted' } : { quantity: seats })
    }
  },
})

/** What the price list has from now on. */
const listed = (world: RenewalsWorld, sku: string, [termDuration, billingCycle, unitPrice]: Plan) => {
  const [productId = '', skuId = ''] = sku.split(':')
  const prices = [{ productId, skuId, termDuration, billingCycle, unitPrice }]
  return world.set(pricing, { prices, missing: [], exchangeRates: {} })
}

const upgraded = (
  on: string,
  day: string,
  seats: readonly [number, number],
  from: Plan,
  to: Plan,
): Example => ({
  on,
  happens: async (world) => {
    const { id } = await buy(world, seats[0], from)
    await listed(world, e5, to)
    await world.until(`${day}T12:00:00Z`)
    await moved(world, id, e5, seats[1])
  },
})

const moved = (world: RenewalsWorld, subscriptionId: string, sku: string, quantity: number) =>
  world.in((scope) =>
    area.routes.createTransition(scope, {
      params: { customerId, subscriptionId },
      query: {},
      body: { toCatalogItemId: sku, quantity, transitionType: 'transition_only' },
      headers: {},
    }),
  )

const replanned = (plan: Plan, to: Plan, change: string): Example => ({
  on: '2021-09-20',
  happens: async (world) => {
    const { id } = await buy(world, 10, plan)
    await listed(world, e3, to)
    await world.patch(id, { billingCycle: to[1] })
    await world.until(`${change}T12:00:00Z`)
  },
})

const forGood = { termDuration: '', billingCycle: 'one_time', termPrice: '931' } as const
const perpetual = 'DG7GMGF0D8H4:0003'
const businessStandard: Plan = ['P1M', 'monthly', '10.08']
const migrated = { migration: { fromSubscriptionId: 'older', commitmentEnd: plainDate('2023-01-24') } }
const suite: Plan = ['P1Y', 'monthly', '240']

const examples: Readonly<Record<Name, Example>> = {
  'new-monthly-term': bought('2021-06-18', 10, businessStandard),
  'renew-monthly-term': {
    on: '2021-06-18',
    happens: async (world) => {
      await buy(world, 10, businessStandard)
      await listed(world, e3, businessStandard)
      await world.until('2021-07-18T12:00:00Z')
    },
  },
  'new-annual-monthly-and-second-cycle': {
    on: '2021-06-18',
    happens: async (world) => {
      await buy(world, 10, ['P1Y', 'monthly', '120.96'])
      await world.until('2021-07-18T12:00:00Z')
    },
  },
  'new-annual-upfront': bought('2021-06-18', 10, ['P1Y', 'annual', '120.96']),
  'add-seats-mid-cycle': changed('2021-06-18', 10, businessStandard, [['2021-06-20', 12]]),
  'remove-seats-inside-window': changed('2021-06-18', 12, businessStandard, [['2021-06-20', 8]]),
  'five-seat-changes-in-one-cycle': changed(
    '2022-03-05',
    10,
    ['P1M', 'monthly', '12'],
    [
      ['2022-03-07', 15],
      ['2022-03-10', 25],
      ['2022-03-12', 23],
      ['2022-03-14', 20],
      ['2022-03-25', 30],
    ],
  ),
  'cancel-inside-window': changed('2021-07-15', 10, businessStandard, [['2021-07-17', 0]]),
  'full-upgrade-in-place': upgraded('2021-06-18', '2021-06-25', [300, 300], businessStandard, [
    'P1M',
    'monthly',
    '6.43',
  ]),
  'partial-upgrade-new-subscription': upgraded('2021-06-18', '2021-06-25', [300, 100], businessStandard, [
    'P1M',
    'monthly',
    '6.43',
  ]),
  'trial-to-paid-same-day': {
    on: '2021-06-25',
    happens: async (world) => {
      const { id } = await world.buy(e3Trial, 25)
      await listed(world, e3, ['P1Y', 'monthly', '631.32'])
      await moved(world, id, e3, 25)
    },
  },
  'billing-plan-annual-to-monthly': replanned(
    ['P3Y', 'annual', '750'],
    ['P3Y', 'monthly', '720'],
    '2022-09-20',
  ),
  'billing-plan-monthly-to-annual': replanned(
    ['P3Y', 'monthly', '720'],
    ['P3Y', 'annual', '750'],
    '2021-10-20',
  ),
  'migration-full-term-annual-plan': bought('2022-01-25', 1, ['P1Y', 'annual', '192'], migrated),
  'migration-full-term-monthly-plan': bought('2022-01-25', 1, ['P1Y', 'monthly', '192'], migrated),
  'promotion-percent-off': bought('2021-05-20', 50, ['P1Y', 'monthly', '172.8'], { listPrice: '192' }),
  'cancel-on-purchase-day': changed('2021-10-12', 10, ['P1M', 'monthly', '3'], [['2021-10-12', 0]]),
  'derived-new-annual-monthly': bought('2026-11-20', 25, suite),
  'derived-remove-inside-window': changed('2026-11-20', 25, suite, [['2026-11-24', 20]]),
  'derived-add-mid-cycle': changed('2026-11-20', 25, suite, [['2026-12-24', 30]]),
  'derived-cancel-inside-window': changed('2026-11-20', 25, suite, [['2026-11-24', 0]]),
  'derived-renew-new-price': {
    on: '2026-11-20',
    happens: async (world) => {
      await buy(world, 25, suite)
      await world.until('2027-06-01T12:00:00Z')
      await listed(world, e3, ['P1Y', 'monthly', '264'])
      await world.until('2027-11-20T12:00:00Z')
    },
  },
  'derived-coterm-first-period': bought('2026-11-20', 10, ['P1Y', 'annual', '240'], {
    customTermEndDate: plainDate('2027-03-31'),
  }),
  'derived-transition-partial': upgraded(
    '2027-01-20',
    '2027-02-03',
    [25, 10],
    ['P1Y', 'monthly', '360'],
    ['P1Y', 'monthly', '600'],
  ),
  'derived-promotion-prorated': changed('2026-11-20', 50, ['P1Y', 'monthly', '172.8'], [['2026-11-30', 60]], {
    listPrice: '192',
  }),
  'derived-one-time-perpetual': {
    on: '2026-11-20',
    happens: async (world) => void (await world.buy(perpetual, 3, forGood)),
  },
  'derived-perpetual-refund-full': {
    on: '2026-11-20',
    happens: async (world) => {
      const { id } = await world.buy(perpetual, 3, forGood)
      await world.until('2026-12-01T12:00:00Z')
      await world.patch(id, { status: 'deleted' })
    },
  },
  'derived-extended-service-term': {
    on: '2025-12-20',
    happens: async (world) => {
      const { id } = await buy(world, 10, suite)
      await world.patch(id, { autoRenewEnabled: false })
      await world.until('2026-12-20T12:00:00Z')
    },
  },
}

/** Of an example one printed more digits and another fewer, cut or rounded. */
const printedAs = (ours: string, printed: string): string => {
  const digits = printed.split('.')[1]?.length ?? 0
  const asPrinted = formatDecimal(decimal(printed.replace('-', '')))
  const [cut = '', rounded = ''] = (['cut', 'half-up'] as const).map((mode) =>
    formatDecimal(prorate(decimal(ours), 1, 1, digits, mode)),
  )
  return rounded === asPrinted ? rounded : cut
}

const shown = (line: ChargeLine, { effectiveUnitPrice }: { readonly effectiveUnitPrice: string }) => [
  line.type,
  line.periodStart,
  line.periodEnd ?? '',
  Math.abs(line.quantity),
  line.unitPrice,
  printedAs(line.effectiveUnitPrice, effectiveUnitPrice),
  line.amount,
]

for (const [name, { on, happens }] of Object.entries(examples)) {
  const printed = published[name as Name]
  for (const rounding of Object.keys(printed[0]?.amounts ?? {}) as LineRounding[]) {
    test(`${name} costs what is printed (${rounding})`, async () => {
      const world = await renewalsWorld('production', {
        now: `${on}T10:00:00Z`,
        tables: [transitionTable] as never,
        schedule: transitionSchedule,
      })
      await world.world.setPolicy(lineRounding, [
        { effectiveFrom: plainDate('2000-01-01'), value: rounding, source: 'assumed' },
      ])
      await happens(world)

      const lines = (await world.lines()).slice(-printed.length)
      equal(lines.length, printed.length)
      deepEqual(
        lines.map((line, i) => shown(line, printed[i] ?? { effectiveUnitPrice: '0' })),
        printed.map((line) => [
          line.type,
          line.start,
          line.end,
          line.quantity,
          formatDecimal(decimal(line.unitPrice)),
          formatDecimal(decimal(line.effectiveUnitPrice.replace('-', ''))),
          (line.amounts as Readonly<Record<string, string>>)[rounding],
        ]),
      )
    })
  }
}
