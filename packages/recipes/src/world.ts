import type { Operator } from '@tenantry/sdk/operator.ts'
import { Customer } from './customer.ts'
import { openCustomer, type CustomerWishes } from './new-customer.ts'
import { partnerLike, Session, type Caller } from './session.ts'

/** A session that makes and finds customers. */
export class World extends Session {
  /** The world as an admin agent of its first direct-bill partner sees it. */
  static async open(operator: Operator): Promise<World> {
    const view = await operator.world()
    const partner = partnerLike(view, { type: 'directBill', market: 'US', environment: 'production' })
    return new World(operator, view, { partner, token: undefined, locale: undefined }).as('admin-agent')
  }

  protected override seenBy(caller: Caller): this {
    return new World(this.operator, this.view, caller) as this
  }

  /** A new customer of the caller's partner, in its market and with a confirmed agreement unless wished otherwise. */
  async customer(wishes: CustomerWishes = {}): Promise<Customer> {
    const customer = this.customerOf(await openCustomer(this, wishes))
    if (wishes.agreement !== false) await customer.confirmAgreement()
    return customer
  }

  /** A customer that exists already, for example from the seed. */
  customerOf(id: string): Customer {
    return new Customer(this, id)
  }
}
