import type { partnerEndpoints } from '@tenantry/contract/operator/partners.ts'
import {
  PartnerAppEntry,
  PartnerEntry,
  PartnerUserEntry,
} from '@tenantry/contract/operator/resources/partner.ts'
import type { Static, TSchema } from 'typebox'
import { partnerOfEntry, PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import type { PartnerRecord } from '../../work/partner.ts'
import type { Trx } from '../../store/trx.ts'
import type { World } from '../../world/world.ts'
import { checked, mergePatch } from '../input.ts'
import type { OperatorRoutes } from '../operation.ts'
import { badRequest, notFound } from '../operator-error.ts'

/** Partner accounts as Microsoft's registry keeps them: enrolments, agreement, apps, users and their roles. */
export const partnerRoutes: OperatorRoutes<typeof partnerEndpoints> = {
  listPartners: ({ world }) =>
    world.transact('read', async (trx) => (await new PartnerRegistry({ trx }).list()).map(entryOf)),

  getPartner: ({ world }, { params }) =>
    world.transact('read', async (trx) => entryOf(await getPartner(trx, params.tenantId))),

  patchPartner: ({ world }, { params, body: patch }) =>
    change(world, params.tenantId, (entry) => patched(PartnerEntry, entry, patch)),

  patchPartnerUser: ({ world }, { params, body: patch }) => {
    const name = params.userPrincipalName.toLowerCase()
    return change(world, params.tenantId, (entry) => ({
      ...entry,
      users: patchedMember(PartnerUserEntry, entry.users, patch, `user ${name}`, (user) =>
        [user.id, user.userPrincipalName.toLowerCase()].includes(name),
      ),
    }))
  },

  patchPartnerApp: ({ world }, { params, body: patch }) => {
    const clientId = params.clientId.toLowerCase()
    return change(world, params.tenantId, (entry) => ({
      ...entry,
      apps: patchedMember(
        PartnerAppEntry,
        entry.apps,
        patch,
        `app ${clientId}`,
        (app) => app.clientId === clientId,
      ),
    }))
  },
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
