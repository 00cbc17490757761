import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type {
  TransferLineStatus,
  TransferProductType,
  TransferStatus,
  TransferType,
} from '@tenantry/contract/resources/transfer.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { SubscriptionRecord } from '../../subscriptions/subscription/public.ts'

/** One subscription of a transfer, as it was when it came into it. */
export interface TransferLine {
  readonly id: number
  readonly subscriptionId: string
  readonly commerce: 'nce' | 'legacy'
  readonly entitlementId?: string | undefined
  readonly offerId: string
  readonly friendlyName: string
  readonly quantity: number
  readonly billingCycle: BillingCycleType
  /** Who is to be on record with the receiving partner. */
  readonly partnerIdOnRecord?: string | undefined
  /** Only of a base: what goes along with it, add-ons of add-ons included. */
  readonly addOns: readonly TransferLine[]
  readonly transferGroupId?: string | undefined
  readonly status?: TransferLineStatus | undefined
  /** What stood against it, where it did not move: told in the language of whoever reads it. */
  readonly fault?: AnyFaultName | undefined
  /** At the receiving partner. */
  readonly orderId?: string | undefined
  readonly takenSubscriptionId?: string | undefined
}

/** What a line of either program remembers of its subscription. */
export const rememberedOf = ({
  id: subscriptionId,
  commerce,
  friendlyName,
  quantity,
  billingCycle,
}: SubscriptionRecord) => ({ subscriptionId, commerce, friendlyName, quantity, billingCycle })

/**
 * Subscriptions that are to go from one partner of a customer to another one. In the older program the sending partner
 * names them and the receiving one answers; in new commerce (which has a `transferType`) it is the other way round.
 * @see partner-center/developer/transfer-entity-resources
 */
export interface TransferRecord {
  readonly id: string
  version: number
  /** Later ones have higher ones, also within one moment. */
  readonly place: number
  readonly customerId: string
  readonly customerName?: string | undefined
  readonly transferType?: TransferType | undefined
  readonly sourcePartnerTenantId: string
  readonly sourcePartnerName: string
  readonly targetPartnerTenantId: string
  readonly targetPartnerName: string
  readonly customerEmailId?: string | undefined
  readonly targetPartnerEmailId?: string | undefined
  /** Undefined for everything. */
  readonly targetProductTypes?: readonly TransferProductType[] | undefined
  /** Of the receiving indirect provider. */
  readonly partnerOnRecord?: string | undefined
  readonly status: TransferStatus
  readonly createdAt: Instant
  readonly modifiedAt: Instant
  readonly acceptedAt?: Instant | undefined
  readonly completedAt?: Instant | undefined
  readonly expiresAt?: Instant | undefined
  /** A user's id, or the app's that called alone. */
  readonly modifiedBy: string
  /** One request works on it until then, and no other one may. */
  readonly processedUntil?: Instant | undefined
  readonly lines: readonly TransferLine[]
}

export type Part = 'source' | 'target'

/** Which of the two the tenant is; undefined for anybody else. */
export const partOf = (
  { sourcePartnerTenantId, targetPartnerTenantId }: TransferRecord,
  { partner }: Tenant,
): Part | undefined =>
  partner === sourcePartnerTenantId ? 'source' : partner === targetPartnerTenantId ? 'target' : undefined

export const isOfNewCommerce = ({ transferType }: TransferRecord): boolean => transferType !== undefined

/** Nobody has answered it yet. */
export const isOpen = ({ status }: TransferRecord): boolean => status === 'Active' || status === 'Pending'

/** Accepted, and not carried out yet. */
export const isRunning = ({ status }: TransferRecord): boolean => status === 'InProgress'

/** Somebody works on it at this moment. */
export const isBeingProcessed = ({ processedUntil }: TransferRecord, now: Instant): boolean =>
  processedUntil !== undefined && now < processedUntil

/** Every line with its add-ons. */
export const allLines = ({ lines }: Pick<TransferRecord, 'lines'>): TransferLine[] =>
  lines.flatMap((line) => [line, ...line.addOns])

/** A base and what goes along with it share what becomes of them. */
export const withOutcome = (
  line: TransferLine,
  outcome: Pick<TransferLine, 'transferGroupId' | 'status' | 'fault' | 'orderId'>,
): TransferLine => ({
  ...line,
  ...outcome,
  addOns: line.addOns.map((addOn) => ({ ...addOn, ...outcome })),
})

/** What a transfer is when each of its lines has moved or failed. */
export function statusOfLines(lines: readonly TransferLine[]): TransferStatus {
  const moved = lines.filter(({ status }) => status === 'Complete').length
  if (moved === lines.length) return 'Complete'
  return moved === 0 ? 'Failed' : 'PartiallyComplete'
}

/** The word that 900102 prints. */
export const closedWord: Readonly<Partial<Record<TransferStatus, string>>> = {
  Complete: 'completed',
  PartiallyComplete: 'completed',
  Failed: 'completed',
  Reject: 'rejected',
  Deleted: 'canceled',
  Canceled: 'canceled',
  Expired: 'expired',
}
