import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkedWorldFile, readWorldFile, UnusableWorldFile, type WorldFile } from './world-file.ts'

const world = readWorldFile('default')

test('the default world has a partner of every kind, each with an app and a user for every role', () => {
  const types = world.partners.map(({ type, environment }) => `${type} ${environment}`)
  for (const wanted of [
    'directBill production',
    'directBill sandbox',
    'indirectProvider production',
    'advisor production',
  ]) {
    assert(types.includes(wanted), wanted)
  }
  assert.equal(types.filter((type) => type === 'indirectReseller production').length, 2)
  for (const { name, apps, users } of world.partners) {
    assert(apps.length > 0, name)
    assert.equal(new Set(users.flatMap(({ roles }) => roles)).size, 6, name)
  }
})

test('two direct-bill partners of one region share a customer', () => {
  const direct = world.partners.filter(
    ({ type, environment }) => type === 'directBill' && environment === 'production',
  )
  const inUs = direct.filter(({ region }) => region === 'united-states').map(({ tenantId }) => tenantId)
  const shared = world.customers.filter(({ partners }) =>
    inUs.every((id) => partners.some((one) => one.tenantId === id)),
  )

  assert.equal(inUs.length, 2)
  assert.equal(shared.length, 1)
})

test('the customers cover the markets, the segments and every state of a subscription', () => {
  const markets = new Set(world.customers.map(({ market }) => market))
  const segments = new Set(world.customers.map(({ segment }) => segment))
  const holdings = world.customers.flatMap((customer) => customer.holdings)

  assert.deepEqual([...markets].sort(), ['BR', 'CZ', 'DE', 'IN', 'NL', 'PT', 'US'])
  assert.deepEqual([...segments].sort(), ['commercial', 'education', 'government', 'nonprofit'])
  assert.deepEqual([...new Set(holdings.map(({ state }) => state))].sort(), [
    'active',
    'expired',
    'suspended',
  ])
  assert(holdings.some(({ offerId }) => offerId !== undefined))
  assert(holdings.some(({ sku }) => sku === 'DZH318Z0BPS6:0001'))
  assert(holdings.some(({ offerId }) => offerId === 'MS-AZR-0145P'))
  assert(world.customers.some(({ agreementConfirmed }) => !agreementConfirmed))
})

test('ids, domains, secrets and partner ids are given once', () => {
  const { partners, customers } = world
  const once = (values: readonly string[]) => assert.equal(new Set(values).size, values.length)

  once([...partners, ...customers].map(({ tenantId }) => tenantId))
  once([...partners.flatMap(({ domains }) => domains), ...customers.map(({ domain }) => domain)])
  once(partners.map(({ partnerId }) => partnerId))
  once(partners.flatMap(({ apps }) => apps.flatMap(({ clientId, clientSecret }) => [clientId, clientSecret])))
  once(partners.flatMap(({ users }) => users.flatMap(({ id, userPrincipalName }) => [id, userPrincipalName])))
})

test('an empty world has nobody', () => {
  assert.deepEqual(readWorldFile('empty').partners, [])
})

const broken: readonly [string, (file: WorldFile) => unknown, RegExp][] = [
  ['a member of another kind', (file) => ({ ...file, partners: 'many' }), /\/partners/],
  ['an unknown member', (file) => ({ ...file, colour: 'red' }), /./],
  ['a customer of nobody', (file) => ({ ...file, partners: [] }), /not in the file/],
  [
    'a holding bought from a stranger',
    (file) => ({
      ...file,
      customers: file.customers.map((customer) => ({
        ...customer,
        holdings: customer.holdings.map((holding) => ({
          ...holding,
          partnerTenantId: '11111111-2222-4333-8444-555555555555',
        })),
      })),
    }),
    /bought from none/,
  ],
  [
    'an add-on before what it belongs to',
    (file) => ({
      ...file,
      customers: file.customers.map((customer) => ({
        ...customer,
        holdings: customer.holdings.toReversed(),
      })),
    }),
    /adds to an unknown holding/,
  ],
]

for (const [title, change, message] of broken) {
  test(`a world file is refused with the place of ${title}`, () => {
    assert.throws(
      () => checkedWorldFile(change(structuredClone(world)), 'file.json'),
      (error: unknown) => {
        assert(error instanceof UnusableWorldFile)
        assert.match(error.message, /^file\.json: /)
        assert.match(error.message, message)
        return true
      },
    )
  })
}

test('a file that is not there is told by its path', () => {
  assert.throws(() => readWorldFile('/nowhere/world.json'), /\/nowhere\/world\.json/)
})

test('the default world is a world file', (t) => {
  t.assert.equal(checkedWorldFile(world, 'default'), world)
})
