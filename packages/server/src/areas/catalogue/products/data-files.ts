import { Type, type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import legacyOffers from '../../../../data/legacy-offers.json' with { type: 'json' }
import markets from '../../../../data/markets.json' with { type: 'json' }
import promotions from '../../../../data/promotions.json' with { type: 'json' }
import transitionPaths from '../../../../data/transition-paths.json' with { type: 'json' }
import { billingCycles } from '@tenantry/contract/resources/cart.ts'
import { invariant } from '../../../kernel/invariant.ts'
import { segments } from './catalogue.ts'
import { productFiles } from './product-files.ts'

const text = Type.String({ minLength: 1 })
const texts = Type.Array(text)
const amount = Type.String({ pattern: '^\\d+(\\.\\d+)?$' })
const SkuKey = Type.String({ pattern: '^[A-Z0-9]{12}:[A-Z0-9]{4}$' })
const Duration = Type.String({ pattern: '^(P\\d+[MY])?$' })
const RefundPeriod = Type.String({ pattern: '^P\\d+D$' })
const Cycle = Type.Enum(billingCycles)
const SegmentName = Type.Enum(segments)
const Range = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 1 })])
const closed = { additionalProperties: false } as const

/** One SKU of `data/products/*.json`. `terms` is a shape of new commerce or a list of plans. */
const SkuRow = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9A-Z]{4}$' }),
    title: text,
    description: Type.Optional(text),
    terms: Type.Union([
      Type.Literal('full'),
      Type.Literal('standard'),
      Type.Literal('annual'),
      Type.Literal('trial'),
      Type.Array(
        Type.Object(
          {
            duration: Duration,
            cycle: Cycle,
            refunds: Type.Optional(
              Type.Array(Type.Object({ type: Type.Literal('Full'), expiresAfter: RefundPeriod })),
            ),
          },
          closed,
        ),
      ),
    ]),
    /** US dollars per seat and month. */
    erp: Type.Optional(amount),
    /** Monthly retail prices that do not follow the rate of their currency. */
    known: Type.Optional(Type.Record(text, amount)),
    price: Type.Optional(
      Type.Union([Type.Literal('usage'), Type.Literal('commitment'), Type.Record(Type.String(), amount)]),
    ),
    quantity: Range,
    pooledSeats: Type.Optional(Type.Integer({ minimum: 1 })),
    ownershipLimit: Type.Optional(
      Type.Object({
        count: Type.Integer(),
        kind: Type.Union([Type.Literal('lifetime'), Type.Literal('concurrent')]),
      }),
    ),
    availability: Type.Optional(text),
    azurePlanAvailability: Type.Optional(text),
    /** Billing cycles of a reservation outside of the Azure plan, where it has fewer there. */
    defaultScopeCycles: Type.Optional(Type.Array(Cycle)),
    conversions: Type.Optional(Type.Array(SkuKey)),
    isTrial: Type.Optional(Type.Boolean()),
    provisioningId: Type.Optional(text),
    provisioningString: Type.Optional(text),
    servicePlans: Type.Optional(texts),
    prerequisiteSkus: Type.Optional(Type.Array(SkuKey)),
    seatPolicy: Type.Optional(
      Type.Object({
        minPercent: Type.Optional(Type.Integer()),
        maxPercent: Type.Optional(Type.Integer()),
      }),
    ),
    segments: Type.Optional(Type.Array(SegmentName)),
    countries: Type.Optional(texts),
    attestation: Type.Optional(Type.Object({ attestationType: text, enforceAttestation: Type.Boolean() })),
    requiredTenantTags: Type.Optional(texts),
    isExclusive: Type.Optional(Type.Boolean()),
    consumptionType: Type.Optional(text),
    meters: Type.Optional(Type.Record(text, amount)),
    minimumCommitment: Type.Optional(Type.Object({ amount, grain: text, currencyCode: text })),
    requiresPurchaseOrder: Type.Optional(Type.Boolean()),
    isPurchasableInSandbox: Type.Optional(Type.Boolean()),
    purchasePrerequisites: Type.Optional(texts),
    provisioningVariables: Type.Optional(texts),
    traits: Type.Optional(Type.Record(text, Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
  },
  closed,
)
export type SkuRow = Static<typeof SkuRow>

