import { azure } from '../../../collaborators/azure.ts'
import type { Scope, ScheduleHandlers } from '../../../work/scope.ts'
import { addDuration } from '../../../kernel/time.ts'
import {
  ProductUpgrades,
  type ProductUpgradeRecord,
  type UpgradeErrorName,
  type UpgradeLine,
} from '../../subscriptions/azure/public.ts'
import { Subscriptions } from '../../subscriptions/subscription/public.ts'
import { ensureAzurePlan } from './ensure-azure-plan.ts'
import { isUpgradable } from './load-upgrade-facts.ts'
import { moveUnderPlan } from './move-under-plan.ts'

/** An upgrade waits, buys its Azure plans, and moves the subscriptions. Entries can be stale. */
export const productUpgradeSchedule: ScheduleHandlers = {
  'start-product-upgrade': async (scope, { subject }) => {
    const upgrade = await new ProductUpgrades(scope).find(subject)
    if (upgrade?.status === 'Pending') await start(scope, upgrade)
  },
  'complete-product-upgrade': async (scope, { subject }) => {
    const upgrade = await new ProductUpgrades(scope).find(subject)
    if (upgrade?.status === 'InProgress') await complete(scope, upgrade)
  },
}

/** Without its Azure plans an upgrade fails before anything is moved; those that were bought stay. */
async function start(scope: Scope, upgrade: ProductUpgradeRecord): Promise<void> {
  const { customerId } = upgrade
  const lines: UpgradeLine[] = []
  for (const line of upgrade.lines) {
    const source = await new Subscriptions(scope).get(customerId, line.sourceId)
    const plan = await ensureAzurePlan(scope, customerId, source.partnerId)
    if (plan === undefined) {
      await settle(scope, fail(upgrade, 'azurePlanNotCreated'))
      return
    }
    lines.push({ ...line, status: 'InProgress', targetId: plan.id, targetName: plan.friendlyName })
  }
  await new ProductUpgrades(scope).save({ ...upgrade, status: 'InProgress', lines })
  await planCompletion(scope, upgrade, scope.collaborator(azure).upgradeTakes)
}

async function planCompletion(
  scope: Scope,
  { customerId, id }: ProductUpgradeRecord,
  after: string,
): Promise<void> {
  await scope.agenda.schedule({
    dueAt: addDuration(scope.now, after),
    kind: 'complete-product-upgrade',
    customer: customerId,
    subject: id,
  })
}

/** Looks again at what can have changed meanwhile. While a new plan is being fulfilled it asks again every hour. */
async function complete(scope: Scope, upgrade: ProductUpgradeRecord): Promise<void> {
  const subscriptions = new Subscriptions(scope)
  if (scope.collaborator(azure).outage) {
    await settle(scope, fail(upgrade, 'azureNotAvailable'))
    return
  }
  for (const { targetId = '' } of upgrade.lines) {
    const plan = await subscriptions.get(upgrade.customerId, targetId)
    if (plan.status !== 'pending') continue
    await planCompletion(scope, upgrade, 'PT1H')
    return
  }
  const lines: UpgradeLine[] = []
  for (const line of upgrade.lines) lines.push(await carryOut(scope, upgrade, line))
  const status = lines.every((line) => line.status === 'Completed') ? 'Completed' : 'Failed'
  await settle(scope, { ...upgrade, status, lines })
}

async function carryOut(
  scope: Scope,
  { customerId }: ProductUpgradeRecord,
  line: UpgradeLine,
): Promise<UpgradeLine> {
  const subscriptions = new Subscriptions(scope)
  const source = await subscriptions.get(customerId, line.sourceId)
  const plan = await subscriptions.get(customerId, line.targetId ?? '')
  const { immovable } = scope.collaborator(azure)
  const entitlementId = source.entitlementId ?? source.id
  if (!isUpgradable(source) || source.status !== 'active') return failLine(line, 'subscriptionNotActive')
  if (plan.status !== 'active') return failLine(line, 'azurePlanNotActive')
  if (immovable.some((id) => id.toLowerCase() === entitlementId))
    return failLine(line, 'subscriptionNotMovable')

  await moveUnderPlan(scope, source, plan)
  return { ...line, status: 'Completed', upgradedAt: scope.now }
}

const failLine = (line: UpgradeLine, error: UpgradeErrorName): UpgradeLine => ({
  ...line,
  status: 'Failed',
  error,
})

const fail = (upgrade: ProductUpgradeRecord, error: UpgradeErrorName): ProductUpgradeRecord => ({
  ...upgrade,
  status: 'Failed',
  error,
  lines: upgrade.lines.map((line) => ({ ...line, status: 'Failed' })),
})

async function settle(scope: Scope, upgrade: ProductUpgradeRecord): Promise<void> {
  await new ProductUpgrades(scope).save({ ...upgrade })
  await scope.announce({
    type: upgrade.status === 'Failed' ? 'product-upgrade-failed' : 'product-upgrade-completed',
    customerId: upgrade.customerId,
    subject: upgrade.id,
  })
}
