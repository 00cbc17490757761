import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { pricing } from '../../../collaborators/purchases/pricing.ts'
import { parseInstant } from '../../../kernel/time.ts'
import type { Catalogue } from './catalogue.ts'
import { shippedCatalogue } from './shipped.ts'
import { WorldCatalogue } from './world-catalogue.ts'

/** The shipped catalogue at an instant, with an operator's changes. */
export const catalogueAt = (
  now: string,
  changes: Partial<(typeof catalogueChanges)['initial']> = {},
  prices: Partial<(typeof pricing)['initial']> = {},
  uplift = '1',
): Catalogue =>
  new WorldCatalogue({
    shipped: shippedCatalogue(),
    now: parseInstant(now),
    changes: { ...catalogueChanges.initial, ...changes },
    pricing: { ...pricing.initial, ...prices },
    uplift,
  })
