import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import {
  PartnerAppEntry,
  PartnerEntry,
  partnerOfEntry,
  PartnerRegistry,
  PartnerUserEntry,
} from '../../areas/accounts/partners/public.ts'
import { type PartnerRecord } from '../../work/partner.ts'
import type { Trx } from '../../store/trx.ts'
import type { World } from '../../world/world.ts'
import type { OperatorHost } from '../host.ts'
import { checked, jsonOf, mergePatch, paramOf } from '../input.ts'
import { badRequest, notFound } from '../operator-error.ts'

/** Partner accounts as Microsoft's registry keeps them: enrolments, agreement, apps, users and their roles. */
export function registerPartnerRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/partners', (request) =>
    host
      .worldOf(request)
      .transact('read', async (trx) => (await new PartnerRegistry({ trx }).list()).map(entryOf)),
  )

  operator.get('/partners/:tenantId', (request) =>
    host
      .worldOf(request)
      .transact('read', async (trx) => entryOf(await getPartner(trx, paramOf(request, 'tenantId')))),
  )

  operator.patch('/partners/:tenantId', (request) =>
    change(host.worldOf(request), paramOf(request, 'tenantId'), (entry) =>
      patched(PartnerEntry, entry, jsonOf(request)),
    ),
  )

  operator.patch('/partners/:tenantId/users/:userPrincipalName', (request) => {
    const name = paramOf(request, 'userPrincipalName').toLowerCase()
    return change(host.worldOf(request), paramOf(request, 'tenantId'), (entry) => ({
      ...entry,
      users: patchedMember(PartnerUserEntry, entry.users, jsonOf(request), `user ${name}`, (user) =>
        [user.id, user.userPrincipalName.toLowerCase()].includes(name),
      ),
    }))
  })

  operator.patch('/partners/:tenantId/apps/:clientId', (request) => {
    const clientId = paramOf(request, 'clientId').toLowerCase()
    return change(host.worldOf(request), paramOf(request, 'tenantId'), (entry) => ({
      ...entry,
      apps: patchedMember(
        PartnerAppEntry,
        entry.apps,
        jsonOf(request),
        `app ${clientId}`,
        (app) => app.clientId === clientId,
      ),
    }))
  })
}

const patched = <S extends TSchema>(schema: S, entry: Static<S>, patch: unknown): Static<S> =>
  checked(schema, mergePatch(entry, patch), 'body')

function patchedMember<S extends TSchema>(
  schema: S,
  members: readonly Static<S>[],
  patch: unknown,
  what: string,
  isMeant: (member: Static<S>) => boolean,
): Static<S>[] {
  if (!members.some(isMeant)) throw notFound(what)
  return members.map((member) => (isMeant(member) ? patched(schema, member, patch) : member))
}

function change(
  world: World,
  tenantId: string,
  edit: (entry: PartnerEntry) => PartnerEntry,
): Promise<PartnerEntry> {
  return world.transact('write', async (trx) => {
    const partner = await getPartner(trx, tenantId)
    const entry = edit(entryOf(partner))
    if (entry.tenantId !== partner.tenantId) throw badRequest('body/tenantId: a tenant keeps its id')
    await new PartnerRegistry({ trx }).put(partnerOfEntry(entry, partner.version))
    return entry
  })
}

async function getPartner(trx: Trx, tenantIdOrDomain: string): Promise<PartnerRecord> {
  const partner = await new PartnerRegistry({ trx }).findByName(tenantIdOrDomain)
  if (partner === undefined) throw notFound(`partner ${tenantIdOrDomain}`)
  return partner
}

/** The record as JSON: what the schema checks has no version. */
function entryOf({ version: _version, ...entry }: PartnerRecord): PartnerEntry {
  return structuredClone(entry) as unknown as PartnerEntry
}
