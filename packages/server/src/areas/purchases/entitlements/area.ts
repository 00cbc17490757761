import { entitlementEndpoints } from '@tenantry/contract/endpoints/entitlements.ts'
import { defineArea } from '../../../work/area.ts'
import { getReservedInstanceArtifact, listEntitlements } from './list-entitlements.ts'

export const area = defineArea({
  name: 'purchases/entitlements',
  endpoints: entitlementEndpoints,
  routes: { listEntitlements, getReservedInstanceArtifact },
  checks: {
    listEntitlements: [],
    getReservedInstanceArtifact: [],
  },
})
