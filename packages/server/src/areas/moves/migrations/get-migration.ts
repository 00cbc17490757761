import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../../work/operation.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { migrationAnswer } from './migration-answer.ts'
import { Migrations } from './migration-repository.ts'

/** Faults: 900224. @see partner-center/developer/get-new-commerce-migration */
export const getMigration: Operation<typeof migrationEndpoints.getMigration> = async (scope, { params }) => {
  const customer = await getCustomer(scope, params.customerId)
  return migrationAnswer(await new Migrations(scope).get(customer.id, params.migrationId))
}
