import { nothing, recipe, type Recipe } from '../../recipe.ts'

export const productRecipes: readonly Recipe[] = [
  recipe({
    fault: 'productNotFound',
    title: 'There is no such product',
    given: nothing,
    when: (world) => world.ask.catalogue.getProduct({ productId: 'CFQ7TTC0ZZZZ' }, { country: 'US' }),
  }),
  recipe({
    fault: 'skuNotFound',
    title: 'The product has no such SKU',
    given: nothing,
    when: (world) =>
      world.ask.catalogue.getSku({ productId: 'CFQ7TTC0LH18', skuId: 'ZZZZ' }, { country: 'US' }),
  }),
  recipe({
    fault: 'availabilityNotFound',
    title: 'The SKU has no such availability',
    given: nothing,
    when: (world) =>
      world.ask.catalogue.getAvailability(
        { productId: 'CFQ7TTC0LH18', skuId: '0001', availabilityId: 'CFQ7TTC0ZZZZ' },
        { country: 'US' },
      ),
  }),
  recipe({
    fault: 'catalogueInputIsInvalid',
    title: 'A list of products says for which country',
    given: nothing,
    when: (world) =>
      world.raw({
        because: 'the types ask for the country',
        method: 'GET',
        path: '/v1/products',
        query: { targetView: 'OnlineServices' },
      }),
  }),
  recipe({
    fault: 'targetViewNotAllowed',
    title: 'Partners of the national clouds see no specialised offers',
    given: (world) => world.changePartner({ cloud: 'usGov' }),
    when: (world) => world.ask.catalogue.getProducts({ country: 'US', targetView: 'SpecializedOffers' }),
  }),
  recipe({
    fault: 'targetSegmentNotAllowed',
    title: 'Only authorised partners see what is for schools',
    given: (world) => world.changePartner({ qualifications: [] }),
    when: (world) =>
      world.ask.catalogue.getProducts({
        country: 'US',
        targetView: 'OnlineServices',
        targetSegment: 'education',
      }),
  }),
  recipe({
    fault: 'customerAvailabilitiesNotFound',
    title: 'A commercial customer finds nothing of a product for nonprofits',
    given: (world) => world.customer(),
    when: (world, customer) =>
      world.ask.customerProducts.getCustomerAvailabilities({
        ...customer.ids,
        productId: 'CFQ7TTC0Z0N2',
        skuId: '0001',
      }),
  }),
]
