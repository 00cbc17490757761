import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration } from '../../../../kernel/time.ts'
import { Carts } from '../../carts/public.ts'
import { Orders } from '../order-repository.ts'

/** What the order writer works on at this moment for a customer. */
export interface Submission {
  /** Of the cart or the order. */
  readonly id: string
  readonly digest: string
}

/** Carts that were checked out and orders that were placed a moment ago: none where the order writer takes no time. */
export async function listSubmissions(scope: Scope, customerId: string): Promise<Submission[]> {
  const carts = await new Carts(scope).listSubmitting(customerId, scope.now)
  const { submission } = scope.collaborator(fulfilment)
  if (submission === 'PT0S') return carts
  const orders = await new Orders(scope).listSince(customerId, addDuration(scope.now, `-${submission}`))
  const submitted = orders.flatMap(({ id, submission: own }) =>
    own !== undefined && own.until > scope.now ? [{ id, digest: own.digest }] : [],
  )
  return [...carts, ...submitted]
}
