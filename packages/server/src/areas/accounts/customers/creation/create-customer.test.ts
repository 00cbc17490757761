import { test } from 'node:test'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { CustomerRequest } from '@tenantry/contract/resources/customer.ts'
import { addressValidation } from '../../../../collaborators/address-validation.ts'
import type { PartnerRecord } from '../../../../work/partner.ts'
import { createCustomer } from './create-customer.ts'
import { Customers } from '../customer-repository.ts'
import { customerBody, desk, partner, type Desk } from '../customers.fixture.ts'
import { Directory } from '../directory-repository.ts'
import { checkDomainAvailability } from '../domains.ts'
import { getCustomer, getTransactingCustomer } from '../get-customer.ts'
import { review } from '../../../../collaborators/purchases/review.ts'
import { deleteCustomer, updateCustomer } from '../removal.ts'

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
const sandbox = partner({
  tenantId: '11111111-0000-4000-8000-000000000005',
  domains: ['sandbox.example'],
  environment: 'sandbox',
})

const headers = {}
const create = (where: Desk, who: PartnerRecord, body: CustomerRequest, kind: 'app' | 'user' = 'app') =>
  where.as(who, (scope) => createCustomer(scope, { params: {}, query: {}, headers, body }), kind)

/** The code, and for the many-sided 3000 what is wrong with which member. */
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error
      const { status, code } = error.spec
      return code === 3000 ? (error.details[0] ?? '3000') : `${status}/${code}`
    },
  )

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => {
      if (!(error instanceof Fault)) throw error
      return `${error.spec.status}/${error.spec.code}`
    },
  )

test('a new customer is answered once with its credentials and is found afterwards', async (t) => {
  const where = await desk([contoso])
  const answer = await create(where, contoso, customerBody({}))

  t.assert.equal(answer.relationshipToPartner, 'none')
  t.assert.equal(answer.userCredentials?.userName, 'admin')
  t.assert.match(
    answer.userCredentials?.password ?? '',
    /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!*+\-=?]).{12}$/,
  )
  t.assert.equal(answer.billingProfile?.culture, 'en-US')
  t.assert.equal(answer.billingProfile?.language, 'En')
  t.assert.equal(answer.billingProfile?.defaultAddress.country, 'US')
  t.assert.equal('phoneNumber' in (answer.billingProfile?.defaultAddress ?? {}), false)

  const found = await where.as(contoso, (scope) => getCustomer(scope, answer.id.toUpperCase()))
  t.assert.equal(found.relationship, 'reseller')
  const head = await where.as(contoso, (scope) =>
    checkDomainAvailability(scope, {
      params: { domain: 'Woodgrove.OnMicrosoft.com' },
      query: {},
      headers,
      body: undefined,
    }),
  )
  t.assert.equal(head.status, 200)
})

test('the same world answers the same ids and passwords', async (t) => {
  const first = await create(await desk([contoso]), contoso, customerBody({}))
  const second = await create(await desk([contoso]), contoso, customerBody({}))
  t.assert.deepEqual(first, second)
})

