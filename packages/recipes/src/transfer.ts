import type { Customer } from './customer.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** One customer as two partners see it: `source` has something that `target` is to have. */
export interface TwoPartners {
  readonly source: Customer
  readonly target: Customer
}

/** A new customer of the caller's partner that has accepted another partner of the same market too. */
export async function twoPartners(
  world: World,
  wishes: { readonly agreement?: boolean } = {},
): Promise<TwoPartners> {
  const { type, market, environment } = {
    type: 'directBill',
    market: 'US',
    environment: 'production',
  } as const
  const alike = [0, 1].map((index) => world.of({ type, market, environment, index }))
  const other = (await Promise.all(alike)).find(({ partner }) => partner.tenantId !== world.partner.tenantId)
  if (other === undefined) throw new Error(`${world.partner.name} has no other partner beside it`)
  const source = await world.customer()
  return { source, target: await source.alsoOf(other, wishes) }
}

/** What the sending partner of the older program sends to offer subscriptions to another one. */
export const offerTo = (
  target: Session,
  subscriptions: readonly { readonly id: string }[],
  partnerIdOnRecord?: string,
) => ({
  targetPartnerTenantId: target.partner.tenantId,
  lineItems: subscriptions.map(({ id }) => ({
    subscriptionId: id,
    ...(partnerIdOnRecord === undefined ? {} : { partnerIdOnRecord }),
  })),
})

/** What the receiving partner of new commerce sends to ask another one for all it has; change it to ask for less. */
export const demandFrom = (source: Session) => ({
  transferType: 5,
  sourcePartnerTenantId: source.partner.tenantId,
  sourcePartnerName: source.partner.name,
  customerEmailId: 'tania@contoso.example',
})

/** What the sending partner of new commerce answers: the subscriptions, and Azure subscriptions, that are to go. */
export const acceptance = (items: readonly { readonly id: string }[]) => ({
  status: 'InProgress',
  lineItems: items.map(({ id }) => ({ subscriptionId: id })),
})
