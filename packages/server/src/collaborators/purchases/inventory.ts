import { Type, type Static } from 'typebox'
import { collaborator } from '../collaborator.ts'

const text = Type.String()

const Restriction = Type.Object({
  productId: text,
  skuId: text,
  armRegionName: Type.Optional(text),
  reasonCode: text,
  description: text,
})
type Restriction = Static<typeof Restriction>

/**
 * What of the reserved capacity is left. Only SKUs with the prerequisite InventoryCheck are looked up here.
 * @see partner-center/developer/check-inventory
 */
export const inventory = collaborator({
  name: 'inventory',
  schema: Type.Object({
    /** Nothing can be bought (800010); in one Azure region when `armRegionName` is given. */
    restricted: Type.Array(Restriction),
    /** Units left (800017 for more); without an entry there are enough. */
    remaining: Type.Array(
      Type.Object({ productId: text, skuId: text, quantity: Type.Integer({ minimum: 0 }) }),
    ),
  }),
  initial: {
    restricted: [
      {
        productId: 'DZH318Z0BQ3P',
        skuId: '0038',
        armRegionName: 'japanwest',
        reasonCode: 'CapacityNotAvailable',
        description: 'The region has no capacity left for this size.',
      },
      {
        productId: 'DZH318Z0BQ3P',
        skuId: '0039',
        armRegionName: 'japanwest',
        reasonCode: 'CapacityNotAvailable',
        description: 'The region has no capacity left for this size.',
      },
    ],
    remaining: [{ productId: 'DZH318Z0BQ36', skuId: '004G', quantity: 5 }],
  },
})

/** What keeps a SKU from being bought; one without an Azure region is not restricted in any. */
export const restrictionsOf = (
  { restricted }: { readonly restricted: readonly Restriction[] },
  sku: { readonly productId: string; readonly skuId: string; readonly armRegionName: unknown },
): readonly Restriction[] =>
  restricted.filter(
    ({ productId, skuId, armRegionName }) =>
      productId === sku.productId &&
      skuId === sku.skuId &&
      (armRegionName === undefined || armRegionName === sku.armRegionName),
  )
