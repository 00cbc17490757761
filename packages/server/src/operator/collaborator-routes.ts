import type { collaboratorEndpoints } from '@tenantry/contract/operator/collaborators.ts'
import type { Collaborator } from '../collaborators/collaborator.ts'
import type { World } from '../world/world.ts'
import { checked, mergePatch } from './input.ts'
import type { OperatorRoutes } from './operation.ts'
import { notFound } from './operator-error.ts'

/** Outside parties: credit, review, fulfilment, directories … Their state is what real conditions come from. */
export const collaboratorRoutes: OperatorRoutes<typeof collaboratorEndpoints> = {
  listCollaborators: async ({ world }) =>
    world.wiring.collaborators.map((party) => ({
      name: party.name,
      schema: { ...party.schema },
      state: world.settings.collaboratorState(party),
    })),

  getCollaborator: async ({ world }, { params }) =>
    world.settings.collaboratorState(getCollaborator(world, params.name)),

  patchCollaborator: async ({ world }, { params, body: patch }) => {
    const party = getCollaborator(world, params.name)
    const state = mergePatch(world.settings.collaboratorState(party), patch)
    await world.setCollaborator(party, checked(party.schema, state, 'body'))
    return state
  },
}

function getCollaborator(world: World, name: string): Collaborator<unknown> {
  const party = world.wiring.collaborators.find((known) => known.name === name)
  if (party === undefined) throw notFound(`collaborator ${name}`)
  return party
}
