import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPartner } from '../identity/identity.fixture.ts'
import { operatorSetting } from './operator.fixture.ts'

const contoso = defaultPartner('contoso')

const nonsense: readonly ['POST' | 'PUT' | 'PATCH', string, unknown][] = [
  ['POST', 'clock/advance', {}],
  ['POST', 'clock/advance', { by: 'a month' }],
  ['POST', 'clock/advance', { by: 'P1D', to: '2026-03-01' }],
  ['POST', 'clock/advance', { until: 'tomorrow' }],
  ['POST', 'clock/advance', '{'],
  ['PUT', 'clock', { mode: 'stopped' }],
  ['PUT', 'clock', { now: 'soon' }],
  ['POST', 'tokens', {}],
  ['POST', 'tokens', { tenantId: contoso.tenantId, roles: ['admin-agent'] }],
  ['POST', 'tokens', { tenantId: contoso.tenantId, appOnly: false }],
  [
    'POST',
    'tokens',
    { tenantId: contoso.tenantId, appOnly: true, userPrincipalName: 'admin@contoso.onmicrosoft.com' },
  ],
  ['POST', 'relationships', { partnerTenantId: contoso.tenantId }],
  ['POST', 'worlds', { name: 'Not A Name' }],
  ['POST', 'worlds', { name: 'b', from: 'main', seed: 'empty' }],
  ['POST', 'worlds', { colour: 'red' }],
  ['PUT', 'policies/partner-attestation', []],
  [
    'PUT',
    'policies/partner-attestation',
    [{ effectiveFrom: '2026-13-01', value: { requiredOf: 'everyone' } }],
  ],
  [
    'PUT',
    'policies/partner-attestation',
    [{ effectiveFrom: '2026-01-01', value: { requiredOf: 'somebody' } }],
  ],
  ['PATCH', 'collaborators/weather', { sky: 'green' }],
  ['PATCH', 'collaborators/weather', { rain: true }],
  ['PATCH', 'collaborators/weather', { sky: null }],
  ['PATCH', `partners/${contoso.tenantId}`, { type: 'friend' }],
  ['PATCH', `partners/${contoso.tenantId}`, { tenantId: '11111111-2222-4333-8444-555555555555' }],
  ['POST', 'worlds/copy/import', '{"format":"something else"}'],
]

for (const [method, path, body] of nonsense) {
  test(`400 with a reason: ${method} ${path} ${JSON.stringify(body)}`, async () => {
    const { ask } = await operatorSetting()

    const answer = await ask(method, path, body)

    assert.equal(answer.status, 400)
    assert.equal(typeof answer.body.error.code, 'string')
    assert(answer.body.error.message.length > 10)
  })
}

test('a refusal names the member that does not fit', async () => {
  const { ask } = await operatorSetting()

  const wrong = await ask('PATCH', 'collaborators/weather', { sky: 'green' })
  const extra = await ask('POST', 'worlds', { colour: 'red' })

  assert.match(wrong.body.error.message, /^body\/sky: /)
  assert.match(extra.body.error.message, /colour/)
})

const missing: readonly ['GET' | 'PUT' | 'PATCH' | 'DELETE' | 'POST', string, unknown?][] = [
  ['GET', 'policies/none'],
  ['PUT', 'policies/none', []],
  ['GET', 'collaborators/none'],
  ['PATCH', 'collaborators/none', {}],
  ['GET', 'faults/1'],
  ['GET', 'requests/77'],
  ['GET', 'partners/nobody.example'],
  ['PATCH', `partners/${contoso.tenantId}/users/nobody@contoso.onmicrosoft.com`, {}],
  ['DELETE', 'worlds/none'],
  ['POST', 'worlds/none/reset', {}],
  ['POST', 'tokens', { tenantId: 'nobody.example' }],
  ['POST', 'tokens', { tenantId: contoso.tenantId, userPrincipalName: 'nobody@contoso.onmicrosoft.com' }],
]

for (const [method, path, body] of missing) {
  test(`404: ${method} ${path} ${JSON.stringify(body ?? '')}`, async () => {
    const { ask } = await operatorSetting()

    assert.equal((await ask(method, path, body)).status, 404)
  })
}
