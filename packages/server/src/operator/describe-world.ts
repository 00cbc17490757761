import type { CustomerView, PartnerView, WorldView } from '@tenantry/contract/operator/resources/world.ts'
import { Customers, type CustomerRecord } from '../areas/accounts/customers/public.ts'
import { PartnerRegistry } from '../areas/accounts/partners/public.ts'
import type { PartnerRecord } from '../work/partner.ts'
import { tenantOfPartner } from '../kernel/tenant.ts'
import { formatInstant } from '../kernel/time.ts'
import type { World } from '../world/world.ts'

/** Who lives in a world and with which secrets one signs in. */
export async function describeWorld(world: World): Promise<WorldView> {
  const { partners, customers } = await world.transact('read', async (trx) => {
    const partners = await new PartnerRegistry({ trx }).list()
    const customers: { partner: PartnerRecord; customer: CustomerRecord }[] = []
    for (const partner of partners) {
      const own = await new Customers({ trx, tenant: tenantOfPartner(partner) }).list()
      customers.push(...own.map((customer) => ({ partner, customer })))
    }
    return { partners, customers }
  })
  return {
    name: world.name,
    seed: world.origin.seed,
    clock: { mode: world.clock.mode, now: formatInstant(world.now) },
    partners: partners.map(partnerView),
    customers: customerViews(customers),
  }
}

const partnerView = ({
  tenantId,
  domains,
  name,
  partnerId,
  type,
  market,
  environment,
  apps,
  users,
}: PartnerRecord): PartnerView => ({
  tenantId,
  domain: domains[0],
  name,
  partnerId,
  type,
  market,
  environment,
  apps: apps.map(({ clientId, clientSecret, name, enabled }) => ({ clientId, clientSecret, name, enabled })),
  users: users.map(({ userPrincipalName, displayName, roles }) => ({
    userPrincipalName,
    displayName,
    roles: [...roles],
  })),
})

/** A customer of several partners is one customer, with the name its first partner keeps. */
function customerViews(
  held: readonly { partner: PartnerRecord; customer: CustomerRecord }[],
): CustomerView[] {
  const views = new Map<string, CustomerView>()
  for (const { partner, customer } of held) {
    const { domain, companyName } = customer.companyProfile
    const known = views.get(customer.id) ?? {
      tenantId: customer.id,
      domain,
      companyName,
      market: customer.market,
      partnerTenantIds: [],
    }
    const reseller = customer.associatedPartnerId === undefined ? [] : [customer.associatedPartnerId]
    known.partnerTenantIds.push(partner.tenantId, ...reseller)
    views.set(customer.id, known)
  }
  return [...views.values()]
}
