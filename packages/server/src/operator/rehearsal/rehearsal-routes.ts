import type { rehearsalEndpoints } from '@tenantry/contract/operator/rehearsal.ts'
import type { OperatorRoutes } from '../operation.ts'
import { movesOf } from './moves-of.ts'
import { preview } from './preview.ts'

export const rehearsalRoutes: OperatorRoutes<typeof rehearsalEndpoints> = {
  getMoves: movesOf,
  previewRequest: preview,
}
