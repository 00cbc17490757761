import type { World } from '@tenantry/recipes'
import type { RawAnswer } from '@tenantry/sdk'

/** What was done to a world of the corpus. */
export interface Life {
  /** They buy new commerce with terms, by carts: their books can be checked. */
  readonly customers: readonly string[]
  /** What this version could do. */
  readonly did: readonly string[]
}

/** Something of everything that is stored; what a version knows nothing of yet is left out. */
export async function live(world: World): Promise<Life> {
  const did: string[] = []
  const attempt = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      did.push(what)
    } catch (error) {
      console.log(
        `  not done: ${what} (${error instanceof Error ? error.message.slice(0, 160) : String(error)})`,
      )
    }
  }
  const [one, other] = [await world.customer(), await world.customer({ companyName: 'Fabrikam Mills' })]
  const basic = await one.subscribe('business-basic', { seats: 5 })
  const premium = await one.subscribe('office-e3', { seats: 3, cycle: 'annual' })
  const ended = await one.subscribe('business-basic', { seats: 2 })
  await attempt('a cart that waits', async () => one.cart([await one.line('business-basic', { seats: 1 })]))
  await attempt('a change of the quantity', () => basic.change({ quantity: 8 }))
  await attempt('a refusal', () => basic.askToChange({ quantity: 0 }))
  await attempt('a cancellation', () => ended.change({ status: 'deleted' }))
  await attempt('a transition', () => basic.transition({ to: 'business-standard', seats: 3 }))
  await attempt('a suspension', () => premium.change({ status: 'suspended' }))
  await attempt('an Azure plan', () => other.azurePlan())
  await attempt('a subscription of the older program', () => other.legacySubscription())
  await attempt('a migration', async () => {
    const legacy = await other.legacySubscription()
    accepted(await other.ask.migrations.create(other.ids, { currentSubscriptionId: legacy.id }))
  })
  await attempt('a scheduled migration', async () => {
    const legacy = await other.legacySubscription()
    const body = { currentSubscriptionId: legacy.id, migrateOnRenewal: true }
    accepted(await other.ask.migrations.createMigrationSchedule(other.ids, body))
  })
  await attempt('the settings of collaborators', () =>
    world.arrange('fulfilment', { latency: { default: 'PT1H' } }),
  )
  await attempt('three months', () => world.wait({ months: 3 }))
  return { customers: [one.id], did }
}

function accepted({ status, body }: RawAnswer): void {
  if (status >= 300) throw new Error(`it was answered ${status}: ${JSON.stringify(body)}`)
}
