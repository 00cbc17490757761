// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { azureUpgradeEndpoints } from '@tenantry/contract/endpoints/azure-upgrades.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof azureUpgradeEndpoints

export const productUpgradesResource = (send: Send) => ({
  /**
   * Get whether a customer can be upgraded to an Azure plan.
   * @see partner-center/developer/get-eligibility-for-product-upgrade
   */
  getProductUpgradeEligibility: (
    body: BodyOf<Endpoints['getProductUpgradeEligibility']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getProductUpgradeEligibility']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/productUpgrades/eligibility',
        body,
      },
      options,
    ),

  /**
   * Upgrade a customer to an Azure plan.
   * @see partner-center/developer/create-product-upgrade-entity
   */
  create: (
    body: BodyOf<Endpoints['createProductUpgrade']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createProductUpgrade']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/productUpgrades',
        body,
      },
      options,
    ),

  /**
   * Get the status of an upgrade to an Azure plan.
   * @see partner-center/developer/get-product-upgrade-status
   */
  getProductUpgradeStatus: (
    params: ParamsOf<Endpoints['getProductUpgradeStatus']>,
    body: BodyOf<Endpoints['getProductUpgradeStatus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getProductUpgradeStatus']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/productUpgrades/:upgradeId/status',
        params,
        body,
      },
      options,
    ),
})
