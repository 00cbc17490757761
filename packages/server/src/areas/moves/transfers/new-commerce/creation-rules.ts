import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferRequest } from '@tenantry/contract/resources/transfer.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { PartnerRecord } from '../../../../work/partner.ts'
import { isRunning, type TransferRecord } from '../transfer.ts'

const createPage = 'partner-center/developer/create-a-transfer'

/** What the receiving partner of new commerce asks for. */
export interface DemandFacts {
  readonly request: TransferRequest
  readonly caller: PartnerRecord
  /** The partner of the tenant that is named, if there is one. */
  readonly byTenant: PartnerRecord | undefined
  /** The domain that is given, itself or in an e-mail address; lower case. */
  readonly domain: string | undefined
  /** The partner whose verified domain it is, unless that has left the program. */
  readonly byDomain: PartnerRecord | undefined
  /** Tenant ids that transfers are not enabled for. */
  readonly excludedPartners: readonly string[]
}

const shape = (name: string, holds: Rule<DemandFacts>['holds'], detail: string): Rule<DemandFacts> =>
  rule<DemandFacts>({
    name,
    holds,
    fault: () => fault(faults.requestInputIsInvalid).with(detail),
    see: createPage,
  })

const given = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

const shapeRules = [
  shape(
    'customerIsAddressed',
    ({ request }) => given(request.customerEmailId),
    'customerEmailId: is required',
  ),
  shape(
    'linesAreLeftToSource',
    ({ request }) => (request.lineItems ?? []).length === 0,
    'lineItems: the sending partner names them when it accepts',
  ),
  shape(
    'callerIsTarget',
    ({ request, caller }) =>
      request.targetPartnerTenantId === undefined ||
      request.targetPartnerTenantId.toLowerCase() === caller.tenantId,
    'targetPartnerTenantId: must be the tenant of the caller',
  ),
]

/** Whom the request means. */
export const sourceOf = ({ byTenant, byDomain }: DemandFacts): PartnerRecord | undefined =>
  byTenant ?? byDomain

const sourceIsNamed = rule<DemandFacts>({
  name: 'transferSourceIsNamed',
  holds: ({ request, domain }) => given(request.sourcePartnerTenantId) || domain !== undefined,
  fault: () => fault(faults.transferSourceIsMissing),
  see: createPage,
})

const domainIsSources = rule<DemandFacts>({
  name: 'transferSourceHasDomain',
  holds: ({ request, domain, byTenant, byDomain }) =>
    domain === undefined ||
    (byDomain !== undefined &&
      (!given(request.sourcePartnerTenantId) || byDomain.tenantId === byTenant?.tenantId)),
  fault: () => fault(faults.transferSourceDomainIsInvalid),
  decidedBy: ({ domain, byDomain }) => ({ domain, partner: byDomain?.tenantId }),
  see: createPage,
})

const sourceIsNotTarget = rule<DemandFacts>({
  name: 'transferSourceIsNotTarget',
  holds: (facts) => sourceOf(facts)?.tenantId !== facts.caller.tenantId,
  fault: () => fault(faults.transferSourceIsTarget),
  decidedBy: (facts) => ({ source: sourceOf(facts)?.tenantId }),
  see: createPage,
})

const bothPartners = (facts: DemandFacts): PartnerRecord[] => [facts.caller, sourceOf(facts) ?? facts.caller]

const firstExcluded = (facts: DemandFacts): PartnerRecord | undefined =>
  bothPartners(facts).find(({ tenantId }) => facts.excludedPartners.includes(tenantId))

const transfersAreEnabled = rule<DemandFacts>({
  name: 'transfersAreEnabledForPartners',
  holds: (facts) => firstExcluded(facts) === undefined,
  fault: (facts) =>
    fault(faults.transferNotEnabledForPartner, { partnerId: firstExcluded(facts)?.tenantId ?? '' }),
  decidedBy: (facts) => ({ excluded: firstExcluded(facts)?.tenantId }),
  see: 'assumed',
})

const firstElsewhere = (facts: DemandFacts): PartnerRecord | undefined =>
  bothPartners(facts).find(({ cloud }) => cloud !== 'global')

const cloudNames: Readonly<Record<PartnerRecord['cloud'], string>> = {
  global: 'Global',
  usGov: 'US Government',
  china21V: '21Vianet',
}

/** National clouds have no transfers, neither within one nor between two (assumed). */
const cloudHasTransfers = rule<DemandFacts>({
  name: 'cloudHasTransfers',
  holds: (facts) => firstElsewhere(facts) === undefined,
  fault: (facts) => {
    const elsewhere = firstElsewhere(facts) ?? facts.caller
    return fault(faults.transferCloudNotSupported, {
      partnerId: elsewhere.tenantId,
      nationalCloud: cloudNames[elsewhere.cloud],
    })
  },
  decidedBy: (facts) => ({ cloud: firstElsewhere(facts)?.cloud }),
  see: 'assumed',
})

/** Before the two partners are looked at. Order is precedence. */
export const demandRules = ruleList<Rule<DemandFacts>>('Create a transfer of new commerce', [
  ...shapeRules,
  sourceIsNamed,
  domainIsSources,
  sourceIsNotTarget,
  transfersAreEnabled,
  cloudHasTransfers,
])

interface RunningFacts {
  /** All of the customer from that sending partner. */
  readonly transfers: readonly TransferRecord[]
}

/** Several can wait for an answer; only one is carried out at a time. */
const noTransferIsRunning = rule<RunningFacts>({
  name: 'noTransferIsRunning',
  holds: ({ transfers }) => !transfers.some(isRunning),
  fault: ({ transfers }) =>
    fault(faults.transferIsInProgress, { transferId: transfers.find(isRunning)?.id ?? '' }),
  decidedBy: ({ transfers }) => ({ running: transfers.find(isRunning)?.id }),
  see: 'partner-center/developer/transfer-entity-resources',
})

export const runningRules = ruleList('A transfer of new commerce: no other is running', [noTransferIsRunning])
