import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { SubscriptionWishes } from '../../buyer.ts'
import type { ProductKey } from '../../products.ts'
import { recipe, type Recipe } from '../../recipe.ts'

type Instructions = NonNullable<SubscriptionPatch['scheduledNextTermInstructions']>

/** A scheduled change for the next term that is refused. */
const refusedNextTerm = (
  fault: AnyFaultName,
  title: string,
  instructions: (endYear: number) => Instructions,
  product: ProductKey = 'business-basic',
  bought: SubscriptionWishes = {},
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      const subscription = await customer.subscribe(product, bought)
      const [productId = '', skuId = '', availabilityId = ''] = (await customer.itemOf(product)).split(':')
      const { termDuration = '', billingCycle = '', quantity, commitmentEndDate } = await subscription.get()
      const wished = instructions(Number(commitmentEndDate.slice(0, 4)))
      const scheduledNextTermInstructions = {
        quantity,
        ...wished,
        product: { productId, skuId, availabilityId, termDuration, billingCycle, ...wished.product },
      }
      return { subscription, changes: { autoRenewEnabled: true, scheduledNextTermInstructions } }
    },
    when: (world, { subscription, changes }) => subscription.by(world).askToChange(changes),
  })

export const renewalRecipes: readonly Recipe[] = [
  refusedNextTerm('nextTermProductIsInvalid', 'The next term is of a SKU that exists', () => ({
    product: { skuId: '9999' },
  })),
  refusedNextTerm('nextTermQuantityNotAllowed', 'The next term has as many seats as the SKU allows', () => ({
    quantity: 301,
  })),
  refusedNextTerm('nextTermEndDateOutOfRange', 'The next term ends within one full term', (endYear) => ({
    customTermEndDate: `${endYear + 2}-01-31T00:00:00Z`,
  })),
  refusedNextTerm(
    'nextTermEndDateNotAligned',
    'The next term ends with another subscription or with a month',
    (endYear) => ({ customTermEndDate: `${endYear}-06-15T00:00:00Z` }),
  ),
  refusedNextTerm(
    'nextTermEndDateOnlyForOnlineServices',
    'Software has no custom end of term',
    (endYear) => ({ customTermEndDate: `${endYear}-06-15T00:00:00Z` }),
    'windows-server-cal',
    { term: 'P3Y', cycle: 'one_time', seats: 5 },
  ),
]
