import type { Model } from './linearize.ts'

/** One cart and the subscription that comes of it, as somebody alone with them would see them. */
export interface Sale {
  /** Of the cart, once it is checked out. */
  readonly order: string | undefined
  readonly quantity: number
  readonly version: number
  readonly status: 'none' | 'active' | 'deleted'
}

/** `version`: the change is to be made to this version only. */
export type SaleOp =
  | { readonly kind: 'checkout' }
  | { readonly kind: 'quantity'; readonly quantity: number; readonly version?: number }
  | { readonly kind: 'transition'; readonly seats: number }
  | { readonly kind: 'cancel'; readonly version?: number }
  | { readonly kind: 'read' }

export type SaleResult =
  | { readonly is: 'done' }
  | { readonly is: 'ordered'; readonly order: string }
  | { readonly is: 'seen'; readonly quantity: number; readonly version: number; readonly status: string }
  /** The version that was named is not the present one. */
  | { readonly is: 'stale' }
  | { readonly is: 'refused'; readonly code: number }

export const seatsBought = 20

export const saleModel: Model<Sale, SaleOp, SaleResult> = {
  initial: { order: undefined, quantity: 0, version: 0, status: 'none' },
  step(sale, op, result) {
    if (op.kind === 'checkout') return result.is === 'ordered' ? checkedOut(sale, result.order) : undefined
    const next = effectOf(sale, op)
    if (result.is === 'refused') return next === undefined ? sale : undefined
    if (result.is === 'stale') return isStale(sale, op) ? sale : undefined
    if (next === undefined || isStale(sale, op)) return undefined
    if (result.is === 'done') return next
    if (result.is === 'ordered') return undefined
    const isAsSeen =
      result.quantity === next.quantity && result.version === next.version && result.status === next.status
    return isAsSeen ? next : undefined
  },
}

const isStale = (sale: Sale, op: SaleOp): boolean =>
  'version' in op && op.version !== undefined && op.version !== sale.version

/** A cart that is ordered answers with what was ordered first. */
function checkedOut(sale: Sale, order: string): Sale | undefined {
  if (sale.order !== undefined) return sale.order === order ? sale : undefined
  return { order, quantity: seatsBought, version: 1, status: 'active' }
}

/** What the operation makes of it; undefined where it is to be refused. */
function effectOf(sale: Sale, op: Exclude<SaleOp, { readonly kind: 'checkout' }>): Sale | undefined {
  if (op.kind === 'read') return sale
  if (sale.status !== 'active') return undefined
  const changed = { ...sale, version: sale.version + 1 }
  switch (op.kind) {
    case 'quantity':
      return op.quantity === sale.quantity ? sale : { ...changed, quantity: op.quantity }
    case 'transition':
      return op.seats < sale.quantity ? { ...changed, quantity: sale.quantity - op.seats } : undefined
    case 'cancel':
      return { ...changed, status: 'deleted' }
  }
}
