import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { describe } from '@tenantry/contract/locales/index.ts'
import type { TransferEligibility } from '@tenantry/contract/resources/transfer.ts'
import type { Operation } from '../../../../work/operation.ts'
import { enforce, rule, ruleList, unmet, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { publishedId, type SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'
import { legacyLineRules, stateReason, type LegacyLineFacts } from '../legacy/legacy-line-rules.ts'
import { lineFacts, loadHeld } from '../legacy/legacy-lines.ts'

/** From which kind of partner to which. Only one of them is published; the others follow from it (assumed). */
const directions = ['directtodirect', 'directtoindirect', 'indirecttodirect', 'indirecttoindirect']

export const eligibilityRules = ruleList<Rule<{ readonly transferType: string }>>(
  'Which subscriptions can be transferred',
  [
    rule({
      name: 'transferTypeIsKnown',
      holds: ({ transferType }: { readonly transferType: string }) =>
        directions.includes(transferType.toLowerCase()),
      fault: () =>
        fault(faults.requestInputIsInvalid).with(`transferType: must be one of ${directions.join(', ')}`),
      decidedBy: ({ transferType }) => ({ transferType }),
      see: 'partner-center/developer/get-customer-s-subscriptions-transfer-eligibility',
    }),
  ],
)

/**
 * Every subscription of the customer, and what stands against its transfer in the older program. An add-on is eligible
 * together with its base. Faults: 60003, 20002, 800002.
 */
export const listTransferEligibilities: Operation<
  typeof transferEndpoints.listTransferEligibilities
> = async (scope, { params, query }) => {
  const { id } = await getCustomer(scope, params.customerId)
  enforce(eligibilityRules, query, scope.trace)

  const held = await loadHeld(scope, id)
  return [...held.byId.values()].flatMap((subscription) =>
    lineFacts(held, [subscription.id]).map((line) => eligibility(scope, subscription, line)),
  )
}

function eligibility(
  scope: Scope,
  subscription: SubscriptionRecord,
  line: LegacyLineFacts,
): TransferEligibility {
  const lines = [{ ...line, goesWithBase: true }]
  const broken = unmet(legacyLineRules, { lines })[0]
  const id = publishedId(subscription)
  if (broken === undefined) return { id, isEligible: true }
  return { id, isEligible: false, reason: reasonOf(scope, subscription, line, broken.fault({ lines })) }
}

/** Two of the reasons are published; the others say what the creation of a transfer would be refused with. */
function reasonOf(
  { locale }: Scope,
  subscription: SubscriptionRecord,
  { openTransferId }: LegacyLineFacts,
  refusal: Fault,
): string {
  if (subscription.status !== 'active') return stateReason(subscription)
  if (refusal.spec === faults.transferIsInProgress)
    return `subscription is already part of another transfer request id : ${openTransferId ?? ''}`
  return describe(refusal, locale)
}
