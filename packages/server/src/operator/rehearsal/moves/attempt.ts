/** One operation on a subscription, with a request that stands for all of its kind. */
export interface Attempt {
  /** What a user would call it, for example `decreaseQuantity`. */
  readonly operation: string
  /** The endpoint's name in the contract. */
  readonly endpoint: string
  /** Beside those of the subscription's path. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** What of the body is not simply sent back as it was read. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

export const post = (
  operation: string,
  endpoint: string,
  body: Readonly<Record<string, unknown>>,
  params: Readonly<Record<string, string>> = {},
): Attempt => ({ operation, endpoint, changes: body, body, params })
