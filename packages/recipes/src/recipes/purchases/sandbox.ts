import { recipe, type Recipe } from '../../recipe.ts'
import type { World } from '../../world.ts'

const sandbox = (world: World): Promise<World> => world.of({ environment: 'sandbox' })

export const sandboxRecipes: readonly Recipe[] = [
  recipe({
    fault: 'customerSubscriptionLimitExceeded',
    title: 'A sandbox customer has at most five subscriptions',
    async given(world) {
      const customer = await (await sandbox(world)).customer()
      const cart = await customer.cart([await customer.line('visio-1', { seats: 1 })])
      for (const product of [
        'business-basic',
        'business-standard',
        'office-e1',
        'office-e3',
        'm365-f3',
      ] as const) {
        await customer.subscribe(product, { seats: 1 })
      }
      return { customer, cart }
    },
    when: (world, { customer, cart }) =>
      customer.by(customer.world.in(world.caller.locale)).askToCheckOut(cart),
  }),
  recipe({
    fault: 'subscriptionSeatLimitExceeded',
    title: 'A sandbox subscription has at most 25 seats',
    async given(world) {
      const customer = await (await sandbox(world)).customer()
      return { customer, subscription: await customer.subscribe('business-basic', { seats: 20 }) }
    },
    when: (world, { customer, subscription }) =>
      subscription.by(customer.world.in(world.caller.locale)).askToChange({ quantity: 26 }),
  }),
]
