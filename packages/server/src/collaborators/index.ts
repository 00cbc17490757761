import type { Collaborator } from './collaborator.ts'
import { review } from './purchases/review.ts'
import { addressValidation } from './address-validation.ts'
import { acceptance } from './acceptance.ts'
import { catalogueChanges } from './purchases/catalogue.ts'
import { inventory } from './purchases/inventory.ts'
import { pricing } from './purchases/pricing.ts'
import { conditionalAccess } from './conditional-access.ts'
import { directory } from './directory.ts'
import { registry } from './registry.ts'
import { compliance } from './compliance.ts'
import { credit } from './purchases/credit.ts'
import { fulfilment } from './purchases/fulfilment.ts'
import { risk } from './purchases/risk.ts'
import { azure } from './azure.ts'
import { billingOwnership } from './billing-ownership.ts'
import { legacyBilling } from './purchases/legacy-billing.ts'
import { migration } from './migration.ts'
import { marketplace } from './purchases/marketplace.ts'
import { renewals } from './renewals.ts'
import { throttling } from './throttling.ts'

/** Every collaborator, one line each: what `/_tenantry/collaborators` lists. */
export const collaborators: readonly Collaborator<unknown>[] = [
  catalogueChanges,
  pricing,
  inventory,
  review,
  addressValidation,
  acceptance,
  conditionalAccess,
  directory,
  registry,
  marketplace,
  azure,
  renewals,
  legacyBilling,
  migration,
  billingOwnership,
  fulfilment,
  credit,
  risk,
  compliance,
  throttling,
]
