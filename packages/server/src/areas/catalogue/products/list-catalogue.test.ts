import { test, type TestContext } from 'node:test'
import { Value } from 'typebox/value'
import { productEndpoints } from '@tenantry/contract/endpoints/products.ts'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Scope } from '../../../work/scope.ts'
import { parseInstant } from '../../../kernel/time.ts'
import { Trace } from '../../../kernel/trace.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import { area } from './area.ts'

type Changes = Partial<(typeof catalogueChanges)['initial']>

const partner = { cloud: 'global', qualifications: ['education'], region: 'united-states' }

/** A scope without a store: the partner's catalogue is read from memory only. */
const scopeOf = (who: Partial<PartnerRecord> = {}, changes: Changes = {}, now = '2026-01-15T09:00:00Z') =>
  ({
    now: parseInstant(now),
    tenant: { partner: 'fabrikam' },
    principal: { partner: { ...partner, ...who } },
    trace: new Trace(),
    policy: (policy) => inForce(policy.rows, parseInstant(now)),
    collaborator: (party) =>
      party.name === 'catalogue' ? { ...catalogueChanges.initial, ...changes } : party.initial,
  }) as Scope

type Names = keyof typeof area.routes
interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | boolean>>
}

async function call(
  name: Names,
  { params = {}, query = {} }: Call,
  scope: Scope = scopeOf(),
): Promise<unknown> {
  const operation = area.routes[name] as (scope: Scope, input: unknown) => Promise<unknown>
  return await operation(scope, { params, query: { country: 'US', ...query }, body: undefined, headers: {} })
}

