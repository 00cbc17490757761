import { Type, type Static } from 'typebox'
import { moment, nonEmpty, ofCustomer, strictly, text } from './common.ts'

/** What the older program sold once; nobody can buy it any more. */
export const LegacySubscriptionRequest = strictly(
  {
    ...ofCustomer,
    offerId: text('As the catalogue of the older program names it.'),
    quantity: Type.Integer({ minimum: 1 }),
    billingCycle: Type.Enum(['monthly', 'annual', 'none']),
    startedAgo: Type.Optional(
      text(
        'ISO 8601 duration before the world’s present; its yearly renewals have happened. Now when absent.',
      ),
    ),
    segment: Type.Optional(Type.Enum(['commercial', 'education', 'government', 'nonprofit'])),
    friendlyName: Type.Optional(nonEmpty('What the partner calls it.')),
    partnerId: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,18}$', description: 'The partner on record.' }),
    ),
    promotionId: Type.Optional(nonEmpty('A promotion of the first year.')),
    parentSubscriptionId: Type.Optional(text('The base of an add-on, which takes over its dates.')),
  },
  { $id: 'LegacySubscriptionRequest' },
)
export type LegacySubscriptionRequest = Static<typeof LegacySubscriptionRequest>

export const MadeSubscription = Type.Object({ id: Type.String() }, { $id: 'MadeSubscription' })

/** Who becomes one more reseller of a customer. */
export const RelationshipRequest = strictly(
  {
    partnerTenantId: text('The new partner.'),
    customerId: text('The customer’s tenant.'),
    resellerTenantId: Type.Optional(
      text('The reseller that looks after the customer for an indirect provider.'),
    ),
  },
  { $id: 'RelationshipRequest' },
)
export type RelationshipRequest = Static<typeof RelationshipRequest>

export const Relationship = Type.Object(
  { partnerTenantId: Type.String(), customerId: Type.String() },
  { $id: 'Relationship' },
)
export type Relationship = Static<typeof Relationship>

const azureStatus = Type.Enum(['active', 'inactive'])

export const AzureSubscriptionRequest = strictly(
  {
    ...ofCustomer,
    subscriptionId: text('The Azure plan that it is to be under.'),
    friendlyName: Type.Optional(nonEmpty('What the customer calls it.')),
  },
  { $id: 'AzureSubscriptionRequest' },
)
export type AzureSubscriptionRequest = Static<typeof AzureSubscriptionRequest>

export const AzureSubscriptionChange = strictly(
  {
    ...ofCustomer,
    friendlyName: Type.Optional(nonEmpty('What the customer calls it.')),
    status: Type.Optional(azureStatus),
  },
  { $id: 'AzureSubscriptionChange' },
)
export type AzureSubscriptionChange = Static<typeof AzureSubscriptionChange>

export const AzureSubscriptionView = Type.Object(
  {
    id: Type.String(),
    subscriptionId: text('The Azure plan that it is under.'),
    friendlyName: Type.String(),
    status: azureStatus,
    createdAt: moment('Business time.'),
  },
  { $id: 'AzureSubscriptionView' },
)
export type AzureSubscriptionView = Static<typeof AzureSubscriptionView>

/** A user of the customer's directory. */
export const LicenceHolder = Type.Object(
  {
    userObjectId: Type.String(),
    name: Type.String(),
    movable: Type.Boolean({ description: 'False where the directory would refuse to move the licence.' }),
  },
  { $id: 'LicenceHolder' },
)
export type LicenceHolder = Static<typeof LicenceHolder>
