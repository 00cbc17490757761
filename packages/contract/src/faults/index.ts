import type { FaultSpec } from './fault.ts'
import { azureFaults } from './azure.ts'
import { cartFaults } from './carts.ts'
import { productFaults } from './products.ts'
import { customerFaults } from './customers.ts'
import { extraFaults } from './extra.ts'
import { identityFaults } from './identity.ts'
import { limitFaults } from './limits.ts'
import { migrationFaults } from './migrations.ts'
import { orderFaults } from './orders.ts'
import { partnerFaults } from './partners.ts'
import { requestFaults } from './requests.ts'
import { subscriptionFaults } from './subscription.ts'
import { transferFaults } from './transfers.ts'
import { transitionFaults } from './transitions.ts'
import { azureUpgradeFaults } from './azure-upgrades.ts'

/** The published error catalogue, by name. @see partner-center/developer/error-codes */
export const faults = {
  ...requestFaults,
  ...identityFaults,
  ...partnerFaults,
  ...customerFaults,
  ...productFaults,
  ...cartFaults,
  ...orderFaults,
  ...limitFaults,
  ...subscriptionFaults,
  ...transitionFaults,
  ...migrationFaults,
  ...azureFaults,
  ...azureUpgradeFaults,
  ...transferFaults,
} as const

export { extraFaults }

/** The catalogue and the faults that stand outside the published list. */
export const everyFault = { ...faults, ...extraFaults } as const

export type FaultName = keyof typeof faults
export type AnyFaultName = keyof typeof everyFault

/** The name of a declared fault; fails for a spec that was made elsewhere. */
export function nameOf(spec: FaultSpec): AnyFaultName {
  const name = namesBySpec.get(spec)
  if (name === undefined) throw new Error(`This fault is not declared: ${spec.code} ${spec.message}`)
  return name
}

const namesBySpec: ReadonlyMap<FaultSpec, AnyFaultName> = new Map(
  (Object.keys(everyFault) as AnyFaultName[]).map((name) => [everyFault[name], name]),
)
