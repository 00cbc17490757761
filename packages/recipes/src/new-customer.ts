import type { CustomerRequest } from '@tenantry/contract/resources/customer.ts'
import { addresses } from './addresses.ts'
import type { Session } from './session.ts'

export interface CustomerWishes {
  readonly country?: string
  /** False leaves the customer without a confirmed Microsoft Customer Agreement. */
  readonly agreement?: boolean
  readonly companyName?: string
}

/** The id of a customer that was just created. */
export async function openCustomer(world: Session, wishes: CustomerWishes): Promise<string> {
  return (await world.client.customers.create(await newCustomer(world, wishes))).id
}

/** The body of a customer that fits; `change` it to make one that does not. */
export async function newCustomer(world: Session, wishes: CustomerWishes = {}): Promise<CustomerRequest> {
  const country = wishes.country ?? world.partner.market
  const place = addresses[country] ?? addresses['US']
  if (place === undefined) throw new Error(`no address is known in ${country}`)
  const { culture, language, organizationRegistrationNumber, ...address } = place
  const label = `contoso${await freeNumber(world)}`
  return {
    companyProfile: {
      domain: `${label}.onmicrosoft.com`,
      ...(organizationRegistrationNumber === undefined ? {} : { organizationRegistrationNumber }),
    },
    billingProfile: {
      culture,
      email: `billing@${label}.example`,
      language,
      companyName: wishes.companyName ?? 'Contoso Bakeries',
      defaultAddress: { ...address, country, firstName: 'Tania', lastName: 'Carr' },
    },
  }
}

/** Domains are taken for good, so each world counts on from what it has. */
async function freeNumber(world: Session): Promise<number> {
  const taken = new Set((await world.operator.world()).customers.map((customer) => customer.domain))
  let number = taken.size + 1
  while (taken.has(`contoso${number}.onmicrosoft.com`)) number += 1
  return number
}
