import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TokenRequest } from '@tenantry/sdk/operator'
import { outcome, place, seededCustomer } from './place.ts'
import { send, type WireRequest } from './wire.ts'

const nobody = '5d7e9f10-2a3b-4c4d-8e5f-6a7b8c9d0e1f'
const unregistered = '11111111-2222-4333-8444-555555555555'

test('a request that is wrong in every way is refused in the documented order until nothing is wrong', async (t) => {
  const { world, url } = await place(t)
  await world.decree('mfa-enforcement', { production: true, sandbox: true })
  const { tenantId } = world.partner
  const user = (role: string) =>
    world.partner.users.find(({ roles }) => roles.length === 1 && roles[0] === role)?.userPrincipalName ?? ''
  const foreign = world.view.customers.find(({ partnerTenantIds }) => !partnerTenantIds.includes(tenantId))
  const bearer = async (order: TokenRequest) => ({
    Authorization: `Bearer ${(await world.operator.tokens.create(order)).access_token}`,
  })
  const throttle = (requestsPerMinute: number) => world.arrange('throttling', { requestsPerMinute })

  let request: WireRequest = {
    method: 'POST',
    path: '/v1/customers/nobody/qualifications',
    headers: { Accept: 'text/html', 'Content-Type': 'text/plain', 'MS-RequestId': 'seven', Expect: 'luck' },
    body: '{"qualification": "royalty", "colour": "red"}',
  }
  const headers = (more: Record<string, string>) => ({ headers: { ...request.headers, ...more } })
  const qualifications = (customerId: string) => ({ path: `/v1/customers/${customerId}/qualifications` })

  const rungs: [
    what: string,
    repair: () => Promise<Partial<WireRequest>> | Partial<WireRequest>,
    ...(number | undefined)[],
  ][] = [
    ['no token', () => ({}), 401, 400],
    [
      'a token for a retired audience',
      async () =>
        headers(
          await bearer({
            tenantId: seededCustomer,
            clientId: unregistered,
            audience: 'https://graph.windows.net',
          }),
        ),
      401,
      900420,
    ],
    [
      'a token of a customer',
      async () => headers(await bearer({ tenantId: seededCustomer, clientId: unregistered })),
      401,
      800001,
    ],
    [
      'a user without MFA',
      async () => {
        await throttle(1)
        await send(url, { path: '/v1/customers', headers: await bearer({ tenantId }) })
        const order = {
          tenantId,
          clientId: unregistered,
          userPrincipalName: user('helpdesk-agent'),
          mfa: false,
        }
        return headers(await bearer(order))
      },
      401,
      900421,
    ],
    [
      'too many requests',
      async () =>
        headers(
          await bearer({ tenantId, clientId: unregistered, userPrincipalName: user('helpdesk-agent') }),
        ),
      429,
      undefined,
    ],
    [
      'an app that nobody registered',
      async () => {
        await throttle(0)
        return {}
      },
      403,
      2032,
    ],
    ['an answer that nobody can give', async () => headers(await bearer({ tenantId })), 406, 0],
    ['a body of another kind', () => headers({ Accept: '*/*' }), 415, 0],
    ['an id that is no GUID', () => headers({ 'Content-Type': 'application/json' }), 400, 2000],
    ['an expectation', () => headers({ 'MS-RequestId': nobody }), 417, 800036],
    [
      'an app alone',
      () => {
        const { Expect: _, ...rest } = request.headers ?? {}
        return { headers: rest }
      },
      403,
      900329,
    ],
    [
      'another role',
      async () => headers(await bearer({ tenantId, userPrincipalName: user('helpdesk-agent') })),
      403,
      900150,
    ],
    [
      'a malformed customer',
      async () => headers(await bearer({ tenantId, userPrincipalName: user('admin-agent') })),
      400,
      900118,
    ],
    ['an unknown customer', () => qualifications(nobody), 404, 60003],
    ["another partner's customer", () => qualifications(foreign?.tenantId ?? ''), 403, 20002],
    ['an unknown enum member', () => qualifications(seededCustomer), 400, 900126],
    ['a stray property', () => ({ body: '{"qualification": "education", "colour": "red"}' }), 400, 3000],
    ['a missing member', () => ({ body: '{}' }), 400, 800002],
    [
      'nothing',
      () => ({ body: '{"qualification": "education", "educationSegment": "k12"}' }),
      201,
      undefined,
    ],
  ]

  for (const [what, repair, ...expected] of rungs) {
    request = { ...request, ...(await repair()) }
    // A refusal would be replayed under its name.
    const answer = await send(url, { ...request, ...headers(fresh(request)) })
    assert.deepEqual(outcome(answer), expected, `${what}: ${answer.body}`)
  }
})

let named = 0

/** The id of the next try, once there is one that is a GUID. */
function fresh({ headers = {} }: WireRequest): Record<string, string> {
  if (headers['MS-RequestId'] !== nobody) return {}
  named += 1
  return { 'MS-RequestId': `5d7e9f10-2a3b-4c4d-8e5f-${String(named).padStart(12, '0')}` }
}
