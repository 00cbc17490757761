import type { worldEndpoints } from '@tenantry/contract/operator/worlds.ts'
import { written } from '../work/operation.ts'
import { describeWorld } from './describe-world.ts'
import type { OperatorHost } from './host.ts'
import type { OperatorRoutes } from './operation.ts'
import { badRequest } from './operator-error.ts'

const addressOf = async (host: OperatorHost, name: string) => ({ name, url: await host.urlOf(name) })

/** The world that is asked, and the server's worlds. */
export const worldRoutes: OperatorRoutes<typeof worldEndpoints> = {
  getWorld: ({ world }) => describeWorld(world),

  listWorlds: ({ host }) => Promise.all(host.worlds.list().map(({ name }) => addressOf(host, name))),

  createWorld: async ({ host }, { body: wanted }) => {
    if (wanted.from !== undefined && (wanted.seed !== undefined || wanted.idSeed !== undefined)) {
      throw badRequest(
        'a branch keeps the seed and the ids of the world it comes from: leave out seed and idSeed',
      )
    }
    return host.openWorld(wanted)
  },

  removeWorld: ({ host }, { params }) => host.removeWorld(params.name),

  resetWorld: async ({ host }, { params }) => {
    const { name } = await host.worlds.reset(params.name)
    return addressOf(host, name)
  },

  exportWorld: async ({ host }, { params: { name } }) =>
    written(await host.worlds.exportText(name), {
      'Content-Disposition': `attachment; filename="${name}.world.json"`,
    }),

  importWorld: async ({ host }, { params, body }) => {
    if (body === '') throw badRequest('send an exported world as the body')
    const { name } = await host.worlds.importText(params.name, body)
    return addressOf(host, name)
  },
}
