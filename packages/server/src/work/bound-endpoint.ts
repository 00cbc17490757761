import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import type { Operation } from './operation.ts'

/** A published operation with what carries it out. */
export interface BoundEndpoint {
  readonly name: string
  readonly endpoint: Endpoint
  readonly operation: Operation<Endpoint>
}
