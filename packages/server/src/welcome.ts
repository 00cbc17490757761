import { PartnerRegistry } from './areas/accounts/partners/public.ts'
import { formatInstant } from './kernel/time.ts'
import type { RunningServer } from './server.ts'

/** What a start prints: where it serves, with which apps one can sign in, and how to get on. */
export async function welcome({ url, operatorKey, worlds }: RunningServer): Promise<string> {
  const world = worlds.get('main')
  const partners = await world.transact('read', (trx) => new PartnerRegistry({ trx }).list())
  const apps = partners.flatMap(({ name, tenantId, apps }) =>
    apps.map(
      ({ clientId, clientSecret }) =>
        `  ${name}\n    tenant ${tenantId}  client ${clientId}  secret ${clientSecret}`,
    ),
  )
  return [
    `Tenantry serves a Partner Center on ${url}`,
    `  console       ${url}/console/`,
    `  reference     ${url}/docs  (${url}/openapi.json)`,
    `  clock         ${world.clock.mode}, ${formatInstant(world.now)}`,
    `  operator key  ${operatorKey}`,
    apps.length === 0
      ? 'No partners yet: this world is empty.'
      : `Apps that can sign in:\n${apps.join('\n')}`,
    `The README shows the first order, step by step.`,
  ].join('\n')
}
