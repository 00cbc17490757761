import { link } from '@tenantry/contract/resources/common.ts'
import type { TransferEntity, TransferLineItem } from '@tenantry/contract/resources/transfer.ts'
import type { Tenant } from '../../identity/principal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { publishedId } from '../subscriptions/public.ts'
import type { TransferLine, TransferRecord } from './transfer.ts'

/** A transfer as one of its two partners sees it. @see partner-center/developer/transfer-entity-resources */
export function transferAnswer(transfer: TransferRecord, { partner }: Tenant): TransferEntity {
  const { customerId, id, completedAt, expiresAt } = transfer
  return {
    id,
    status: transfer.status,
    createdTime: formatInstant(transfer.createdAt),
    lastModifiedTime: formatInstant(transfer.modifiedAt),
    ...(completedAt === undefined ? {} : { completedTime: formatInstant(completedAt) }),
    ...(expiresAt === undefined ? {} : { expirationTime: formatInstant(expiresAt) }),
    ...named('customerName', transfer.customerName),
    customerTenantId: customerId,
    partnertenantid: partner,
    sourcePartnerName: transfer.sourcePartnerName,
    sourcePartnerTenantId: transfer.sourcePartnerTenantId,
    targetPartnerName: transfer.targetPartnerName,
    targetPartnerTenantId: transfer.targetPartnerTenantId,
    lastModifiedUser: transfer.modifiedBy,
    lineItems: transfer.lines.map(lineAnswer),
    links: { self: link(`/customers/${customerId}/transfers/${id}`) },
    attributes: { objectType: 'TransferEntity' },
  }
}

export function lineAnswer(line: TransferLine): TransferLineItem {
  const { commerce, entitlementId } = line
  return {
    id: line.id,
    subscriptionId: publishedId({ id: line.subscriptionId, commerce }),
    ...named('entitlementId', entitlementId && publishedId({ id: entitlementId, commerce })),
    offerId: line.offerId,
    billingCycle: line.billingCycle,
    friendlyName: line.friendlyName,
    quantity: line.quantity,
    ...named('partnerIdOnRecord', line.partnerIdOnRecord),
    ...named('transferGroupId', line.transferGroupId),
    ...named('status', line.status),
    ...named('orderId', line.orderId),
    ...named('transferError', line.error?.text),
    addonItems: line.addOns.map(lineAnswer),
  }
}

/** Answers leave a member out rather than print null. */
const named = <Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } =>
  value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T })
