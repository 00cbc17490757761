import type { entitlementEndpoints } from '@tenantry/contract/endpoints/entitlements.ts'
import type { Routes } from '../../../work/operation.ts'
import { getReservedInstanceArtifact, listEntitlements } from './list-entitlements.ts'

export const routes: Routes<typeof entitlementEndpoints> = { listEntitlements, getReservedInstanceArtifact }
