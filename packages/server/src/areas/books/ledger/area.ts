import { defineArea } from '../../../work/area.ts'
import { chargeLineTable } from './charge-lines-repository.ts'
import { lineRounding } from './line-rounding.ts'

export const area = defineArea({
  name: 'books/ledger',
  endpoints: {},
  routes: {},
  checks: {},
  tables: [chargeLineTable],
  policies: [lineRounding],
})
