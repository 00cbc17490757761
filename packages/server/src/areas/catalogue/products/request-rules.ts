import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults, faults } from '@tenantry/contract/faults/index.ts'
import type { TargetView } from '@tenantry/contract/endpoints/products.ts'
import { rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import type { Segment } from './catalogue.ts'

export interface CatalogueRequestFacts {
  readonly partner: Pick<PartnerRecord, 'cloud' | 'qualifications' | 'region'>
  /** Undefined on a customer's routes, whose market the relationship has settled. */
  readonly country: string | undefined
  /** The region that the country belongs to; undefined for a country outside of every region. */
  readonly region: string | undefined
  readonly targetView: TargetView | undefined
  readonly targetSegment: Segment | undefined
}

/** @see partner-center/enroll/csp-commercial-marketplace-enroll#csp-regional-authorization-overview */
const partnerSellsInCountry = when(
  ({ country }: CatalogueRequestFacts) => country !== undefined,
  rule<CatalogueRequestFacts>({
    name: 'partnerSellsInCountry',
    holds: ({ partner, region }) => region === partner.region,
    fault: () => fault(faults.marketNotAuthorized),
    decidedBy: ({ country, region, partner }) => ({ country, region, partnerRegion: partner.region }),
    see: 'partner-center/enroll/regional-authorization-overview',
  }),
)

const publicCloudViews: readonly TargetView[] = [
  'MarketplaceSaaS',
  'SpecializedOffers',
  'AzureReservations',
  'AzureReservationsVM',
  'AzureReservationsSQL',
  'AzureReservationsCosmosDb',
]

/** The page gives the answer without its condition. That it is the national clouds' smaller catalogue is assumed. */
const viewIsAllowed = when(
  ({ targetView }: CatalogueRequestFacts) => targetView !== undefined,
  rule<CatalogueRequestFacts>({
    name: 'targetViewIsAllowed',
    holds: ({ partner, targetView }) =>
      partner.cloud === 'global' || targetView === undefined || !publicCloudViews.includes(targetView),
    fault: () => fault(extraFaults.targetViewNotAllowed),
    decidedBy: ({ targetView, partner }) => ({ targetView, cloud: partner.cloud }),
    see: 'partner-center/developer/get-a-list-of-products',
  }),
)

/** The page gives the answer without its condition. That it is the partner's authorisation is assumed. */
const segmentIsAllowed = when(
  ({ targetSegment }: CatalogueRequestFacts) => targetSegment !== undefined,
  rule<CatalogueRequestFacts>({
    name: 'targetSegmentIsAllowed',
    holds: ({ partner, targetSegment }) =>
      targetSegment === 'commercial' || partner.qualifications.includes(targetSegment ?? ''),
    fault: () => fault(extraFaults.targetSegmentNotAllowed),
    decidedBy: ({ targetSegment }) => ({ targetSegment }),
    see: 'partner-center/developer/get-a-list-of-products',
  }),
)

/** After the query's shape (400056) and before the items (400013, 400018, 400019). */
export const catalogueRequestRules = ruleList<Rule<CatalogueRequestFacts>>('Catalogue: the query', [
  partnerSellsInCountry,
  viewIsAllowed,
  segmentIsAllowed,
])
