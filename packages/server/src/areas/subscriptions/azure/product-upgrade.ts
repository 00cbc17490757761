import type { upgradeStatuses } from '@tenantry/contract/resources/product-upgrade.ts'
import type { CustomerId, SubscriptionId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'

export type UpgradeStatus = (typeof upgradeStatuses)[number]

/** Why an upgrade, or one line of it, failed. The codes and texts are ours: no page lists them. */
export const upgradeErrors = {
  azurePlanNotCreated: 'The Azure plan could not be created.',
  azurePlanNotActive: 'The Azure plan is not active.',
  azureNotAvailable: 'Azure could not be reached.',
  subscriptionNotActive: 'The subscription is not active any more.',
  subscriptionNotMovable: 'Azure could not move the subscription under the Azure plan.',
} as const
export type UpgradeErrorName = keyof typeof upgradeErrors

/** One subscription of Microsoft Azure of the older program on its way under an Azure plan. */
export interface UpgradeLine {
  readonly sourceId: SubscriptionId
  readonly sourceName: string
  /** The Azure plan; absent until it exists. */
  readonly targetId?: SubscriptionId | undefined
  readonly targetName?: string | undefined
  readonly status: UpgradeStatus
  readonly upgradedAt?: Instant | undefined
  readonly error?: UpgradeErrorName | undefined
}

/** A customer's upgrade to Azure plans, one for each partner on record. After a failure there is a new one. */
export interface ProductUpgradeRecord {
  readonly id: string
  version: number
  readonly customerId: CustomerId
  readonly productFamily: 'Azure'
  /** Counts the customer's upgrades, from 1. */
  readonly attempt: number
  readonly status: UpgradeStatus
  readonly requestedAt: Instant
  readonly lines: readonly UpgradeLine[]
  /** What failed before any line was looked at. */
  readonly error?: UpgradeErrorName | undefined
}

export const isUnderWay = ({ status }: Pick<ProductUpgradeRecord, 'status'>): boolean =>
  status === 'Pending' || status === 'InProgress'
