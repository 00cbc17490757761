import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import type { Customer } from '@tenantry/contract/resources/customer.ts'
import { faultOf, type World } from '@tenantry/recipes'
import type { RawAnswer } from '@tenantry/sdk/answer.ts'
import type { OperatorCallOptions } from '@tenantry/sdk/operator.ts'
import { world } from '../world/world.ts'

type CustomerPage = AnswerOf<(typeof customerEndpoints)['listCustomers']>

const token = (value: string) => ({ headers: { 'MS-ContinuationToken': value } })
const tokenOf = (page: CustomerPage): string | undefined =>
  page.links?.next?.headers.find(({ key }) => key === 'MS-ContinuationToken')?.value

/** Page after page; `between` is told of each one but the last. */
async function customersOf(
  of: World,
  size: number,
  between: (page: CustomerPage) => Promise<void> = async () => undefined,
): Promise<Customer[]> {
  let page = await of.client.customers.list({ size })
  const seen = [...page.items]
  for (let next = tokenOf(page); next !== undefined; next = tokenOf(page)) {
    await between(page)
    page = await of.client.customers.list({ size, seekOperation: 'Next' }, token(next))
    seen.push(...page.items)
  }
  return seen
}

const idsOf = (listed: readonly { readonly id: string }[]) => listed.map(({ id }) => id)

test('customers who come and go between pages neither double nor hide others', async (t) => {
  const partner = await world(t)
  for (const companyName of ['Aa', 'Ab', 'Ab', 'Ac', 'Zy']) await partner.customer({ companyName })
  const before = idsOf(await customersOf(partner, 0))

  const gone = new Set<string>()
  const seen = await customersOf(partner, 2, async ({ items }) => {
    // The very row at which the next page begins goes, and others come before and behind it.
    const last = items.at(-1)
    if (last !== undefined && /^A|^Zy/.test(last.companyProfile.companyName ?? '')) {
      await partner.client.customers.update({ customerId: last.id }, { relationshipToPartner: 'none' })
      gone.add(last.id)
    }
    await partner.customer({ companyName: '0 comes too late' })
    if (gone.size === 1) await partner.customer({ companyName: 'Zz comes in time' })
  })

  const names = seen.map(({ companyProfile }) => companyProfile.companyName)
  assert.ok(gone.size > 0)
  assert.ok(names.includes('Zz comes in time'))
  assert.ok(!names.includes('0 comes too late'))
  const ofBefore = new Set(before)
  assert.deepEqual(
    idsOf(seen).filter((id) => ofBefore.has(id)),
    before,
  )
})

test('a reseller pages through the customers of its provider', async (t) => {
  const provider = await (await world(t)).of({ type: 'indirectProvider' })
  const reseller = await provider.of({ type: 'indirectReseller' })
  const whole = await customersOf(reseller, 0)

  assert.ok(whole.length > 1)
  assert.deepEqual(await customersOf(reseller, 1), whole)
})

test('a token of another partner, another list or nobody is refused with 400056', async (t) => {
  const partner = await world(t)
  const other = await partner.of({ type: 'directBill', environment: 'production', index: 1 })
  const own = tokenOf(await partner.client.customers.list({ size: 1 })) ?? ''
  const [name] = JSON.parse(Buffer.from(own, 'base64url').toString()) as [string]
  const made = (...place: unknown[]) => Buffer.from(JSON.stringify([name, ...place])).toString('base64url')
  const refused = async (answer: Promise<RawAnswer>) =>
    assert.deepEqual(faultOf(await answer), { code: 400056, status: 400 })

  await refused(other.ask.customers.list({ size: 1, seekOperation: 'Next' }, token(own)))
  for (const one of ['abc', made('a'), made(1, 2), made('a', 'b', 'c'), made('a', null), `${own}==`]) {
    await refused(partner.ask.customers.list({ size: 1, seekOperation: 'Next' }, token(one)))
  }
  const { id } = await partner.customer()
  const query = { CustomerTenantId: id, PageSize: 1 }
  await refused(partner.ask.migrations.list(query, token(own)))
  await refused(partner.ask.migrations.listMigrationSchedules(query, token(own)))
})

