// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const partnersCalls = (send: OperatorSend) => ({
  partners: {
    /** List the partner accounts of the world. */
    list: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['listPartners']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/partners',
        },
        options,
      ),

    /** Get a partner account. */
    get: (
      tenantId: ParamsOf<Endpoints['getPartner']>['tenantId'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['getPartner']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/partners/:tenantId',
          params: { tenantId },
        },
        options,
      ),

    /** Change a partner account by a merge patch. */
    patch: (
      tenantId: ParamsOf<Endpoints['patchPartner']>['tenantId'],
      body: BodyOf<Endpoints['patchPartner']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['patchPartner']>> =>
      send(
        {
          method: 'PATCH',
          path: '/_tenantry/partners/:tenantId',
          params: { tenantId },
          body,
        },
        options,
      ),

    /** Change a user of a partner by a merge patch. */
    patchUser: (
      tenantId: ParamsOf<Endpoints['patchPartnerUser']>['tenantId'],
      userPrincipalName: ParamsOf<Endpoints['patchPartnerUser']>['userPrincipalName'],
      body: BodyOf<Endpoints['patchPartnerUser']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['patchPartnerUser']>> =>
      send(
        {
          method: 'PATCH',
          path: '/_tenantry/partners/:tenantId/users/:userPrincipalName',
          params: { tenantId, userPrincipalName },
          body,
        },
        options,
      ),

    /** Change an app of a partner by a merge patch. */
    patchApp: (
      tenantId: ParamsOf<Endpoints['patchPartnerApp']>['tenantId'],
      clientId: ParamsOf<Endpoints['patchPartnerApp']>['clientId'],
      body: BodyOf<Endpoints['patchPartnerApp']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['patchPartnerApp']>> =>
      send(
        {
          method: 'PATCH',
          path: '/_tenantry/partners/:tenantId/apps/:clientId',
          params: { tenantId, clientId },
          body,
        },
        options,
      ),
  },
})
