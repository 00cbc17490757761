import { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { defineArea } from '../../../work/area.ts'
import { each, only } from '../../../work/checks.ts'
import { accountRules, pathRules } from '../../accounts/customers/public.ts'
import {
  additionalPartnerRules,
  attestationRules,
  partnerGates,
  partnerOnRecordRules,
} from '../../accounts/partners/public.ts'
import { upgradeGateRules } from '../../subscriptions/azure/public.ts'
import {
  cartRequestRules,
  friendlyNameRules,
  legacyRules,
  lineRules,
  marketRules,
  nextTermRules,
  resolutionRules,
} from '../carts/public.ts'
import { billingCycleRules } from './changing/change-billing-cycle.ts'
import { orderChangeRules, requestRules } from './changing/order-update-rules.ts'
import { updateOrder } from './changing/update-order.ts'
import { listOrderActivationLinks, listOrderLineItemActivationLinks } from './list-activation-links.ts'
import * as policies from './order-policies.ts'
import { orderTable } from './order-repository.ts'
import { cancelRules, priceRules, provisioningRules, visibilityRules } from './order-rules.ts'
import { checkOutCart } from './placing/check-out-cart.ts'
import { checkOutRules } from './placing/check-out-rules.ts'
import { createOrder, newOrderRules, progressRules } from './placing/create-order.ts'
import { creditRules } from './placing/credit-rules.ts'
import { orderWriterRules } from './placing/order-writer.ts'
import { agreementRules } from './placing/pass-gates.ts'
import { legacyOrderRules } from './placing/place-legacy-order.ts'
import { fulfilmentRules, programRules } from './placing/place-order.ts'
import { complianceRules, riskRules } from './placing/risk-rules.ts'
import { getOrder, listOrderProvisioningStatus, listOrders } from './read-orders.ts'

/** Who buys for whom, before anything is looked at. */
const gates = [
  partnerGates,
  marketRules,
  attestationRules,
  each('each partner on record', partnerOnRecordRules),
  each('each additional partner on record', additionalPartnerRules),
  pathRules,
  accountRules,
  upgradeGateRules,
  agreementRules,
]

const account = [complianceRules, creditRules, riskRules, orderWriterRules]

const group = [
  programRules,
  only('of the older program', each('each line', legacyRules), legacyOrderRules),
  each('each line', resolutionRules, legacyRules, lineRules, friendlyNameRules, nextTermRules),
  ...account,
  fulfilmentRules,
]

export const area = defineArea({
  name: 'purchases/orders',
  endpoints: orderEndpoints,
  routes: {
    checkOutCart,
    createOrder,
    listOrders,
    getOrder,
    updateOrder,
    listOrderProvisioningStatus,
    listOrderActivationLinks,
    listOrderLineItemActivationLinks,
  },
  checks: {
    checkOutCart: [checkOutRules, ...gates, each('each group of lines', ...group)],
    createOrder: [newOrderRules, cartRequestRules, progressRules, ...gates, ...group],
    listOrders: [priceRules],
    getOrder: [priceRules, visibilityRules],
    updateOrder: [
      requestRules,
      visibilityRules,
      orderChangeRules,
      only('add-ons', cartRequestRules, ...gates, each('each add-on', legacyRules), ...account),
      only('a cancellation', cancelRules),
      only('another billing cycle', billingCycleRules),
    ],
    listOrderProvisioningStatus: [visibilityRules, provisioningRules],
    listOrderActivationLinks: [visibilityRules],
    listOrderLineItemActivationLinks: [visibilityRules],
  },
  tables: [orderTable],
  policies: Object.values(policies),
})
