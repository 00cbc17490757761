import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type {
  NewCommerceMigration,
  NewCommerceMigrationRequest,
  NewCommerceMigrationSchedule,
  NewCommerceMigrationScheduleRequest,
} from '@tenantry/contract/resources/migration.ts'
import type { Customer, Subscription } from '@tenantry/recipes'
import { world } from './world.ts'

export const customerIn = async (t: TestContext): Promise<Customer> => (await world(t)).customer()

export const migrate = (
  customer: Customer,
  legacy: Subscription,
  further: Partial<NewCommerceMigrationRequest> = {},
): Promise<NewCommerceMigration> =>
  customer.client.migrations.create(customer.ids, { currentSubscriptionId: legacy.id, ...further })

export const found = (customer: Customer, { id }: { readonly id: string }): Promise<NewCommerceMigration> =>
  customer.client.migrations.get({ ...customer.ids, migrationId: id })

export const scheduled = (
  customer: Customer,
  legacy: Subscription,
  further: Partial<NewCommerceMigrationScheduleRequest>,
): Promise<NewCommerceMigrationSchedule> =>
  customer.client.migrations.createMigrationSchedule(customer.ids, {
    currentSubscriptionId: legacy.id,
    ...further,
  })

export const foundSchedule = (
  customer: Customer,
  { id }: { readonly id: string },
): Promise<NewCommerceMigrationSchedule> =>
  customer.client.migrations.getMigrationSchedule({ ...customer.ids, scheduleId: id })

export const eventsOf = async (customer: Customer, { id }: NewCommerceMigration): Promise<string[]> => {
  const events = await customer.client.migrations.listMigrationEvents(customer.ids, { migrationId: id })
  return events.map(({ eventName }) => eventName)
}

export const counterpart = (
  customer: Customer,
  { newCommerceSubscriptionId }: NewCommerceMigration,
): Subscription => {
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