const ProductRow = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z0-9]{12}$' }),
    title: text,
    description: text,
    family: Type.Optional(
      Type.Union([
        Type.Literal('license'),
        Type.Literal('azurePlan'),
        Type.Literal('reservation'),
        Type.Literal('savingsPlan'),
        Type.Literal('saas'),
        Type.Literal('software'),
        Type.Literal('perpetual'),
      ]),
    ),
    productType: Type.Optional(Type.Tuple([text, text])),
    publisher: Type.Optional(text),
    isMicrosoftProduct: Type.Optional(Type.Boolean()),
    skus: Type.Array(SkuRow),
  },
  closed,
)
export type ProductRow = Static<typeof ProductRow>

const MarketFile = Type.Object(
  {
    currencies: Type.Record(
      text,
      Type.Object({ symbol: text, perDollar: amount, monthlyStep: amount, step: amount }, closed),
    ),
    sold: texts,
    /** Countries by region and currency. */
    regions: Type.Record(text, Type.Record(text, texts)),
  },
  closed,
)
export type MarketFile = Static<typeof MarketFile>

const PromotionRow = Type.Object(
  {
    id: Type.String({ pattern: '^39NFJQT1[A-Z0-9]{4}:[A-Z0-9]{4}:[A-Z0-9]{12}$' }),
    name: text,
    description: text,
    window: Type.Tuple([text, text]),
    item: SkuKey,
    terms: Type.Array(Type.Tuple([Duration, Cycle])),
    percent: amount,
    seats: Type.Optional(Range),
    maxRedemptions: Type.Optional(Type.Integer({ minimum: 1 })),
    isFirstPurchaseOnly: Type.Optional(Type.Boolean()),
    isAutoApplicable: Type.Optional(Type.Boolean()),
    ownedProducts: Type.Optional(Type.Array(Type.Array(SkuKey))),
    countries: Type.Optional(texts),
  },
  closed,
)
export type PromotionRow = Static<typeof PromotionRow>

const LegacyOfferRow = Type.Object(
  {
    id: text,
    name: text,
    description: text,
    productId: Type.Optional(text),
    quantity: Range,
    category: text,
    limit: Type.Optional(
      Type.Tuple([Type.Integer(), Type.Union([Type.Literal('Concurrent'), Type.Literal('LifeTime')])]),
    ),
    cycles: Type.Array(Cycle),
    billing: Type.Optional(Type.Literal('usage')),
    monthlyErp: Type.Optional(amount),
    isAddOn: Type.Optional(Type.Boolean()),
    isTrial: Type.Optional(Type.Boolean()),
    prerequisiteOffers: Type.Optional(texts),
    resellerQualifications: Type.Optional(texts),
    reselleeQualifications: Type.Optional(texts),
    enforcesAttestation: Type.Optional(Type.Boolean()),
    needsSandboxApproval: Type.Optional(Type.Boolean()),
    isSharedServices: Type.Optional(Type.Boolean()),
    migratesTo: Type.Optional(SkuKey),
    upgradesTo: Type.Optional(texts),
    convertsTo: Type.Optional(texts),
  },
  closed,
)
export type LegacyOfferRow = Static<typeof LegacyOfferRow>

const PathFile = Type.Object(
  {
    transitionTypes: Type.Array(
      Type.Union([Type.Literal('transition_only'), Type.Literal('transition_with_license_transfer')]),
    ),
    targets: Type.Record(SkuKey, Type.Array(SkuKey)),
  },
  closed,
)
type PathFile = Static<typeof PathFile>

/** The shipped files, checked: a wrong file is a Defect that names the place. */
export const readDataFiles = () => {
  const products = checker(Type.Array(ProductRow))
  return {
    products: Object.entries(productFiles).flatMap(([file, rows]) => products(file, rows)),
    markets: checker(MarketFile)('markets', markets),
    promotions: checker(Type.Array(PromotionRow))('promotions', promotions),
    legacyOffers: checker(Type.Array(LegacyOfferRow))('legacy-offers', legacyOffers),
    paths: checker(PathFile)('transition-paths', transitionPaths),
  }
}

/** Compiled, because checking the files with an uncompiled schema takes longer than all the rest of the start. */
function checker<S extends TSchema>(schema: S): (file: string, value: unknown) => Static<S> {
  const compiled = Compile(schema)
  return (file, value) => {
    if (compiled.Check(value)) return value
    const [first] = compiled.Errors(value)
    invariant(
      false,
      `data/${file}.json does not fit at ${first?.instancePath ?? '?'}: ${first?.message ?? '?'}`,
    )
  }
}
