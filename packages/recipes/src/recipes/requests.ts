import { nothing, recipe, type Recipe } from '../recipe.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

export const requestRecipes: readonly Recipe[] = [
  recipe({
    fault: 'requestIsMalformed',
    title: "A request's id is a GUID",
    given: nothing,
    when: (world) => world.ask.customers.list({}, { requestId: 'the-first-one' }),
  }),
  recipe({
    fault: 'resourceNotFound',
    title: 'There is no such agreement template',
    given: nothing,
    when: (world) =>
      world.ask.agreements.getAgreementDocument({ agreementTemplateId: unknownId }, { country: 'US' }),
  }),
  recipe({
    fault: 'pricingAccessNotGranted',
    title: 'Prices are not for the helpdesk',
    async given(world) {
      return { customer: await world.customer(), agent: await world.as('helpdesk-agent') }
    },
    when: (world, { customer, agent }) =>
      agent.in(world.caller.locale).ask.orders.list(customer.ids, { includePrice: true }),
  }),
]
