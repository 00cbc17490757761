import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransitionErrorName } from '@tenantry/contract/reasons/transition-errors.ts'
import type { TransitionType } from '@tenantry/contract/resources/transition.ts'
import type { DirectoryView } from '../../../../collaborators/directory.ts'
import { rule, ruleList } from '../../../../kernel/rule.ts'
import type { MovingSubscription } from './moving-subscription.ts'
import { reasoned, type ReasonedRule } from './reasoned-rule.ts'

export interface LicenceFacts {
  readonly customerId: string
  readonly transitionType: TransitionType
  readonly source: MovingSubscription
  readonly sourceProvisioningId: string | undefined
  readonly directory: DirectoryView
  /** Whether the directory knows the existing target subscription; true where there is none. */
  readonly targetIsMapped: boolean
  /** A user is signed in: not the app alone. */
  readonly hasUser: boolean
  /** What else the customer owns that supplies a service plan of the source or the target. */
  readonly conflictingSkus: readonly string[]
}

const see = 'partner-center/developer/transition-a-new-commerce-subscription'
const movesLicences = ({ transitionType }: LicenceFacts) =>
  transitionType === 'transition_with_license_transfer'
const movesLegacyLicences = (facts: LicenceFacts) =>
  facts.source.commerce === 'legacy' && movesLicences(facts)

const reason = (name: TransitionErrorName, declared: Omit<ReasonedRule<LicenceFacts>, 'reason'>) =>
  reasoned<LicenceFacts, TransitionErrorName>({ reason: name, ...declared })

/** Only the older program needs delegated administration; new commerce asks its own directory. */
const partnerIsDelegated = reason('delegatedAdminPermissionsDisabled', {
  name: 'partnerIsDelegated',
  holds: (facts) => facts.source.commerce !== 'legacy' || facts.directory.delegation !== 'none',
  fault: () => fault(faults.privilegesAreInsufficient),
  decidedBy: ({ directory }) => ({ delegation: directory.delegation }),
  see,
})

const userIsSignedIn = reason('userContextRequired', {
  name: 'userIsSignedIn',
  holds: (facts) => !movesLegacyLicences(facts) || facts.hasUser,
  fault: () => fault(faults.appOnlyTokenNotSupported),
  see: 'partner-center/developer/transition-a-subscription',
})

/** Directory Writer to move licences, Directory Reader or Global Reader otherwise; a writer may read. */
const directoryRoleIsGranted = reason('insufficientGranularAdminPermissions', {
  name: 'directoryRoleIsGranted',
  holds: (facts) =>
    facts.source.commerce !== 'legacy' ||
    facts.directory.delegation !== 'gdap' ||
    facts.directory.gdapRoles.some((role) => sufficientRoles(facts).includes(role)),
  fault: () => fault(faults.privilegesAreInsufficient),
  decidedBy: ({ directory }) => ({ roles: directory.gdapRoles.join(', ') }),
  see,
})

const sufficientRoles = (facts: LicenceFacts): readonly string[] =>
  movesLicences(facts) ? ['Directory Writer'] : ['Directory Reader', 'Global Reader', 'Directory Writer']

/** Whether the partner may look into the directory at all: without a reader's role nothing is told. */
const directoryMayBeRead = rule<LicenceFacts>({
  ...directoryRoleIsGranted,
  name: 'directoryMayBeRead',
  holds: (facts) => directoryRoleIsGranted.holds({ ...facts, transitionType: 'transition_only' }),
})

/** What an eligibility answer is refused for as a whole. */
export const accessRules = ruleList('Transition eligibilities: who may look into the directory', [
  partnerIsDelegated,
  directoryMayBeRead,
])

/** The directory answers, and lists the source's SKU among what the tenant has. */
const directoryListsSource = rule<LicenceFacts>({
  name: 'directoryListsSource',
  holds: ({ source, directory, sourceProvisioningId }) =>
    source.commerce === 'legacy'
      ? directory.isReadable
      : directory.isReadable &&
        sourceProvisioningId !== undefined &&
        !directory.missingSkus.includes(sourceProvisioningId),
  fault: ({ customerId, sourceProvisioningId }) =>
    fault(faults.entraSubscriptionsNotFound, { customerId, provisioningId: sourceProvisioningId ?? '' }),
  decidedBy: ({ directory }) => ({ readable: directory.isReadable }),
  see: 'partner-center/developer/error-codes',
})

export const directoryListRules = ruleList('A transition: the source in the directory', [
  directoryListsSource,
])

const subscriptionsAreMapped = reason('mappingRequired', {
  name: 'subscriptionsAreMapped',
  holds: (facts) => !movesLicences(facts) || (facts.directory.isMapped && facts.targetIsMapped),
  fault: () => fault(faults.subscriptionIdsNotConvertible),
  decidedBy: ({ directory, targetIsMapped }) => ({ source: directory.isMapped, target: targetIsMapped }),
  see,
})

/**
 * Users' licences can be mapped one to one only when nothing else supplies the same services. No page says how a POST
 * of the type that was reported as ineligible is answered; 900141 is assumed.
 */
const nothingElseSuppliesServices = reason('conflictingServiceTypes', {
  name: 'nothingElseSuppliesServices',
  holds: (facts) => !movesLicences(facts) || facts.conflictingSkus.length === 0,
  fault: () => fault(faults.operationNotSupported),
  decidedBy: ({ conflictingSkus }) => ({ conflicting: conflictingSkus.join(', ') }),
  see,
})

/** What an eligibility answer reports about one transition type. */
export const licenceRules = ruleList<ReasonedRule<LicenceFacts, TransitionErrorName>>(
  'A transition: licences',
  [
    partnerIsDelegated,
    userIsSignedIn,
    directoryRoleIsGranted,
    subscriptionsAreMapped,
    nothingElseSuppliesServices,
  ],
)

/** Delegation is a matter of who asks, hence before the directory itself is asked. */
export const delegationRules = [partnerIsDelegated, userIsSignedIn, directoryRoleIsGranted] as const

/** The directory's part in a POST, in order; a transition without licences does not ask the directory. */
export const directoryRules = [
  { ...directoryListsSource, holds: (f: LicenceFacts) => !movesLicences(f) || directoryListsSource.holds(f) },
  subscriptionsAreMapped,
  nothingElseSuppliesServices,
] as const

export interface SuppliedServices {
  readonly sku: string
  readonly servicePlans: readonly string[]
}

/** Of what the customer owns besides the source: the SKUs that share a service plan with the source or the target. */
export const conflictsWith = (
  servicePlans: readonly string[],
  others: readonly SuppliedServices[],
): string[] => [
  ...new Set(
    others
      .filter((other) => other.servicePlans.some((plan) => servicePlans.includes(plan)))
      .map((other) => other.sku),
  ),
]
