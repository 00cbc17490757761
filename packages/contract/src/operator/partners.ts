import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { MergePatch } from './resources/common.ts'
import { PartnerEntry } from './resources/partner.ts'

const ofPartner = { tenantId: Type.String({ description: 'Tenant or domain.' }) }

/** Partner accounts as Microsoft's registry keeps them: enrolments, agreement, apps, users and their roles. */
export const partnerEndpoints = {
  listPartners: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/partners',
    call: 'partners.list',
    summary: 'List the partner accounts of the world',
    actsOn: 'world',
    params: none,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(PartnerEntry),
    errors: [],
  }),
  getPartner: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/partners/:tenantId',
    call: 'partners.get',
    summary: 'Get a partner account',
    actsOn: 'world',
    params: Type.Object(ofPartner),
    query: none,
    body: Type.Void(),
    status: 200,
    answer: PartnerEntry,
    errors: ['not-found'],
  }),
  patchPartner: operatorEndpoint({
    method: 'PATCH',
    path: '/_tenantry/partners/:tenantId',
    call: 'partners.patch',
    summary: 'Change a partner account by a merge patch',
    actsOn: 'world',
    params: Type.Object(ofPartner),
    query: none,
    body: MergePatch,
    status: 200,
    answer: PartnerEntry,
    errors: ['not-found'],
  }),
  patchPartnerUser: operatorEndpoint({
    method: 'PATCH',
    path: '/_tenantry/partners/:tenantId/users/:userPrincipalName',
    call: 'partners.patchUser',
    summary: 'Change a user of a partner by a merge patch',
    actsOn: 'world',
    params: Type.Object({
      ...ofPartner,
      userPrincipalName: Type.String({ description: 'Name or id of the user.' }),
    }),
    query: none,
    body: MergePatch,
    status: 200,
    answer: PartnerEntry,
    errors: ['not-found'],
  }),
  patchPartnerApp: operatorEndpoint({
    method: 'PATCH',
    path: '/_tenantry/partners/:tenantId/apps/:clientId',
    call: 'partners.patchApp',
    summary: 'Change an app of a partner by a merge patch',
    actsOn: 'world',
    params: Type.Object({ ...ofPartner, clientId: Type.String() }),
    query: none,
    body: MergePatch,
    status: 200,
    answer: PartnerEntry,
    errors: ['not-found'],
  }),
} as const
