import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { MadeToken, TokenRequest } from './resources/token.ts'

export const tokenEndpoints = {
  createToken: operatorEndpoint({
    method: 'POST',
    path: '/_tenantry/tokens',
    call: 'tokens.create',
    summary: 'Make a token to order',
    description:
      'What an interactive sign-in would give, without the pages. Roles are the user’s own, always.',
    actsOn: 'world',
    params: none,
    query: none,
    body: TokenRequest,
    status: 200,
    answer: MadeToken,
    errors: ['not-found'],
  }),
} as const
