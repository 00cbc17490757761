import type { Relationship, RelationshipRequest } from '@tenantry/contract/operator/resources/history.ts'
import { catalogueOf } from '../../areas/catalogue/products/public.ts'
import {
  Customers,
  Directory,
  registerCustomer,
  type CustomerRecord,
} from '../../areas/accounts/customers/public.ts'
import { hasActivePartnership, transacts } from '../../work/partner.ts'
import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import { tenantOfPartner } from '../../kernel/tenant.ts'
import type { Scope } from '../../work/scope.ts'
import { asPartner } from './as-partner.ts'
import type { World } from '../../world/world.ts'
import { badRequest, notFound } from '../operator-error.ts'

/**
 * A customer accepts the invitation of one more partner, which becomes a reseller of it beside those that it has. The
 * new partner begins without its agreement being confirmed.
 * @see partner-center/customers/request-a-relationship-with-a-customer
 */
export const createRelationship = (world: World, wanted: RelationshipRequest): Promise<Relationship> =>
  asPartner('write', world, wanted.partnerTenantId, (scope) => accept(scope, wanted))

async function accept(scope: Scope, wanted: RelationshipRequest): Promise<Relationship> {
  const { partner } = scope.principal
  const resellerTenantId = wanted.resellerTenantId?.toLowerCase()
  const customerId = wanted.customerId.toLowerCase()
  if (!transacts(partner)) throw badRequest(`partnerTenantId: ${partner.name} sells nothing itself`)
  if (resellerTenantId !== undefined && !hasActivePartnership(partner, resellerTenantId))
    throw badRequest(`resellerTenantId: ${resellerTenantId} is no reseller of ${partner.name}`)
  const held = await new Customers(scope).find(customerId)
  if (held?.relationship === 'reseller')
    throw badRequest(`customerId: ${customerId} is a customer of ${partner.name} already`)
  const known = held ?? (await findAnywhere(scope, customerId))
  if (known === undefined) throw notFound(`customer ${customerId}`)
  if (!catalogueOf(scope).marketsOfRegion(partner.region).includes(known.market))
    throw badRequest(`partnerTenantId: ${partner.name} does not sell in ${known.market}`)

  const reseller = resellerTenantId === undefined ? {} : { associatedPartnerId: resellerTenantId }
  if (held === undefined) await registerCustomer(scope, { ...newWith(scope, known), ...reseller })
  else await takeBack(scope, { ...withoutReseller(held), ...reseller })
  await scope.announce({ type: 'customer-created', customerId, subject: customerId })
  return { partnerTenantId: partner.tenantId, customerId }
}

/** As one of its partners keeps it. */
async function findAnywhere({ trx }: Scope, customerId: string): Promise<CustomerRecord | undefined> {
  for (const partner of await new PartnerRegistry({ trx }).list()) {
    const found = await new Customers({ trx, tenant: tenantOfPartner(partner) }).find(customerId)
    if (found !== undefined) return found
  }
  return undefined
}

/** Of a relationship that had ended the record was kept. */
async function takeBack(scope: Scope, held: CustomerRecord): Promise<void> {
  const { id, associatedPartnerId } = held
  await new Customers(scope).save({ ...held, relationship: 'reseller', allowDelegatedAccess: true })
  if (associatedPartnerId === undefined) return
  const providerTenantId = scope.tenant.partner
  await new Directory(scope).link({ resellerTenantId: associatedPartnerId, customerId: id, providerTenantId })
}

/** The same customer in the books of a partner that had none of it. */
function newWith(scope: Scope, known: CustomerRecord): CustomerRecord {
  return {
    ...withoutReseller(known),
    version: 1,
    commerceId: scope.newId(),
    billingProfile: { ...known.billingProfile, id: scope.newId(), version: 1 },
    relationship: 'reseller',
    allowDelegatedAccess: true,
    createdAt: scope.now,
  }
}

const withoutReseller = ({ associatedPartnerId: _other, ...known }: CustomerRecord): CustomerRecord => known
