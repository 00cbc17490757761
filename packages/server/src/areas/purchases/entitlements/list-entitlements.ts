import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { entitlementEndpoints } from '@tenantry/contract/endpoints/entitlements.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection, link } from '@tenantry/contract/resources/common.ts'
import type {
  Entitlement,
  ReservedInstanceArtifactDetails,
} from '@tenantry/contract/resources/entitlement.ts'
import type { Input } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import { endOfDay, formatInstant } from '../../../kernel/time.ts'
import { catalogueOf, type Catalogue } from '../../catalogue/products/public.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { Orders } from '../orders/public.ts'
import {
  endless,
  hasEnded,
  Subscriptions,
  type SubscriptionRecord,
} from '../../subscriptions/subscription/public.ts'

type EntitlementType = Entitlement['entitlementType']

/** Licences and Azure plans are subscriptions and no entitlements. A savings plan is managed in the Azure portal. */
const typeOf = ({ productFamily }: SubscriptionRecord): EntitlementType | undefined => {
  if (productFamily === 'software' || productFamily === 'perpetual') return 'software'
  return productFamily === 'reservation' ? 'reservedinstance' : undefined
}

/** The older client library wrote `virtualmachinereservedinstance`. */
const spellings: ReadonlyMap<string, EntitlementType> = new Map([
  ['software', 'software'],
  ['reservedinstance', 'reservedinstance'],
  ['virtualmachinereservedinstance', 'reservedinstance'],
])

/**
 * What the customer may use: each fulfilled purchase of software or of a reservation. Faults: 60003, 20002, 900126.
 * @see partner-center/developer/get-a-collection-of-entitlements
 */
export async function listEntitlements(
  scope: Scope,
  { params, query }: Input<typeof entitlementEndpoints.listEntitlements>,
): Promise<AnswerOf<typeof entitlementEndpoints.listEntitlements>> {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const wanted = readType(query.entitlementType)
  const catalogue = catalogueOf(scope)
  const subscriptions = await new Subscriptions(scope).list(customerId)

  const items = subscriptions.flatMap((one) => {
    const type = typeOf(one)
    if (type === undefined || (wanted !== undefined && wanted !== type)) return []
    if (one.fulfilment !== 'completed' || hasEnded(one)) return []
    return [entitlementAnswer(catalogue, one, type, query.showExpiry === true)]
  })
  return collection(items)
}

function readType(sent: string | undefined): EntitlementType | undefined {
  if (sent === undefined) return undefined
  const found = spellings.get(sent.toLowerCase())
  if (found !== undefined) return found
  const documentationLink =
    'https://learn.microsoft.com/partner-center/developer/get-a-collection-of-entitlements'
  throw fault(faults.enumValueIsUnknown, { value: sent, documentationLink })
}

function entitlementAnswer(
  catalogue: Catalogue,
  subscription: SubscriptionRecord,
  entitlementType: EntitlementType,
  showsExpiry: boolean,
): Entitlement {
  const { orderId, lineNumber, productId, skuId, quantity, commitmentEnd, termDuration } = subscription
  const isReservation = entitlementType === 'reservedinstance'
  return {
    referenceOrder: { id: orderId, lineItemId: String(lineNumber), alternateId: orderId },
    productId,
    skuId,
    quantity,
    quantityDetails: [{ quantity, status: 'Fulfilled' }],
    entitlementType,
    entitledArtifacts: isReservation ? [artifact(subscription)] : [],
    includedEntitlements: [],
    ...(showsExpiry && commitmentEnd !== endless && termDuration !== ''
      ? { expiryDate: formatInstant(endOfDay(commitmentEnd)) }
      : {}),
    ...(isReservation
      ? { dynamicAttributes: { reservationType: reservationType(catalogue, productId) } }
      : {}),
    attributes: { objectType: 'Entitlement' },
  }
}

/** In the words of the published answers; capacity without a word of its own counts as virtual machines (assumed). */
const reservationTypes: ReadonlyMap<string, string> = new Map([
  ['VirtualMachines', 'virtualmachines'],
  ['SqlDatabase', 'sqldatabases'],
  ['CosmosDb', 'cosmosdb'],
])

const reservationType = (catalogue: Catalogue, productId: string): string =>
  reservationTypes.get(catalogue.findProduct(productId)?.productType.subType ?? '') ?? 'virtualmachines'

const artifact = ({ customerId, orderId, lineNumber, id }: SubscriptionRecord) => ({
  link: link(
    `/customers/${customerId}/artifacts/reservedinstance/groups/${orderId}/lineitems/${lineNumber}/resource/${id}`,
  ),
  resourceId: id,
  artifactType: 'reservedinstance',
})

/** What the link of an entitlement leads to. Faults: 60003, 20002, 1000. */
export async function getReservedInstanceArtifact(
  scope: Scope,
  { params }: Input<typeof entitlementEndpoints.getReservedInstanceArtifact>,
): Promise<ReservedInstanceArtifactDetails> {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const found = await new Subscriptions(scope).find(customerId, params.resourceId)
  const isMeant =
    found?.productFamily === 'reservation' &&
    found.orderId === params.groupId.toLowerCase() &&
    String(found.lineNumber) === params.lineItemId
  if (!isMeant) throw fault(faults.resourceNotFound)

  return {
    type: 'reservedinstance',
    virtualMachineReservations: [
      {
        reservationId: found.id,
        scopeType: await scopeTypeOf(scope, found),
        quantity: found.quantity,
        expiryDateTime: formatInstant(endOfDay(found.commitmentEnd)),
        effectiveDateTime: formatInstant(found.effectiveStart),
        provisioningState: hasEnded(found) ? 'Cancelled' : provisioningStates[found.fulfilment],
      },
    ],
    attributes: { objectType: 'ReservedInstanceArtifactDetails' },
  }
}

/** What the order line asked for. @see partner-center/developer/purchase-azure-reservations */
async function scopeTypeOf(
  scope: Scope,
  { customerId, orderId, lineNumber }: SubscriptionRecord,
): Promise<string> {
  const order = await new Orders(scope).find(customerId, orderId)
  const line = order?.lines.find(({ lineItemNumber }) => lineItemNumber === lineNumber)
  return line?.provisioningContext['scope']?.toLowerCase() === 'single' ? 'Single' : 'Shared'
}

const provisioningStates = { pending: 'Creating', completed: 'Created', failed: 'Failed' } as const
