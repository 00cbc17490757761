import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { isDuration } from '../../../../kernel/time.ts'
import { partnerOnRecordRules } from '../../../accounts/partners/public.ts'
import { cycles, type PatchFacts } from './patch-facts.ts'
import { plainCycle } from './patch-changes.ts'
import { termRank } from '../term.ts'

const termPage = 'partner-center/developer/change-the-billing-cycle'
const page = 'partner-center/developer/update-a-subscription-by-id'

const changesTerm = ({ changes }: PatchFacts) => changes.termDuration !== undefined
const changesCycle = ({ changes }: PatchFacts) => changes.billingCycle !== undefined
const isLonger = (facts: PatchFacts) => changesTerm(facts)

const wantedDuration = ({ changes, subscription }: PatchFacts) =>
  changes.termDuration ?? subscription.termDuration
const wantedCycle = ({ changes, subscription }: PatchFacts) =>
  changes.billingCycle ?? plainCycle(subscription.billingCycle)

/** A trial becomes something else by a transition or by its instructions for the next term. */
const trialKeepsTerm = when(
  changesTerm,
  rule<PatchFacts>({
    name: 'trialKeepsTerm',
    holds: ({ subscription }) => !subscription.isTrial,
    fault: () => fault(faults.trialTermIsFixed),
    see: 'partner-center/customers/offer-your-customers-trials',
  }),
)

const termIsOffered = when(
  changesTerm,
  rule<PatchFacts>({
    name: 'termIsOffered',
    holds: (facts) =>
      isDuration(wantedDuration(facts)) &&
      facts.term.plans.some((plan) => plan.termDuration === wantedDuration(facts)),
    fault: () => fault(faults.termDurationIsInvalid),
    decidedBy: (facts) => ({ termDuration: wantedDuration(facts) }),
    see: page,
  }),
)

const termIsNotShorter = when(
  changesTerm,
  rule<PatchFacts>({
    name: 'termIsNotShorter',
    holds: (facts) => termRank(wantedDuration(facts)) >= termRank(facts.subscription.termDuration),
    fault: () => fault(faults.termDurationIsShorter),
    decidedBy: (facts) => ({ from: facts.subscription.termDuration, to: wantedDuration(facts) }),
    see: page,
  }),
)

const cycleExists = when(
  changesCycle,
  rule<PatchFacts>({
    name: 'billingCycleExists',
    holds: (facts) => (cycles[wantedCycle(facts)]?.months ?? 0) > 0,
    fault: () => fault(faults.billingCycleIsInvalid),
    decidedBy: (facts) => ({ billingCycle: wantedCycle(facts) }),
    see: termPage,
  }),
)

const cycleFitsTerm = when(
  (facts: PatchFacts) => changesCycle(facts) || changesTerm(facts),
  rule<PatchFacts>({
    name: 'billingCycleFitsTerm',
    holds: (facts) =>
      (cycles[wantedCycle(facts)]?.months ?? 0) <= Math.max(1, termRank(wantedDuration(facts))),
    fault: () => fault(faults.billingCycleLongerThanTerm),
    decidedBy: (facts) => ({ billingCycle: wantedCycle(facts), termDuration: wantedDuration(facts) }),
    see: termPage,
  }),
)

/** Within a term only these two; with a longer term the cycle may change as well. */
const cyclesWithinTerm: readonly string[] = ['P3Y monthly annual', 'P3Y annual monthly']

const cycleMayChange = when(
  changesCycle,
  rule<PatchFacts>({
    name: 'billingCycleMayChange',
    holds: (facts) =>
      facts.subscription.commerce === 'legacy' ||
      (isLonger(facts)
        ? isOffered(facts)
        : cyclesWithinTerm.includes(
            `${facts.subscription.termDuration} ${facts.subscription.billingCycle} ${wantedCycle(facts)}`,
          )),
    fault: () => fault(faults.billingCycleIsFixed),
    decidedBy: (facts) => ({ from: facts.subscription.billingCycle, to: wantedCycle(facts) }),
    see: termPage,
  }),
)

const isOffered = (facts: PatchFacts): boolean =>
  facts.term.plans.some(
    (plan) =>
      plan.termDuration === wantedDuration(facts) && plainCycle(plan.billingCycle) === wantedCycle(facts),
  )

/** The last cycle of a term that does not renew has no next one to change. */
const nextCycleComes = when(
  (facts: PatchFacts) => changesCycle(facts) && !isLonger(facts),
  rule<PatchFacts>({
    name: 'nextCycleComes',
    holds: ({ term }) => term.hasFutureCharge,
    fault: () => fault(faults.futureBillingNotFound),
    decidedBy: ({ subscription }) => ({ chargedThrough: subscription.chargedThrough }),
    see: 'assumed',
  }),
)

const newTermHasPrice = when(
  changesTerm,
  rule<PatchFacts>({
    name: 'newTermHasPrice',
    holds: ({ newPrice }) => newPrice !== undefined,
    fault: () => fault(faults.temporaryFailure),
    see: 'assumed',
  }),
)

const changesPartner = ({ changes, partnerOnRecord }: PatchFacts) =>
  changes.partnerId !== undefined && partnerOnRecord !== undefined

const fixedPartnerFamilies: readonly string[] = [
  'azurePlan',
  'reservation',
  'savingsPlan',
  'software',
  'perpetual',
]

/** Direct partners have nobody to name; some products keep whom they were bought with. */
const partnerOnRecordMayChange = when(
  ({ changes }: PatchFacts) => changes.partnerId !== undefined,
  rule<PatchFacts>({
    name: 'partnerOnRecordMayChange',
    holds: ({ subscription, partnerType }) =>
      partnerType === 'indirectProvider' && !fixedPartnerFamilies.includes(subscription.productFamily),
    fault: () => fault(faults.partnerOnRecordIsFixed),
    decidedBy: ({ subscription, partnerType }) => ({
      partnerType,
      productFamily: subscription.productFamily,
    }),
    see: 'partner-center/developer/indirect-model',
  }),
)

/** In the fulfilment system; the change is undone. */
const fulfilmentAccepts = when(
  ({ changes, subscription }: PatchFacts) =>
    (changes.quantity ?? subscription.quantity) > subscription.quantity || changes.termDuration !== undefined,
  rule<PatchFacts>({
    name: 'fulfilmentAccepts',
    holds: ({ fulfilmentFails }) => !fulfilmentFails,
    fault: () => fault(faults.subscriptionUpdateFailed),
    see: 'assumed',
  }),
)

export const patchTermRules = [
  trialKeepsTerm,
  termIsOffered,
  termIsNotShorter,
  cycleExists,
  cycleFitsTerm,
  cycleMayChange,
  nextCycleComes,
  newTermHasPrice,
  ...partnerOnRecordRules.map((inner) =>
    when(changesPartner, {
      name: inner.name,
      holds: ({ partnerOnRecord }: PatchFacts) =>
        partnerOnRecord === undefined || inner.holds(partnerOnRecord),
      fault: ({ partnerOnRecord }: PatchFacts) => {
        if (partnerOnRecord === undefined) throw new TypeError(`${inner.name} was judged without facts`)
        return inner.fault(partnerOnRecord)
      },
      ...(inner.see === undefined ? {} : { see: inner.see }),
    }),
  ),
  partnerOnRecordMayChange,
  fulfilmentAccepts,
] as const satisfies readonly Rule<PatchFacts>[]
