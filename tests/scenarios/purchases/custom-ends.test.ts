import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Customer } from '@tenantry/recipes'
import { world } from '../../world/world.ts'

test('seats that move from a term with a custom end get a subscription with the same custom end', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const customTermEndDate = '2026-12-31T00:00:00Z'
  const basic = await customer.subscribe('business-basic', { seats: 10, customTermEndDate })
  await here.wait({ days: 20 })
  const { toSubscriptionId = '' } = await basic.transition({ to: 'business-premium', seats: 4 })
  const premium = await customer.subscription(toSubscriptionId).get()
  const longer = await basic.transition({ to: 'business-premium', seats: 2, term: 'P3Y' })
  const three = await customer.subscription(longer.toSubscriptionId ?? '').get()

  assert.deepEqual(
    [premium.commitmentEndDate, premium['customTermEndDate']],
    [customTermEndDate, customTermEndDate],
  )
  assert.equal((await basic.get())['customTermEndDate'], customTermEndDate)
  assert.deepEqual([three.commitmentEndDate, three['customTermEndDate']], ['2029-02-03T00:00:00Z', undefined])

  await here.waitUntil('2027-01-01T10:00:00Z')
  const next = await customer.subscription(toSubscriptionId).get()
  assert.deepEqual([next.commitmentEndDate, next['customTermEndDate']], ['2027-12-31T00:00:00Z', undefined])
})

/** The days that are listed for a term, and others near them or as likely. */
async function candidates(customer: Customer, term: string, start: string, ends: readonly string[]) {
  const query = { term_duration: term, term_start_date: start }
  const { items } = await customer.client.subscriptions.listCustomTermEndDates(customer.ids, query)
  const listed = items.map(({ allowedCustomTermEndDate: date }) => date.slice(0, 10))
  const near = [...listed, ...ends].flatMap((day) => [dayAfter(day, -1), day, dayAfter(day, 1)])
  const monthEnds = [1, 2, 5, 11, 12, 13, 35, 36, 37].map((months) => monthEnd(start, months))
  return { listed, days: [...new Set([...near, ...monthEnds])].toSorted() }
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const monthEnd = (day: string, months: number): string => {
  const date = new Date(`${day.slice(0, 8)}01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months, 0)
  return date.toISOString().slice(0, 10)
}

test('a purchase, a renewal and a migration end on every day that is listed, and on no other', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const own = await customer.subscribe('business-basic', { term: 'P1Y' })
  await here.wait({ days: 9 })
  await customer.subscribe('office-e1', { term: 'P1M' })
  await here.wait({ days: 30 })
  await customer.subscribe('office-e3', { term: 'P3Y', cycle: 'annual' })
  const legacy = await customer.legacySubscription({ startedAgo: 'P11M' })
  await here.wait({ days: 12 })
  const today = (await here.now()).slice(0, 10)
  const { items } = await customer.client.subscriptions.list(customer.ids)
  const ends = items.map(({ commitmentEndDate }) => commitmentEndDate.slice(0, 10))
  const { tenantId: partnerTenantId } = here.partner
  const answerTo = async (method: 'PATCH' | 'POST', tail: string, body: object) => {
    const path = `/v1/customers/${customer.id}${tail}`
    return (await here.operator.preview({ partnerTenantId, method, path, body })).answer
  }

  for (const term of ['P1M', 'P1Y', 'P3Y']) {
    const bought = await candidates(customer, term, today, ends)
    const accepted: string[] = []
    for (const day of bought.days) {
      const line = await customer.line('business-premium', { term, customTermEndDate: day })
      const { lineItems } = await customer.cart([line])
      if (lineItems[0]?.error === undefined) accepted.push(day)
      else assert.equal(lineItems[0].error.errorCode, 10017, `${term} to ${day}`)
    }
    assert.deepEqual(accepted, bought.listed, `a purchase of ${term}`)

    const { attributes: _, ...whole } = await own.get()
    const start = dayAfter(whole.commitmentEndDate.slice(0, 10), 1)
    const next = await candidates(customer, term, start, ends)
    const renewals: string[] = []
    for (const customTermEndDate of next.days) {
      const [productId, skuId, availabilityId] = (await customer.itemOf('business-basic')).split(':')
      const product = { productId, skuId, availabilityId, termDuration: term, billingCycle: 'monthly' }
      const scheduledNextTermInstructions = { product, quantity: 10, customTermEndDate }
      const body = { ...whole, autoRenewEnabled: true, scheduledNextTermInstructions }
      const { status } = await answerTo('PATCH', `/subscriptions/${own.id}`, body)
      if (status < 400) renewals.push(customTermEndDate)
    }
    assert.deepEqual(renewals, next.listed, `a renewal to ${term}`)

    const migrated: string[] = []
    for (const customTermEndDate of bought.days) {
      const body = { currentSubscriptionId: legacy.id, termDuration: term, billingCycle: 'monthly' }
      const asked = { ...body, purchaseFullTerm: true, customTermEndDate }
      if ((await answerTo('POST', '/migrations/newcommerce', asked)).status < 400)
        migrated.push(customTermEndDate)
    }
    assert.deepEqual(migrated, bought.listed, `a migration to ${term}`)
  }
})
