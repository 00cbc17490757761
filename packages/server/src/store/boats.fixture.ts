import { tenantOfPartner } from '../kernel/tenant.ts'
import { documentTable, type Versioned } from './table.ts'

export interface Boat extends Versioned {
  harbour: string
  name: string
  length: number
}

/** A partner's table with a key of two columns and one more column, for the tests of the store. */
export const boatTable = documentTable<Boat>()({
  name: 'boat',
  shape: 1,
  tenancy: 'partner',
  key: ['harbour', 'name'],
  columns: { length: 'bigint' },
  indexes: [['length']],
  row: ({ harbour, name, length }) => ({ harbour, name, length }),
})

export const contoso = tenantOfPartner({ tenantId: 'contoso' })
