import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { SubscriptionRecord } from '../../subscriptions/subscription/public.ts'

const errorCodes = 'partner-center/developer/error-codes'

export interface PartnerFacts {
  readonly partnerTenantId: string
  readonly isExcluded: boolean
}

/** Whom Microsoft lets migrate. It is asked before anything else. */
export const partnerRules = ruleList<Rule<PartnerFacts>>('Any migration to new commerce: the partner', [
  rule<PartnerFacts>({
    name: 'partnerMayMigrate',
    holds: ({ isExcluded }) => !isExcluded,
    fault: ({ partnerTenantId }) =>
      fault(faults.migrationNotEnabledForPartner, { partnerId: partnerTenantId }),
    decidedBy: ({ partnerTenantId }) => ({ partner: partnerTenantId }),
    see: errorCodes,
  }),
])

export interface ShapeFacts {
  /** Dates that are none: as they were written. */
  readonly unreadableDates: readonly string[]
  /** Add-ons of an add-on stand beside it, not in it. */
  readonly hasNestedAddOns: boolean
}

export const shapeRules = ruleList<Rule<ShapeFacts>>('Any migration to new commerce: the shape', [
  rule<ShapeFacts>({
    name: 'datesAreReadable',
    holds: ({ unreadableDates }) => unreadableDates.length === 0,
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ unreadableDates }) => ({ unreadable: unreadableDates.join(', ') }),
    see: 'partner-center/developer/create-migration',
  }),
  rule<ShapeFacts>({
    name: 'addOnsAreFlat',
    holds: ({ hasNestedAddOns }) => !hasNestedAddOns,
    fault: () => fault(faults.requestInputIsInvalid),
    see: 'partner-center/developer/create-migration',
  }),
])

export interface SelectionFacts {
  readonly source: SubscriptionRecord
  /** Ids of the add-ons in the request, as they were written. */
  readonly addOnIds: readonly string[]
  /** The customer's subscriptions by those ids, as far as there are any. */
  readonly addOns: readonly (SubscriptionRecord | undefined)[]
  /** Ids of what is an add-on of the source, directly or over another add-on. */
  readonly familyIds: readonly string[]
}

/** Whether the request names subscriptions that belong together. Order is precedence. */
export const selectionRules = ruleList<Rule<SelectionFacts>>(
  'Any migration to new commerce: the subscriptions it names',
  [
    rule<SelectionFacts>({
      name: 'sourceIsNotMigratedByMicrosoft',
      holds: ({ source }) => source.migratedTo?.by !== 'microsoft',
      fault: ({ source }) =>
        fault(faults.subscriptionMigratedByMicrosoft, {
          newCommerceSubscriptionId: source.migratedTo?.subscriptionId ?? '',
        }),
      see: errorCodes,
    }),
    rule<SelectionFacts>({
      name: 'addOnsAreNotRepeated',
      holds: ({ addOnIds }) => new Set(addOnIds.map((id) => id.toLowerCase())).size === addOnIds.length,
      fault: () => fault(faults.migrationAddOnIsRepeated),
      decidedBy: ({ addOnIds }) => ({ addOns: addOnIds.join(', ') }),
      see: errorCodes,
    }),
    rule<SelectionFacts>({
      name: 'addOnsAreActive',
      holds: ({ addOns, familyIds }) =>
        addOns.every((addOn) => addOn?.status === 'active' && familyIds.includes(addOn.id)),
      fault: () => fault(faults.migrationAddOnNotActive),
      decidedBy: ({ addOns }) => ({ statuses: addOns.map((addOn) => addOn?.status ?? 'unknown').join(', ') }),
      see: errorCodes,
    }),
  ],
)
