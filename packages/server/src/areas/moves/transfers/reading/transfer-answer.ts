import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { describe, type Locale } from '@tenantry/contract/locales/index.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import type { TransferEntity, TransferLineItem } from '@tenantry/contract/resources/transfer.ts'
import type { Tenant } from '../../../../kernel/tenant.ts'
import type { Scope } from '../../../../work/scope.ts'
import { formatInstant } from '../../../../kernel/time.ts'
import { publishedId } from '../../../subscriptions/subscription/public.ts'
import {
  isOfNewCommerce,
  isOpen,
  isRunning,
  partOf,
  type TransferLine,
  type TransferRecord,
} from '../transfer.ts'

/** Which of the partners reads, and in which language. */
type Reader = Pick<Scope, 'tenant' | 'locale'>

/** A transfer as one of its two partners sees it. @see partner-center/developer/transfer-entity-resources */
export function transferAnswer(transfer: TransferRecord, { tenant, locale }: Reader): TransferEntity {
  const { customerId, id, completedAt, expiresAt } = transfer
  return {
    id,
    status: transfer.status,
    ...newCommerceMembers(transfer, tenant),
    createdTime: formatInstant(transfer.createdAt),
    lastModifiedTime: formatInstant(transfer.modifiedAt),
    ...(completedAt === undefined ? {} : { completedTime: formatInstant(completedAt) }),
    ...(expiresAt === undefined ? {} : { expirationTime: formatInstant(expiresAt) }),
    ...named('customerName', transfer.customerName),
    customerTenantId: customerId,
    partnertenantid: tenant.partner,
    sourcePartnerName: transfer.sourcePartnerName,
    sourcePartnerTenantId: transfer.sourcePartnerTenantId,
    targetPartnerName: transfer.targetPartnerName,
    targetPartnerTenantId: transfer.targetPartnerTenantId,
    lastModifiedUser: transfer.modifiedBy,
    ...(showsLines(transfer, tenant)
      ? { lineItems: transfer.lines.map((line) => lineAnswer(line, locale)) }
      : {}),
    links: { self: link(`/customers/${customerId}/transfers/${id}`) },
    attributes: { objectType: 'TransferEntity' },
  }
}

/** In new commerce the receiving partner sees what it gets when it has got it. */
const showsLines = (transfer: TransferRecord, tenant: Tenant): boolean =>
  !isOfNewCommerce(transfer) ||
  partOf(transfer, tenant) === 'source' ||
  (!isOpen(transfer) && !isRunning(transfer))

/** The partner that accepts sees an incoming request (1), the one that asked for it an outgoing one (2). */
function newCommerceMembers(transfer: TransferRecord, tenant: Tenant) {
  const { transferType, targetProductTypes: types } = transfer
  if (transferType === undefined) return {}
  return {
    transferType,
    transferDirection: partOf(transfer, tenant) === 'source' ? 1 : 2,
    ...named('customerEmailId', transfer.customerEmailId),
    ...named('targetPartnerEmailId', transfer.targetPartnerEmailId),
    ...named('targetProductTypes', types && [...types]),
    ...named('partnerOnRecord', transfer.partnerOnRecord),
  }
}

export function lineAnswer(line: TransferLine, locale: Locale): TransferLineItem {
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
    ...named('transferError', line.fault && refusalText(line.fault, locale)),
    addonItems: line.addOns.map((addOn) => lineAnswer(addOn, locale)),
  }
}

/** None of the texts has anything to fill in. */
const refusalText = (name: AnyFaultName, locale: Locale): string =>
  describe({ spec: everyFault[name], params: {} }, locale)

/** Answers leave a member out rather than print null. */
const named = <Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } =>
  value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T })
