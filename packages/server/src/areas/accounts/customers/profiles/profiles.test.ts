import { test } from 'node:test'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import { PreconditionFailed, type RequestHeaders } from '../../../../work/operation.ts'
import { review } from '../../../../collaborators/purchases/review.ts'
import { createCustomer } from '../creation/create-customer.ts'
import { customerBody, desk, partner } from '../customers.fixture.ts'
import { getCustomer } from '../get-customer.ts'
import { getCustomerBillingProfile, showCustomerById, updateCustomerBillingProfile } from './profiles.ts'
import { isQualifiedFor } from '../qualification.ts'
import { updateCustomer } from '../removal.ts'
import {
  createCustomerQualification,
  getCustomerValidationStatus,
  listCustomerQualifications,
} from '../review-status.ts'

const contoso = partner()

async function woodgrove() {
  const where = await desk([contoso])
  const { id: customerId } = await where.as(contoso, (scope) =>
    createCustomer(scope, { params: {}, query: {}, headers: {}, body: customerBody({}) }),
  )
  const profile = () =>
    where.as(contoso, (scope) =>
      getCustomerBillingProfile(scope, { params: { customerId }, query: {}, headers: {}, body: undefined }),
    )
  const put = (changes: object, headers: RequestHeaders = {}) =>
    where.as(contoso, (scope) =>
      updateCustomerBillingProfile(scope, {
        params: { customerId },
        query: {},
        headers,
        body: { ...customerBody({}).billingProfile, ...changes },
      }),
    )
  return { where, customerId, profile, put }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof PreconditionFailed) return 412
      return error instanceof Fault ? error.spec.code : error
    },
  )

test('a billing profile is replaced by whoever knows its present ETag', async (t) => {
  const { put, profile, where, customerId } = await woodgrove()
  const { etag = '' } = (await profile()).attributes

  t.assert.equal(await codeOf(put({ companyName: 'Woodgrove Two' })), 800002)
  t.assert.equal(await codeOf(put({ companyName: 'Woodgrove Two' }, { ifMatch: '"other"' })), 412)
  const changed = await put({ companyName: 'Woodgrove Two' }, { ifMatch: `"${etag}"` })
  t.assert.equal(changed.companyName, 'Woodgrove Two')
  t.assert.notEqual(changed.attributes.etag, etag)
  t.assert.equal(await codeOf(put({}, { ifMatch: `"${etag}"` })), 412)
  t.assert.equal(await codeOf(put({ attributes: changed.attributes })), 'accepted')

  const customer = await where.as(contoso, (scope) => getCustomer(scope, customerId))
  t.assert.equal(customer.companyProfile.companyName, 'Woodgrove Bank')
})

test('a billing profile is judged by the rules of a new customer and keeps its country and id', async (t) => {
  const { put, profile } = await woodgrove()
  const { id, attributes } = await profile()
  const { defaultAddress } = customerBody({}).billingProfile
  t.assert.equal(await codeOf(put({ attributes, companyName: 'LLC' })), 600092)
  t.assert.equal(await codeOf(put({ attributes, id: contoso.tenantId })), 3000)
  t.assert.equal(await codeOf(put({ attributes, id: id.toUpperCase() })), 'accepted')
  const moved = { ...defaultAddress, country: 'PR', state: '', postalCode: '00901' }
  t.assert.equal(await codeOf(put({ attributes: (await profile()).attributes, defaultAddress: moved })), 3000)
})

test('without delegated access the company profile loses its address, and the domains are left out', async (t) => {
  const { where, customerId } = await woodgrove()
  const show = () =>
    where.as(contoso, (scope) =>
      showCustomerById(scope, { params: { customerId }, query: {}, headers: {}, body: undefined }),
    )
  const before = await show()
  t.assert.equal(before.companyProfile.address?.city, 'Springfield')
  t.assert.equal(before.companyProfile.address?.firstName, undefined)
  t.assert.deepEqual(before.customDomains, ['woodgrove.onmicrosoft.com'])

  const body = { allowDelegatedAccess: false }
  await where.as(contoso, (scope) =>
    updateCustomer(scope, { params: { customerId }, query: {}, headers: {}, body }),
  )
  const after = await show()
  t.assert.equal(after.allowDelegatedAccess, false)
  t.assert.deepEqual(
    [after.companyProfile.address, after.companyProfile.email, after.customDomains],
    [undefined, undefined, undefined],
  )
})

test('a customer that was never reviewed has no validation status', async (t) => {
  const { where, customerId } = await woodgrove()
  const status = () =>
    where.as(contoso, (scope) =>
      getCustomerValidationStatus(scope, {
        params: { customerId },
        query: { type: 'account' },
        headers: {},
        body: undefined,
      }),
    )
  t.assert.equal(await codeOf(status()), 600074)
  where.set(review, { ...review.initial, customers: { [customerId]: { validationStatus: 'UnderReview' } } })
  t.assert.deepEqual(await status(), {
    type: 'account',
    status: 'UnderReview',
    lastUpdateDateTime: '2026-01-15T09:00:00Z',
  })
})

test('a qualification is in review first, and counts once it is approved', async (t) => {
  const { where, customerId } = await woodgrove()
  where.set(review, { ...review.initial, qualificationHours: 24 })
  const ask = (body: Parameters<typeof createCustomerQualification>[1]['body']) =>
    where.as(contoso, (scope) =>
      createCustomerQualification(scope, { params: { customerId }, query: {}, headers: {}, body }),
    )
  const qualified = () =>
    where.as(contoso, async (scope) => {
      const input = { params: { customerId }, query: {}, headers: {}, body: undefined }
      const [shown] = await listCustomerQualifications(scope, input)
      const customer = await getCustomer(scope, customerId)
      return [
        shown?.vettingStatus,
        isQualifiedFor(customer, 'education', scope.collaborator(review), scope.now),
      ]
    })

  t.assert.equal(await codeOf(ask({ qualification: 'Education' })), 800002)
  t.assert.equal(await codeOf(ask({ qualification: 'GovernmentCommunityCloud' })), 800002)
  const answer = await ask({ qualification: 'Education', educationSegment: 'K12' })
  t.assert.equal(answer.vettingStatus, 'InReview')
  t.assert.deepEqual(await qualified(), ['InReview', false])

  where.set(review, review.initial)
  t.assert.deepEqual(await qualified(), ['Approved', true])
  const denied = { vettingStatus: 'Denied' as const, vettingReason: 'No school' }
  where.set(review, {
    ...review.initial,
    customers: { [customerId]: { qualifications: { Education: denied } } },
  })
  t.assert.deepEqual(await qualified(), ['Denied', false])
})
