import { directoryView } from '../../../collaborators/directory.ts'
import { parseInstant, plainDate } from '../../../kernel/time.ts'
import type { LicenceFacts } from './eligibility/licence-rules.ts'
import type { MovingSubscription } from './eligibility/moving-subscription.ts'
import type { TargetOffer } from './eligibility/offer-rules.ts'
import type { TransitionFacts } from './transition-rules.ts'

export const now = parseInstant('2027-02-03T10:00:00Z')

/** A small made-up suite: 40 seats of a lower SKU, bought for a year in November. */
export const aSource = (changes: Partial<MovingSubscription> = {}): MovingSubscription => ({
  id: '11111111-0000-4000-8000-000000000001',
  commerce: 'nce',
  status: 'active',
  isTrial: false,
  isExpiring: false,
  isProvisioned: true,
  hasPendingOperation: false,
  isHeld: false,
  updateCount: 0,
  hasAddOns: false,
  isSavingsPlan: false,
  quantity: 40,
  productId: 'CONTOSOSUITE',
  skuId: '0001',
  catalogItemId: 'CONTOSOSUITE:0001:AV01',
  friendlyName: 'Suite, small',
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  commitmentEndDate: plainDate('2027-11-19'),
  ...changes,
})

export const aTarget = (changes: Partial<MovingSubscription> = {}): MovingSubscription => ({
  ...aSource(),
  id: '22222222-0000-4000-8000-000000000002',
  quantity: 5,
  productId: 'CONTOSOPLUS',
  skuId: '0001',
  catalogItemId: 'CONTOSOPLUS:0001:AV02',
  friendlyName: 'Suite, large',
  ...changes,
})

export const anOffer = (changes: Partial<TargetOffer> = {}): TargetOffer => ({
  productId: 'CONTOSOPLUS',
  skuId: '0001',
  title: 'Contoso Suite Plus',
  description: 'The larger suite',
  transitionTypes: ['transition_only', 'transition_with_license_transfer'],
  availabilityId: 'AV02',
  isOnSale: true,
  plans: [
    { termDuration: 'P1M', billingCycle: 'monthly' },
    { termDuration: 'P1Y', billingCycle: 'monthly' },
    { termDuration: 'P1Y', billingCycle: 'annual' },
  ],
  minimumQuantity: 1,
  maximumQuantity: 300,
  provisioningId: 'prov-plus',
  servicePlans: ['MAIL', 'PHONE'],
  ...changes,
})

export const licenceFacts = (changes: Partial<LicenceFacts> = {}): LicenceFacts => ({
  customerId: 'contoso',
  transitionType: 'transition_only',
  source: aSource(),
  sourceProvisioningId: 'prov-suite',
  directory: directoryView({ customers: {}, subscriptions: {} }, 'contoso', aSource().id),
  targetIsMapped: true,
  hasUser: true,
  conflictingSkus: [],
  ...changes,
})

/** A partial transition to a new subscription with nothing against it. */
export const transitionFacts = (changes: Partial<TransitionFacts> = {}): TransitionFacts => ({
  now,
  customerId: 'contoso',
  request: {
    toCatalogItemId: 'CONTOSOPLUS:0001:AV02',
    quantity: 10,
    transitionType: 'transition_only',
  },
  source: aSource(),
  sourceProvisioningId: 'prov-suite',
  updatesMax: 1200,
  trialSeatsMin: 25,
  offer: anOffer(),
  target: undefined,
  quantity: changes.request === undefined ? 10 : (changes.request.quantity ?? 0),
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  seats: { perSubscriptionMax: undefined, pooledLeft: undefined },
  promotionIsApplicable: false,
  licences: licenceFacts(),
  isPriceKnown: true,
  isCreditSufficient: true,
  ...changes,
})
