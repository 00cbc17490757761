import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { LedgerEntry, LedgerQuery } from './resources/ledger.ts'

export const ledgerEndpoints = {
  getLedger: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/ledger',
    call: 'ledger',
    summary: 'Tell what every partner of the world was charged, oldest first',
    description: 'Within one moment partner by partner.',
    actsOn: 'world',
    params: none,
    query: LedgerQuery,
    body: Type.Void(),
    isPaged: true,
    status: 200,
    answer: Type.Array(LedgerEntry),
    errors: [],
  }),
} as const
