import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { nearestName } from '../../kernel/nearest.ts'
import { nearestRoute } from './nearest-route.ts'

const near = (method: string, url: string) => nearestRoute({ method, url }, Object.values(endpoints))
const id = '1d918c98-9513-4fbf-8584-832fb83c506d'

test('the nearest route is the one that was mistyped, with the verb that was used where it has it', () => {
  for (const [method, url, expected] of [
    ['GET', '/v1/costumers', 'GET /v1/customers'],
    ['POST', '/v1/customer', 'POST /v1/customers'],
    ['GET', `/v1/customer/${id}?a=/b/c`, 'GET /v1/customers/:customerId'],
    ['POST', `/v1/customers/${id}/cart`, 'POST /v1/customers/:customerId/carts'],
    [
      'GET',
      `/v1/customers/${id}/subscriptions/${id}/transition`,
      'GET /v1/customers/:customerId/subscriptions/:subscriptionId/transitions',
    ],
    [
      'POST',
      `/v1/customers/${id}/carts/${id}/checkouts`,
      'POST /v1/customers/:customerId/carts/:cartId/checkout',
    ],
    ['PUT', '/v1/customers', 'GET /v1/customers'],
  ] as const) {
    assert.equal(near(method, url), expected, url)
  }
})

test('a path without end is compared quickly', () => {
  const startedMs = performance.now()
  near('GET', `/v1/${'subscriptionz/'.repeat(1_000)}${'x'.repeat(10_000)}`)
  assert.ok(performance.now() - startedMs < 200)
})

test('the nearest name is close enough to be meant', () => {
  const names = ['quantity', 'billingCycle', 'friendlyName']
  assert.equal(nearestName('Quantty', names), 'quantity')
  assert.equal(nearestName('billing_cycle', names), 'billingCycle')
  assert.equal(nearestName('purchaseOrder', names), undefined)
  assert.equal(nearestName('x', []), undefined)
})
