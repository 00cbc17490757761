import { nothing, recipe, type Recipe } from '../recipe.ts'

/** An id that nobody in a fresh world has. */
const strangersId = '7d1a7f0e-52c1-4b8e-9a53-0d6a5c1e9f42'

export const identityRecipes: readonly Recipe[] = [
  recipe({
    fault: 'tokenIsInvalid',
    title: 'A call without a token is denied',
    given: nothing,
    when: (world) => world.withBearer(undefined).ask.customers.list(),
  }),
  recipe({
    fault: 'partnerTokenIsMissing',
    title: "A token of a customer's tenant says nothing about a partner",
    async given(world) {
      const customer = await world.customer({ agreement: false })
      return world.withToken({ tenantId: customer.id, clientId: strangersId })
    },
    when: (world, foreign) => foreign.in(world.caller.locale).ask.customers.list(),
  }),
  recipe({
    fault: 'tokenAudienceIsRetired',
    title: 'Tokens for Azure AD Graph are no longer accepted',
    given: (world) => world.withToken({ audience: 'https://graph.windows.net' }),
    when: (world, old) => old.in(world.caller.locale).ask.customers.list(),
  }),
  recipe({
    fault: 'multifactorAuthenticationRequired',
    title: 'From April 2026 a user must have signed in with a second factor',
    async given(world) {
      await world.waitUntil('2026-04-02T00:00:00Z')
      const [user] = world.partner.users
      return world.withToken({
        mfa: false,
        ...(user === undefined ? {} : { userPrincipalName: user.userPrincipalName }),
      })
    },
    when: (world, careless) => careless.in(world.caller.locale).ask.customers.list(),
  }),
  recipe({
    fault: 'callerHasNoAccess',
    title: 'An app that was disabled in Partner Center is shut out while its token still lives',
    async given(world) {
      const app = await world.asApp()
      for (const { clientId } of world.partner.apps) {
        await world.operator.partners.patchApp(world.partner.tenantId, clientId, { enabled: false })
      }
      return app
    },
    when: (world, app) => app.in(world.caller.locale).ask.customers.list(),
  }),
  recipe({
    fault: 'appOnlyTokenNotSupported',
    title: 'The provisioning status of an order is for signed-in users only',
    async given(world) {
      const customer = await world.customer()
      const { orderId } = await customer.subscribe('business-basic')
      return { customer, orderId, app: await world.asApp() }
    },
    when: (world, { customer, orderId, app }) =>
      app.in(world.caller.locale).ask.orders.listOrderProvisioningStatus({ ...customer.ids, orderId }),
  }),
  recipe({
    fault: 'roleIsInsufficient',
    title: 'A helpdesk agent cannot make customers',
    given: (world) => world.as('helpdesk-agent'),
    when: (world, agent) =>
      agent.in(world.caller.locale).raw({
        because: 'a customer without a profile: the role is looked at before the body',
        method: 'POST',
        path: '/v1/customers',
        body: {},
      }),
  }),
  recipe({
    fault: 'customerIdIsInvalid',
    title: "A customer's id is a GUID",
    given: nothing,
    when: (world) => world.ask.subscriptions.list({ customerId: 'contoso' }),
  }),
  recipe({
    fault: 'tenantNotFound',
    title: 'Nobody has this tenant id',
    given: nothing,
    when: (world) => world.ask.customers.get({ customerId: strangersId }),
  }),
  recipe({
    fault: 'noCommerceRelationship',
    title: "Another partner's customer cannot be read",
    async given(world) {
      const customer = await world.customer()
      return { customer, other: await world.of({ type: 'directBill', environment: 'production', index: 1 }) }
    },
    when: (world, { customer, other }) => other.in(world.caller.locale).ask.subscriptions.list(customer.ids),
  }),
  recipe({
    fault: 'operationNotSupportedInEnvironment',
    title: 'Only a sandbox deletes customers',
    given: (world) => world.customer(),
    when: (world, customer) => world.ask.customers.delete(customer.ids),
  }),
]