test('creation refuses in its order: each row mends what the row before was refused for', async (t) => {
  const where = await desk([provider, reseller])
  await create(where, provider, customerBody({ domain: 'taken.onmicrosoft.com' }))
  let who = reseller
  let kind: 'app' | 'user' = 'app'
  let body: CustomerRequest = {
    ...customerBody({
      domain: '1abc.onmicrosoft.com',
      companyName: 'A',
      associatedPartnerId: contoso.tenantId,
    }),
    userCredentials: { password: 'x' },
  }
  const billing = (changes: object) => {
    body = { ...body, billingProfile: { ...body.billingProfile, ...changes } }
  }
  const address = (changes: object) =>
    billing({ defaultAddress: { ...body.billingProfile.defaultAddress, ...changes } })
  const company = (changes: object) => {
    body = { ...body, companyProfile: { ...body.companyProfile, ...changes } }
  }
  billing({ culture: 'xx-YY', language: 'klingon', email: 'nobody' })
  address({ firstName: 'test', middleName: 'B'.repeat(41), lastName: ' ', country: 'BR', postalCode: '1' })
  company({ organizationRegistrationNumber: '12' })

  const ladder: readonly [() => void, string][] = [
    [() => undefined, '403/900150'],
    [() => (who = provider), '403/900329'],
    [() => (kind = 'user'), 'userCredentials: is set by the service'],
    [() => delete (body as { userCredentials?: object }).userCredentials, '400/800002'],
    [() => address({ lastName: '12' }), '400/400056'],
    [() => billing({ culture: 'pt-BR' }), '400/400056'],
    [() => billing({ language: 'pt' }), '400/600091'],
    [() => billing({ companyName: 'n'.repeat(221) }), '400/600100'],
    [() => billing({ companyName: 'Woodgrove 😀' }), '400/600096'],
    [() => billing({ companyName: '42' }), '400/600094'],
    [() => billing({ companyName: '!!' }), '400/600095'],
    [() => billing({ companyName: 'Ltda\u0001' }), '400/600097'],
    [() => billing({ companyName: 'Inc' }), '400/600092'],
    [() => billing({ companyName: 'Woodgrove' }), '400/600092'],
    [() => address({ firstName: 'Ana' }), '400/600093'],
    [() => address({ middleName: 'Maria' }), '400/600094'],
    [() => address({ lastName: 'Souza' }), 'billingProfile.email: is no e-mail address'],
    [
      () => billing({ email: 'ana@provider.example' }),
      'billingProfile.email: belongs to the partner or to Microsoft',
    ],
    [() => billing({ email: 'ana@woodgrove.example' }), '400/600002'],
    [() => address({ postalCode: '01310-100' }), '403/2030'],
    [() => address({ country: 'US', postalCode: '98052' }), '400/600002'],
    [
      () => company({ organizationRegistrationNumber: ' ' }),
      'companyProfile.domain: is no name of a new tenant',
    ],
    [() => company({ domain: 'woodgrove.com' }), 'companyProfile.domain: is no name of a new tenant'],
    [() => company({ domain: 'Taken.onmicrosoft.com' }), 'companyProfile.domain: is taken'],
    [() => company({ domain: 'woodgrove.onmicrosoft.com' }), '403/20002'],
    [() => (body = { ...body, associatedPartnerId: reseller.tenantId.toUpperCase() }), 'accepted'],
  ]
  for (const [i, [mend, expected]] of ladder.entries()) {
    mend()
    t.assert.equal(await reasonOf(create(where, who, body, kind)), expected, `rung ${i}`)
  }
})

test('an indirect reseller sees the customer that its provider holds for it, while they are partners', async (t) => {
  const where = await desk([provider, reseller])
  const answer = await create(
    where,
    provider,
    customerBody({ associatedPartnerId: reseller.tenantId }),
    'user',
  )
  t.assert.equal(answer.relationshipToPartner, 'reseller')
  t.assert.equal(answer.associatedPartnerId, reseller.tenantId)

  const seen = () => codeOf(where.as(reseller, (scope) => getCustomer(scope, answer.id)))
  t.assert.equal(await seen(), 'accepted')
  t.assert.equal(
    await codeOf(where.as(reseller, (scope) => getTransactingCustomer(scope, answer.id))),
    '403/20002',
  )
  t.assert.equal(await codeOf(where.as(contoso, (scope) => getCustomer(scope, answer.id))), '403/20002')
})

test('60003 for a tenant that is not there, 20002 for one that is somebody else’s', async (t) => {
  const where = await desk([contoso, sandbox])
  const { id } = await create(where, contoso, customerBody({}))
  t.assert.equal(await codeOf(where.as(sandbox, (scope) => getCustomer(scope, id))), '403/20002')
  const unknown = '33333333-0000-4000-8000-000000000000'
  t.assert.equal(await codeOf(where.as(contoso, (scope) => getCustomer(scope, unknown))), '404/60003')
})

