import type { FastifyInstance } from 'fastify'
import type { Collaborator } from '../collaborators/collaborator.ts'
import type { World } from '../world/world.ts'
import type { OperatorHost } from './host.ts'
import { checked, jsonOf, mergePatch, paramOf } from './input.ts'
import { notFound } from './operator-error.ts'

/** Outside parties: credit, review, fulfilment, directories … Their state is what real conditions come from. */
export function registerCollaboratorRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/collaborators', async (request) => {
    const world = host.worldOf(request)
    return world.wiring.collaborators.map((party) => ({
      name: party.name,
      schema: party.schema,
      state: world.settings.collaboratorState(party),
    }))
  })

  operator.get('/collaborators/:name', async (request) => {
    const world = host.worldOf(request)
    return world.settings.collaboratorState(getCollaborator(world, paramOf(request, 'name')))
  })

  operator.patch('/collaborators/:name', async (request) => {
    const world = host.worldOf(request)
    const party = getCollaborator(world, paramOf(request, 'name'))
    const state = mergePatch(world.settings.collaboratorState(party), jsonOf(request))
    await world.setCollaborator(party, checked(party.schema, state, 'body'))
    return state
  })
}

function getCollaborator(world: World, name: string): Collaborator<unknown> {
  const party = world.wiring.collaborators.find((known) => known.name === name)
  if (party === undefined) throw notFound(`collaborator ${name}`)
  return party
}
