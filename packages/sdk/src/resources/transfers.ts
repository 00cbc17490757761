// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof transferEndpoints

export const transfersResource = (send: Send) => ({
  /**
   * Offer a customer's older subscriptions to another partner, or ask for those of new commerce.
   * @see partner-center/developer/create-a-transfer
   */
  create: (
    params: ParamsOf<Endpoints['createTransfer']>,
    body: BodyOf<Endpoints['createTransfer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createTransfer']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/transfers',
        params,
        body,
      },
      options,
    ),

  /**
   * Get a customer's transfers that the caller has a part in.
   * @see partner-center/developer/get-all-of-a-customer-s-transfers
   */
  list: (
    params: ParamsOf<Endpoints['listTransfers']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listTransfers']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/transfers',
        params,
      },
      options,
    ),

  /**
   * Get a transfer.
   * @see partner-center/developer/get-transfer-by-id
   */
  get: (
    params: ParamsOf<Endpoints['getTransfer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getTransfer']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/transfers/:transferId',
        params,
      },
      options,
    ),

  /**
   * Reject, cancel or accept a transfer.
   * @see partner-center/developer/reject-a-transfer
   */
  update: (
    params: ParamsOf<Endpoints['updateTransfer']>,
    body: BodyOf<Endpoints['updateTransfer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateTransfer']>> =>
    send(
      {
        method: 'PATCH',
        path: '/v1/customers/:customerId/transfers/:transferId',
        params,
        body,
      },
      options,
    ),

  /**
   * Accept a transfer of subscriptions of the older program.
   * @see partner-center/developer/accept-a-transfer
   */
  accept: (
    params: ParamsOf<Endpoints['acceptTransfer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['acceptTransfer']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/transfers/:transferId/accept',
        params,
      },
      options,
    ),

  /**
   * Withdraw a transfer of subscriptions of the older program.
   * @see partner-center/developer/withdraw-a-transfer
   */
  withdraw: (
    params: ParamsOf<Endpoints['withdrawTransfer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['withdrawTransfer']>> =>
    send(
      {
        method: 'DELETE',
        path: '/v1/customers/:customerId/transfers/:transferId',
        params,
      },
      options,
    ),

  /**
   * Get which of a customer's subscriptions can be transferred, and why the others cannot.
   * @see partner-center/developer/get-customer-s-subscriptions-transfer-eligibility
   */
  listTransferEligibilities: (
    params: ParamsOf<Endpoints['listTransferEligibilities']>,
    query: QueryOf<Endpoints['listTransferEligibilities']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listTransferEligibilities']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/transferseligibility',
        params,
        query,
      },
      options,
    ),
})
