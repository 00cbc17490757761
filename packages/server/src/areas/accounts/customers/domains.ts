import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { reply, type Input, type Reply } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import { PartnerRegistry } from '../partners/public.ts'
import { Directory } from './directory-repository.ts'

type Check = Input<(typeof customerEndpoints)['checkDomainAvailability']>

/** 200 when the domain is taken, 404 when it is free. @see partner-center/developer/verify-domain-availability */
export async function checkDomainAvailability(scope: Scope, { params }: Check): Promise<Reply<undefined>> {
  const isTaken = await domainIsTaken(scope, params.domain)
  return reply(undefined, { status: isTaken ? 200 : 404 })
}

/** By a customer's tenant or by a partner's. */
export async function domainIsTaken(scope: Scope, domain: string): Promise<boolean> {
  const owned = await new Directory(scope).findDomain(domain)
  return owned !== undefined || (await new PartnerRegistry(scope).findByName(domain)) !== undefined
}
