import type { azureUpgradeEndpoints } from '@tenantry/contract/endpoints/azure-upgrades.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type {
  ProductUpgradesErrorDetails,
  ProductUpgradesStatus,
  UpgradesLineItem,
} from '@tenantry/contract/resources/product-upgrade.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { formatInstant } from '../../../kernel/time.ts'
import {
  ProductUpgrades,
  upgradeErrors,
  type ProductUpgradeRecord,
  type UpgradeErrorName,
  type UpgradeLine,
} from '../../subscriptions/azure/public.ts'
import { getCustomer } from '../../accounts/customers/public.ts'

interface StatusFacts {
  readonly upgrade: ProductUpgradeRecord | undefined
  readonly customerId: string
  /** The last upgrade of the customer that is named. */
  readonly ofCustomer: ProductUpgradeRecord | undefined
}

const see = 'partner-center/developer/get-product-upgrade-status'

export const upgradeStatusRules = ruleList<Rule<StatusFacts>>('Status of an upgrade to an Azure plan', [
  rule<StatusFacts>({
    name: 'upgradeExists',
    holds: ({ upgrade }) => upgrade !== undefined,
    fault: () => fault(faults.upgradeNotFound),
    see,
  }),
  rule<StatusFacts>({
    name: 'upgradeIsOfCustomer',
    holds: ({ upgrade, customerId }) => upgrade?.customerId === customerId,
    fault: ({ customerId, ofCustomer }) =>
      fault(faults.upgradeOfAnotherCustomer, { customerId, upgradeId: ofCustomer?.id ?? 'none' }),
    decidedBy: ({ upgrade }) => ({ customerId: upgrade?.customerId }),
    see,
  }),
])

/** Faults: 60003, 20002, 900106, 900111. @see partner-center/developer/get-product-upgrade-status */
export async function getProductUpgradeStatus(
  scope: Scope,
  { params, body }: Input<typeof azureUpgradeEndpoints.getProductUpgradeStatus>,
): Promise<ProductUpgradesStatus> {
  const { id: customerId } = await getCustomer(scope, body.customerId)
  const upgrades = new ProductUpgrades(scope)
  const upgrade = await upgrades.find(params.upgradeId)
  const ofCustomer = upgrade?.customerId === customerId ? upgrade : await upgrades.latest(customerId)
  enforce(upgradeStatusRules, { upgrade, customerId, ofCustomer }, scope.trace)

  return statusAnswer(upgrade as ProductUpgradeRecord)
}

const statusAnswer = ({
  id,
  productFamily,
  status,
  lines,
  error,
}: ProductUpgradeRecord): ProductUpgradesStatus => ({
  id,
  productFamily,
  status,
  lineItems: lines.map(lineAnswer),
  ...errorAnswer(error),
  attributes: { objectType: 'ProductUpgradesStatus' },
})

const lineAnswer = (line: UpgradeLine): UpgradesLineItem => ({
  sourceProduct: product(line.sourceId, line.sourceName),
  ...(line.targetId === undefined ? {} : { targetProduct: product(line.targetId, line.targetName ?? '') }),
  ...(line.upgradedAt === undefined ? {} : { upgradedDate: formatInstant(line.upgradedAt) }),
  status: line.status,
  ...errorAnswer(line.error),
  attributes: { objectType: 'UpgradesLineItem' },
})

const product = (id: string, name: string) => ({ id, name, attributes: { objectType: 'UpgradeProduct' } })

const errorAnswer = (error: UpgradeErrorName | undefined): { errorDetails?: ProductUpgradesErrorDetails } =>
  error === undefined
    ? {}
    : {
        errorDetails: {
          code: error,
          message: upgradeErrors[error],
          attributes: { objectType: 'ProductUpgradesErrorDetails' },
        },
      }
