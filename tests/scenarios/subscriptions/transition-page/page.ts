import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { TransitionEligibility } from '@tenantry/contract/resources/transition.ts'
import type { Customer, Subscription, World } from '@tenantry/recipes'
import { world } from '../../../world/world.ts'

/** What the tests of the page about transitions have in common. */

export const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'
export const transfer = 'transition_with_license_transfer'

export async function customerIn(t: TestContext): Promise<{ here: World; customer: Customer }> {
  const here = await world(t)
  return { here, customer: await here.customer() }
}

export type Type = 'immediate' | 'scheduled'

export const eligibilities = async (
  { client, ids }: Subscription,
  eligibilityType?: Type,
): Promise<TransitionEligibility[]> => {
  const query = eligibilityType === undefined ? {} : { eligibilityType }
  return (await client.transitions.getTransitionEligibilities(ids, query)).items
}

/** What the list says of one product. */
export async function eligibility(
  source: Subscription,
  product: string,
  type?: Type,
): Promise<TransitionEligibility> {
  const [productId = ''] = (await source.customer.itemOf(product)).split(':')
  const found = (await eligibilities(source, type)).find((one) => one.catalogItemId.startsWith(productId))
  assert.ok(found, `${product} is among the eligible transitions`)
  return found
}

export const against = ({ eligibilities: ways }: TransitionEligibility, type: string): string[] =>
  ways.find(({ transitionType }) => transitionType === type)?.errors.map((one) => one.description) ?? []

export const directory = (here: World, { id }: Pick<Customer, 'id'>, state: object): Promise<void> =>
  here.arrange('directory', { customers: { [id]: state } })

export const statusOf = async (asked: Promise<{ readonly status: number }>): Promise<number> =>
  (await asked).status

export const refusedFor = { code: 900308, status: 403 }
