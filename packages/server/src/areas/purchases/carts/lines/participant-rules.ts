import { fault } from '@tenantry/contract/faults/fault.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { cartNotices } from '../cart-notices.ts'
import type { LineFacts } from './line-facts.ts'

const see = 'partner-center/developer/cart-resources'
const additionalResellersMax = 5

const withKey = ({ line }: LineFacts, key: string) =>
  (line.participants ?? []).filter((one) => one.key === key)

const onLine = (name: string, holds: Rule<LineFacts>['holds']): Rule<LineFacts> =>
  when(
    ({ line }) => (line.participants ?? []).length > 0,
    rule<LineFacts>({
      name,
      holds,
      fault: () => fault(cartNotices.participantsNotSupported),
      decidedBy: ({ line, partner }) => ({ type: partner.type, participants: line.participants?.length }),
      see,
    }),
  )

/**
 * Who may stand beside the partner on a line. Whether the named ids are good is judged at the checkout.
 * @see partner-center/developer/cart-resources#cartlineitem
 */
export const participantRules = [
  onLine('partnerHasResellers', ({ partner }) => partner.type === 'indirectProvider'),
  onLine('additionalResellersStandBesideOne', (facts) => {
    const additional = withKey(facts, 'additional_transaction_reseller').length
    return (
      additional === 0 ||
      (additional <= additionalResellersMax && withKey(facts, 'transaction_reseller').length > 0)
    )
  }),
  onLine(
    'additionalResellersAreInEurope',
    (facts) => withKey(facts, 'additional_transaction_reseller').length === 0 || facts.isInEurope,
  ),
] as const satisfies readonly Rule<LineFacts>[]
