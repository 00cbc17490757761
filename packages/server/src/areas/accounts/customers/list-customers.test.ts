import { test } from 'node:test'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { Link } from '@tenantry/contract/resources/common.ts'
import { createCustomer } from './creation/create-customer.ts'
import { customerBody, desk, partner, type Desk } from './customers.fixture.ts'
import { listCustomers } from './list-customers.ts'

const contoso = partner()
const provider = partner({
  tenantId: '11111111-0000-4000-8000-000000000003',
  domains: ['provider.example'],
  type: 'indirectProvider',
  partnerships: [{ resellerTenantId: '11111111-0000-4000-8000-000000000004', state: 'active' }],
})
const reseller = partner({
  tenantId: '11111111-0000-4000-8000-000000000004',
  domains: ['reseller.example'],
  type: 'indirectReseller',
})

interface Asked {
  readonly size?: number
  readonly filter?: string
  readonly seekOperation?: 'Next'
}

const names = ['Woodgrove Bank', 'contoso east', 'Contoso West', 'Fourth Coffee', '100% Juice']

async function withCustomers(who = contoso): Promise<Desk> {
  const where = await desk([contoso, provider, reseller])
  for (const [n, companyName] of names.entries()) {
    const named =
      n % 2 === 0 && who.type === 'indirectProvider' ? { associatedPartnerId: reseller.tenantId } : {}
    const body = customerBody({ domain: `tenant${n}.onmicrosoft.com`, companyName, ...named })
    await where.as(
      who,
      (scope) => createCustomer(scope, { params: {}, query: {}, headers: {}, body }),
      'user',
    )
  }
  return where
}

const list = (where: Desk, query: Asked, continuationToken?: string, who = contoso) =>
  where.as(who, (scope) =>
    listCustomers(scope, {
      params: {},
      query,
      headers: continuationToken === undefined ? {} : { continuationToken },
      body: undefined,
    }),
  )

const namesOf = async (answer: ReturnType<typeof list>) =>
  (await answer).items.map(({ companyProfile }) => companyProfile.companyName)

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.spec.code : error),
  )

const tokenOf = (next: Link | undefined) =>
  next?.headers.find(({ key }) => key === 'MS-ContinuationToken')?.value

test('customers are listed by name, without their billing profile', async (t) => {
  const where = await withCustomers()
  t.assert.deepEqual(await namesOf(list(where, {})), [
    '100% Juice',
    'contoso east',
    'Contoso West',
    'Fourth Coffee',
    'Woodgrove Bank',
  ])
  const answer = await list(where, { size: 0 })
  t.assert.equal(answer.totalCount, 5)
  t.assert.equal(answer.items[0]?.billingProfile, undefined)
  t.assert.equal(answer.items[0]?.relationshipToPartner, 'reseller')
  t.assert.equal(answer.links?.self?.uri, '/customers?size=0')
  t.assert.equal(answer.links?.next, undefined)
})

for (const size of [1, 2, 3, 5]) {
  test(`pages of ${size} together are the whole list`, async (t) => {
    const where = await withCustomers()
    const seen: (string | undefined)[] = []
    let answer = await list(where, { size })
    for (;;) {
      t.assert.equal(answer.totalCount, answer.items.length)
      seen.push(...answer.items.map(({ companyProfile }) => companyProfile.companyName))
      const token = tokenOf(answer.links?.next)
      if (token === undefined) break
      t.assert.match(answer.links?.next?.uri ?? '', /seekOperation=Next/)
      answer = await list(where, { size, seekOperation: 'Next' }, token)
    }
    t.assert.deepEqual(seen, await namesOf(list(where, { size: 0 })))
  })
}

test('a continuation token is good for the list and filter it came from', async (t) => {
  const where = await withCustomers()
  const filter = JSON.stringify({ Field: 'CompanyName', Value: 'cont', Operator: 'starts_with' })
  const first = await list(where, { size: 1, filter })
  const token = tokenOf(first.links?.next)
  t.assert.deepEqual(await namesOf(list(where, { size: 1, filter, seekOperation: 'Next' }, token)), [
    'Contoso West',
  ])
  t.assert.equal(await codeOf(list(where, { size: 1, seekOperation: 'Next' }, token)), 400056)
  t.assert.equal(await codeOf(list(where, { size: 1, seekOperation: 'Next' }, 'made-up')), 400056)
})

const filters: readonly [object, readonly string[]][] = [
  [{ Field: 'CompanyName', Value: 'Cont', Operator: 'starts_with' }, ['contoso east', 'Contoso West']],
  [{ field: 'companyname', value: 'CONTOSO WEST', operator: 'Equals' }, ['Contoso West']],
  [{ Field: 'CompanyName', Value: 'oso', Operator: 'substring' }, ['contoso east', 'Contoso West']],
  [{ Field: 'CompanyName', Value: '100%', Operator: 'starts_with' }, ['100% Juice']],
  [{ Field: 'Domain', Value: 'tenant3', Operator: 'starts_with' }, ['Fourth Coffee']],
  [
    { Field: 'CompanyName', Value: 'c', Operator: 'not_starts_with' },
    ['100% Juice', 'Fourth Coffee', 'Woodgrove Bank'],
  ],
  [
    {
      LeftFilter: { Field: 'CompanyName', Value: 'cont', Operator: 'starts_with' },
      RightFilter: { Field: 'Domain', Value: 'tenant1.onmicrosoft.com', Operator: 'not_equals' },
      Operator: 'and',
    },
    ['Contoso West'],
  ],
  [{ Field: 'IndirectReseller', Value: reseller.tenantId, Operator: 'equals' }, []],
]

for (const [filter, expected] of filters) {
  test(`the filter ${JSON.stringify(filter)} finds ${expected.join(', ') || 'nobody'}`, async (t) => {
    t.assert.deepEqual(
      await namesOf(list(await withCustomers(), { filter: JSON.stringify(filter) })),
      expected,
    )
  })
}

const wrong: readonly [string, number][] = [
  ['cont', 400056],
  ['[]', 400056],
  ['{}', 900126],
  ['{"Field":"CompanyName","Operator":"equals"}', 400056],
  ['{"Field":"CompanyName","Value":"a","Operator":"sounds_like"}', 900126],
  ['{"Field":"CompanyName","Value":"a","Operator":"greater_than"}', 3000],
  ['{"Field":"Market","Value":"a","Operator":"equals"}', 3000],
  ['{"Operator":"and","LeftFilter":{"Field":"Domain","Value":"a","Operator":"equals"}}', 400056],
]

for (const [filter, code] of wrong) {
  test(`the filter ${filter} is refused with ${code}`, async (t) => {
    t.assert.equal(await codeOf(list(await desk([contoso]), { filter })), code)
  })
}

test('a provider finds the customers of a reseller, and the reseller lists the same ones', async (t) => {
  const where = await withCustomers(provider)
  const filter = JSON.stringify({
    Field: 'IndirectReseller',
    Value: reseller.tenantId,
    Operator: 'starts_with',
  })
  const held = await namesOf(list(where, { filter }, undefined, provider))
  t.assert.deepEqual(held, ['100% Juice', 'Contoso West', 'Woodgrove Bank'])
  t.assert.deepEqual(await namesOf(list(where, {}, undefined, reseller)), held)

  const first = await list(where, { size: 2 }, undefined, reseller)
  const rest = list(where, { size: 2, seekOperation: 'Next' }, tokenOf(first.links?.next), reseller)
  t.assert.deepEqual(await namesOf(rest), ['Woodgrove Bank'])
})
