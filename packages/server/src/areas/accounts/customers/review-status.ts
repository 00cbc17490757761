import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults, faults } from '@tenantry/contract/faults/index.ts'
import type {
  CustomerQualification,
  CustomerQualificationRequest,
  ValidationStatus,
} from '@tenantry/contract/resources/customer.ts'
import { review } from '../../../collaborators/purchases/review.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { formatInstant } from '../../../kernel/time.ts'
import type { CustomerAccountFacts } from './account-rules.ts'
import { askForQualification, type Qualification } from './customer.ts'
import { Customers } from './customer-repository.ts'
import { accountOf, getCustomer, getHeldCustomer } from './get-customer.ts'
import { vettingOf } from './qualification.ts'

type Of<Name extends keyof typeof customerEndpoints> = Input<(typeof customerEndpoints)[Name]>

/** @see partner-center/developer/retrieve-validation-status */
export async function getCustomerValidationStatus(
  scope: Scope,
  { params, query }: Of<'getCustomerValidationStatus'>,
): Promise<ValidationStatus> {
  const customer = await getCustomer(scope, params.customerId)
  const account = await accountOf(scope, customer)
  enforce(reviewRules, { account }, scope.trace)
  const reviewed = scope.collaborator(review).customers[customer.id]
  return {
    type: query.type,
    status: account.validationStatus ?? 'Unknown',
    lastUpdateDateTime: reviewed?.lastUpdateDateTime ?? formatInstant(customer.createdAt),
  }
}

const accountWasReviewed = rule<CustomerAccountFacts>({
  name: 'accountWasReviewed',
  holds: ({ account }) => account.validationStatus !== undefined,
  fault: () => fault(extraFaults.validationStatusNotFound),
  see: 'partner-center/developer/retrieve-validation-status',
})

export const reviewRules = ruleList('Validation status of a customer', [accountWasReviewed])

/** @see partner-center/developer/get-customer-qualification-asynchronous */
export async function listCustomerQualifications(
  scope: Scope,
  { params }: Of<'listCustomerQualifications'>,
): Promise<CustomerQualification[]> {
  const customer = await getCustomer(scope, params.customerId)
  return customer.qualifications.map((asked) => showQualification(scope, customer.id, asked))
}

/**
 * The answer is always in review; how it ends is seen later. `None` takes every request back (assumed).
 * @see partner-center/developer/update-customer-qualification-asynchronous
 */
export async function createCustomerQualification(
  scope: Scope,
  { params, query, body }: Of<'createCustomerQualification'>,
): Promise<CustomerQualification> {
  const customer = await getHeldCustomer(scope, params.customerId)
  const validationCode = body.validationCode ?? query.code
  enforce(qualificationRules, { request: body, validationCode }, scope.trace)

  const { qualification, educationSegment, website } = body
  const changed =
    qualification === 'None'
      ? { ...customer, qualifications: [] }
      : askForQualification(customer, {
          qualification,
          ...(educationSegment === undefined ? {} : { educationSegment }),
          ...(website === undefined ? {} : { website }),
          ...(validationCode === undefined ? {} : { validationCode }),
          askedAt: scope.now,
        })
  await new Customers(scope).save(changed)

  scope.audit({ customerId: customer.id, customerName: customer.companyProfile.companyName, newValue: body })
  await scope.announce({ type: 'customer-updated', customerId: customer.id, subject: customer.id })
  return { qualification, vettingStatus: 'InReview', vettingCreateDate: formatInstant(scope.now) }
}

interface QualificationFacts {
  readonly request: CustomerQualificationRequest
  readonly validationCode: string | undefined
}

const see = 'partner-center/developer/update-customer-qualification-asynchronous'

const educationSegmentIsGiven = rule<QualificationFacts>({
  name: 'educationSegmentIsGiven',
  holds: ({ request }) => request.qualification !== 'Education' || request.educationSegment !== undefined,
  fault: () => fault(faults.requestInputIsInvalid).with('educationSegment: is required'),
  see,
})

const validationCodeIsGiven = rule<QualificationFacts>({
  name: 'validationCodeIsGiven',
  holds: ({ request, validationCode }) =>
    request.qualification !== 'GovernmentCommunityCloud' || validationCode !== undefined,
  fault: () => fault(faults.requestInputIsInvalid).with('validationCode: is required'),
  see,
})

export const qualificationRules = ruleList<Rule<QualificationFacts>>('Ask for a qualification', [
  educationSegmentIsGiven,
  validationCodeIsGiven,
])

function showQualification(scope: Scope, customerId: string, asked: Qualification): CustomerQualification {
  return {
    qualification: asked.qualification,
    ...vettingOf(customerId, asked, scope.collaborator(review), scope.now),
    vettingCreateDate: formatInstant(asked.askedAt),
  }
}
