import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  changeAzureSubscription,
  createAzureSubscription,
  listAzureSubscriptions,
  removeRegistration,
  type AzureSubscription,
} from '../../areas/subscriptions/azure/public.ts'
import { sandboxPurchaseLimits } from '../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../work/scope.ts'
import { formatInstant } from '../../kernel/time.ts'
import { asPartner } from './as-partner.ts'
import type { OperatorHost } from '../host.ts'
import { bodyOf, paramOf, queryOf, strictly } from '../input.ts'
import { badRequest, notFound } from '../operator-error.ts'

const whose = { partnerTenantId: Type.String(), customerId: Type.String() }
const name = Type.String({ minLength: 1 })
const status = Type.Union([Type.Literal('active'), Type.Literal('inactive')])

const OfCustomer = strictly(whose)
const NewAzureSubscription = strictly({
  ...whose,
  /** The Azure plan. */
  subscriptionId: Type.String(),
  friendlyName: Type.Optional(name),
})
const ChangedAzureSubscription = strictly({
  ...whose,
  friendlyName: Type.Optional(name),
  status: Type.Optional(status),
})

/**
 * What customers and Azure do in the Azure portal: `azure-subscriptions` under an Azure plan are made, disabled and
 * enabled; a registration for reservations is undone.
 */
export function registerAzureRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/azure-subscriptions', async (request) => {
    const { partnerTenantId, customerId } = queryOf(request, OfCustomer)
    return asPartner('read', host.worldOf(request), partnerTenantId, async (scope) =>
      (await listAzureSubscriptions(scope, customerId.toLowerCase())).map(view),
    )
  })

  operator.post('/azure-subscriptions', async (request, reply) => {
    const wanted = bodyOf(request, NewAzureSubscription)
    const { customerId, subscriptionId, friendlyName = 'Azure subscription' } = wanted
    const made = await asPartner('write', host.worldOf(request), wanted.partnerTenantId, (scope) =>
      createAzureSubscription(scope, {
        customerId: customerId.toLowerCase(),
        subscriptionId,
        friendlyName,
        most: mostPerPlan(scope),
      }),
    )
    if (made === undefined) {
      throw badRequest(
        `${subscriptionId} is no active Azure plan of the customer's, or a sandbox's plan is full`,
      )
    }
    return reply.status(201).send(view(made))
  })

  operator.patch('/azure-subscriptions/:id', async (request) => {
    const { partnerTenantId, customerId, ...changes } = bodyOf(request, ChangedAzureSubscription)
    const id = paramOf(request, 'id')
    const changed = await asPartner('write', host.worldOf(request), partnerTenantId, (scope) =>
      changeAzureSubscription(scope, customerId.toLowerCase(), id, changes),
    )
    if (changed === undefined) throw notFound(`Azure subscription ${id} of this customer`)
    return view(changed)
  })

  operator.delete('/registrations/:subscriptionId', async (request, reply) => {
    const { partnerTenantId, customerId } = queryOf(request, OfCustomer)
    const subscriptionId = paramOf(request, 'subscriptionId')
    const isRemoved = await asPartner('write', host.worldOf(request), partnerTenantId, (scope) =>
      removeRegistration(scope, customerId.toLowerCase(), subscriptionId),
    )
    if (!isRemoved) throw notFound(`registration of subscription ${subscriptionId}`)
    return reply.status(204).send()
  })
}

const mostPerPlan = (scope: Scope): number =>
  scope.principal.partner.environment === 'sandbox'
    ? scope.policy(sandboxPurchaseLimits).azureSubscriptionsPerPlan
    : Number.POSITIVE_INFINITY

const view = ({ plan, entitlement }: AzureSubscription) => ({
  id: entitlement.id,
  subscriptionId: plan.id,
  friendlyName: entitlement.friendlyName,
  status: entitlement.status,
  createdAt: formatInstant(entitlement.createdAt),
})
