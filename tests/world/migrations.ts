import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Customer, Subscription } from '@tenantry/recipes'
import { world } from './world.ts'

export interface Migration {
  readonly id: string
  readonly status: string
  readonly newCommerceSubscriptionId?: string
  readonly newCommerceOrderId?: string
  readonly subscriptionEndDate: string
  readonly addOnMigrations: readonly Migration[]
  readonly microsoftLed: boolean
}

export interface Schedule {
  readonly id: string
  readonly status: string
  readonly newCommerceMigrationId?: string
  readonly errorCode?: number
}

export const path = '/migrations/newcommerce'

export const customerIn = async (t: TestContext): Promise<Customer> => (await world(t)).customer()

export const migrate = (customer: Customer, legacy: Subscription, further: object = {}): Promise<Migration> =>
  customer.send('POST', path, { currentSubscriptionId: legacy.id, ...further })

export const found = (customer: Customer, { id }: { readonly id: string }): Promise<Migration> =>
  customer.send('GET', `${path}/${id}`)

export const scheduled = (customer: Customer, legacy: Subscription, further: object): Promise<Schedule> =>
  customer.send('POST', `${path}/schedules`, { currentSubscriptionId: legacy.id, ...further })

export const foundSchedule = (customer: Customer, { id }: Schedule): Promise<Schedule> =>
  customer.send('GET', `${path}/schedules/${id}`)

export const eventsOf = async (customer: Customer, { id }: Migration): Promise<string[]> => {
  const events = await customer.send<{ eventName: string }[]>('GET', `${path}/events?migrationId=${id}`)
  return events.map(({ eventName }) => eventName)
}

export const counterpart = (customer: Customer, { newCommerceSubscriptionId }: Migration): Subscription => {
  assert.ok(newCommerceSubscriptionId !== undefined, 'there is a new subscription')
  return customer.subscription(newCommerceSubscriptionId)
}

export const holders = async (subscription: Subscription): Promise<string[]> => {
  const { customer, id } = subscription
  const users = await customer.world.operator.licences({ customerId: customer.id, subscriptionId: id })
  return users.map(({ name }) => name)
}

export const licensed = (subscription: Subscription, ...users: { name: string; movable: boolean }[]) =>
  subscription.customer.world.arrange('directory', {
    subscriptions: {
      [subscription.id]: { assignedUsers: users.map((user) => ({ userObjectId: user.name, ...user })) },
    },
  })
