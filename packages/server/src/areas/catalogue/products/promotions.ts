import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { productEndpoints } from '@tenantry/contract/endpoints/products.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { Input } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import { catalogueOf } from './catalogue-of.ts'
import { promotionResource } from './catalogue-resources.ts'
import { checkedCountry } from './list-catalogue.ts'

type Endpoints = typeof productEndpoints

/** Those that run now. Faults: 2030. */
export async function showPromotions(scope: Scope, { query }: Input<Endpoints['getProductPromotions']>) {
  const catalogue = catalogueOf(scope)
  const country = checkedCountry(scope, catalogue, query)
  return collection(catalogue.promotions({ country, segment: query.segment }).map(promotionResource))
}

/** Whatever its dates. Faults: 2030; 400013 for an unknown id or another market's promotion (assumed). */
export async function showPromotion(
  scope: Scope,
  { params, query }: Input<Endpoints['getProductPromotion']>,
) {
  if (!promotionId.test(params.promotionId)) throw fault(faults.catalogueInputIsInvalid)
  const catalogue = catalogueOf(scope)
  const country = checkedCountry(scope, catalogue, query)
  const promotion = catalogue.findPromotion(params.promotionId)
  if (promotion === undefined || !promotion.countries.includes(country)) throw fault(faults.productNotFound)
  return promotionResource(promotion)
}

const promotionId = /^[A-Z0-9]{12}:[0-9A-Z]{4}:[A-Z0-9]{12}$/i
