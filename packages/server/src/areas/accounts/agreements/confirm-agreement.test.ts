import { test } from 'node:test'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { AgreementRequest } from '@tenantry/contract/resources/agreement.ts'
import { acceptance } from '../../../collaborators/acceptance.ts'
import type { Scope } from '../../../work/scope.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import { createCustomer } from '../customers/creation/create-customer.ts'
import { customerBody, desk, partner } from '../customers/customers.fixture.ts'
import { agreementTable } from './agreement-repository.ts'
import { getAgreementDocument, listAgreementTemplates } from './agreement-templates.ts'
import {
  confirmCustomerAgreement,
  getDirectSignedCustomerAgreementStatus,
  listCustomerAgreements,
} from './confirm-agreement.ts'
import { hasAcceptedCustomerAgreement } from './customer-acceptance.ts'

const contoso = partner()
const elsewhere = partner({ cloud: 'usGov' })

async function woodgrove() {
  const where = await desk([contoso], [agreementTable])
  const { id: customerId } = await where.as(contoso, (scope) =>
    createCustomer(scope, { params: {}, query: {}, headers: {}, body: customerBody({}) }),
  )
  const params = { customerId }
  const templates = (agreementType?: string, who: PartnerRecord = contoso) =>
    where.as(who, (scope) =>
      listAgreementTemplates(scope, {
        params: {},
        query: agreementType === undefined ? {} : { agreementType },
        headers: {},
        body: undefined,
      }),
    )
  const confirm = (body: AgreementRequest, who: PartnerRecord = contoso, kind: 'app' | 'user' = 'app') =>
    where.as(who, (scope) => confirmCustomerAgreement(scope, { params, query: {}, headers: {}, body }), kind)
  const accepted = () => where.as(contoso, (scope: Scope) => hasAcceptedCustomerAgreement(scope, customerId))
  return { where, params, templates, confirm, accepted }
}

const bodyFor = (templateId: string): AgreementRequest => ({
  primaryContact: {
    firstName: 'Ana',
    lastName: 'Trujillo',
    email: 'ana@woodgrove.example',
    phoneNumber: '5550100',
  },
  templateId,
  dateAgreed: '2026-01-14T00:00:00.000Z',
  type: 'MicrosoftCustomerAgreement',
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Fault ? `${error.spec.status}/${error.spec.code}` : error),
  )

test('a confirmation by an app alone makes the customer accept, once for each contact', async (t) => {
  const { templates, confirm, accepted, where, params } = await woodgrove()
  const [template] = (await templates('microsoftcustomeragreement')).items
  const body = bodyFor(template?.templateId ?? '')

  t.assert.equal(await accepted(), false)
  t.assert.deepEqual(await confirm(body), body)
  t.assert.equal(await accepted(), true)
  const again = { ...body, primaryContact: { ...body.primaryContact, email: ' ANA@woodgrove.example' } }
  t.assert.equal(await codeOf(confirm(again)), '400/600061')
  const other = { ...body, primaryContact: { ...body.primaryContact, firstName: 'Paul' } }
  const second = await confirm(other, contoso, 'user')
  t.assert.equal(second.userId, '22222222-0000-4000-8000-000000000002')

  const listed = (agreementType?: 'MicrosoftCustomerAgreement') =>
    where.as(contoso, (scope) =>
      listCustomerAgreements(scope, {
        params,
        query: agreementType === undefined ? {} : { agreementType },
        headers: {},
        body: undefined,
      }),
    )
  t.assert.equal((await listed()).totalCount, 0)
  const { items } = await listed('MicrosoftCustomerAgreement')
  t.assert.deepEqual(items.map(({ primaryContact }) => primaryContact.firstName).sort(), ['Ana', 'Paul'])
  t.assert.equal(items[0]?.agreementLink, template?.agreementLink)
})

test('confirmations are refused in their order', async (t) => {
  const { templates, confirm } = await woodgrove()
  const cloud = (await templates()).items[0]?.templateId ?? ''
  const customer = (await templates('MicrosoftCustomerAgreement')).items[0]?.templateId ?? ''
  const unknown = '44444444-0000-4000-8000-000000000000'
  const { primaryContact, ...rest } = bodyFor(unknown)
  const blank = { ...rest, primaryContact: { ...primaryContact, lastName: ' ' } }
  t.assert.equal(await codeOf(confirm(blank, elsewhere)), '400/900127')
  t.assert.equal(await codeOf(confirm(blank)), '400/800002')
  t.assert.equal(await codeOf(confirm({ ...bodyFor(unknown), dateAgreed: 'yesterday' })), '400/800002')
  t.assert.equal(await codeOf(confirm(bodyFor(unknown))), '404/1000')
  t.assert.equal(await codeOf(confirm(bodyFor(cloud))), '400/800002')
  t.assert.equal(await codeOf(confirm(bodyFor(customer))), 'accepted')
})

test('a customer that signed itself needs no confirmation', async (t) => {
  const { where, params, accepted } = await woodgrove()
  const isSigned = async () =>
    (
      await where.as(contoso, (scope) =>
        getDirectSignedCustomerAgreementStatus(scope, { params, query: {}, headers: {}, body: undefined }),
      )
    ).isSigned
  t.assert.deepEqual([await isSigned(), await accepted()], [false, false])
  where.set(acceptance, { signed: { [params.customerId]: '2026-01-10T00:00:00Z' } })
  t.assert.deepEqual([await isSigned(), await accepted()], [true, true])
})

test('without a type only the cloud agreement is listed, with * all of them', async (t) => {
  const { templates } = await woodgrove()
  const types = async (asked?: string) =>
    (await templates(asked)).items.map(({ agreementType }) => agreementType)
  t.assert.deepEqual(await types(), ['MicrosoftCloudAgreement'])
  t.assert.deepEqual((await types('*')).sort(), ['MicrosoftCloudAgreement', 'MicrosoftCustomerAgreement'])
  t.assert.equal(await codeOf(types('Handshake')), '400/900126')
  t.assert.equal(await codeOf(templates('*', elsewhere)), '400/900127')
})

test('the links to the text of an agreement end five minutes later', async (t) => {
  const { where, templates } = await woodgrove()
  const agreementTemplateId = (await templates()).items[0]?.templateId ?? ''
  const documentOf = (id: string, query: { country?: string; language?: string }) =>
    where.as(contoso, (scope) =>
      getAgreementDocument(scope, {
        params: { agreementTemplateId: id },
        query,
        headers: {},
        body: undefined,
      }),
    )
  const answer = await documentOf(agreementTemplateId, { country: 'de' })
  t.assert.deepEqual([answer.country, answer.language], ['DE', 'de-DE'])
  t.assert.match(answer.downloadUri, /2026-01-15T09%3A05%3A00Z$/)
  t.assert.equal(await codeOf(documentOf('nothing', {})), '404/1000')
  t.assert.equal(await codeOf(documentOf(agreementTemplateId, { country: 'QQ' })), '400/400056')
})
