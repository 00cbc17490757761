import { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import { defineArea } from '../../../work/area.ts'
import { each } from '../../../work/checks.ts'
import * as policies from './cart-policies.ts'
import { cartTable } from './cart-repository.ts'
import { cartRequestRules } from './cart-request.ts'
import { readCartRules, updateCartRules } from './cart-rules.ts'
import { createCart } from './create-cart.ts'
import { getCart } from './get-cart.ts'
import { friendlyNameRules } from './lines/check-lines.ts'
import { resolutionRules } from './lines/item-rules.ts'
import { legacyRules } from './lines/legacy-rules.ts'
import { lineRules } from './lines/line-check.ts'
import { nextTermRules } from './lines/next-term-rules.ts'
import { marketRules } from './market-rule.ts'
import { updateCart } from './update-cart.ts'

/** What stands against a line is told on the line. */
const lines = each('each line', friendlyNameRules, nextTermRules, resolutionRules, legacyRules, lineRules)

export const area = defineArea({
  name: 'purchases/carts',
  endpoints: cartEndpoints,
  routes: { createCart, getCart, updateCart },
  checks: {
    createCart: [cartRequestRules, marketRules, lines],
    getCart: [readCartRules],
    updateCart: [cartRequestRules, updateCartRules, marketRules, lines],
  },
  tables: [cartTable],
  policies: Object.values(policies),
})
