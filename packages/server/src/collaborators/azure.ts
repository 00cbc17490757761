import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

const Duration = Type.String({ pattern: '^P' })

/**
 * Azure itself, on the other side of the commerce system: it registers subscriptions, shuts Azure subscriptions
 * down and moves them under an Azure plan. Durations are ISO 8601. That a registration takes no time by default, and
 * how long an upgrade takes, is assumed. @see partner-center/azure-plan-transition
 */
export const azure = collaborator({
  name: 'azure',
  schema: Type.Object(
    {
      /** From the request to `Registered`. */
      registrationTakes: Duration,
      /** From a cancellation to the status `inactive`. @see partner-center/developer/cancel-an-azure-subscription */
      cancellationTakes: Duration,
      /** How long an upgrade to an Azure plan is `Pending` before it is `InProgress`. */
      upgradeStartsAfter: Duration,
      /** How long it is `InProgress`. */
      upgradeTakes: Duration,
      /** Azure moves nothing: an upgrade that comes to it fails. */
      outage: Type.Boolean(),
      /** Ids of Azure subscriptions that cannot be moved under an Azure plan; an upgrade moves the others. */
      immovable: Type.Array(Type.String()),
      /**
       * Third-party products of the marketplace that are deployed under an Azure subscription, by the latter's id:
       * whether they go to another partner with it, and to whom their publisher sells (to everybody when left out).
       */
      marketplace: Type.Record(
        Type.String(),
        Type.Array(
          Type.Object(
            {
              sku: Type.String(),
              isTransferable: Type.Boolean(),
              availableTo: Type.Optional(Type.Array(Type.String())),
            },
            { additionalProperties: false },
          ),
        ),
      ),
    },
    { additionalProperties: false },
  ),
  initial: {
    registrationTakes: 'PT0S',
    cancellationTakes: 'PT10M',
    upgradeStartsAfter: 'PT5M',
    upgradeTakes: 'PT1H',
    outage: false,
    immovable: [],
    marketplace: {},
  },
})
