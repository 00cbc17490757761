import type { QueryOf } from '@tenantry/contract/endpoint.ts'
import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { reply, type Operation, type Reply, type RequestHeaders } from '../../../work/operation.ts'
import { pageOf, placeAfter, type Seek } from '../../../kernel/page.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import { migrationAnswer } from './migration-answer.ts'
import { Migrations, type MigrationFilter } from './migration-repository.ts'

/** Most rows of one answer, and as many as come when no size is asked for. */
const pageMax = 300

/** Migrations of the partner's customers, newest first. @see partner-center/developer/query-migrated-subscriptions */
export const listMigrations: Operation<typeof migrationEndpoints.listMigrations> = async (
  scope,
  { query, headers },
) => {
  const filter: MigrationFilter = {
    ...filterOf(query),
    ...(query.IsMicrosoftLed === undefined ? {} : { by: query.IsMicrosoftLed ? 'microsoft' : 'partner' }),
  }
  enforce(listRules, filter, scope.trace)

  return await paged(['migrations', scope.tenant.partner, filter], query.PageSize, headers, {
    find: (page) => new Migrations(scope).list(filter, page),
    seekOf: ({ startedAt, id }) => [startedAt, id],
    show: migrationAnswer,
  })
}

/** A list of everything is not published. The fault is assumed: the page only says that one of the three is needed. */
export const listRules = ruleList<Rule<MigrationFilter>>('Find migrations', [
  rule<MigrationFilter>({
    name: 'somethingIsLookedFor',
    holds: ({ customerId, subscriptionId, externalReferenceId }) =>
      (customerId ?? subscriptionId ?? externalReferenceId) !== undefined,
    fault: () =>
      fault(faults.catalogueInputIsInvalid).with(
        'CustomerTenantId, CurrentSubscriptionId or ExternalReferenceId: one is needed',
      ),
    see: 'partner-center/developer/query-migrated-subscriptions',
  }),
])

type Query = QueryOf<typeof migrationEndpoints.listMigrationSchedules>

export const filterOf = (query: Query): MigrationFilter => ({
  customerId: query.CustomerTenantId || undefined,
  subscriptionId: query.CurrentSubscriptionId || undefined,
  externalReferenceId: query.ExternalReferenceId || undefined,
})

interface Listing<T, A> {
  readonly find: (page: { readonly limit: number; readonly after: Seek | undefined }) => Promise<T[]>
  readonly seekOf: (item: T) => Seek
  readonly show: (item: T) => A
}

/** A bare array; where the list goes on is told in a header, and asked for in one. Places are an instant and an id. */
export async function paged<T, A>(
  of: readonly unknown[],
  size: number | undefined,
  { continuationToken }: RequestHeaders,
  { find, seekOf, show }: Listing<T, A>,
): Promise<Reply<A[]>> {
  const list = { of, place: ['integer', 'text'] } as const
  const after = placeAfter(list, continuationToken)
  const limit = size ?? pageMax
  const page = pageOf(list, await find({ limit: limit + 1, after }), limit, seekOf)
  const { continuationToken: next } = page
  return reply(page.items.map(show), {
    headers: next === undefined ? {} : { 'MS-ContinuationToken': next },
  })
}
