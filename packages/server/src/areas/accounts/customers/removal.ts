import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { CustomerPatch, CustomerPatched } from '@tenantry/contract/resources/customer.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import { endRelationship, removeDelegatedAccess, type CustomerRecord } from './customer.ts'
import { Customers } from './customer-repository.ts'
import { Directory } from './directory-repository.ts'
import { getHeldCustomer } from './get-customer.ts'

type Update = Input<(typeof customerEndpoints)['updateCustomer']>
type Delete = Input<(typeof customerEndpoints)['deleteCustomer']>

/**
 * Ends the relationship, or gives up delegated access. Who still has subscriptions of the customer refuses when
 * `customer-removed` is announced, in the same transaction.
 * @see partner-center/developer/remove-a-reseller-relationship-with-a-customer
 */
export async function updateCustomer(scope: Scope, { params, body }: Update): Promise<CustomerPatched> {
  const customer = await getHeldCustomer(scope, params.customerId)
  enforce(patchRules, { patch: body }, scope.trace)

  const ends = body.relationshipToPartner === 'none'
  if (ends) await leave(scope, customer, 'relationshipEnded')
  const changed = ends ? endRelationship(customer) : removeDelegatedAccess(customer)
  await new Customers(scope).save(changed)

  scope.audit({
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    oldValue: { relationshipToPartner: customer.relationship },
    newValue: body,
    ...(ends
      ? {}
      : { operationType: 'dap_admin_relationship_terminated', resourceType: 'partner_customer_dap' }),
  })
  return {
    relationshipToPartner: changed.relationship,
    ...(ends ? {} : { allowDelegatedAccess: false }),
    attributes: { objectType: 'Customer' },
  }
}

/** @see partner-center/developer/delete-a-customer-account-from-the-integration-sandbox */
export async function deleteCustomer(scope: Scope, { params }: Delete): Promise<void> {
  enforce(sandboxRules, { partner: scope.principal.partner }, scope.trace)
  const customer = await getHeldCustomer(scope, params.customerId)
  enforce(removalAddressRules, { customer }, scope.trace)

  await leave(scope, customer, 'deleted')
  await new Customers(scope).remove(customer.id)
  await new Directory(scope).removeTenant(customer.id)

  const { companyName } = customer.companyProfile
  scope.audit({ customerId: customer.id, customerName: companyName, oldValue: { companyName } })
}

async function leave(scope: Scope, customer: CustomerRecord, because: 'relationshipEnded' | 'deleted') {
  await scope.announce({
    type: 'customer-removed',
    customerId: customer.id,
    subject: customer.id,
    details: { because },
  })
  if (customer.associatedPartnerId !== undefined) {
    await new Directory(scope).unlink(customer.associatedPartnerId, customer.id)
  }
}

interface PatchFacts {
  readonly patch: CustomerPatch
}

const aChangeIsGiven = rule<PatchFacts>({
  name: 'aChangeIsGiven',
  holds: ({ patch }) => patch.relationshipToPartner !== undefined || patch.allowDelegatedAccess !== undefined,
  fault: () => fault(faults.requestInputIsInvalid).with('relationshipToPartner: is required'),
  see: 'partner-center/developer/remove-a-reseller-relationship-with-a-customer',
})

/** A partner can only give up: the customer's administrator alone can grant. The code is assumed. */
const changeGivesUp = rule<PatchFacts>({
  name: 'changeGivesUp',
  holds: ({ patch }) =>
    [undefined, 'none'].includes(patch.relationshipToPartner) && patch.allowDelegatedAccess !== true,
  fault: () => fault(faults.propertyIsInvalid).with('only the customer can grant this'),
  decidedBy: ({ patch }) => ({ ...patch, attributes: undefined }),
  see: 'assumed',
})

export const patchRules = ruleList<Rule<PatchFacts>>('Give up a customer: the request', [
  aChangeIsGiven,
  changeGivesUp,
])

const accountIsSandbox = rule<{ readonly partner: PartnerRecord }>({
  name: 'accountIsSandbox',
  holds: ({ partner }) => partner.environment === 'sandbox',
  fault: () => fault(faults.operationNotSupportedInEnvironment),
  decidedBy: ({ partner }) => ({ environment: partner.environment }),
  see: 'partner-center/developer/delete-a-customer-account-from-the-integration-sandbox',
})

export const sandboxRules = ruleList('Delete a customer: the account', [accountIsSandbox])

/** The page says that such a customer stays for ever; the code is assumed. */
const addressIsValid = rule<{ readonly customer: CustomerRecord }>({
  name: 'addressIsValid',
  holds: ({ customer }) => customer.addressValid,
  fault: () => fault(faults.operationNotSupported).with('the address of the customer is not valid'),
  decidedBy: ({ customer }) => ({ addressValid: customer.addressValid }),
  see: 'partner-center/developer/test-and-debug',
})

export const removalAddressRules = ruleList('Delete a customer: the address', [addressIsValid])
