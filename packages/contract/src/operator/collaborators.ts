import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { MergePatch } from './resources/common.ts'
import { CollaboratorEntry, CollaboratorState } from './resources/setting.ts'

const named = Type.Object({ name: Type.String() })

/** Outside parties: credit, review, fulfilment, directories … Their state is what real conditions come from. */
export const collaboratorEndpoints = {
  listCollaborators: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/collaborators',
    call: 'collaborators.list',
    summary: 'List the outside parties with their states and schemas',
    actsOn: 'world',
    params: none,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Type.Array(CollaboratorEntry),
    errors: [],
  }),
  getCollaborator: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/collaborators/:name',
    call: 'collaborators.get',
    summary: 'Get the state of an outside party',
    actsOn: 'world',
    params: named,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: CollaboratorState,
    errors: ['not-found'],
  }),
  patchCollaborator: operatorEndpoint({
    method: 'PATCH',
    path: '/_tenantry/collaborators/:name',
    call: 'collaborators.patch',
    summary: 'Change the state of an outside party by a merge patch',
    description: 'It holds from the next request on.',
    actsOn: 'world',
    params: named,
    query: none,
    body: MergePatch,
    status: 200,
    answer: CollaboratorState,
    errors: ['not-found'],
  }),
} as const
