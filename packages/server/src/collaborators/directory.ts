import { Type, type Static } from 'typebox'
import { collaborator } from './collaborator.ts'

/** One user with a licence of a subscription. The directory refuses to move a user's licence that is not `movable`. */
const AssignedUser = Type.Object({
  userObjectId: Type.String(),
  name: Type.String(),
  movable: Type.Boolean(),
})
export type AssignedUser = Static<typeof AssignedUser>

const DirectoryOfCustomer = Type.Object({
  /** Nothing can be read: the subscribed SKUs of the tenant are not known. */
  outage: Type.Optional(Type.Boolean()),
  /** Nothing can be written: no licence can be assigned or moved. */
  writeOutage: Type.Optional(Type.Boolean()),
  /** Provisioning ids that the directory does not list among the tenant's subscribed SKUs, although bought. */
  missingSkus: Type.Optional(Type.Array(Type.String())),
  /** `productId:skuId` of what the tenant bought elsewhere (directly, or from a partner outside this world). */
  boughtElsewhere: Type.Optional(Type.Array(Type.String())),
  /** How partners are delegated, as the customer's administrator set it; absent: GDAP with the roles in `gdapRoles`. */
  delegation: Type.Optional(Type.Union([Type.Literal('none'), Type.Literal('dap'), Type.Literal('gdap')])),
  /** Directory roles granted by the GDAP relation; absent: Directory Reader and Directory Writer. */
  gdapRoles: Type.Optional(Type.Array(Type.String())),
})

const DirectoryOfSubscription = Type.Object({
  /** False when the directory lost the link from the Commerce subscription id to its own; absent means true. */
  mapped: Type.Optional(Type.Boolean()),
  assignedUsers: Type.Optional(Type.Array(AssignedUser)),
})

const Directory = Type.Object({
  /** By the customer's tenant id. */
  customers: Type.Record(Type.String(), DirectoryOfCustomer),
  /** By the Commerce subscription id. */
  subscriptions: Type.Record(Type.String(), DirectoryOfSubscription),
})
export type DirectoryState = Static<typeof Directory>

/**
 * The customers' directories (Microsoft Entra ID) as an outside party: what they know about bought SKUs, assigned
 * licences and delegated administration. A customer or subscription that is not mentioned has a directory in order.
 */
export const directory = collaborator({
  name: 'directory',
  schema: Directory,
  initial: { customers: {}, subscriptions: {} },
})

/** What one customer's directory says about one subscription; every gap is filled with the ordinary case. */
export interface DirectoryView {
  readonly isReadable: boolean
  readonly isWritable: boolean
  readonly missingSkus: readonly string[]
  readonly boughtElsewhere: readonly string[]
  readonly delegation: 'none' | 'dap' | 'gdap'
  readonly gdapRoles: readonly string[]
  readonly isMapped: boolean
  readonly assignedUsers: readonly AssignedUser[]
}

export function directoryView(
  state: DirectoryState,
  customerId: string,
  subscriptionId: string,
): DirectoryView {
  const customer = state.customers[customerId] ?? {}
  const subscription = state.subscriptions[subscriptionId] ?? {}
  return {
    isReadable: customer.outage !== true,
    isWritable: customer.outage !== true && customer.writeOutage !== true,
    missingSkus: customer.missingSkus ?? [],
    boughtElsewhere: customer.boughtElsewhere ?? [],
    delegation: customer.delegation ?? 'gdap',
    gdapRoles: customer.gdapRoles ?? ['Directory Reader', 'Directory Writer'],
    isMapped: subscription.mapped !== false,
    assignedUsers: subscription.assignedUsers ?? [],
  }
}
