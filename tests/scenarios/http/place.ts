import type { TestContext } from 'node:test'
import { World } from '@tenantry/recipes/world.ts'
import { operatorOf } from '../../world/world.ts'
import { send, type WireAnswer, type WireRequest } from './wire.ts'

/** A world with requests written by hand, as its admin agent unless they say otherwise. */
export interface Place {
  readonly world: World
  readonly url: string
  readonly json: Readonly<Record<string, string>>
  ask(request: WireRequest): Promise<WireAnswer>
}

/** Northwind Traders, a customer of the first partner in every seeded world. */
export const seededCustomer = '1d918c98-9513-4fbf-8584-832fb83c506d'

/** A world of the test's own; without a test, one that lasts as long as the server. */
export async function place(t?: TestContext): Promise<Place> {
  const world = await World.open(await operatorOf(t ?? lasting))
  const { url } = world.operator.options
  const json = { Authorization: `Bearer ${world.caller.token}`, 'Content-Type': 'application/json' }
  return { world, url, json, ask: (request) => send(url, { headers: json, ...request }) }
}

/** `[status, code]` of an answer; no code where the body has none. */
export function outcome({ status, body }: WireAnswer): (number | undefined)[] {
  if (body === '') return [status]
  return [status, (JSON.parse(body) as { code?: number }).code]
}

const lasting = { after: () => undefined } as unknown as TestContext
