import type { PartnerEntry } from '@tenantry/contract/operator/resources/partner.ts'
import type { PartnerRecord } from '../../../work/partner.ts'

/**
 * A record of a partner account as world files and the operator write it. The entry is known to have a first domain and
 * a first programme: the schema asks for them.
 */
export const partnerOfEntry = (entry: PartnerEntry, version = 1): PartnerRecord =>
  ({ ...entry, version }) as PartnerEntry & Pick<PartnerRecord, 'domains' | 'programmes' | 'version'>