test('a sandbox holds 75 customers and can delete one whose address holds', async (t) => {
  const where = await desk([sandbox, contoso])
  const ids: string[] = []
  for (let n = 0; n < 75; n += 1) {
    const domain = `woodgrove${n}.onmicrosoft.com`
    ids.push((await create(where, sandbox, customerBody({ domain }))).id)
  }
  const one = customerBody({ domain: 'onemore.onmicrosoft.com' })
  t.assert.equal(await codeOf(create(where, sandbox, one)), '400/900141')

  const remove = (who: PartnerRecord, customerId: string) =>
    codeOf(
      where.as(who, (scope) =>
        deleteCustomer(scope, { params: { customerId }, query: {}, headers, body: undefined }),
      ),
    )
  t.assert.equal(await remove(contoso, ids[0] ?? ''), '400/900127')
  t.assert.equal(await remove(sandbox, ids[0] ?? ''), 'accepted')
  t.assert.equal(await remove(sandbox, ids[0] ?? ''), '404/60003')

  const rows = [{ match: { city: 'Springfield' }, status: 'None' as const }]
  where.set(addressValidation, { isAvailable: true, rows })
  const bad = await create(where, sandbox, customerBody({ domain: 'woodgrove0.onmicrosoft.com' }))
  t.assert.equal(await remove(sandbox, bad.id), '400/900141')
})

test('the review and the directory decide whether a customer may transact', async (t) => {
  const where = await desk([contoso])
  const { id } = await create(where, contoso, customerBody({}))
  const code = () => codeOf(where.as(contoso, (scope) => getTransactingCustomer(scope, id)))
  const judge = (account: object) => where.set(review, { ...review.initial, customers: { [id]: account } })

  t.assert.equal(await code(), 'accepted')
  for (const [account, expected] of [
    [{ validationStatus: 'Allowed' }, 'accepted'],
    [{ validationStatus: 'NotReady' }, 'accepted'],
    [{ validationStatus: 'UnderReview' }, '403/800073'],
    [{ validationStatus: 'Unknown' }, '403/800074'],
    [{ validationStatus: 'NotAllowed' }, '403/800075'],
    [{ validationStatus: 'NotAllowed', transactionState: 'locked' }, '403/900416'],
    [{ validationStatus: 'NotAllowed', transactionState: 'notAuthorized' }, '403/900418'],
    [{ validationStatus: 'NotAllowed', transactionState: 'closed' }, '403/900417'],
  ] as const) {
    judge(account)
    t.assert.equal(await code(), expected, JSON.stringify(account))
  }
  where.set(review, { ...review.initial, watchedCountries: ['US'] })
  t.assert.equal(await code(), '403/800073')
  where.set(review, review.initial)
  await where.as(contoso, (scope) => new Directory(scope).deleteTenant(id))
  t.assert.equal(await code(), '403/900417')
})

test('when the relationship ends the customer is no longer found by its partner', async (t) => {
  const where = await desk([contoso])
  const { id: customerId } = await create(where, contoso, customerBody({}))
  const patch = (body: object) =>
    where.as(contoso, (scope) => updateCustomer(scope, { params: { customerId }, query: {}, headers, body }))

  t.assert.equal(await codeOf(patch({})), '400/800002')
  t.assert.equal(await codeOf(patch({ relationshipToPartner: 'advisor' })), '400/3000')
  t.assert.equal(await codeOf(patch({ allowDelegatedAccess: true })), '400/3000')
  t.assert.equal((await patch({ allowDelegatedAccess: false })).allowDelegatedAccess, false)
  t.assert.equal((await patch({ relationshipToPartner: 'none' })).relationshipToPartner, 'none')
  t.assert.equal(await codeOf(where.as(contoso, (scope) => getCustomer(scope, customerId))), '403/20002')
  t.assert.equal(await where.as(contoso, (scope) => new Customers(scope).count()), 0)
})
