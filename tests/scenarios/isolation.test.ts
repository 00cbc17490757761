import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { faultOf, World, type Subscription } from '@tenantry/recipes'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { server } from '../world/world.ts'

/** What another partner may learn of a customer it has no relationship with: nothing. */
const refusals = [
  { code: 20002, status: 403 },
  { code: 60003, status: 404 },
  // Said of the account, before the path is looked at.
  { code: 900127, status: 400 },
]

const ofCustomers = Object.entries(endpoints as Readonly<Record<string, Endpoint>>).filter(([, { path }]) =>
  path.includes(':customerId'),
)

describe("another partner learns nothing of a partner's customers", () => {
  let owner: Subscription
  let stranger: World

  before(async () => {
    const { url, operatorKey } = await server()
    const main = operatorClient({ url, key: operatorKey })
    const made = await main.worlds.create({ seed: 'default', clock: 'fixed' })
    const world = await World.open(operatorClient({ url: made.url, key: operatorKey }))
    owner = await (await world.customer()).subscribe('business-basic')
    stranger = await world.of({ type: 'directBill', environment: 'production', index: 1 })
  })

  for (const [name, endpoint] of ofCustomers) {
    test(`${name}: ${endpoint.method} ${endpoint.path}`, async () => {
      const answer = await stranger.raw({
        because: 'every operation there is, with whatever ids it takes',
        method: endpoint.method,
        path: endpoint.path,
        params: {
          customerId: owner.customer.id,
          subscriptionId: owner.id,
          orderId: owner.orderId,
          cartId: owner.id,
          migrationId: owner.id,
          scheduleId: owner.id,
          transferId: owner.id,
          productId: 'CFQ7TTC0LH18',
          skuId: '0001',
          availabilityId: 'CFQ7TTC0K971',
          lineItemNumber: '0',
          entitlementId: owner.id,
          groupId: owner.orderId,
          lineItemId: '0',
          resourceId: owner.id,
        },
        ...(isBodiless(endpoint) ? {} : { body: {} }),
      })

      assert.ok(
        refusals.some(({ code, status }) => faultOf(answer)?.code === code && answer.status === status),
        `answered ${answer.status} ${JSON.stringify(answer.body)}`,
      )
    })
  }
})

const isBodiless = ({ body }: Endpoint): boolean => (body as { type?: string }).type === 'void'
