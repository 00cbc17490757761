import type { Client } from './index.ts'

/** What must and must not compile; `tsc` is the test. */
export const compiles = async ({ ask }: Client): Promise<string> => {
  const answer = await ask.orders.get({ customerId: 'c', orderId: 'o' }, { include_price: true })
  return answer.accepted
    ? answer.body.lineItems.map(({ offerId }) => offerId).join()
    : `${answer.fault?.code}`
}

export const doesNotCompile = async ({ ask }: Client): Promise<unknown[]> => {
  const answer = await ask.orders.get({ customerId: 'c', orderId: 'o' })
  return [
    // @ts-expect-error whether it was accepted is asked first
    answer.body.lineItems,
    // @ts-expect-error a refusal has no fault before it is known to be one
    answer.fault,
    // @ts-expect-error the path names the order
    ask.orders.get({ customerId: 'c' }),
    // @ts-expect-error the operation has no such query
    ask.orders.get({ customerId: 'c', orderId: 'o' }, { size: 1 }),
  ]
}
