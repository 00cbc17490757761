import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { pricing } from '../../../collaborators/purchases/pricing.ts'
import type { Scope } from '../../../work/scope.ts'
import { annualMonthlyUplift } from './price-list.ts'
import { shippedCatalogue } from './shipped.ts'
import { WorldCatalogue } from './world-catalogue.ts'
import type { Catalogue } from './catalogue.ts'

/** The catalogue at the scope's instant, with what the operator has changed in this world. Costs next to nothing. */
export const catalogueOf = (scope: Pick<Scope, 'now' | 'collaborator' | 'policy'>): Catalogue =>
  new WorldCatalogue({
    shipped: shippedCatalogue(),
    now: scope.now,
    changes: scope.collaborator(catalogueChanges),
    pricing: scope.collaborator(pricing),
    uplift: scope.policy(annualMonthlyUplift),
  })
