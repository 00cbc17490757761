import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import { hourMs, type Instant } from '../../../kernel/time.ts'
import { isUnderWay, type ProductUpgradeRecord } from '../../subscriptions/azure/public.ts'
import type { SubscriptionRecord } from '../../subscriptions/subscription/public.ts'

/** What decides whether a customer can be upgraded to an Azure plan. */
export interface UpgradeFacts {
  readonly now: Instant
  readonly productFamily: string
  /** The customer's last upgrade. */
  readonly latest: ProductUpgradeRecord | undefined
  /** Microsoft Azure of the older program that is neither ended nor upgraded. */
  readonly legacyAzure: readonly SubscriptionRecord[]
  /** Ids of offers of Azure Partner Shared Services. */
  readonly sharedServices: readonly string[]
  /** Hours for which a purchase counts as recent. */
  readonly recentPurchaseHours: number
  /** There is an Azure plan for the customer's market. */
  readonly azurePlanIsSold: boolean
  readonly customerAgreementIsAccepted: boolean
  /** The partner has agreed to its own agreement and may transact. */
  readonly partnerMayTransact: boolean
}

const page = 'partner-center/azure-plan-transition'
const codes = 'partner-center/developer/error-codes'
const isAzure = ({ productFamily }: UpgradeFacts): boolean => productFamily.toLowerCase() === 'azure'
const upgradeId = ({ latest }: UpgradeFacts) => ({ upgradeId: latest?.id ?? '' })

const noUpgradeIsUnderWay = rule<UpgradeFacts>({
  name: 'noUpgradeIsUnderWay',
  holds: ({ latest }) => latest === undefined || !isUnderWay(latest),
  fault: (facts) => fault(faults.upgradeIsInProgress, upgradeId(facts)),
  decidedBy: ({ latest }) => ({ upgrade: latest?.status }),
  see: codes,
})

/** Azure subscriptions of the older program that came since then can be upgraded too. */
const somethingIsLeftToUpgrade = rule<UpgradeFacts>({
  name: 'somethingIsLeftToUpgrade',
  holds: ({ latest, legacyAzure }) => latest?.status !== 'Completed' || legacyAzure.length > 0,
  fault: (facts) => fault(faults.upgradeIsCompleted, upgradeId(facts)),
  decidedBy: ({ latest, legacyAzure }) => ({ upgrade: latest?.status, left: legacyAzure.length }),
  see: codes,
})

const customerHasAzure = rule<UpgradeFacts>({
  name: 'customerHasAzure',
  holds: ({ legacyAzure }) => legacyAzure.length > 0,
  fault: () => fault(faults.upgradeHasNoAzureSubscriptions),
  see: codes,
})

const noneIsSuspended = rule<UpgradeFacts>({
  name: 'noAzureSubscriptionIsSuspended',
  holds: ({ legacyAzure }) => legacyAzure.every(({ status }) => status !== 'suspended'),
  fault: () => fault(faults.upgradeHasSuspendedSubscriptions),
  see: codes,
})

const noneIsRecent = rule<UpgradeFacts>({
  name: 'noAzureSubscriptionIsRecent',
  holds: ({ legacyAzure, recentPurchaseHours, now }) =>
    legacyAzure.every(({ createdAt }) => createdAt + recentPurchaseHours * hourMs <= now),
  fault: () => fault(faults.upgradeHasRecentPurchases),
  decidedBy: ({ recentPurchaseHours }) => ({ recentPurchaseHours }),
  see: 'assumed',
})

const noneIsOfSharedServices = rule<UpgradeFacts>({
  name: 'noAzureSubscriptionIsOfSharedServices',
  holds: ({ legacyAzure, sharedServices }) =>
    legacyAzure.every(({ legacyOfferId = '' }) => !sharedServices.includes(legacyOfferId)),
  fault: () => fault(faults.upgradeHasSharedServices),
  see: codes,
})

const azurePlanIsInCatalogue = rule<UpgradeFacts>({
  name: 'azurePlanIsInCatalogue',
  holds: ({ azurePlanIsSold }) => azurePlanIsSold,
  fault: () => fault(faults.upgradeCatalogItemNotFound),
  see: codes,
})

const notEligible = () => fault(faults.upgradeNotEligible)

const familyIsAzure = rule<UpgradeFacts>({
  name: 'productFamilyIsAzure',
  holds: isAzure,
  fault: notEligible,
  decidedBy: ({ productFamily }) => ({ productFamily }),
  see: 'partner-center/developer/create-product-upgrade-entity',
})

const customerAgreementIsAccepted = rule<UpgradeFacts>({
  name: 'customerAgreementIsAccepted',
  holds: (facts) => facts.customerAgreementIsAccepted,
  fault: notEligible,
  see: page,
})

const partnerMayTransact = rule<UpgradeFacts>({
  name: 'partnerMayTransact',
  holds: (facts) => facts.partnerMayTransact,
  fault: notEligible,
  see: page,
})

/** Another product family cannot be upgraded at all; nothing of its own is looked at (assumed). */
export const upgradeRules = ruleList<Rule<UpgradeFacts>>('Upgrade to an Azure plan', [
  ...[
    noUpgradeIsUnderWay,
    somethingIsLeftToUpgrade,
    customerHasAzure,
    noneIsSuspended,
    noneIsRecent,
    noneIsOfSharedServices,
    azurePlanIsInCatalogue,
  ].map((inner) => when(isAzure, inner)),
  familyIsAzure,
  customerAgreementIsAccepted,
  partnerMayTransact,
])
