import type { NewCommerceMigrationRequest } from '@tenantry/contract/resources/migration.ts'
import { findDate } from '../../../kernel/time.ts'
import type { MemberWish, MigrationWish } from './migration.ts'
import type { ShapeFacts } from './request-rules.ts'

type Asked = Omit<NewCommerceMigrationRequest, 'addOnMigrations'>

interface AskedAddOn extends Asked {
  readonly addOnMigrations?: readonly unknown[]
  readonly addOnMigrationSchedules?: readonly unknown[]
}

export interface ReadWish {
  readonly wish: MigrationWish
  readonly shape: ShapeFacts
}

/** Reads a request, blanks as absent: clients that send a whole resource leave unused members empty. */
export function readWish(asked: Asked, addOns: readonly AskedAddOn[] = []): ReadWish {
  const { externalReferenceId } = asked
  const dates = [asked, ...addOns].flatMap(({ customTermEndDate: date }) => (date ? [date] : []))
  return {
    wish: {
      base: memberWish(asked),
      addOns: addOns.map(memberWish),
      ...(externalReferenceId ? { externalReferenceId } : {}),
    },
    shape: {
      unreadableDates: dates.filter((date) => findDate(date) === undefined),
      hasNestedAddOns: addOns.some(
        ({ addOnMigrations = [], addOnMigrationSchedules = [] }) =>
          addOnMigrations.length + addOnMigrationSchedules.length > 0,
      ),
    },
  }
}

const memberWish = (asked: Asked): MemberWish => ({
  subscriptionId: asked.currentSubscriptionId.toLowerCase(),
  quantity: asked.quantity,
  termDuration: asked.termDuration || undefined,
  billingCycle: asked.billingCycle || undefined,
  purchaseFullTerm: asked.purchaseFullTerm,
  customTermEndDate: asked.customTermEndDate ? findDate(asked.customTermEndDate) : undefined,
})
