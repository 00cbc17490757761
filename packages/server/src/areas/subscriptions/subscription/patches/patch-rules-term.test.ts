import { test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import { plainDate } from '../../../../kernel/time.ts'
import type { SellableItem } from '../../../catalogue/products/public.ts'
import { expectAll, ladder, plan, plans, sku } from './patch-situation.fixture.ts'

test('the next term is planned only for what renews, with what can be bought', (t) => {
  const product = { productId: 'CFQ7TTC0FAKE', skuId: '0001', billingCycle: 'annual', termDuration: 'P3Y' }
  const body = { scheduledNextTermInstructions: { product, quantity: 30, customTermEndDate: '2028-03-31' } }
  const item = { product: { productType: { id: 'Software' } }, sku } as unknown as SellableItem
  const online = { ...item, product: { productType: { id: 'OnlineServicesNCE' } } } as unknown as SellableItem
  const next = {
    item,
    plan: plan('P3Y', 'annual'),
    isReachable: false,
    promotionIsValid: true,
    promotionId: undefined,
    alignedDates: [],
  }
  ladder(t, [
    [
      {
        body,
        subscription: { autoRenewEnabled: false },
        facts: { nextTerm: next, item: { saleHasEnded: true, isRenewable: false } },
      },
      faults.autoRenewNotEligible,
    ],
    [{ subscription: { autoRenewEnabled: true } }, faults.nextTermEndDateOnlyForOnlineServices],
    [{ facts: { nextTerm: { ...next, item: online } } }, faults.nextTermProductIsInvalid],
    [
      {
        facts: { nextTerm: { ...next, item: online, isReachable: true } },
        body: { scheduledNextTermInstructions: { ...body.scheduledNextTermInstructions, quantity: 301 } },
      },
      faults.nextTermQuantityNotAllowed,
    ],
    [
      { body: { scheduledNextTermInstructions: { product, quantity: 30, customTermEndDate: '2031-03-31' } } },
      faults.nextTermEndDateOutOfRange,
    ],
    [{ body }, faults.nextTermEndDateNotAligned],
    [
      {
        facts: {
          nextTerm: { ...next, item: online, isReachable: true, alignedDates: [plainDate('2028-03-31')] },
        },
      },
      'accepted',
    ],
  ])
  expectAll(t, [
    [
      {
        subscription: { autoRenewEnabled: false },
        body: { autoRenewEnabled: true },
        facts: { item: { saleHasEnded: true, isRenewable: false } },
      },
      faults.autoRenewNotEligible,
    ],
    [{ subscription: { autoRenewEnabled: false }, body: { autoRenewEnabled: true } }, 'accepted'],
  ])
})

test('terms get longer, cycles change with them or by two ways within three years', (t) => {
  const three = { termDuration: 'P3Y' } as const
  expectAll(t, [
    [
      { subscription: { isTrial: true, termDuration: 'P1M' }, body: { termDuration: 'P1Y' } },
      faults.trialTermIsFixed,
    ],
    [{ body: { termDuration: 'P2Y' } }, faults.termDurationIsInvalid],
    [{ body: { termDuration: 'soon' } }, faults.termDurationIsInvalid],
    [{ body: { termDuration: 'P1M' } }, faults.termDurationIsShorter],
    [{ body: { termDuration: 'P3Y', billingCycle: 'weekly' } }, faults.billingCycleIsInvalid],
    [{ body: { billingCycle: 'Triennial' } }, faults.billingCycleLongerThanTerm],
    [{ body: { billingCycle: 'annual' } }, faults.billingCycleIsFixed],
    [{ body: { termDuration: 'P3Y' } }, 'accepted'],
    [{ body: { termDuration: 'P3Y', billingCycle: 'Triennial' } }, 'accepted'],
    [{ subscription: three, body: { billingCycle: 'annual' } }, 'accepted'],
    [{ subscription: three, body: { billingCycle: 'triennial' } }, faults.billingCycleIsFixed],
    [
      {
        subscription: three,
        body: { billingCycle: 'annual' },
        facts: { term: { plans, hasFutureCharge: false } },
      },
      faults.futureBillingNotFound,
    ],
    [{ body: { termDuration: 'P3Y' }, facts: { newPrice: undefined } }, faults.temporaryFailure],
  ])
})

test('only an indirect provider names a partner on record, for what has one', (t) => {
  expectAll(t, [
    [{ body: { partnerId: '1234567' }, facts: { partnerType: 'directBill' } }, faults.partnerOnRecordIsFixed],
    [
      { body: { partnerId: '1234567' }, subscription: { productFamily: 'software' } },
      faults.partnerOnRecordIsFixed,
    ],
    [{ body: { partnerId: '' } }, 'accepted'],
  ])
})
