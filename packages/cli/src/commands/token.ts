import type { Command } from 'commander'
import { print } from '../output.ts'
import { operatorOf } from '../server.ts'

interface TokenOptions {
  readonly partner?: string
  readonly user?: string
  readonly audience?: string
  readonly mfa: boolean
}

export function addToken(tenantry: Command): void {
  tenantry
    .command('token')
    .description('a token made to order: app-only, or of a user')
    .option('--partner <tenant>', 'tenant id or domain of the partner; the first one when left out')
    .option('--user <name>', 'user principal name')
    .option('--audience <resource>', 'another audience than Partner Center')
    .option('--no-mfa', 'as if the user signed in with a password only')
    .action(async (options: TokenOptions, command: Command) => {
      const operator = operatorOf(command)
      const { partners } = await operator.world()
      const wanted = options.partner ?? partners[0]?.tenantId
      const partner = partners.find(({ tenantId, domain }) => tenantId === wanted || domain === wanted)
      if (partner === undefined) throw new Error(`the world has no partner ${wanted}`)
      const made = await operator.tokens.create({
        tenantId: partner.tenantId,
        mfa: options.mfa,
        ...(options.user === undefined ? {} : { userPrincipalName: options.user }),
        ...(options.audience === undefined ? {} : { audience: options.audience }),
      })
      print(command, made, ({ access_token }) => access_token)
    })
}
