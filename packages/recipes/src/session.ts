import {
  faultBody,
  fixedToken,
  partnerCenter,
  type Call,
  type CallOptions,
  type Client,
  type RawAnswer,
} from '@tenantry/sdk'
import type { Advanced, Operator, PartnerView, TokenRequest, WorldView } from '@tenantry/sdk/operator.ts'

/** A caller: whose token the calls carry, and in which language the answers come. */
export interface Caller {
  readonly partner: PartnerView
  readonly token: string | undefined
  readonly locale: string | undefined
}

/** Which partner of the world is meant: the first one that has all of it. */
export type PartnerWish = Partial<Pick<PartnerView, 'type' | 'market' | 'environment' | 'name'>> & {
  /** Counts from 0 among those that fit. */
  readonly index?: number
}

export type Step = { readonly [Unit in 'hours' | 'days' | 'months' | 'years']?: number }

/** A call that the types of the operations forbid. */
export interface RawCall extends Call {
  /** What is wrong with it on purpose, or why it is no operation. */
  readonly because: string
}

/**
 * One world of a server, seen by one caller. Everything it does is a call that any program could make: of the
 * documented API through the SDK, of the vendor's side through the operator API.
 */
export abstract class Session {
  readonly operator: Operator
  readonly view: WorldView
  readonly caller: Caller
  readonly client: Client

  constructor(operator: Operator, view: WorldView, caller: Caller) {
    this.operator = operator
    this.view = view
    this.caller = caller
    this.client = partnerCenter({
      url: operator.options.url,
      tokens: fixedToken(caller.token),
      attemptsMax: 1,
      ...(caller.locale === undefined ? {} : { locale: caller.locale }),
      ...(operator.options.world === undefined
        ? {}
        : { headers: { 'tenantry-world': operator.options.world } }),
      ...(operator.options.transport === undefined ? {} : { transport: operator.options.transport }),
    })
  }

  /** The same world for another caller. */
  protected abstract seenBy(caller: Caller): this

  /** The operations, whose refusal is an answer too. */
  get ask(): Client['ask'] {
    return this.client.ask
  }

  get partner(): PartnerView {
    return this.caller.partner
  }

  /** The same caller with answers in another language. */
  in(locale: string | undefined): this {
    return this.seenBy({ ...this.caller, locale })
  }

  /** A signed-in user of the caller's partner who has the role; with `alone`, no other role. */
  async as(role: string): Promise<this> {
    const user =
      this.partner.users.find((user) => user.roles.length === 1 && user.roles[0] === role) ??
      this.partner.users.find((user) => user.roles.some((held) => held === role))
    if (user === undefined) throw new Error(`${this.partner.name} has no user with the role ${role}`)
    return this.withToken({ userPrincipalName: user.userPrincipalName })
  }

  /** An app-only token of the caller's partner. */
  asApp(): Promise<this> {
    return this.withToken({})
  }

  /** An admin agent of another partner of the world. */
  of(wish: PartnerWish): Promise<this> {
    const partner = partnerLike(this.view, wish)
    return this.seenBy({ ...this.caller, partner }).as('admin-agent')
  }

  /** A token made to order for the caller's partner; MFA was done unless the order says otherwise. */
  async withToken(order: Partial<TokenRequest>): Promise<this> {
    const made = await this.operator.tokens.create({ tenantId: this.partner.tenantId, mfa: true, ...order })
    return this.withBearer(made.access_token)
  }

  withBearer(token: string | undefined): this {
    return this.seenBy({ ...this.caller, token })
  }

  /** The only way to make a call by its method and path. */
  raw(call: RawCall, options: CallOptions = {}): Promise<RawAnswer> {
    return this.client.core.ask(call, options)
  }

  /** Business time, ISO 8601 in UTC. */
  async now(): Promise<string> {
    return (await this.operator.clock.get()).now
  }

  wait(step: Step): Promise<Advanced> {
    return this.operator.clock.advance({ by: duration(step) })
  }

  waitUntil(to: string): Promise<Advanced> {
    return this.operator.clock.advance({ to })
  }

  /** Changes the state of an outside party, as only the operator can. */
  async arrange(collaborator: string, patch: object): Promise<void> {
    await this.operator.collaborators.patch(collaborator, patch)
  }

  /** Changes a partner's account, as only the vendor can: its programme, its agreement, its authorisations. */
  async changePartner(changes: object, partner: PartnerView = this.partner): Promise<void> {
    await this.operator.partners.patch(partner.tenantId, changes)
  }

  /** The account's own enrolment, which stands first, gets another status. */
  async enrol(
    status: 'active' | 'suspended' | 'offboarded',
    partner: PartnerView = this.partner,
  ): Promise<void> {
    const { programmes } = await this.operator.partners.get(partner.tenantId)
    await this.changePartner(
      { programmes: programmes.map((one, index) => (index === 0 ? { ...one, status } : one)) },
      partner,
    )
  }

  /** One policy value in force from long before the world's beginning. */
  async decree(policy: string, value: unknown): Promise<void> {
    await this.operator.policies.set(policy, [{ effectiveFrom: '2000-01-01', value, source: 'assumed' }])
  }
}

/** `{ code, status }` of a refused answer; `undefined` for one that was not. */
export function faultOf(answer: RawAnswer): { code: number; status: number } | undefined {
  const body = answer.status >= 400 ? faultBody(answer.body) : undefined
  return body === undefined ? undefined : { code: body.code, status: answer.status }
}

export function partnerLike(view: WorldView, { index = 0, ...wish }: PartnerWish): PartnerView {
  const fitting = view.partners.filter((partner) =>
    Object.entries(wish).every(([name, value]) => partner[name as keyof typeof wish] === value),
  )
  const partner = fitting[index]
  if (partner === undefined)
    throw new Error(`the world has no such partner: ${JSON.stringify({ ...wish, index })}`)
  return partner
}

function duration({ years = 0, months = 0, days = 0, hours = 0 }: Step): string {
  const date = `${years > 0 ? `${years}Y` : ''}${months > 0 ? `${months}M` : ''}${days > 0 ? `${days}D` : ''}`
  return `P${date}${hours > 0 ? `T${hours}H` : ''}`
}
