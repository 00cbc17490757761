import type { inventoryEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import type {
  InventoryCheckRequest,
  InventoryItem,
} from '@tenantry/contract/resources/catalogue/inventory.ts'
import { inventory, restrictionsOf } from '../../../collaborators/purchases/inventory.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  catalogueOf,
  checkCatalogueIds,
  checkedCountry,
  getProduct,
  getSku,
  listSkus,
  type Shelf,
  type Sku,
} from '../../catalogue/products/public.ts'
import { findCustomer } from '../../accounts/customers/public.ts'
import { inventoryCheckRules } from './inventory-check-rules.ts'
import { InventoryChecks } from './inventory-checks-repository.ts'

/**
 * Which of the SKUs can be had. That they were asked for is kept for the customer that the context names: what has the
 * prerequisite InventoryCheck can be bought for a while then, in the region that was asked for.
 * Faults: 400056, 2030, 400013, 400018.
 * @see partner-center/developer/check-inventory
 */
export const checkInventory: Operation<typeof inventoryEndpoints.checkInventory> = async (
  scope,
  { query, body },
) => {
  const skus = askedSkus(scope, query.country, body)
  const context = readContext(body)
  const asked = new Set(skus.flatMap(({ inventoryVariables }) => inventoryVariables))
  const { customerid: customerId = '' } = context
  const customer = customerId === '' ? undefined : await findCustomer(scope, customerId.toLowerCase())
  const missing = [...asked].filter((name) => (context[name.toLowerCase()] ?? '') === '')
  enforce(
    inventoryCheckRules,
    { missing: missing.map(camelCased), customerIsKnown: customerId === '' || customer !== undefined },
    scope.trace,
  )

  if (customer !== undefined) {
    const armRegionName = (context['armregionname'] ?? '').toLowerCase()
    const checks = new InventoryChecks(scope)
    for (const { productId, id: skuId } of skus)
      await checks.note({ customerId: customer.id, productId, skuId, armRegionName, at: scope.now })
  }
  return skus.map((sku) => inventoryItem(scope, sku))
}

/** Each SKU once. */
function askedSkus(
  scope: Scope,
  countryOfQuery: string,
  { targetItems }: InventoryCheckRequest,
): readonly Sku[] {
  for (const { productId, skuId } of targetItems)
    checkCatalogueIds({ productId, ...(skuId === undefined ? {} : { skuId }) })
  const catalogue = catalogueOf(scope)
  const country = checkedCountry(scope, catalogue, { country: countryOfQuery })
  const shelf: Shelf = {
    catalogue,
    country,
    partnerId: scope.tenant.partner,
    segments: undefined,
    reservationScope: undefined,
    showsSavingsPlans: false,
    showsEnded: false,
  }
  const skus = targetItems.flatMap(({ productId, skuId }) =>
    skuId === undefined
      ? listSkus(shelf, getProduct(shelf, productId))
      : [getSku(shelf, productId, skuId).sku],
  )
  return [...new Set(skus)]
}

const readContext = ({ inventoryContext = {} }: InventoryCheckRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(inventoryContext).map(([name, value]) => [name.toLowerCase(), value]))

const camelCased = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** The region is the SKU's own: what was asked for is no reason to restrict it. */
function inventoryItem(scope: Scope, { productId, id: skuId, traits }: Sku): InventoryItem {
  const { armRegionName } = traits
  const restrictions = restrictionsOf(scope.collaborator(inventory), { productId, skuId, armRegionName })
  return {
    productId,
    skuId,
    isRestricted: restrictions.length > 0,
    restrictions: restrictions.map(({ reasonCode, description, armRegionName: values }) => ({
      reasonCode,
      description,
      properties: values === undefined ? {} : { type: 'Location', values },
    })),
  }
}
