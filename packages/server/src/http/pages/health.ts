import type { FastifyInstance } from 'fastify'
import { formatInstant, type Instant } from '../../kernel/time.ts'
import { log } from '../../log.ts'
import type { Trx } from '../../store/trx.ts'
import { agendaTable, metaTable } from '../../store/world-tables.ts'
import type { World } from '../../world/world.ts'
import type { Worlds } from '../../world/worlds.ts'
import { patience, within } from '../watching/patience.ts'

/** Live: the process answers. Ready: so do its worlds, and none of them is stuck. */
export function registerHealth(app: FastifyInstance, worlds: Worlds): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const reasons = await reasonsNotToServe(worlds)
    if (reasons.length === 0) return { status: 'ready' }
    return reply.status(503).send({ status: 'not ready', reasons })
  })
}

/** What keeps the server from serving, in plain words; nothing when it serves. */
async function reasonsNotToServe(worlds: Worlds): Promise<string[]> {
  const isMainMissing = worlds.find('main') === undefined
  const found = await Promise.all(worlds.list().map((world) => reasonOf(world)))
  return [
    ...(isMainMissing ? ['the world main is not open'] : []),
    ...(worlds.hearsOthers ? [] : ['what other servers change is not heard of']),
    ...found.filter((reason) => reason !== undefined),
  ]
}

async function reasonOf(world: World): Promise<string | undefined> {
  try {
    return await within(
      patience(),
      world.transact('read', (trx) => findReason(world, trx)),
    )
  } catch (error) {
    // Why it does not is for the log: a database's message can name hosts and accounts.
    log.warn({ err: error, world: world.name }, 'a database does not answer')
    return `the database of the world ${world.name} does not answer`
  }
}

async function findReason(world: World, trx: Trx): Promise<string | undefined> {
  // Counted, because a document that is looked for may be remembered.
  const origins = await trx.documents(metaTable).count({ where: { name: 'origin' } })
  if (origins === 0) return `the world ${world.name} is not seeded`
  const { failing } = world
  if (failing === undefined) return undefined
  // What was cancelled meanwhile stops no clock any more.
  const { dueAt, sequence } = failing
  const entries = await trx.documents(agendaTable).count({ where: { due_at: dueAt, sequence } })
  if (entries === 0) return undefined
  const at = formatInstant(dueAt as Instant)
  return `the clock of the world ${world.name} stands at ${at}, because ${failing.kind} failed there`
}
