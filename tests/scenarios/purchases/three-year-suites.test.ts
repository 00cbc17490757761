import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import { faultOf } from '@tenantry/recipes/session.ts'
import { world } from '../../world/world.ts'

const withTeams = 'CFQ7TTC0Z0W3:0001'

test('three years of a suite are bought from a hundred seats, by the year or at once', async (t) => {
  const customer = await (await world(t)).customer()
  const errorOf = async (seats: number, cycle: string) => {
    const { lineItems } = await customer.cart([await customer.line('m365-e3', { term: 'P3Y', cycle, seats })])
    return lineItems[0]?.error?.errorCode
  }
  assert.notEqual(await errorOf(99, 'annual'), undefined)
  assert.equal(await errorOf(100, 'annual'), undefined)
  assert.equal(await errorOf(100, 'triennial'), undefined)
  assert.notEqual(await errorOf(100, 'monthly'), undefined)
})

test('a suite goes on for three years with a hundred seats', async (t) => {
  const customer = await (await world(t)).customer()
  const suite = await customer.subscribe('m365-e3', { term: 'P1Y', cycle: 'annual', seats: 99 })
  const longer = { termDuration: 'P3Y', billingCycle: 'annual' } as const

  const { code, status } = faults.quantityOutOfRange
  assert.deepEqual(faultOf(await suite.askToChange(longer)), { code, status })
  await suite.change({ ...longer, quantity: 100 })
  assert.equal((await suite.get()).termDuration, 'P3Y')
  assert.equal((await suite.get()).quantity, 100)
})

test('a suite with Teams is not bought any more, but subscriptions move to it', async (t) => {
  const customer = await (await world(t)).customer()
  const suite = await customer.subscribe('office-e3', { seats: 5 })
  const { items } = await customer.client.transitions.getTransitionEligibilities(suite.ids)
  const to = items.map(({ catalogItemId }) => catalogItemId).find((id) => id.startsWith(withTeams))
  assert.ok(to)
  const { lineItems } = await customer.cart([{ ...(await customer.line('office-e3')), catalogItemId: to }])
  assert.notEqual(lineItems[0]?.error, undefined)

  await suite.transition({ to, seats: 5 })

  const moved = (await customer.client.subscriptions.list(customer.ids)).items.map(
    ({ offerName }) => offerName,
  )
  assert.ok(moved.includes('Microsoft 365 E3 with Teams'), moved.join())
})
