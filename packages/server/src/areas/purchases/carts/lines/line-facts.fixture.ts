import { instant, plainDate } from '../../../../kernel/time.ts'
import type { LegacyOffer, Sku } from '../../../catalogue/products/public.ts'
import type { PartnerRecord } from '../../../../work/partner.ts'
import type { RequestedLine } from '../cart.ts'
import type { LoadedLine } from './line-check.ts'
import type { LegacyLineFacts, LineFacts, LineHoldings, PurchaseLimits } from './line-facts.ts'

export const catalogItemId = 'CFQ7TTC0AAAA:0001:CFQ7TTC0BBBB'

const sku: Sku = {
  productId: 'CFQ7TTC0AAAA',
  id: '0001',
  key: 'CFQ7TTC0AAAA:0001',
  title: 'Fabrikam Planner',
  description: '',
  minimumQuantity: 1,
  maximumQuantity: 1000,
  isTrial: false,
  isAddon: false,
  prerequisiteSkus: [],
  seatPolicy: {},
  conversions: [],
  plans: [],
  segments: ['commercial'],
  isRenewable: true,
  provisioningId: '5b1e2b4c-0000-4000-8000-000000000001',
  servicePlans: [],
  purchasePrerequisites: [],
  inventoryVariables: [],
  provisioningVariables: [],
  requiredTenantTags: [],
  isExclusive: false,
  requiresPurchaseOrder: false,
  isPurchasableInSandbox: true,
  purchaseSystem: 'Modern',
  includedQuantityOptions: [],
  traits: {},
  price: { kind: 'monthly', erp: '10', known: {} },
  fixedAvailabilities: [],
}

const holdings: LineHoldings = {
  tenantSeats: 0,
  assets: 0,
  prerequisiteSeats: undefined,
  addOnSeats: 0,
  ownsPaidVersion: false,
  customerSubscriptions: 0,
  tenantSubscriptions: 0,
  endDates: [],
  azurePlansOfPartner: 0,
  azurePlansOfCustomer: 0,
  reservedInstances: 0,
}

const direct = {
  tenantId: 'partner-1',
  type: 'directBill',
  environment: 'production',
  region: 'US',
  qualifications: [],
} as unknown as PartnerRecord

export const line: RequestedLine = {
  id: 0,
  catalogItemId,
  quantity: 10,
  billingCycle: 'annual',
  termDuration: 'P1Y',
  provisioningContext: {},
}

const limits: PurchaseLimits = {
  sandboxSubscriptionsPerCustomer: 5,
  sandboxSeatsPerSubscription: 25,
  sandboxAzurePlansPerPartner: 10,
  sandboxLegacyAzurePerPartner: 10,
  sandboxAzurePlansPerCustomer: { direct: 1, indirect: 3 },
  sandboxReservedInstances: 2,
  subscriptionsPerTenant: 300,
}

/** What differs from a line that can be ordered. */
export interface Change {
  readonly line?: Partial<RequestedLine>
  readonly sku?: Partial<Sku>
  readonly availability?: Partial<LineFacts['item']['availability']>
  readonly family?: LineFacts['item']['product']['family']
  readonly holdings?: Partial<LineHoldings>
  readonly partner?: Partial<PartnerRecord>
  readonly facts?: Partial<LineFacts>
}

/** Ten seats for a year, sold by a direct-bill partner in the United States. */
export function facts(change: Change = {}): LoadedLine {
  const item: LineFacts['item'] = {
    product: {
      id: 'CFQ7TTC0AAAA',
      title: 'Fabrikam Planner',
      description: '',
      family: change.family ?? 'license',
      productType: { id: 'OnlineServicesNCE' },
      isMicrosoftProduct: true,
      publisherName: 'Fabrikam',
      skus: [],
    },
    sku: { ...sku, ...change.sku },
    availability: {
      id: 'CFQ7TTC0BBBB',
      productId: 'CFQ7TTC0AAAA',
      skuId: '0001',
      catalogItemId,
      country: 'US',
      segment: 'commercial',
      currency: 'USD',
      isPurchasable: true,
      isRenewable: true,
      partnerIds: undefined,
      requiredTenantTags: [],
      plans: [],
      ...change.availability,
    },
  }
  return {
    kind: 'modern',
    now: instant(Date.UTC(2026, 0, 15)),
    today: plainDate('2026-01-15'),
    line: { ...line, ...change.line },
    item,
    plan: { termDuration: 'P1Y', billingCycle: 'annual', refunds: [] },
    partner: { ...direct, ...change.partner },
    isInEurope: false,
    market: 'US',
    segments: ['commercial'],
    tenantTags: [],
    holdings: { ...holdings, ...change.holdings },
    azure: { named: undefined, entitling: undefined, hasAzurePlan: false },
    limits,
    inventory: { isRestricted: false, wasChecked: true },
    chosenPromotion: 'none',
    currencies: ['USD'],
    price: { unitPrice: '96', retailPrice: '120', currency: 'USD' },
    ...change.facts,
  }
}

const offer: LegacyOffer = {
  id: 'A0C9E0F2-0000-4000-8000-000000000001',
  name: 'Fabrikam Mail',
  description: '',
  minimumQuantity: 1,
  maximumQuantity: 300,
  category: 'SmallBusiness',
  limit: { count: 2, unit: 'Concurrent' },
  supportedBillingCycles: ['monthly'],
  billing: 'license',
  salesGroupId: 'OFC',
  isAddOn: false,
  isTrial: false,
  prerequisiteOffers: [],
  resellerQualifications: [],
  reselleeQualifications: [],
  isUpdatable: true,
  enforcesAttestation: false,
  needsSandboxApproval: false,
  isSharedServices: false,
  upgradesTo: [],
  convertsTo: [],
}

/** What differs from a line of the older program that can be ordered. */
export interface LegacyChange {
  readonly line?: Partial<RequestedLine>
  readonly offer?: Partial<LegacyOffer>
  readonly partner?: Partial<PartnerRecord>
  readonly facts?: Partial<LegacyLineFacts>
}

export const legacyFacts = (change: LegacyChange = {}): LoadedLine => ({
  kind: 'legacy',
  line: { ...line, billingCycle: 'monthly', ...change.line },
  offer: { ...offer, ...change.offer },
  parent: 'none',
  partner: { ...direct, ...change.partner },
  market: 'US',
  segments: ['commercial'],
  sale: { licences: 'open', azure: 'open' },
  heldConcurrently: 0,
  everHeld: 0,
  legacyAzureOfPartner: 0,
  holdings,
  limits,
  ...change.facts,
})
