import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { on, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import { partnerGates } from '../../accounts/partners/public.ts'
import { transacts, type PartnerRecord } from '../../../work/partner.ts'

const resources = 'partner-center/developer/transfer-entity-resources'

/** The two partners of a transfer. Who is no partner at all serves nobody. */
export interface ParticipantFacts {
  readonly customerId: string
  readonly caller: PartnerRecord
  /** The id as it was asked for. */
  readonly otherId: string
  readonly other: PartnerRecord | undefined
  /** The other one resells to the customer as well. */
  readonly otherServesCustomer: boolean
  readonly isCallerTarget: boolean
}

const otherServesCustomer = rule<ParticipantFacts>({
  name: 'otherPartnerServesCustomer',
  holds: (facts) => facts.otherServesCustomer,
  fault: ({ otherId, customerId }) =>
    fault(faults.noCommerceRelationship, { partnerId: otherId, customerId }),
  decidedBy: ({ otherId, other }) => ({ other: otherId, isKnown: other !== undefined }),
  see: resources,
})

/** Only who buys from Microsoft has something to hand over, or can take it. */
const participantsTransact = rule<ParticipantFacts>({
  name: 'participantsTransact',
  holds: ({ caller, other }) => transacts(caller) && other !== undefined && transacts(other),
  fault: () => fault(faults.transferParticipantNotSupported),
  decidedBy: ({ caller, other }) => ({ caller: caller.type, other: other?.type }),
  see: resources,
})

const targetOf = ({ caller, other, isCallerTarget }: ParticipantFacts): PartnerRecord | undefined =>
  isCallerTarget ? caller : other

/** Whoever calls: the partner that is to pay from now on must be enrolled for it. */
const targetProgrammeIsActive = rule<ParticipantFacts>({
  name: 'targetProgrammeIsActive',
  holds: (facts) => targetOf(facts)?.programmes[0].status === 'active',
  fault: (facts) => fault(faults.programNotActive, { program: targetOf(facts)?.programmes[0].name ?? '' }),
  decidedBy: (facts) => ({ status: targetOf(facts)?.programmes[0].status }),
  see: 'assumed',
})

/** Before a transfer is created or accepted, in their order. */
export const participantRules = ruleList<Rule<ParticipantFacts>>('Any transfer: the two partners', [
  otherServesCustomer,
  participantsTransact,
  ...partnerGates.map((gate) => on(({ caller }: ParticipantFacts) => ({ partner: caller }), gate)),
  targetProgrammeIsActive,
])
