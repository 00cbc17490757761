import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/extra.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import { hasActivePartnership, type PartnerRecord } from '../../../work/partner.ts'

/** What the partner-id registry knows of one id. */
interface PartnerIdRegistration {
  readonly status: 'active' | 'inactive'
  /** Enrolled in the AI Cloud Partner Program. */
  readonly isAdvisor: boolean
}

export interface PartnerOnRecordFacts {
  readonly partnerId: string
  /** The partner that buys. */
  readonly provider: PartnerRecord
  /** Undefined where the registry has never heard of the id. */
  readonly registration: PartnerIdRegistration | undefined
  /** The accounts that are registered under the id. */
  readonly linked: readonly PartnerRecord[]
  /** New commerce since the enforcement date; otherwise the two older answers 800015 and 800016 are given. */
  readonly isEnforced: boolean
  /** An order of the older program, which has an answer of its own for an id that is no reseller's. */
  readonly isLegacyOrder: boolean
  /** `transaction` for carts, orders, subscriptions; `validation` for asking beforehand. */
  readonly purpose: 'transaction' | 'validation'
}

/** Accounts that are not gone from the program. */
const activeTenants = ({ linked }: PartnerOnRecordFacts) =>
  linked.filter((partner) => partner.programmes[0].status !== 'offboarded')

const inRegion = (facts: PartnerOnRecordFacts) =>
  activeTenants(facts).filter((partner) => partner.region === facts.provider.region)

const resellers = (facts: PartnerOnRecordFacts) =>
  inRegion(facts).filter((partner) => partner.type === 'indirectReseller')

const withAgreement = (facts: PartnerOnRecordFacts) =>
  resellers(facts).filter((partner) => partner.mpa.accepted)

const authorized = (facts: PartnerOnRecordFacts) =>
  withAgreement(facts).filter(
    (partner) =>
      partner.programmes[0].status === 'active' &&
      partner.vetting !== 'rejected' &&
      hasActivePartnership(facts.provider, partner.tenantId),
  )

const decidedBy = ({ partnerId, isEnforced }: PartnerOnRecordFacts) => ({ partnerId, isEnforced })
const see = 'partner-center/developer/verify-indirect-reseller-mpa-status'

const partnerIdIsNumeric = rule<PartnerOnRecordFacts>({
  name: 'partnerIdIsNumeric',
  holds: ({ partnerId }) => /^\d{1,18}$/.test(partnerId),
  fault: () => fault(extraFaults.requestIsMalformed, { field: 'partnerIdOnRecord' }),
  decidedBy,
  see,
})

const partnerIdIsRegistered = rule<PartnerOnRecordFacts>({
  name: 'partnerIdIsRegistered',
  holds: ({ registration }) => registration !== undefined,
  fault: ({ isEnforced, partnerId }) =>
    isEnforced ? fault(faults.partnerOnRecordIsInactive, { partnerId }) : fault(faults.partnerIdNotFound),
  decidedBy,
  see: 'partner-center/developer/transfer-entity-resources',
})

const partnerIdIsActive = rule<PartnerOnRecordFacts>({
  name: 'partnerIdIsActive',
  holds: ({ registration }) => registration?.status === 'active',
  fault: ({ isEnforced, partnerId }) =>
    isEnforced
      ? fault(faults.partnerOnRecordIsInactive, { partnerId })
      : fault(faults.partnerIsNotIndirectReseller),
  decidedBy,
  see,
})

/** The provider's own id is refused as well as that of any other provider. */
const partnerIsNoProvider = rule<PartnerOnRecordFacts>({
  name: 'partnerIsNoProvider',
  holds: ({ linked }) => linked.every((partner) => partner.type !== 'indirectProvider'),
  fault: () => fault(faults.partnerOnRecordIsIndirectProvider),
  decidedBy,
  see: 'partner-center/developer/order-resources',
})

/** One step of the decision table: which accounts remain, and what is said when none does. */
const someRemain = (
  name: string,
  remaining: (facts: PartnerOnRecordFacts) => readonly PartnerRecord[],
  enforcedFault: Rule<PartnerOnRecordFacts>['fault'],
): Rule<PartnerOnRecordFacts> =>
  rule({
    name,
    holds: (facts) => remaining(facts).length > 0,
    fault: (facts) => (facts.isEnforced ? enforcedFault(facts) : isNoReseller(facts)),
    decidedBy: (facts) => ({ ...decidedBy(facts), remaining: remaining(facts).length }),
    see,
  })

const isNoReseller = ({ isLegacyOrder }: PartnerOnRecordFacts) =>
  isLegacyOrder
    ? fault(faults.orderPartnerLocationAccountIsWrong)
    : fault(faults.partnerIsNotIndirectReseller)

/** A missing agreement is told apart only when buying; whoever asks beforehand hears "not authorized". */
const resellerAcceptedAgreement = rule<PartnerOnRecordFacts>({
  name: 'resellerAcceptedAgreement',
  holds: (facts) => withAgreement(facts).length > 0,
  fault: ({ purpose, partnerId }) =>
    purpose === 'validation'
      ? fault(faults.partnerOnRecordNotAuthorized, { partnerId })
      : fault(faults.resellerPartnerAgreementNotAccepted),
  decidedBy,
  see,
})

/**
 * Whether an indirect provider may name this partner on record. Only an indirect provider's naming is judged; that a
 * direct-bill partner's is not is assumed.
 */
export const partnerOnRecordRules = ruleList<Rule<PartnerOnRecordFacts>>(
  'Any purchase: the partner on record',
  [
    partnerIdIsNumeric,
    partnerIdIsRegistered,
    partnerIdIsActive,
    partnerIsNoProvider,
    someRemain('partnerHasActiveTenant', activeTenants, () => fault(faults.partnerOnRecordHasNoActiveTenant)),
    someRemain('partnerIsInRegion', inRegion, ({ partnerId }) =>
      fault(faults.partnerOnRecordRegionDiffers, { partnerId }),
    ),
    someRemain('partnerIsEnrolledReseller', resellers, ({ partnerId }) =>
      fault(faults.partnerOnRecordNotEnrolled, { partnerId }),
    ),
    resellerAcceptedAgreement,
    someRemain('partnerIsAuthorized', authorized, ({ partnerId }) =>
      fault(faults.partnerOnRecordNotAuthorized, { partnerId }),
    ),
  ].map((check) => when((facts: PartnerOnRecordFacts) => facts.provider.type === 'indirectProvider', check)),
)

/** Additional partner ids on record: up to five, in Europe only; their number and place are checked by the cart. */
export const additionalPartnerRules = ruleList<Rule<PartnerOnRecordFacts>>(
  'Any purchase: additional partners on record',
  [
    partnerIdIsNumeric,
    partnerIdIsRegistered,
    rule<PartnerOnRecordFacts>({
      name: 'additionalPartnerIsAdvisor',
      holds: ({ registration }) => registration?.isAdvisor === true,
      fault: () => fault(faults.partnerIsNotAdvisor),
      decidedBy,
      see: 'partner-center/developer/order-resources',
    }),
  ],
)