test('subscriptions are answered by size and offset, with the count of all', async (t) => {
  const customer = await (await world(t)).customer()
  for (let n = 0; n < 3; n += 1) await customer.subscribe('business-basic', { seats: 1 })
  const { list } = customer.client.subscriptions
  const [first, second, third] = idsOf((await list(customer.ids)).items)

  for (const { query, ids } of [
    { query: { size: 2 }, ids: [first, second] },
    { query: { size: 2, offset: 2 }, ids: [third] },
    { query: { size: 1, offset: 1 }, ids: [second] },
    { query: { size: 2, offset: 3 }, ids: [] },
    { query: { size: 2, offset: Number.MAX_SAFE_INTEGER }, ids: [] },
  ]) {
    const { items, totalCount } = await list(customer.ids, query)
    assert.deepEqual(idsOf(items), ids, JSON.stringify(query))
    assert.equal(totalCount, 3)
  }
})

/** The operator's bare arrays: where they go on stands in a header. */
async function operatorPages<T>(
  page: (options: OperatorCallOptions) => Promise<readonly T[]>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<T[]> {
  const seen: T[] = []
  for (let next: string | null = ''; next !== null;) {
    if (seen.length > 0) await between()
    let after: string | null = null
    seen.push(
      ...(await page({
        ...(next === '' ? {} : token(next)),
        onAnswer: ({ headers }) => (after = headers.get('ms-continuationtoken')),
      })),
    )
    next = after
  }
  return seen
}

test('the ledger by pages is the whole ledger, also while it grows', async (t) => {
  const seller = await world(t)
  const other = await seller.of({ type: 'directBill', environment: 'production', index: 1 })
  const customers = [await seller.customer(), await other.customer()]
  for (const customer of customers) await customer.subscribe('business-basic', { cycle: 'Monthly' })
  await seller.wait({ months: 1 })
  const before = await seller.operator.ledger()

  assert.ok(before.length > 4)
  let hasGrown = false
  const seen = await operatorPages(
    (options) => seller.operator.ledger({ limit: 3 }, options),
    async () => {
      if (!hasGrown) await customers[0]?.subscribe('business-basic', { seats: 1 })
      hasGrown = true
    },
  )
  const after = await seller.operator.ledger()
  assert.ok(after.length > before.length)
  assert.deepEqual(seen, after)

  const ofOne = { customerId: customers[0]?.id ?? '' }
  const lines = await seller.operator.ledger(ofOne)
  assert.ok(lines.length > 1)
  assert.deepEqual(
    await operatorPages((options) => seller.operator.ledger({ ...ofOne, limit: 1 }, options)),
    lines,
  )
})

test('the request log by pages goes back from its newest entry, whatever comes in meanwhile', async (t) => {
  const seller = await world(t)
  for (let n = 0; n < 5; n += 1) await seller.ask.customers.list({ size: 1 })
  const before = (await seller.operator.requests.list({ path: 'size=1' })).map(({ id }) => id)

  const seen = await operatorPages(
    (options) => seller.operator.requests.list({ path: 'size=1', limit: 2 }, options),
    () => seller.ask.customers.list({ size: 1 }),
  )
  assert.deepEqual(idsOf(seen), before)
})

test("the operator refuses a token that is not the list's", async (t) => {
  const seller = await world(t)
  const { ledger, requests } = seller.operator
  const refusal = {
    status: 400,
    code: 'bad-request',
    description: 'MS-ContinuationToken: is not of this list',
  }
  await assert.rejects(ledger({ limit: 1 }, token('abc')), refusal)
  await assert.rejects(requests.list({ limit: 1 }, token('abc')), refusal)
})
