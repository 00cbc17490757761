import { Type, type Static } from 'typebox'
import { Attributes, Collection, Link } from '../common.ts'

/** `id` is what clients compare; `displayName` prints the same text in the published samples. */
const ProductSubType = Type.Object({ id: Type.String(), displayName: Type.String() })

/** `OnlineServicesNCE`, `Azure` or `Software`; SaaS is `Azure` with the sub type `SaaS`. */
const ItemType = Type.Object({
  id: Type.String(),
  displayName: Type.String(),
  subType: Type.Optional(ProductSubType),
})
type ItemType = Static<typeof ItemType>

/** @see partner-center/developer/product-resources#product */
export const Product = Type.Object({
  /** Twelve characters, for example `CFQ7TTC0LH18`. */
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
  productType: ItemType,
  isMicrosoftProduct: Type.Boolean(),
  publisherName: Type.String(),
  links: Type.Object({ skus: Link, self: Link }),
  /** Names in the caller's language; one page shows them, none says which there are. */
  localizedAttributes: Type.Optional(Type.Array(Type.Object({ key: Type.String(), value: Type.String() }))),
  attributes: Type.Optional(Attributes),
})
export type Product = Static<typeof Product>

export const ProductCollection = Collection(Product)