/** The answer after its schema was checked. */
async function answer<T>(name: Names, about: Call, scope?: Scope): Promise<T> {
  const body = await call(name, about, scope)
  const errors = Value.Errors(productEndpoints[name].answer, body)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.instancePath} ${errors[0]?.message}`)
  return body as T
}

const faultOf = async (name: Names, about: Call, scope?: Scope): Promise<string> => {
  try {
    await call(name, about, scope)
    return 'answered'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return `${error.spec.status}/${error.spec.code}`
  }
}

interface Listed {
  readonly totalCount: number
  readonly items: readonly { readonly id: string; readonly [name: string]: unknown }[]
  readonly links: { readonly self: { readonly uri: string } }
}

const idsOf = async (name: Names, about: Call, scope?: Scope): Promise<string[]> =>
  (await answer<Listed>(name, about, scope)).items.map((item) => item.id)

test('each check of an availability is passed before the next one answers', async (t: TestContext) => {
  const path = (productId: string, skuId: string, availabilityId: string) => ({
    productId,
    skuId,
    availabilityId,
  })
  const ladder: readonly [Call, string][] = [
    [{ params: path('CFQ7', '00ZZ', 'X'), query: { country: 'DE' } }, '400/400056'],
    [{ params: path('CFQ7TTC00000', '00ZZ', 'X'), query: { country: 'DE' } }, '400/400056'],
    [{ params: path('CFQ7TTC00000', '00ZZ', 'CFQ7TTC00000'), query: { country: 'DE' } }, '403/2030'],
    [{ params: path('CFQ7TTC00000', '00ZZ', 'CFQ7TTC00000') }, '404/400013'],
    [{ params: path('CFQ7TTC0LH18', '00ZZ', 'CFQ7TTC00000') }, '404/400018'],
    [{ params: path('CFQ7TTC0LH18', '0001', 'CFQ7TTC00000') }, '404/400019'],
    [{ params: path('CFQ7TTC0LH18', '0001', 'CFQ7TTC0K971') }, 'answered'],
  ]
  for (const [about, expected] of ladder) {
    t.assert.equal(await faultOf('getAvailability', about), expected, JSON.stringify(about))
  }
})

test('a market of the region where nothing is sold has no products', async (t: TestContext) => {
  const query = { country: 'PR', targetView: 'OnlineServices' }

  t.assert.deepEqual(await idsOf('getProducts', { query }), [])
  t.assert.equal(
    await faultOf('getProduct', { params: { productId: 'CFQ7TTC0LH18' }, query: { country: 'pr' } }),
    '404/400013',
  )
})

test('a view or segment that is not for the account is refused', async (t: TestContext) => {
  const view = (targetView: string) => ({ query: { targetView } })
  const segment = (targetSegment: string) => ({ query: { targetView: 'OnlineServices', targetSegment } })

  t.assert.equal(
    await faultOf('getProducts', view('MarketplaceSaaS'), scopeOf({ cloud: 'usGov' })),
    '403/400036',
  )
  t.assert.equal(
    await faultOf('getProducts', view('OnlineServices'), scopeOf({ cloud: 'usGov' })),
    'answered',
  )
  t.assert.equal(await faultOf('getProducts', segment('government')), '403/400030')
  t.assert.equal(await faultOf('getProducts', segment('education')), 'answered')
  t.assert.equal(
    await faultOf('getSkus', {
      params: { productId: 'CFQ7TTC00000' },
      query: { targetSegment: 'government' },
    }),
    '403/400030',
  )
})

test('each view shows its own products', async (t: TestContext) => {
  const shown = async (targetView: string) => await idsOf('getProducts', { query: { targetView } })

  t.assert.ok((await shown('OnlineServices')).includes('CFQ7TTC0LH18'))
  t.assert.deepEqual(await shown('MicrosoftAzure'), ['DZH318Z0BPS6'])
  t.assert.deepEqual(await shown('AzureReservationsSQL'), ['DZH318Z0Z0Q1'])
  t.assert.deepEqual(await shown('SoftwareSUSELinux'), [])
  t.assert.equal((await shown('SoftwarePerpetual')).length, 5)
  t.assert.equal((await shown('Software')).length, 8)
  t.assert.ok((await shown('MarketplaceSaaS')).every((id) => id.startsWith('DZH318Z0')))
  t.assert.equal((await shown('Azure')).includes('DZH318Z09V6F'), false)
})

test('a segment narrows the products to those made for it', async (t: TestContext) => {
  const query = { targetView: 'OnlineServices', targetSegment: 'education' }

  t.assert.deepEqual(await idsOf('getProducts', { query }), ['CFQ7TTC0Z0E1', 'CFQ7TTC0Z0E2', 'CFQ7TTC0Z0E3'])
})

test('an exclusive offer is listed to its partners only', async (t: TestContext) => {
  const query = { targetView: 'SpecializedOffers' }
  const exclusiveTo = [{ productId: 'CFQ7TTC0Z0S1', skuId: '0001', partnerIds: ['fabrikam'] }]

  t.assert.deepEqual(await idsOf('getProducts', { query }), [])
  t.assert.deepEqual(await idsOf('getProducts', { query }, scopeOf({}, { exclusiveTo })), ['CFQ7TTC0Z0S1'])
})

test('nonprofit availabilities are shown only when they are asked for', async (t: TestContext) => {
  const params = { productId: 'CFQ7TTC0Z0N1', skuId: '0001' }
  const asked = { params, query: { targetSegment: 'nonprofit' } }

  t.assert.deepEqual(await idsOf('getAvailabilities', { params }), [])
  t.assert.equal(
    (await idsOf('getAvailabilities', asked, scopeOf({ qualifications: ['nonprofit'] }))).length,
    1,
  )
})

test('the reservation scope chooses the availabilities of a list, an id finds either', async (t: TestContext) => {
  const params = { productId: 'DZH318Z0BQ3Q', skuId: '0001' }
  const azurePlan = { params, query: { reservationScope: 'AzurePlan' } }

  t.assert.deepEqual(await idsOf('getAvailabilities', { params }), ['DZH318XZXPHL'])
  t.assert.deepEqual(await idsOf('getAvailabilities', azurePlan), ['DZH318XZXVNF'])
  const byId = { params: { ...params, availabilityId: 'DZH318XZXVNF' } }
  t.assert.equal(await faultOf('getAvailability', byId), 'answered')
})

test('an item whose sale has ended is shown only with life cycle states', async (t: TestContext) => {
  const endOfSale = [{ productId: 'CFQ7TTC0HDK0', from: '2026-01-01T00:00:00Z' }]
  const scope = () => scopeOf({}, { endOfSale })
  const params = { productId: 'CFQ7TTC0HDK0', skuId: '0001' }
  const withStates = { params, query: { IncludeLifeCycleState: true } }

  t.assert.equal(await faultOf('getProduct', { params }, scope()), '404/400013')
  const shown = await answer<Listed>('getAvailabilities', withStates, scope())
  t.assert.deepEqual(
    shown.items.map((item) => item['isPurchasable']),
    [false],
  )
})

test('a product has the published members and links', async (t: TestContext) => {
  const query = { targetView: 'OnlineServices' }
  const { items, links } = await answer<Listed>('getProducts', { query })
  const basic = items.find((item) => item.id === 'CFQ7TTC0LH18')

  t.assert.deepEqual(basic?.['productType'], { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' })
  t.assert.deepEqual(basic?.['links'], {
    skus: { uri: '/products/CFQ7TTC0LH18/skus?country=US', method: 'GET', headers: [] },
    self: { uri: '/products/CFQ7TTC0LH18?country=US', method: 'GET', headers: [] },
  })
  t.assert.equal(links.self.uri, '/products?country=US&targetView=OnlineServices')
})

test('a SKU tells its limits, add-on prerequisites and upgrade targets', async (t: TestContext) => {
  const sku = async (productId: string, skuId: string) =>
    await answer<Record<string, unknown>>('getSku', { params: { productId, skuId } })
  const standard = await sku('CFQ7TTC0LDPB', '0001')
  const calling = await sku('CFQ7TTC0LHXJ', '0001')

  t.assert.equal(standard['maximumQuantity'], 300)
  t.assert.deepEqual(standard['supportedBillingCycles'], ['monthly', 'annual', 'triennial'])
  t.assert.deepEqual(standard['dynamicAttributes'], {
    isMicrosoftProduct: true,
    hasConstraints: true,
    isAddon: false,
    prerequisiteSkus: [],
    isSoftwareAssuranceApplicable: false,
    upgradeTargetOffers: ['CFQ7TTC0LCHC:0002', 'CFQ7TTC0LFLX:0001', 'CFQ7TTC0LFLZ:0002'],
    provisioningId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    internal: false,
  })
  t.assert.deepEqual((calling['dynamicAttributes'] as Record<string, unknown>)['isAddon'], true)
})

test('an availability has terms with ids that its renewal instructions name', async (t: TestContext) => {
  const params = { productId: 'CFQ7TTC0LH16', skuId: '0001', availabilityId: 'CFQ7TTC09PW0' }
  const availability = await answer<Record<string, unknown>>('getAvailability', { params })
  const terms = availability['terms'] as { id: string; duration: string; billingCycle: string }[]

  t.assert.deepEqual(
    terms.map((term) => `${term.duration} ${term.billingCycle}`),
    ['P1M Monthly', 'P1Y Annual', 'P1Y Monthly'],
  )
  t.assert.equal(new Set(terms.map((term) => term.id)).size, 3)
  t.assert.deepEqual(availability['renewalInstructions'], [
    {
      applicableTermIds: terms.map((term) => term.id),
      renewalOptions: [{ renewToId: 'CFQ7TTC0LH16:0001', isAutoRenewable: true }],
    },
  ])
  t.assert.deepEqual(availability['defaultCurrency'], { code: 'USD', symbol: '$' })
})

test('whatever is listed can be read by its id and fits its schema', async (t: TestContext) => {
  for (const targetView of ['OnlineServices', 'Azure', 'Software', 'MarketplaceSaaS']) {
    for (const productId of await idsOf('getProducts', { query: { targetView } })) {
      await answer('getProduct', { params: { productId } })
      for (const skuId of await idsOf('getSkus', { params: { productId } })) {
        await answer('getSku', { params: { productId, skuId } })
        for (const id of await idsOf('getAvailabilities', { params: { productId, skuId } })) {
          await answer('getAvailability', { params: { productId, skuId, availabilityId: id } })
        }
      }
    }
  }
  t.assert.ok(true)
})

test('the list of promotions knows the date, a promotion by its id does not', async (t: TestContext) => {
  const query = { segment: 'commercial' }
  const expired = '39NFJQT1XG89:0002:39NFJQT1Q5L2'
  const running = await idsOf('getProductPromotions', { query })

  t.assert.ok(running.includes('39NFJQT1SNC7:0001:39NFJQT1Q5KM'))
  t.assert.equal(running.includes(expired), false)
  const found = await answer<Record<string, unknown>>('getProductPromotion', {
    params: { promotionId: expired },
  })
  t.assert.equal(found['startDate'], '2023-01-01T00:00:00+00:00')
  t.assert.deepEqual(found['promotionConstraints'], {
    seatConstraints: [{ minSeats: 1, maxSeats: 300, type: 'SubscriptionQuantity' }],
    assetOwnershipLimits: [{ minAssets: 0, maxAssets: 1, type: 'LifetimeRedemptionCount' }],
  })
})

test('an unknown promotion is not found, after the checks of its id and market', async (t: TestContext) => {
  const ask = (promotionId: string, country = 'US') => ({ params: { promotionId }, query: { country } })

  t.assert.equal(await faultOf('getProductPromotion', ask('39NFJQT1', 'JP')), '400/400056')
  t.assert.equal(
    await faultOf('getProductPromotion', ask('39NFJQT10000:0001:39NFJQT10000', 'JP')),
    '403/2030',
  )
  t.assert.equal(await faultOf('getProductPromotion', ask('39NFJQT10000:0001:39NFJQT10000')), '404/400013')
})
