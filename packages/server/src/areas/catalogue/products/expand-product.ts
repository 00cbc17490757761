import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import {
  skuKey,
  type FixedAvailability,
  type PriceSource,
  type Product,
  type ProductFamily,
  type RefundOption,
  type Segment,
  type Sku,
  type TermPlan,
} from './catalogue.ts'
import type { ProductRow, SkuRow } from './data-files.ts'

/** A row of the data files with everything that follows from its product family filled in. */
export function expandProduct(row: ProductRow): Product {
  const family = row.family ?? 'license'
  const [id, subType] = row.productType ?? ['OnlineServicesNCE']
  const isMicrosoftProduct = row.isMicrosoftProduct ?? true
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    family,
    productType: subType === undefined ? { id } : { id, subType },
    isMicrosoftProduct,
    publisherName: row.publisher ?? 'Microsoft Corporation',
    skus: row.skus.map((sku) => expandSku(row, family, isMicrosoftProduct, sku)),
  }
}

function expandSku(
  product: ProductRow,
  family: ProductFamily,
  isMicrosoftProduct: boolean,
  row: SkuRow,
): Sku {
  const isTrial = row.isTrial ?? row.terms === 'trial'
  const prerequisiteSkus = row.prerequisiteSkus ?? []
  const preset = presets[family]
  return {
    productId: product.id,
    id: row.id,
    key: skuKey(product.id, row.id),
    title: row.title,
    description: row.description ?? product.description,
    minimumQuantity: row.quantity[0],
    maximumQuantity: row.quantity[1],
    isTrial,
    isAddon: prerequisiteSkus.length > 0,
    prerequisiteSkus,
    seatPolicy: row.seatPolicy ?? {},
    conversions: row.conversions ?? [],
    plans: plansOf(row, preset.refunds),
    segments: row.segments ?? ['commercial'],
    isRenewable: preset.isRenewable && (!isTrial || row.conversions !== undefined),
    servicePlans: row.servicePlans ?? [],
    purchasePrerequisites: row.purchasePrerequisites ?? preset.purchasePrerequisites,
    inventoryVariables: preset.inventoryVariables,
    provisioningVariables: row.provisioningVariables ?? preset.provisioningVariables,
    requiredTenantTags: row.requiredTenantTags ?? [],
    isExclusive: row.isExclusive ?? false,
    requiresPurchaseOrder: row.requiresPurchaseOrder ?? false,
    isPurchasableInSandbox: row.isPurchasableInSandbox ?? true,
    purchaseSystem: 'Modern',
    includedQuantityOptions: [],
    traits: { isMicrosoftProduct, ...row.traits },
    price: priceSource(row),
    fixedAvailabilities: fixedAvailabilities(row, family),
    ...optional('pooledSeats', row.pooledSeats),
    ...optional('ownershipLimit', row.ownershipLimit),
    ...optional('countries', row.countries),
    ...optional('provisioningId', row.provisioningId),
    ...optional('provisioningString', row.provisioningString),
    ...optional('attestation', row.attestation),
    ...optional('consumptionType', row.consumptionType),
    ...optional('meters', row.meters),
    ...optional('minimumCommitment', row.minimumCommitment),
    ...optional('defaultScopeCycles', row.defaultScopeCycles),
  }
}

const optional = <K extends string, V>(name: K, value: V | undefined): { [N in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [N in K]: V })

interface Preset {
  readonly isRenewable: boolean
  readonly refunds: readonly RefundOption[]
  readonly purchasePrerequisites: readonly string[]
  readonly inventoryVariables: readonly string[]
  readonly provisioningVariables: readonly string[]
}

const plain: Preset = {
  isRenewable: true,
  refunds: [],
  purchasePrerequisites: ['MicrosoftCustomerAgreement'],
  inventoryVariables: [],
  provisioningVariables: [],
}

/**
 * Prerequisites and variables as the SKU samples print them (licences say MicrosoftCloudAgreement although the gate is
 * the customer agreement). @see partner-center/developer/get-a-sku-by-id
 */
const presets: Readonly<Record<ProductFamily, Preset>> = {
  license: {
    ...plain,
    purchasePrerequisites: ['MicrosoftCloudAgreement'],
    /** @see partner-center/developer/new-commerce-cancellation-policy */
    refunds: [
      { type: 'Full', expiresAfter: 'P1D' },
      { type: 'Partial', expiresAfter: 'P7D' },
    ],
  },
  azurePlan: plain,
  savingsPlan: { ...plain, isRenewable: false, provisioningVariables: ['Scope', 'SubscriptionId'] },
  reservation: {
    ...plain,
    isRenewable: false,
    purchasePrerequisites: ['AzureSubscriptionRegistration', 'InventoryCheck'],
    inventoryVariables: ['CustomerId', 'AzureSubscriptionId', 'ArmRegionName'],
    provisioningVariables: ['Scope', 'SubscriptionId'],
  },
  saas: plain,
  software: { ...plain, refunds: [{ type: 'Full', expiresAfter: 'P7D' }] },
  perpetual: { ...plain, isRenewable: false, refunds: [{ type: 'Full', expiresAfter: 'P30D' }] },
}

type Shape = readonly (readonly [string, BillingCycleType])[]

const annual: Shape = [
  ['P1Y', 'annual'],
  ['P1Y', 'monthly'],
]
const standard: Shape = [['P1M', 'monthly'], ...annual]
const full: Shape = [...standard, ['P3Y', 'triennial'], ['P3Y', 'annual'], ['P3Y', 'monthly']]
const shapes: Readonly<Record<'full' | 'standard' | 'annual' | 'trial', Shape>> = {
  full,
  standard,
  annual,
  trial: [['P1M', 'none']],
}

function plansOf(row: SkuRow, refunds: readonly RefundOption[]): TermPlan[] {
  if (typeof row.terms !== 'string') {
    return row.terms.map((term) => ({
      termDuration: term.duration,
      billingCycle: term.cycle,
      refunds: term.refunds ?? refunds,
    }))
  }
  return shapes[row.terms].map(([termDuration, billingCycle]) => ({
    termDuration,
    billingCycle,
    refunds: row.terms === 'trial' ? [] : refunds,
  }))
}

function priceSource(row: SkuRow): PriceSource {
  if (row.erp !== undefined) return { kind: 'monthly', erp: row.erp, known: row.known ?? {} }
  if (row.price === 'usage' || row.price === undefined) return { kind: 'usage' }
  return row.price === 'commitment' ? { kind: 'commitment' } : { kind: 'term', erp: row.price }
}

function fixedAvailabilities(row: SkuRow, family: ProductFamily): FixedAvailability[] {
  const segment: Segment = row.segments?.[0] ?? 'commercial'
  const own = { country: 'US', segment }
  return [
    ...(row.availability === undefined ? [] : [{ ...own, id: row.availability }]),
    ...(row.azurePlanAvailability === undefined || family !== 'reservation'
      ? []
      : [{ ...own, id: row.azurePlanAvailability, reservationScope: 'AzurePlan' as const }]),
  ]
}
