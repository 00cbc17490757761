import { defineArea } from '../../../work/area.ts'
import { schedule } from './renewal-agenda.ts'

export const area = defineArea({
  name: 'subscriptions/renewals',
  endpoints: {},
  routes: {},
  checks: {},
  schedule,
})
