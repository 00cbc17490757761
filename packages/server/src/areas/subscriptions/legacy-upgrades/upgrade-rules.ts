import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { UpgradeErrorName } from '@tenantry/contract/reasons/upgrade-errors.ts'
import type { UpgradeType } from '@tenantry/contract/resources/upgrade.ts'
import type { AssignedUser, DirectoryView } from '../../../collaborators/directory.ts'
import { rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import type { LegacyOffer } from '../../catalogue/products/public.ts'
import type { SubscriptionRecord } from '../subscription/public.ts'

/** What decides whether one subscription can become one offer in one way. */
export interface UpgradeFacts {
  readonly source: SubscriptionRecord
  /** What an earlier request has made of the source already: only the licences are left to be moved. */
  readonly upgraded: SubscriptionRecord | undefined
  readonly hasAddOns: boolean
  /** Whether the offer of the source has any targets. */
  readonly hasPaths: boolean
  /** Undefined where the source cannot become what was asked for. */
  readonly target: LegacyOffer | undefined
  readonly upgradeType: UpgradeType
  readonly quantity: number
  readonly directory: DirectoryView
  /** Whose licences would move. */
  readonly users: readonly AssignedUser[]
  /** A user is signed in: not the app alone. */
  readonly hasUser: boolean
  /** Another active subscription of the customer is of the source's or the target's offer. */
  readonly hasConflict: boolean
}

/** A condition that an upgrade's answer tells about by a number of its own. */
export interface UpgradeErrorRule {
  readonly name: string
  readonly reason: UpgradeErrorName
  readonly holds: (facts: UpgradeFacts) => boolean
  readonly details?: (facts: UpgradeFacts) => string
  readonly see: string
}

const see = 'partner-center/developer/transition-a-subscription'
const movesLicences = ({ upgradeType }: UpgradeFacts) => upgradeType === 'upgrade_with_license_transfer'

const ifLicencesMove = (declared: Omit<UpgradeErrorRule, 'see'>): UpgradeErrorRule => ({
  ...declared,
  holds: (facts) => !movesLicences(facts) || declared.holds(facts),
  see,
})

/** For what is judged once: when the seats are upgraded already, it does not stand against the licences (assumed). */
const unlessUpgraded = (declared: UpgradeErrorRule): UpgradeErrorRule => ({
  ...declared,
  holds: (facts) => facts.upgraded !== undefined || declared.holds(facts),
})

/** Directory Writer to move licences, Directory Reader or Global Reader otherwise; a writer may read. */
const sufficientRoles = (facts: UpgradeFacts): readonly string[] =>
  movesLicences(facts) ? ['Directory Writer'] : ['Directory Reader', 'Global Reader', 'Directory Writer']

const seatErrorRules: readonly UpgradeErrorRule[] = [
  {
    name: 'sourceIsActive',
    reason: 'subscriptionStatusNotActive',
    holds: ({ source }) => source.status === 'active',
    details: ({ source }) => source.status,
    see,
  },
  {
    name: 'sourceIsProvisioned',
    reason: 'subscriptionNotProvisioned',
    holds: ({ source }) => source.fulfilment === 'completed',
    see,
  },
  {
    name: 'sourceHasNoPendingOperation',
    reason: 'concurrencyConflicts',
    holds: ({ source }) => source.pendingOperation === undefined && source.hold === undefined,
    see,
  },
  {
    name: 'sourceHasNoAddOns',
    reason: 'subscriptionAddOnsPresent',
    holds: ({ hasAddOns }) => !hasAddOns,
    see,
  },
  { name: 'sourceHasPaths', reason: 'noUpgradePaths', holds: ({ hasPaths }) => hasPaths, see },
  {
    name: 'targetIsOnAPath',
    reason: 'targetOfferNotFound',
    holds: ({ hasPaths, target }) => !hasPaths || target !== undefined,
    see,
  },
  {
    name: 'targetHasBillingCycle',
    reason: 'billingCycleNotSupported',
    holds: ({ target, source }) =>
      target === undefined || target.supportedBillingCycles.includes(source.billingCycle),
    see,
  },
  {
    name: 'seatsFitBothSides',
    reason: 'other',
    holds: ({ target, quantity, source }) =>
      target === undefined ||
      (quantity === source.quantity &&
        quantity >= target.minimumQuantity &&
        quantity <= target.maximumQuantity),
    see,
  },
]

/** Everything that the `upgradeErrors` of an answer can tell, in the order of its checks. */
export const upgradeErrorRules = ruleList<UpgradeErrorRule>(
  'Upgrade a legacy subscription: the errors in the answer',
  [
    ...seatErrorRules.map(unlessUpgraded),
    ifLicencesMove({
      name: 'partnerIsDelegated',
      reason: 'delegatedAdminPermissionsDisabled',
      holds: ({ directory }) => directory.delegation !== 'none',
    }),
    ifLicencesMove({
      name: 'userIsSignedIn',
      reason: 'userContextRequired',
      holds: ({ hasUser }) => hasUser,
    }),
    {
      name: 'directoryRoleIsGranted',
      reason: 'insufficientGranularAdminPermissions',
      holds: (facts) =>
        facts.directory.delegation !== 'gdap' ||
        facts.directory.gdapRoles.some((role) => sufficientRoles(facts).includes(role)),
      see,
    },
    unlessUpgraded(
      ifLicencesMove({
        name: 'nothingElseSuppliesServices',
        reason: 'conflictingServiceTypes',
        holds: ({ hasConflict }) => !hasConflict,
      }),
    ),
  ],
)

/** What is over is not looked at any further; an upgrade that waits for its licences is not over. */
export const upgradeSourceRules = ruleList<Rule<UpgradeFacts>>('Upgrade a legacy subscription: the source', [
  rule<UpgradeFacts>({
    name: 'sourceIsNotMigratedByMicrosoft',
    holds: ({ source }) => source.migratedTo?.by !== 'microsoft',
    fault: ({ source }) =>
      fault(faults.subscriptionMigratedByMicrosoft, {
        newCommerceSubscriptionId: source.migratedTo?.subscriptionId ?? '',
      }),
    see: 'partner-center/developer/error-codes',
  }),
  rule<UpgradeFacts>({
    name: 'sourceIsNotDeleted',
    holds: ({ source, upgraded }) =>
      source.commerce !== 'legacy' || source.status !== 'deleted' || upgraded !== undefined,
    fault: ({ source }) => fault(faults.deletedSubscriptionIsReadOnly, { subscriptionId: source.id }),
    decidedBy: ({ source }) => ({ status: source.status, licencesAwaitedBy: source.licencesAwaitedBy }),
    see: 'partner-center/developer/error-codes',
  }),
])

/** The licences cannot even be looked for: nothing is upgraded. */
export const mappingRules = ruleList<Rule<UpgradeFacts>>('Upgrade a legacy subscription: its number', [
  when(
    movesLicences,
    rule<UpgradeFacts>({
      name: 'subscriptionIsMapped',
      holds: ({ directory }) => directory.isMapped,
      fault: () => fault(faults.subscriptionIdsNotConvertible),
      see,
    }),
  ),
])

/**
 * The licences as a whole, when the seats are upgraded. They follow when the same upgrade is asked for again (assumed:
 * the page does not say how).
 */
export const licenceRules = ruleList<Rule<UpgradeFacts>>('Upgrade a legacy subscription: the licences', [
  when(
    movesLicences,
    rule<UpgradeFacts>({
      name: 'licencesCanMove',
      holds: ({ directory, users, quantity }) =>
        users.length === 0 || (directory.isWritable && users.length <= quantity),
      fault: () => fault(faults.licenseMigrationFailed),
      decidedBy: ({ directory, users }) => ({ writable: directory.isWritable, users: users.length }),
      see: 'partner-center/developer/error-codes',
    }),
  ),
])
