import { tenantOfPartner } from '../identity/principal.ts'
import { documentTable } from './document-table.ts'
import type { Versioned } from './trx.ts'

export interface Boat extends Versioned {
  harbour: string
  name: string
  length: number
}

/** A partner's table with a key of two columns and one more column, for the tests of the store. */
export const boatTable = documentTable<Boat>()({
  name: 'boat',
  tenancy: 'partner',
  key: ['harbour', 'name'],
  columns: { length: 'bigint' },
  indexes: [['length']],
  row: ({ harbour, name, length }) => ({ harbour, name, length }),
})

export const contoso = tenantOfPartner({ tenantId: 'contoso' })
