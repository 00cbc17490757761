import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { NewWorld } from '../world/worlds.ts'
import type { OperatorHost } from './host.ts'
import { bodyOf, paramOf, strictly } from './input.ts'
import { badRequest } from './operator-error.ts'

const WorldPost = strictly({
  name: Type.Optional(Type.String()),
  /** The world to branch from; a branch keeps its seed. */
  from: Type.Optional(Type.String()),
  seed: Type.Optional(Type.String({ minLength: 1 })),
  clock: Type.Optional(Type.Union([Type.Literal('live'), Type.Literal('fixed')])),
  idSeed: Type.Optional(Type.String({ minLength: 1 })),
})

/** An exported world with thousands of customers is tens of megabytes. */
const importLimitBytes = 1024 * 1024 * 1024

/** The server's worlds: list, make, remove, reset, export, import. */
export function registerWorldsRoutes(operator: FastifyInstance, host: OperatorHost): void {
  const addressOf = async (name: string) => ({ name, url: await host.urlOf(name) })

  operator.get('/worlds', () => Promise.all(host.worlds.list().map(({ name }) => addressOf(name))))

  operator.post('/worlds', async (request, reply) => {
    const wanted: NewWorld = bodyOf(request, WorldPost)
    if (wanted.from !== undefined && (wanted.seed !== undefined || wanted.idSeed !== undefined)) {
      throw badRequest(
        'a branch keeps the seed and the ids of the world it comes from: leave out seed and idSeed',
      )
    }
    return reply.status(201).send(await host.openWorld(wanted))
  })

  operator.delete('/worlds/:name', async (request, reply) => {
    await host.removeWorld(paramOf(request, 'name'))
    return reply.status(204).send()
  })

  operator.post('/worlds/:name/reset', async (request) => {
    const { name } = await host.worlds.reset(paramOf(request, 'name'))
    return addressOf(name)
  })

  operator.get('/worlds/:name/export', async (request, reply) => {
    const name = paramOf(request, 'name')
    const text = await host.worlds.exportText(name)
    return reply
      .type('application/json; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="${name}.world.json"`)
      .send(text)
  })

  operator.post('/worlds/:name/import', { bodyLimit: importLimitBytes }, async (request) => {
    if (typeof request.body !== 'string' || request.body === '')
      throw badRequest('send an exported world as the body')
    const { name } = await host.worlds.importText(paramOf(request, 'name'), request.body)
    return addressOf(name)
  })
}
