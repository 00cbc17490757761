import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import { World, type Customer } from '@tenantry/recipes'
import { operatorClient } from '@tenantry/sdk/operator'
import { temporaryFolder } from '../processes/folder.ts'
import { operatorKey, serveTenantry, worldFile } from '../processes/tenantry.ts'
import { readRows } from '../rows/table-rows.ts'
import { storyBetween, type Story } from './story.ts'

/** A story and what the bench wants to know of it. */
export interface SoldStory<T> {
  readonly story: Story
  readonly known: T
}

/** What `sell` does in a new default world, as a story. */
export async function soldStory<T>(sell: (world: World) => Promise<T>): Promise<SoldStory<T>> {
  const folder = temporaryFolder()
  const server = await serveTenantry({ folder })
  const world = await World.open(operatorClient({ url: server.url, key: operatorKey }))
  const before = readRows(worldFile(folder))
  const known = await sell(world)
  const story = storyBetween(before, readRows(worldFile(folder)))
  await server.stop()
  return { story, known }
}

export interface KnownCustomer {
  readonly id: string
  readonly subscriptions: readonly Subscription[]
}

export async function knownCustomer(customer: Customer): Promise<KnownCustomer> {
  const { items } = await customer.client.subscriptions.list(customer.ids)
  return { id: customer.id, subscriptions: items }
}
