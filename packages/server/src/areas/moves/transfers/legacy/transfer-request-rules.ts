import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferRequest } from '@tenantry/contract/resources/transfer.ts'
import { isGuid } from '../../../../kernel/ids.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'

export interface LegacyRequestFacts {
  readonly request: TransferRequest
  readonly callerId: string
}

const namedIds = ({ lineItems = [] }: TransferRequest): string[] =>
  lineItems.flatMap(({ subscriptionId, addonItems = [] }) =>
    [subscriptionId, ...addonItems.map((addOn) => addOn.subscriptionId)].map((id) => id.toLowerCase()),
  )

const shape = (
  name: string,
  holds: (facts: LegacyRequestFacts) => boolean,
  detail: string,
): Rule<LegacyRequestFacts> =>
  rule<LegacyRequestFacts>({
    name,
    holds,
    fault: () => fault(faults.requestInputIsInvalid).with(detail),
    see: 'partner-center/developer/create-a-transfer',
  })

/** What the sending partner of the older program has to say. */
export const transferRequestRules = ruleList<Rule<LegacyRequestFacts>>(
  'Create a transfer of the older program: the request',
  [
    shape(
      'subscriptionsAreNamed',
      ({ request }) => (request.lineItems ?? []).length > 0,
      'lineItems: is required',
    ),
    shape(
      'callerIsSource',
      ({ request, callerId }) =>
        request.sourcePartnerTenantId === undefined ||
        request.sourcePartnerTenantId.toLowerCase() === callerId,
      'sourcePartnerTenantId: must be the tenant of the caller',
    ),
    shape(
      'targetIsNamed',
      ({ request }) => isGuid(request.targetPartnerTenantId ?? ''),
      'targetPartnerTenantId: must be the tenant of a partner',
    ),
    shape(
      'targetIsAnotherPartner',
      ({ request, callerId }) => request.targetPartnerTenantId?.toLowerCase() !== callerId,
      'targetPartnerTenantId: must be another partner',
    ),
    shape(
      'subscriptionsAreNamedOnce',
      ({ request }) => new Set(namedIds(request)).size === namedIds(request).length,
      'lineItems: names a subscription twice',
    ),
  ],
)
