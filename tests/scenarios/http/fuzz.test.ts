import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { serviceErrors } from '@tenantry/contract/faults/extra.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { newCustomer } from '@tenantry/recipes/new-customer.ts'
import { server } from '../../world/world.ts'
import { encoded, hostileRequest, type HostileRequest, type Known } from './hostile.ts'
import { place, type Place } from './place.ts'
import type { WireAnswer } from './wire.ts'

const seed = 20_260_115
const runs = { read: 15, write: 30 }
const slowMs = 2_000

/** Faults that the published list gives a status of 5xx. */
const published5xx = new Set(
  Object.values(everyFault)
    .filter(({ status }) => status >= 500)
    .map(({ code }) => code),
)

/** What ends a relationship comes last, so that the others have customers to work on. */
const inOrder = Object.entries(endpoints as Readonly<Record<string, Endpoint>>).sort(
  ([left], [right]) => Number(isLast(left)) - Number(isLast(right)),
)
function isLast(name: string): boolean {
  return ['updateCustomer', 'deleteCustomer'].includes(name)
}

describe('whatever is asked, the answer is one of the documented kind and a refusal changes nothing', () => {
  let here: Place
  let known: Known
  /** The world after the last request that was accepted. */
  let state: string

  before(async () => {
    here = await place()
    known = await furnished(here)
    state = await stateOf(here)
  })

  for (const [name, endpoint] of inOrder) {
    test(`${name}: ${endpoint.method} ${endpoint.path}`, async () => {
      const property = fc.asyncProperty(hostileRequest(endpoint, known), async (request) => {
        const accepted = await acceptedBody(here, name, endpoint, request)
        const startedMs = performance.now()
        const answer = await ask(here, endpoint, request, accepted)
        const tookMs = performance.now() - startedMs
        assert.ok(tookMs < slowMs, `took ${Math.round(tookMs)} ms`)
        assertDocumented(answer)
        if (endpoint.effect === 'read') return
        const after = await stateOf(here)
        if (answer.status >= 400)
          assert.ok(after === state, `was refused, but changed ${difference(state, after)}`)
        state = after
      })
      await fc.assert(property, { seed, numRuns: runs[endpoint.effect], endOnFailure: true })
    })
  }
})

const pathOf = ({ path }: Endpoint, { params }: HostileRequest): string =>
  path.replaceAll(/:(\w+)/g, (_whole, name: string) => encoded(params[name] ?? '') || '-')

function ask(
  here: Place,
  endpoint: Endpoint,
  request: HostileRequest,
  accepted: unknown,
): Promise<WireAnswer> {
  const path = pathOf(endpoint, request)
  const body = request.body(accepted)
  return here.ask({
    method: endpoint.method,
    path: request.query === '' ? path : `${path}?${request.query}`,
    ...(body === undefined ? {} : { body }),
  })
}

/** What would be accepted: what is there for a change, and a purchase that is possible for what makes something new. */
async function acceptedBody(
  here: Place,
  name: string,
  endpoint: Endpoint,
  request: HostileRequest,
): Promise<unknown> {
  if (endpoint.method === 'PATCH' || endpoint.method === 'PUT') {
    const { status, body } = await here.ask({ path: pathOf(endpoint, request) })
    return status === 200 ? JSON.parse(body) : {}
  }
  return (await made[name]?.(here)) ?? {}
}

const line = {
  catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT',
  quantity: 3,
  termDuration: 'P1Y',
  billingCycle: 'monthly',
}

const made: Readonly<Record<string, (here: Place) => unknown>> = {
  createCustomer: ({ world }) => newCustomer(world),
  createCustomerQualification: () => ({ qualification: 'education', educationSegment: 'k12' }),
  confirmCustomerAgreement: ({ world }) => world.customerOf('').agreementBody(),
  createCart: () => ({
    lineItems: [0, 1].map((id) => ({
      id,
      ...line,
      friendlyName: 'Seats',
      renewsTo: [{ termDuration: 'P1Y' }],
    })),
  }),
  createTransition: () => {
    const { catalogItemId, ...rest } = line
    return { toCatalogItemId: catalogItemId, ...rest, transitionType: 'transition_only' }
  },
  validateAddress: () => ({
    ...{ addressLine1: '1 Harbor Way', city: 'Seattle', state: 'WA', postalCode: '98101', country: 'US' },
  }),
  verifyPromotionEligibilities: () => ({ items: [{ id: 0, promotionId: 'p', ...line }] }),
}

