import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'

export interface InventoryCheckFacts {
  /** Names that the SKUs ask for and the context does not have. */
  readonly missing: readonly string[]
  /** False for a customer id that is none of the partner's. */
  readonly customerIsKnown: boolean
}

/** The page says where the names of the context are found, not what comes of one that is left out (assumed). */
export const inventoryCheckRules = ruleList<Rule<InventoryCheckFacts>>('Check the inventory: its context', [
  rule<InventoryCheckFacts>({
    name: 'inventoryContextIsComplete',
    holds: ({ missing }) => missing.length === 0,
    fault: ({ missing }) =>
      fault(faults.catalogueInputIsInvalid).with(
        ...missing.map((name) => `inventoryContext.${name}: is required`),
      ),
    decidedBy: ({ missing }) => ({ missing: missing.join(', ') }),
    see: 'assumed',
  }),
  rule<InventoryCheckFacts>({
    name: 'customerOfContextIsKnown',
    holds: ({ customerIsKnown }) => customerIsKnown,
    fault: () =>
      fault(faults.catalogueInputIsInvalid).with('inventoryContext.customerId: is no customer of yours'),
    see: 'assumed',
  }),
])
