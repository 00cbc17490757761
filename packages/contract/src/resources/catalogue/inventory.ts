import { Type, type Static } from 'typebox'

/** @see partner-center/developer/product-resources#inventoryrestriction */
const InventoryRestriction = Type.Object({
  reasonCode: Type.String(),
  description: Type.String(),
  /** `type` and `values` of what is restricted, for example `Location` and `japanwest`. */
  properties: Type.Record(Type.String(), Type.String()),
})

/** @see partner-center/developer/product-resources#inventoryitem */
export const InventoryItem = Type.Object({
  productId: Type.String(),
  skuId: Type.String(),
  isRestricted: Type.Boolean(),
  restrictions: Type.Array(InventoryRestriction),
})
export type InventoryItem = Static<typeof InventoryItem>

/** A bare array, as the page prints it. */
export const InventoryItems = Type.Array(InventoryItem)

/** The official client sends whole inventory items; only their ids count. */
const TargetItem = Type.Object({
  productId: Type.String({ minLength: 1 }),
  /** Without one all SKUs of the product are looked up. */
  skuId: Type.Optional(Type.String()),
  isRestricted: Type.Optional(Type.Boolean()),
  restrictions: Type.Optional(Type.Array(Type.Unknown())),
})

/** @see partner-center/developer/product-resources#inventorycheckrequest */
export const InventoryCheckRequest = Type.Object({
  targetItems: Type.Array(TargetItem, { minItems: 1 }),
  /** What the `inventoryVariables` of a SKU ask for, by name in any case. */
  inventoryContext: Type.Optional(Type.Record(Type.String(), Type.String())),
  links: Type.Optional(Type.Unknown()),
  attributes: Type.Optional(Type.Unknown()),
})
export type InventoryCheckRequest = Static<typeof InventoryCheckRequest>