const serviceMembers = [
  ...['code', 'message', 'description', 'errorName', 'isRetryable', 'parameters'],
  'errorMessageExtended',
]

function assertDocumented({ status, headers, body }: WireAnswer): void {
  const shown = `${status} ${body.slice(0, 300)}`
  if (status < 400) return assert.ok(status >= 200, shown)
  if (body === '') return assert.ok(status < 500, shown)
  assert.match(headers['content-type'] ?? '', /^application\/json/, shown)
  const fault = JSON.parse(body) as Record<string, unknown>
  const { code, description, data = [] } = fault
  const isOfService = [...serviceErrors].some((spec) => spec.code === code)
  const members = isOfService ? serviceMembers : ['code', 'description', 'data', 'source']
  assert.deepEqual(Object.keys(fault), members, shown)
  assert.ok(typeof code === 'number' && (status < 500 || published5xx.has(code)), shown)
  assert.ok(typeof description === 'string' && description !== '' && description.length <= 1024, shown)
  assert.doesNotMatch(description, /\{\w+\}|undefined|\[object|NaN/, shown)
  assert.ok(Array.isArray(data) && data.every((entry) => typeof entry === 'string'), shown)
}

/** Every row but those that each write leaves behind: audit records, remembered answers and the count of writes. */
async function stateOf({ world }: Place): Promise<string> {
  const text = await (await server()).worlds.exportText(world.view.name)
  return text
    .split('\n "')
    .filter((table) => !/^(audit_record|answer)"/.test(table))
    .join('\n "')
    .replace(/^.*"document": \{[^}]*"name":"sequence".*$/m, '')
}

const difference = (left: string, right: string): string => {
  const known = new Set(left.split('\n'))
  return right
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n')
    .slice(0, 500)
}

/** Customers of this partner and of another one, with something to name. */
async function furnished({ world }: Place): Promise<Known> {
  const customer = await world.customer()
  const bought = [
    await customer.subscribe('business-basic', { seats: 5 }),
    await customer.subscribe('m365-e3', { seats: 5 }),
  ]
  const cart = await customer.cart([await customer.line('business-basic')])
  const stranger = await world.of({ type: 'directBill', environment: 'production', index: 1 })
  const theirs = await (await stranger.customer()).subscribe('business-basic')
  const seeded = world.view.customers.filter(({ partnerTenantIds }) =>
    partnerTenantIds.includes(world.partner.tenantId),
  )
  return {
    customerId: [customer.id, customer.id, customer.id, customer.id, seeded[0]?.tenantId, theirs.customer.id],
    subscriptionId: [...bought, ...bought, theirs].map(({ id }) => id),
    toSubscriptionId: [...bought, theirs].map(({ id }) => id),
    orderId: [...bought, theirs].map(({ orderId }) => orderId),
    cartId: [cart.id],
    productId: ['CFQ7TTC0LH18', 'CFQ7TTC0LDPB', 'CFQ7TTC0ZZZZ'],
    skuId: ['0001', '0002', '9999'],
    availabilityId: ['CFQ7TTC0K971', 'CFQ7TTC0LGNT'],
    catalogItemId: [
      'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT',
      'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
      'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30',
    ],
    toCatalogItemId: ['CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS', 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT'],
    id: [0, 1, cart.id, bought[0]?.id],
    country: ['US', 'DE', 'us'],
    termDuration: ['P1Y', 'P1M', 'P3Y', 'P1D'],
    domain: ['contoso900.onmicrosoft.com', 'northwind.onmicrosoft.com'],
    type: ['MicrosoftCustomerAgreement', 'account'],
    eligibilityType: ['immediate', 'scheduled'],
    targetView: ['OnlineServices', 'Azure'],
    segment: ['commercial'],
  }
}
