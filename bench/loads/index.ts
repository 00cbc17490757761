import { advanceMany } from './advance-many.ts'
import { advance } from './advance.ts'
import { branch } from './branch.ts'
import { checkout } from './checkout.ts'
import { getSubscription } from './get-subscription.ts'
import type { Load } from './load.ts'
import { millionPostgres, millionSqlite } from './million.ts'
import { mixed } from './mixed.ts'
import { postgresCheckout } from './postgres-checkout.ts'
import { postgresGet } from './postgres-get.ts'
import { startAfterKill } from './start-after-kill.ts'
import { start } from './start.ts'
import { transition } from './transition.ts'

export const loads: readonly Load[] = [
  getSubscription,
  checkout,
  transition,
  start,
  startAfterKill,
  advance,
  mixed,
  branch,
  postgresGet,
  postgresCheckout,
  millionSqlite,
  millionPostgres,
  advanceMany,
]
